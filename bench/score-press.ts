// What the house kept of the sample press, beside the truth → how much was found, and how well it was judged.
import { layColumns } from '../src/cli/terminal.ts'
import type { Note, ToneLabel } from '../src/model.ts'
import type { House } from '../src/pipeline/house.ts'
import { findNotes } from '../src/store/notes.ts'
import { instantOf } from './press/calendar.ts'
import type { Press } from './press/press.ts'
import type { PressNote } from './press/stories.ts'

type Pair = { readonly truth: PressNote; readonly note: Note | null }
type Belonging = 'nuestra' | 'dudosa' | 'no'

const TONES: readonly ToneLabel[] = ['positivo', 'neutro', 'negativo', 'mixto', 'sin evaluar']

/** Scores the archive against the truth of all notes published by `now`. Lines in Spanish, ready to print. */
export async function scorePress(house: House, press: Press, now: Date): Promise<string[]> {
  const kept = await findNotes(house.store.db, { from: new Date(0), to: now })
  const byTruth = new Map<string, Note[]>()
  for (const note of kept) {
    const truth = press.noteAt(note.article.url)
    if (truth !== null) byTruth.set(truth.id, [...(byTruth.get(truth.id) ?? []), note])
  }
  const published = press.notes.filter(({ at }) => instantOf(at) <= now)
  const pairs = published.map((truth) => ({ truth, note: byTruth.get(truth.id)?.[0] ?? null }))
  const strangers = kept.filter(({ article }) => press.noteAt(article.url) === null)
  const twice = [...byTruth].filter(([, notes]) => notes.length > 1)
  return [
    '\nCalificación contra la verdad de la prensa de muestra',
    `Captura: ${count(pairs, ({ note }) => note !== null)} de ${pairs.length} notas; ${twice.length} dos veces; ${strangers.length} que no son notas`,
    ...listSome(
      '  falta',
      pairs.filter(({ note }) => note === null).map(({ truth }) => `${truth.id} ${truth.title}`),
    ),
    ...listSome(
      '  sobra',
      strangers.map(({ article }) => article.url),
    ),
    ...scoreText(pairs),
    ...scoreDates(pairs),
    ...scoreMentions(pairs, house),
    ...scoreTone(pairs),
    ...scorePickups(pairs),
    ...scoreStories(pairs),
  ]
}

function count<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.filter(test).length
}

function listSome(label: string, items: readonly string[]): string[] {
  return items.slice(0, 12).map((item) => `${label}: ${item}`)
}

function share(part: number, whole: number): string {
  return whole === 0 ? 'sin base' : `${((part / whole) * 100).toFixed(1)} % (${part} de ${whole})`
}

function listFound(pairs: readonly Pair[]): { truth: PressNote; note: Note }[] {
  return pairs.flatMap(({ truth, note }) => (note === null ? [] : [{ truth, note }]))
}

function scoreText(pairs: readonly Pair[]): string[] {
  const found = listFound(pairs)
  const isWhole = ({ truth, note }: { truth: PressNote; note: Note }) => {
    const text = squeeze(note.article.paragraphs.join(' '))
    return truth.paragraphs.every((paragraph) => text.includes(squeeze(paragraph)))
  }
  const isClean = ({ truth, note }: { truth: PressNote; note: Note }) =>
    squeeze(note.article.paragraphs.join('')).length <= squeeze(truth.paragraphs.join('')).length * 1.1 + 40
  const titled = found.filter(({ truth, note }) => squeeze(note.article.title) === squeeze(truth.title))
  return [
    `Texto completo: ${share(count(found, isWhole), found.length)}; sin añadidos: ${share(count(found, isClean), found.length)}; título exacto: ${share(titled.length, found.length)}`,
    ...listSome(
      '  incompleto',
      found.filter((pair) => !isWhole(pair)).map(({ truth }) => `${truth.id} ${truth.outlet}`),
    ),
    ...listSome(
      '  con añadidos',
      found.filter((pair) => !isClean(pair)).map(({ truth }) => `${truth.id} ${truth.outlet}`),
    ),
  ]
}

function squeeze(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
}

function scoreDates(pairs: readonly Pair[]): string[] {
  const found = listFound(pairs)
  const offBy = ({ truth, note }: { truth: PressNote; note: Note }) =>
    note.article.publishedAt === null
      ? null
      : Math.abs(note.article.publishedAt.getTime() - instantOf(truth.at).getTime()) / 60_000
  const dated = found.filter((pair) => offBy(pair) !== null)
  const exact = dated.filter((pair) => (offBy(pair) ?? 99) < 1)
  const sameDay = dated.filter(
    ({ truth, note }) => localDay(note.article.publishedAt) === truth.at.slice(0, 10),
  )
  return [
    `Fechas: día ${share(sameDay.length, found.length)}; minuto ${share(exact.length, found.length)}; sin fecha ${found.length - dated.length}`,
    ...listSome(
      '  otro día',
      dated
        .filter((pair) => !sameDay.includes(pair))
        .map(
          ({ truth, note }) =>
            `${truth.id} ${truth.outlet}: ${localDay(note.article.publishedAt)} por ${truth.at} (${note.article.publishedFrom})`,
        ),
    ),
  ]
}

function localDay(instant: Date | null): string {
  return instant === null ? '' : instant.toLocaleDateString('sv-SE', { timeZone: 'America/Mexico_City' })
}

function belongingOf(note: Note, ours: readonly string[]): Belonging {
  const mentions = note.mentions.filter(({ subjectId }) => ours.includes(subjectId))
  if (mentions.some(({ belonging }) => belonging === 'nuestra')) return 'nuestra'
  return mentions.length > 0 ? 'dudosa' : 'no'
}

function scoreMentions(pairs: readonly Pair[], { lens: { ourSubjects } }: House): string[] {
  const judged = pairs.map(({ truth, note }) => ({
    truth,
    wanted: truth.truth.ours === 'si' ? 'nuestra' : truth.truth.ours,
    found: note === null ? 'perdida' : belongingOf(note, ourSubjects),
  }))
  const ours = judged.filter(({ wanted }) => wanted === 'nuestra')
  const called = judged.filter(({ found }) => found === 'nuestra')
  const both = count(ours, ({ found }) => found === 'nuestra')
  const seen = count(ours, ({ found }) => found === 'nuestra' || found === 'dudosa')
  const table = ['nuestra', 'dudosa', 'no'].map((wanted) => [
    wanted,
    ...['nuestra', 'dudosa', 'no', 'perdida'].map((found) =>
      String(count(judged, (one) => one.wanted === wanted && one.found === found)),
    ),
  ])
  return [
    `Menciones: exhaustividad ${share(both, ours.length)} (con dudosas ${share(seen, ours.length)}); precisión ${share(both, called.length)}`,
    ...layColumns([['verdad ↓ dicho →', 'nuestra', 'dudosa', 'no', 'perdida'], ...table]).map(
      (line) => `  ${line}`,
    ),
    ...listSome(
      '  error',
      judged
        .filter(({ wanted, found }) => wanted !== found && wanted !== 'dudosa' && found !== 'perdida')
        .map(
          ({ truth, wanted, found }) => `${truth.id} ${truth.outlet}: ${found} por ${wanted}: ${truth.title}`,
        ),
    ),
  ]
}

function scoreTone(pairs: readonly Pair[]): string[] {
  const judged = listFound(pairs).flatMap(({ truth, note }) =>
    truth.truth.tone === null || note.tone === null
      ? []
      : [{ wanted: truth.truth.tone, found: note.tone.label }],
  )
  const table = TONES.slice(0, 4).map((wanted) => [
    wanted,
    ...TONES.map((found) => String(count(judged, (one) => one.wanted === wanted && one.found === found))),
  ])
  const right = count(judged, ({ wanted, found }) => wanted === found)
  const opposite = count(
    judged,
    ({ wanted, found }) => [wanted, found].includes('positivo') && [wanted, found].includes('negativo'),
  )
  const f1 = TONES.slice(0, 4).map((label) => {
    const hit = count(judged, ({ wanted, found }) => wanted === label && found === label)
    const all =
      count(judged, ({ wanted }) => wanted === label) + count(judged, ({ found }) => found === label)
    return all === 0 ? 0 : (2 * hit) / all
  })
  const macro = f1.reduce((sum, value) => sum + value, 0) / f1.length
  return [
    `Tono: acierto ${share(right, judged.length)}; F1 macro ${macro.toFixed(3)}; signo contrario ${share(opposite, judged.length)}`,
    ...layColumns([['verdad ↓ dicho →', ...TONES], ...table]).map((line) => `  ${line}`),
  ]
}

function scorePickups(pairs: readonly Pair[]): string[] {
  const judged = listFound(pairs).map(({ truth, note }) => ({
    truth,
    wanted: truth.truth.pickup,
    found: note.pickups,
    kind: note.pickups.find(({ folio }) => folio === truth.truth.pickup?.folio)?.kind ?? null,
  }))
  const wanted = judged.filter((one) => one.wanted !== null)
  const hit = count(wanted, ({ kind }) => kind !== null)
  const named = judged.reduce((sum, { found }) => sum + found.length, 0)
  const sameKind = count(wanted, (one) => one.kind !== null && one.kind === one.wanted?.kind)
  return [
    `Boletines retomados: exhaustividad ${share(hit, wanted.length)}; precisión ${share(hit, named)}; misma clase ${share(sameKind, hit)}`,
    ...listSome(
      '  no visto',
      wanted
        .filter(({ kind }) => kind === null)
        .map(
          ({ truth }) =>
            `${truth.id} ${truth.outlet} ${truth.truth.pickup?.folio} ${truth.truth.pickup?.kind}`,
        ),
    ),
    ...listSome(
      '  de más',
      judged
        .filter((one) => one.found.some(({ folio }) => folio !== one.wanted?.folio))
        .map(
          ({ truth, found }) =>
            `${truth.id} ${truth.outlet}: ${found.map(({ folio, kind }) => `${folio} ${kind}`).join(', ')}`,
        ),
    ),
  ]
}

function scoreStories(pairs: readonly Pair[]): string[] {
  const found = listFound(pairs)
  let together = 0
  let said = 0
  let both = 0
  for (const [index, one] of found.entries()) {
    for (const other of found.slice(index + 1)) {
      const isTrue = one.truth.storyId === other.truth.storyId
      const isSaid = one.note.storyId === other.note.storyId
      if (isTrue) together++
      if (isSaid) said++
      if (isTrue && isSaid) both++
    }
  }
  const f1 = together + said === 0 ? 0 : (2 * both) / (together + said)
  return [
    `Historias: F1 por pares ${f1.toFixed(3)}; exhaustividad ${share(both, together)}; precisión ${share(both, said)}`,
  ]
}
