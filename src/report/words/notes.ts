// What is known of a note → the short lines of its ficha: where and when, reach, boletín, repeats, warnings.
import type { Article, ArticleFlag, Completeness, Medium, Pickup, Reach, Slot } from '../../model.ts'
import { localDate } from '../../text/zoned.ts'
import { shortFolio } from './actions.ts'
import { printDay, printInstant, printShortDate } from './dates.ts'
import { endSentence, quoteTitle, shorten } from './grammar.ts'
import { countOf, NBSP, NO_DATA, printCount, printShare, printSpan } from './numbers.ts'
import { listAiring, printMediumAndSlot } from './slots.ts'

export const NO_TITLE = 'Sin titular'

/**
 * When a note appeared: day and hour, the day alone, or the capture where the outlet prints no date. The year is printed
 * where it is not that of the capture: an old note must not pass for one of today.
 */
export function printWhen({ publishedAt, hasHour }: Article, capturedAt: Date, timeZone: string): string {
  if (publishedAt === null) return `sin fecha; captura ${printInstant(capturedAt, timeZone)}`
  const date = localDate(publishedAt, timeZone)
  const isOfAnotherYear = date.slice(0, 4) !== localDate(capturedAt, timeZone).slice(0, 4)
  if (isOfAnotherYear) return printShortDate(date).replace(/^\S+ /, '')
  return hasHour ? printInstant(publishedAt, timeZone) : printDay(date)
}

/** `alcance est. 18 mil`, `alcance est. 12–25 mil`, `1,240 vistas`, `alcance s/d`. */
function printReach(reach: Reach | null): string {
  if (reach === null) return `alcance${NBSP}${NO_DATA}`
  if (reach.unit === 'vistas') return countOf(reach.value, { one: 'vista', many: 'vistas' })
  const unit = reach.unit === 'visitas' ? `${NBSP}visitas` : ''
  return `alcance${NBSP}est.${NBSP}${printSpan(reach)}${unit}`
}

/** `Portal · Local · Marisol Tovar · 20 nov, 21:40 · alcance est. 18 mil`, `Radio, 1 min 32 s · Primera Hora · …`; what is unknown is left out, never invented. */
export function printMeta(facts: {
  readonly medium: Medium
  readonly slot: Slot | undefined
  readonly section: string | null
  readonly byline: string | null
  readonly when: string
  readonly reach: Reach | null
}): string {
  const parts = [
    printMediumAndSlot(facts.medium, facts.slot),
    ...listAiring(facts.slot),
    facts.section,
    facts.byline,
    facts.when,
    printReach(facts.reach),
  ]
  return parts.filter((part) => part !== null && part !== '').join(' · ')
}

const PICKUP_VERBS: Readonly<Record<Pickup['kind'], string>> = {
  integra: 'Publica íntegro el boletín',
  editada: 'Retoma el boletín',
  parcial: 'Retoma parte del boletín',
  citada: 'Cita el boletín',
}

export const printPickup = (pickup: Pickup): { readonly title: string; readonly detail: string } => ({
  title: `${PICKUP_VERBS[pickup.kind]} ${shortFolio(pickup.folio)}`,
  detail: `coincide ${printShare(pickup.shareOfBoletin)} del texto`,
})

/** `media` other outlets told the story; `same` more notes are the chief outlet's own. */
export function printRepeatsTitle(media: number, same: number): string {
  if (media === 0)
    return same === 1 ? 'Otra nota del mismo medio:' : `Otras ${printCount(same)} notas del mismo medio:`
  return media === 1 ? 'También en un medio:' : `También en ${printCount(media)} medios:`
}

/** `y 12 más`; nothing when there are no more. */
export const printMore = (count: number): string | null => (count > 0 ? `y ${printCount(count)} más` : null)

/** Where one of several notes of an outlet stands, and how many more there are. */
export const printWhereAndMore = (where: string, more: number): string =>
  more === 0 ? where : `${where} y ${printCount(more)} más`

export const printBriefsTitle = (count: number): string => `Breves (${printCount(count)})`

const FLAG_WARNINGS: Readonly<Partial<Record<ArticleFlag, string>>> = {
  'fecha-dudosa': 'La fecha de publicación es dudosa.',
  'fecha-futura': 'El medio le puso una fecha futura.',
  'nota-antigua': 'Es una nota antigua que el medio volvió a publicar.',
  mojibake: 'El medio la publicó con letras dañadas.',
}

const COMPLETENESS_WARNINGS: Readonly<Record<Completeness, string | null>> = {
  completa: null,
  truncada: 'El medio muestra solo una parte del texto.',
  avance: 'Solo se pudo leer el avance.',
  'solo-titular': 'Solo se pudo leer el titular.',
}

/** What a reader must know about how a note was read. */
export const listWarnings = (article: Article): string[] => [
  ...article.flags.flatMap((flag) => FLAG_WARNINGS[flag] ?? []),
  ...[COMPLETENESS_WARNINGS[article.completeness] ?? []].flat(),
]

export const MISSING_VOICE_WARNING = 'No aparece citada ninguna voz del gobierno municipal.'

export const printClashWarning = (thing: string): string => `Cifras distintas de ${thing} en dos medios.`

/** `Menciona: Marcela Ruvalcaba (2), Tesorería (1).` */
export const printMentions = (
  mentions: readonly { readonly name: string; readonly count: number }[],
): string | null =>
  mentions.length === 0
    ? null
    : `Menciona: ${mentions.map(({ name, count }) => `${name} (${printCount(count)})`).join(', ')}.`

/** Why a note waits for a person to say whether it is ours. */
export const printDoubt = (evidence: readonly string[]): string =>
  evidence[0] === undefined
    ? 'Falta confirmar que habla del municipio.'
    : `Falta confirmar: ${endSentence(evidence[0])}`

const LONGEST_LINK = 46

/** An address without its protocol, cut to what can be read. */
export function printLink(href: string): string {
  const bare = href.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')
  return bare.length <= LONGEST_LINK ? bare : `${bare.slice(0, LONGEST_LINK)}…`
}

/** Title of a note for a row of one line. */
export const printRowTitle = (title: string): string => shorten(title, 160)

export const PICTURE_CAPTION = 'Foto del medio'

export const printPictureAlt = (title: string, medium: string): string =>
  `Foto de ${medium} en ${quoteTitle(title)}`
