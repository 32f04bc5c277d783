// A query and what came of trying it → lines in Spanish that fit eighty columns.
import type { MissedNotes, QueryTrial, TriedNote } from '../pipeline/query-trial.ts'
import type { Query } from '../text/query.ts'
import { drawQuery } from '../text/query-tree.ts'
import { formatInstant } from './boletin.ts'
import { LINE_WIDTH, shorten, wrapText } from './paragraphs.ts'

/** Notes shown of those found, and of those that each change would find. */
const MOST_FOUND = 10
const MOST_MISSED = 3
const MOST_CHANGES = 8

export type Shown = {
  readonly timeZone: string
  readonly days: number
  readonly isWhole: boolean
  /** Name of the subject compared with, or null. */
  readonly subject: string | null
}

/** The query as it was written and as it was understood. */
export function tellQuery(text: string, query: Query): string[] {
  return [
    ...wrapText(text, 'Búsqueda: '),
    'Se entiende así:',
    ...drawQuery(query).map((line) => `  ${shorten(line, LINE_WIDTH - 2)}`),
    '',
  ]
}

/** The part of a query around a mistake, with a mark under its character. */
export function pointAtMistake(text: string, at: number, width: number): string[] {
  const flat = text.replace(/\s/g, ' ')
  const from = at < width - 10 ? 0 : at - Math.floor(width / 2)
  const lead = from === 0 ? '  ' : '… '
  return [`${lead}${flat.slice(from, from + width - 4)}`, `${' '.repeat(at - from + 2)}^`]
}

/** What the query finds, what it misses, and how it stands against the subject compared with. */
export function tellTrial(trial: QueryTrial, shown: Shown): string[] {
  const { found, missed, notes } = trial
  const ours = found.filter(({ isOurs }) => isOurs).length
  const span = shown.days === 1 ? 'el último día' : `los últimos ${shown.days} días`
  const most = shown.isWhole ? found.length : MOST_FOUND
  return [
    ...wrapText(
      `Halla ${found.length} de las ${notes} notas de ${span}${found.length === 0 ? '' : `; ${tellOurs(ours)} (●)`}.`,
    ),
    ...found.slice(0, most).flatMap((note) => tellNote(note, shown)),
    ...tellRest(found.length - most, 'Y'),
    '',
    ...tellMissed(missed, shown),
    ...tellSubject(trial, shown),
  ]
}

function tellNote({ id, title, sourceName, at, isOurs, extracts }: TriedNote, { timeZone }: Shown): string[] {
  const head = `${isOurs ? '●' : '○'} ${id} · ${formatInstant(at, timeZone)} · ${sourceName}`
  return [
    '',
    shorten(head, LINE_WIDTH),
    ...wrapText(title, '  '),
    ...extracts.flatMap(({ place, before, hit, after }) =>
      wrapText(`${before}[${hit}]${after}`, `    ${place}: `),
    ),
  ]
}

const tellOurs = (count: number): string => (count === 1 ? '1 nuestra' : `${count} nuestras`)

const tellRest = (count: number, lead: string): string[] =>
  count <= 0 ? [] : ['', `${lead} ${count} más; enséñalas con --all.`]

function tellMissed(missed: readonly MissedNotes[], shown: Shown): string[] {
  if (missed.length === 0) return ['Se le escapa: nada que un cambio pequeño halle.']
  const changes = shown.isWhole ? missed : missed.slice(0, MOST_CHANGES)
  return [
    'Se le escapa (cada cambio, lo que hallaría además):',
    ...changes.flatMap(({ change, notes }) => {
      const ours = notes.filter(({ isOurs }) => isOurs).length
      const count = notes.length === 1 ? '1 nota' : `${notes.length} notas`
      const some = shown.isWhole ? notes : notes.slice(0, MOST_MISSED)
      return [
        '',
        ...wrapText(`${change}: ${count}${ours > 0 ? `, ${tellOurs(ours)}` : ''}`, '+ '),
        ...some.flatMap((note) => tellMissedNote(note, shown)),
      ]
    }),
    ...tellRest(missed.length - changes.length, 'Cambios:'),
  ]
}

function tellMissedNote({ id, title, isOurs, extracts }: TriedNote, shown: Shown): string[] {
  const [extract] = shown.isWhole ? [] : extracts
  return [
    shorten(`  ${isOurs ? '●' : '○'} ${id} ${title}`, LINE_WIDTH),
    ...(extract === undefined
      ? []
      : wrapText(`${extract.before}[${extract.hit}]${extract.after}`, `      ${extract.place}: `)),
  ]
}

function tellSubject({ unfoundOfSubject }: QueryTrial, shown: Shown): string[] {
  if (unfoundOfSubject === null) return []
  if (unfoundOfSubject.length === 0)
    return ['', ...wrapText(`Halla todas las notas que hoy son de «${shown.subject}».`)]
  const most = shown.isWhole ? unfoundOfSubject.length : MOST_FOUND
  return [
    '',
    ...wrapText(
      `Notas que hoy son de «${shown.subject}» y esta búsqueda no halla: ${unfoundOfSubject.length}`,
    ),
    ...unfoundOfSubject
      .slice(0, most)
      .map(({ id, title, isOurs }) => shorten(`  ${isOurs ? '●' : '○'} ${id} ${title}`, LINE_WIDTH)),
    ...tellRest(unfoundOfSubject.length - most, 'Y'),
  ]
}
