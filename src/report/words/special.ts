// An edition outside the schedule → its title, its number, the sentence that opens it and one for each correction.
import type { Belonging, ToneLabel, ToneTally } from '../../model.ts'
import { printDay } from './dates.ts'
import { nameMentions } from './day.ts'
import { contract, quoteTitle, shorten } from './grammar.ts'
import { countOf, MEDIA, NOTES, type Noun, printCount, SOURCES } from './numbers.ts'
import { nameTally, nameTone } from './tones.ts'

const CORRECTIONS: Noun = { one: 'corrección', many: 'correcciones' }
/** By when an action of an edition outside the schedule is due. */
export const SOON = 'Cuanto antes'

/** `Antes de las 9:00`, `Antes de la 1:00`; what is no hour stands as it is. */
export const printBefore = (before: string): string =>
  /^\d/.test(before) ? `Antes de ${/^1(?::|$)/.test(before) ? 'la' : 'las'} ${before}` : before

const ORDINALS = ['', 'Segundo ', 'Tercer ', 'Cuarto ', 'Quinto ', 'Sexto ', 'Séptimo ', 'Octavo ', 'Noveno ']
const LONGEST_TITLE = 110
/** Of the story most told, in the opening sentence. */
const LONGEST_TOP = 70

export const SPECIAL_LABELS = {
  corrections: 'Correcciones',
} as const

type Earlier = {
  readonly kind: 'alcance' | 'extraordinaria'
  readonly number: number
  /** `YYYY-MM-DD`. */
  readonly date: string
}

/** `ya salió en el alcance 1 del 6 nov`, `2 de sus 3 notas ya salieron en la extraordinaria 4`. */
export function printTold(told: readonly Earlier[], all: number): string {
  const where = [...new Set(told.map(nameEarlier))].join(' y en ')
  const verb = told.length === 1 ? 'ya salió' : 'ya salieron'
  if (told.length < all) return `${printCount(told.length)} de sus ${countOf(all, NOTES)} ${verb} en ${where}`
  return `${all === 1 ? '' : 'sus notas '}${verb} en ${where}`
}

/** `el alcance 1 del 6 nov`, `la extraordinaria 4`. */
const nameEarlier = ({ kind, number, date }: Earlier): string =>
  kind === 'alcance'
    ? `el alcance ${printCount(number)} del ${printDay(date)}`
    : `la extraordinaria ${printCount(number)}`

/** `Alcance 1 a la edición del 2026-11-06`, `Extraordinaria 4 (2026-11-06)`: as a cell of a sheet says it. */
export const printEarlierEdition = ({ kind, number, date }: Earlier): string =>
  kind === 'alcance' ? `Alcance ${number} a la edición del ${date}` : `Extraordinaria ${number} (${date})`

/** `Alcance a la edición 1,214`, `Segundo alcance a la edición 1,214`, `Alcance 12 a la edición 1,214`. */
export function printAddendumTitle(of: number, ordinal: number): string {
  const which = ORDINALS[ordinal - 1]
  const name = which === undefined ? `Alcance ${ordinal}` : which === '' ? 'Alcance' : `${which}alcance`
  return `${name} a la edición ${printCount(of)}`
}

/** `Edición extraordinaria 3 · 14:20`. */
export const printExtraordinaryIssue = (number: number, hour: string): string =>
  `Edición extraordinaria ${printCount(number)} · ${hour}`

/** `Alcance 2 · 11:40`. */
export const printAddendumIssue = (ordinal: number, hour: string): string =>
  `Alcance ${printCount(ordinal)} · ${hour}`

/** What an extraordinary edition holds: how many notes, of which hours, of what tone, and the story most told. */
export function describeExtraordinary(facts: {
  readonly place: string
  /** `del 13 nov, 6:40, al 13 nov, 11:40`. */
  readonly span: string
  readonly notes: number
  readonly media: number
  readonly tally: ToneTally
  readonly sourcesRead: number
  readonly sourcesDue: number
  readonly top: { readonly title: string; readonly notes: number } | null
  readonly posts?: number
}): string {
  const { place, span, notes, media, tally, sourcesRead, sourcesDue, top, posts } = facts
  if (notes === 0) {
    const read = `${printCount(sourcesRead)} de ${countOf(sourcesDue, SOURCES)} ${sourcesDue === 1 ? 'leída' : 'leídas'}`
    return `Sin notas sobre ${place} ${span}: ${read}, ${nameMentions(posts)}.`
  }
  const opening = `${countOf(notes, NOTES)} sobre ${place} en ${countOf(media, MEDIA)}: ${nameTally(tally)}.`
  if (top === null || top.notes < 2) return opening
  return `${opening} La más contada: ${quoteTitle(shorten(top.title, LONGEST_TOP))}.`
}

/** What came after an edition: how many notes, of what tone, and how many corrections. */
export function describeAddendum(facts: {
  readonly place: string
  readonly of: number
  readonly notes: number
  readonly media: number
  readonly doubtful: number
  readonly tally: ToneTally
  readonly corrections: number
}): string {
  const { place, of, notes, media, doubtful, tally, corrections } = facts
  const edition = `la edición ${printCount(of)}`
  const fixed = corrections === 0 ? '' : countOf(corrections, CORRECTIONS)
  const waiting = doubtful === 0 ? '' : `; ${countOf(doubtful, NOTES)} por confirmar`
  if (notes === 0 && doubtful === 0)
    return fixed === ''
      ? `Sin notas nuevas sobre ${place} después de ${edition}.`
      : `Sin notas nuevas sobre ${place}; ${fixed} a ${edition}.`
  if (notes === 0)
    return `Después de ${edition}: ${countOf(doubtful, NOTES)} por confirmar${fixed === '' ? '' : ` y ${fixed}`}.`
  const came = `Después de ${edition}, ${countOf(notes, NOTES)} más sobre ${place} en ${countOf(media, MEDIA)}: ${nameTally(tally)}`
  return `${came}${waiting}${fixed === '' ? '' : `; ${fixed}`}.`
}

/** `Y 4 correcciones más: p. 3`. */
export const printMoreCorrections = (count: number, page: string): string | null =>
  count <= 0 ? null : `Y ${countOf(count, CORRECTIONS)} más${page === '' ? '' : `: ${page}`}.`

/** What stands where no correction and no note is. */
export const describeNoNotes = (of: number): string =>
  `No llegaron notas nuevas después de la edición ${printCount(of)}.`

/** `“Título”, de El Correo: salió como neutra y es negativa.` */
export function describeToneCorrection(
  note: { readonly title: string; readonly medium: string },
  before: ToneLabel,
  after: ToneLabel,
): string {
  const said = before === 'sin evaluar' ? 'salió sin evaluar' : `salió como ${nameTone(before, 1)}`
  const is = after === 'sin evaluar' ? 'queda sin evaluar' : `es ${nameTone(after, 1)}`
  return `${nameNote(note)}: ${said} y ${is}.`
}

/** `“Título”, de El Correo: no habla de Tala, aunque la edición la contó.` `subject` with its article. */
export function describeMentionCorrection(
  note: { readonly title: string; readonly medium: string },
  subject: string,
  before: Belonging | 'ajena' | null,
  after: 'nuestra' | 'ajena',
): string {
  const whom = contract(`de ${subject}`)
  if (after === 'ajena') return `${nameNote(note)}: no habla ${whom}, aunque la edición la contó.`
  if (before === 'dudosa') return `${nameNote(note)}: estaba por confirmar y sí habla ${whom}.`
  return `${nameNote(note)}: sí habla ${whom}, y la edición no lo decía.`
}

const nameNote = ({ title, medium }: { readonly title: string; readonly medium: string }): string =>
  `${quoteTitle(shorten(title, LONGEST_TITLE))}, ${contract(`de ${medium}`)}`
