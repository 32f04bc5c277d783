// The sample press with its truth → how well mentions, pick-ups and stories are found, straight from the texts (no HTML).
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBoletin } from '../src/config/boletines.ts'
import { readMunicipality } from '../src/config/municipality.ts'
import { prepareBoletines } from '../src/match/boletines.ts'
import { decideBelonging, findMentions } from '../src/match/mentions.ts'
import { tracePickups } from '../src/match/pickups.ts'
import { placeInStory } from '../src/match/stories.ts'
import { admitNote, prepareStories } from '../src/match/story-window.ts'
import { prepareSubjects } from '../src/match/subjects.ts'
import type { Article, Boletin, Mention, Prominence, Source, Subject } from '../src/model.ts'
import { instantOf } from '../src/text/zoned.ts'
import { makeSource, SUBJECTS } from '../tests/match/tala.ts'
import { type OutletId, type PressNote, readPressBoletines, readStories } from './press/stories.ts'

const ZONE = 'America/Mexico_City'
const PRESS = join(import.meta.dirname, 'press')
const BOLETINES = join(PRESS, 'workspace/boletines/2026')
const isVerbose = process.argv.includes('--each')

/** Home of each outlet as bench/press/README.md tells it; null city: state or national. */
const HOMES: Readonly<Record<OutletId, string | null>> = {
  correo: 'Tala',
  diario: 'Ameca',
  sol: 'Ameca',
  canaveral: 'Tala',
  cuisillos: 'Cuisillos',
  ruta70: 'Ameca',
  ingenio: 'Tala',
  canal6: 'Ameca',
  momento: 'Tala',
  radio: 'Ameca',
  red: 'Guadalajara',
  occidente: 'Guadalajara',
  tribuna: 'Guadalajara',
  zapopan: 'Zapopan',
  observador: 'Ameca',
  gobierno: 'Tala',
}

const sourceOf = (note: PressNote): Source => makeSource(HOMES[note.outlet])

function readInstant(local: string): Date {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = local.split(/[-T:]/).map(Number)
  return instantOf({ year, month, day, hour, minute }, ZONE)
}

function toArticle(note: PressNote): Article {
  return {
    url: `https://${note.outlet}.example/${note.id}`,
    canonicalUrl: `https://${note.outlet}.example/${note.id}`,
    title: note.title,
    byline: note.byline,
    section: note.section,
    publishedAt: readInstant(note.at),
    publishedFrom: 'meta',
    hasHour: true,
    image: null,
    standfirst: note.standfirst,
    paragraphs: note.paragraphs,
    completeness: 'completa',
    flags: [],
  }
}

function loadBoletines(): Boletin[] {
  return readdirSync(BOLETINES)
    .sort()
    .flatMap((name) => {
      const declared = readBoletin(name, readFileSync(join(BOLETINES, name), 'utf8'), ZONE)
      return declared.ok ? [declared.value] : []
    })
}

function loadSubjects(): readonly Subject[] {
  const file = join(PRESS, 'workspace/municipality.yml')
  if (!existsSync(file) || process.argv.includes('--fixture')) return SUBJECTS
  const declared = readMunicipality(file, readFileSync(file, 'utf8'))
  if (!declared.ok) throw new Error(declared.faults.map((fault) => fault.message).join('\n'))
  return declared.value.subjects
}

/** Counts pairs of truth and answer and prints them as a table with recall and precision of each class. */
function printConfusion(title: string, pairs: readonly (readonly [truth: string, found: string])[]): void {
  const classes = [...new Set(pairs.flat())].sort()
  const count = (test: (pair: readonly [string, string]) => boolean) => pairs.filter(test).length
  console.log(`\n${title} (${pairs.length}; rows truth, columns found)`)
  console.table(
    Object.fromEntries(
      classes.map((truth) => [
        truth,
        {
          ...Object.fromEntries(
            classes.map((found) => [found, count(([a, b]) => a === truth && b === found)]),
          ),
          recall: ratio(
            count(([a, b]) => a === truth && b === truth),
            count(([a]) => a === truth),
          ),
          precision: ratio(
            count(([a, b]) => a === truth && b === truth),
            count(([, b]) => b === truth),
          ),
        },
      ]),
    ),
  )
}

const ratio = (part: number, whole: number): string => (whole === 0 ? '—' : (part / whole).toFixed(3))

function evaluateMentions(notes: readonly PressNote[]): void {
  const subjects = loadSubjects()
  const index = prepareSubjects(subjects)
  const RANK: readonly Prominence[] = ['titular', 'entrada', 'cuerpo', 'incidental']
  const belongings: [string, string][] = []
  const prominences: [string, string][] = []
  for (const note of notes) {
    const mentions = findMentions(toArticle(note), sourceOf(note), index)
    const decided = decideBelonging(mentions, subjects)
    const found = decided === 'nuestra' ? 'si' : (decided ?? 'no')
    belongings.push([note.truth.ours, found])
    if (found !== note.truth.ours && isVerbose) tellMention(note, found, mentions)
    if (note.truth.prominence === null || found === 'no') continue
    const own = mentions.filter(({ subjectId }) => isOwnRole(subjects.find(({ id }) => id === subjectId)))
    const best = RANK.find((rank) => own.some(({ prominence }) => prominence === rank)) ?? 'none'
    prominences.push([note.truth.prominence, best])
    if (best !== note.truth.prominence && process.argv.includes('--prominence'))
      console.log(`${note.id} truth ${note.truth.prominence} found ${best}: ${note.title}`)
  }
  printConfusion('Mentions', belongings)
  printConfusion('Prominence', prominences)
}

const isOwnRole = (subject: Subject | undefined): boolean =>
  subject !== undefined && subject.role !== 'vecino' && subject.role !== 'tema'

function tellMention(note: PressNote, found: string, mentions: readonly Mention[]): void {
  console.log(`${note.id} ${note.outlet} truth ${note.truth.ours} found ${found}: ${note.title}`)
  for (const { subjectId, belonging, evidence } of mentions)
    console.log(`    ${subjectId} ${belonging}: ${evidence.join(' ')}`)
}

function evaluatePickups(notes: readonly PressNote[]): void {
  const index = prepareBoletines(loadBoletines())
  const pairs: [string, string][] = []
  for (const note of notes) {
    const found = tracePickups(toArticle(note), readInstant(note.at), index)
    const truth = note.truth.pickup
    const same = found.find(({ folio }) => folio === truth?.folio)
    const strays = found.filter(({ folio }) => folio !== truth?.folio)
    if (truth !== null || strays.length === 0) pairs.push([truth?.kind ?? 'ninguna', same?.kind ?? 'ninguna'])
    for (const stray of strays) pairs.push(['ninguna', stray.kind])
    if (isVerbose && (strays.length > 0 || same?.kind !== truth?.kind)) {
      const tell = found.map(
        (each) =>
          `${each.folio} ${each.kind} boletín ${each.shareOfBoletin.toFixed(2)} nota ${each.shareOfArticle.toFixed(2)} words ${each.passages.map(({ words }) => words)}`,
      )
      console.log(`${note.id} ${note.outlet} truth ${truth?.folio} ${truth?.kind}: ${tell.join('; ')}`)
    }
  }
  printConfusion('Pick-ups', pairs)
  const hits = pairs.filter(([truth, found]) => truth !== 'ninguna' && found !== 'ninguna').length
  console.log(
    `any kind: recall ${ratio(hits, pairs.filter(([truth]) => truth !== 'ninguna').length)}, precision ${ratio(hits, pairs.filter(([, found]) => found !== 'ninguna').length)}`,
  )
}

function evaluateStories(notes: readonly PressNote[]): void {
  const window = prepareStories([])
  const placed = new Map<string, number>()
  const ordered = notes.toSorted(
    (left, right) => left.at.localeCompare(right.at) || left.id.localeCompare(right.id),
  )
  const titles = new Map<number, string>()
  for (const [noteId, note] of ordered.entries()) {
    const at = readInstant(note.at)
    const placement = placeInStory(note, at, window)
    const storyId = placement.storyId ?? noteId
    if (placement.storyId === null) titles.set(noteId, note.storyId)
    placed.set(note.id, storyId)
    admitNote(window, {
      noteId,
      storyId,
      title: note.title,
      standfirst: note.standfirst,
      paragraphs: note.paragraphs,
      at,
    })
    const isNew = ![...placed.keys()].some(
      (id) => id !== note.id && ordered.find((each) => each.id === id)?.storyId === note.storyId,
    )
    if (isVerbose && (placement.storyId === null ? !isNew : titles.get(placement.storyId) !== note.storyId))
      console.log(`${note.id} ${placement.similarity.toFixed(2)} ${placement.basis} [${note.title}]`)
  }
  let [both, truth, found] = [0, 0, 0]
  for (const [position, left] of ordered.entries()) {
    for (const right of ordered.slice(position + 1)) {
      const isSame = left.storyId === right.storyId
      const isPlaced = placed.get(left.id) === placed.get(right.id)
      if (isSame) truth += 1
      if (isPlaced) found += 1
      if (isSame && isPlaced) both += 1
    }
  }
  console.log(
    `\nStories: ${new Set(notes.map(({ storyId }) => storyId)).size} in truth, ${new Set(placed.values()).size} found`,
  )
  const f1 = (2 * both) / (truth + found)
  console.log(`pairs: precision ${ratio(both, found)}, recall ${ratio(both, truth)}, F1 ${f1.toFixed(3)}`)
}

const notes = readStories(join(PRESS, 'stories'), readPressBoletines(BOLETINES))
console.log(`${notes.length} notes`)
evaluateMentions(notes)
evaluatePickups(notes)
evaluateStories(notes)
