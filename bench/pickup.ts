// Growth and recall of boletín tracing: invented boletines from 10^3 to 10^5, and notes that reprint them as outlets do.
import { join } from 'node:path'
import { prepareBoletines } from '../src/match/boletines.ts'
import { tracePickups } from '../src/match/pickups.ts'
import type { Article, Boletin } from '../src/model.ts'
import { makeArticle } from '../tests/match/tala.ts'
import { readPressBoletines, readStories } from './press/stories.ts'
import { makeRandom, pick } from './random.ts'

const SIZES = process.argv.includes('--short') ? [1_000, 10_000] : [1_000, 10_000, 100_000]
const NOTES_EACH = 60
const WARM_UPS = 3
const HOUR = 3_600_000
const START = Date.UTC(2026, 0, 1)

const press = join(import.meta.dirname, 'press')
const notes = readStories(join(press, 'stories'), readPressBoletines(join(press, 'workspace/boletines/2026')))
const random = makeRandom(11)

/** Word → the words that follow it in the press: sentences that sound alike and share set phrases, as real ones do. */
const followers = new Map<string, string[]>()
for (const { paragraphs } of notes) {
  for (const paragraph of paragraphs) {
    const words = paragraph.split(/\s+/)
    for (const [at, word] of words.entries()) {
      const next = words[at + 1]
      if (next !== undefined) followers.set(word, [...(followers.get(word) ?? []), next])
    }
  }
}
const vocabulary = [...followers.keys()]

function inventParagraph(words: number): string {
  const out = [pick(vocabulary, random)]
  while (out.length < words) {
    const options = followers.get(out.at(-1) ?? '')
    out.push(options === undefined ? pick(vocabulary, random) : pick(options, random))
  }
  return out.join(' ')
}

const inventText = (paragraphs: number): string[] =>
  Array.from({ length: paragraphs }, () => inventParagraph(30 + Math.floor(random() * 30)))

/** Paragraphs that every office repeats: two in ten boletines carry one. */
const BOILERPLATE = inventText(40)

function inventBoletin(number: number): Boletin {
  const paragraphs = inventText(5 + Math.floor(random() * 3))
  if (random() < 0.2) paragraphs.push(pick(BOILERPLATE, random))
  const folio = `2026/${String(number).padStart(6, '0')}`
  return {
    folio,
    title: folio,
    paragraphs,
    dependencia: null,
    sentAt: new Date(START + random() * 20 * 24 * HOUR),
    file: folio,
  }
}

/** Each word changed with this probability: replaced, dropped or doubled. Returns the text and how many words stayed. */
function editWords(paragraphs: readonly string[], rate: number): { text: string[]; kept: number } {
  let kept = 0
  const text = paragraphs.map((paragraph) =>
    paragraph
      .split(' ')
      .flatMap((word) => {
        if (random() >= rate) {
          kept += 1
          return [word]
        }
        return random() < 0.7 ? [pick(vocabulary, random)] : []
      })
      .join(' '),
  )
  return { text, kept }
}

const countWords = (paragraphs: readonly string[]): number =>
  paragraphs.reduce((sum, paragraph) => sum + paragraph.split(' ').length, 0)

type Derived = { readonly paragraphs: readonly string[]; readonly share: number | null }

/** How outlets reprint; `share`: of the boletín's words that the note keeps, null for notes of their own. */
const WAYS: Readonly<Record<string, (boletin: Boletin) => Derived>> = {
  'sin relación': () => ({ paragraphs: inventText(6), share: null }),
  íntegra: ({ paragraphs }) => ({ paragraphs, share: 1 }),
  recortada: ({ paragraphs }) => {
    const kept = paragraphs.filter((_, index) => index % 2 === 0).toReversed()
    return { paragraphs: kept, share: countWords(kept) / countWords(paragraphs) }
  },
  'edición ligera': ({ paragraphs }) => {
    const { text, kept } = editWords(paragraphs, 0.05)
    return { paragraphs: text, share: kept / countWords(paragraphs) }
  },
  'edición fuerte': ({ paragraphs }) => {
    const { text, kept } = editWords(paragraphs, 0.25)
    return { paragraphs: text.toReversed(), share: kept / countWords(paragraphs) }
  },
  'un párrafo en nota propia': ({ paragraphs }) => {
    const copied = paragraphs[1] ?? ''
    return { paragraphs: [...inventText(4), copied], share: countWords([copied]) / countWords(paragraphs) }
  },
}

function measure(size: number): number {
  const boletines = Array.from({ length: size }, (_, number) => inventBoletin(number))
  const builtAt = process.cpuUsage()
  const index = prepareBoletines(boletines)
  const build = seconds(builtAt)
  const rows = index.rows.reduce((sum, { ids, paragraph }) => sum + ids.byteLength + paragraph.byteLength, 0)
  const bytes = index.hashes.byteLength + index.owners.byteLength + index.starts.byteLength + rows
  console.log(
    `\n${size} boletines: índice en ${build.toFixed(1)} s, ${(bytes / size / 1024).toFixed(2)} KB cada uno`,
  )
  const cases = Object.entries(WAYS).flatMap(([way, derive]) =>
    Array.from({ length: NOTES_EACH }, () => {
      const boletin = pick(boletines, random)
      const { paragraphs, share } = derive(boletin)
      const publishedAt = new Date(boletin.sentAt.getTime() + 5 * HOUR)
      const article: Article = makeArticle('Una nota', paragraphs, { publishedAt, hasHour: true })
      return { way, folio: share === null ? null : boletin.folio, share, article, publishedAt }
    }),
  )
  for (let round = 0; round < WARM_UPS; round += 1) {
    for (const { article, publishedAt } of cases) tracePickups(article, publishedAt, index)
  }
  const times: number[] = []
  for (const way of Object.keys(WAYS)) {
    const own = cases.filter((each) => each.way === way)
    const at = process.cpuUsage()
    const found = own.map(({ article, publishedAt }) => tracePickups(article, publishedAt, index))
    const perNote = (seconds(at) * 1000) / own.length
    times.push(perNote)
    const hits = own.map(({ folio, share }, number) => {
      const pickup = found[number]?.find((each) => each.folio === folio)
      return pickup === undefined || share === null ? null : Math.abs(pickup.shareOfBoletin - share)
    })
    const right = hits.filter((error) => error !== null)
    const strays = found.flat().length - right.length
    const error = right.reduce((sum, each) => sum + each, 0) / Math.max(1, right.length)
    const recall =
      own[0]?.folio === null
        ? ''
        : `hallados ${right.length}/${own.length}, error de la parte ${error.toFixed(3)}, `
    console.log(`  ${way.padEnd(26)} ${recall}de más ${strays}, ${perNote.toFixed(2)} ms de CPU por nota`)
  }
  return times.reduce((sum, each) => sum + each, 0) / times.length
}

function seconds(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

let base = 0
for (const size of SIZES) {
  const perNote = measure(size)
  if (base === 0) base = perNote
  console.log(
    `  media ${perNote.toFixed(2)} ms por nota: ${(perNote / base).toFixed(2)}× la de ${SIZES[0]} boletines`,
  )
}
