// A note's pick-ups and the boletines they come from → what was taken, from where to where, what was left out, and the credit.
import type { Article, Boletin, Passage, Pickup } from '../model.ts'
import type { Dossier } from '../store/dossier.ts'
import { formatInstant } from './boletin.ts'
import { tellProbable } from './boletin-confirm.ts'
import { LINE_WIDTH, shorten, wrapText } from './paragraphs.ts'

const KIND_WORDS: Readonly<Record<Pickup['kind'], string>> = {
  integra: 'íntegra',
  editada: 'editada',
  parcial: 'parcial',
  citada: 'citada',
}

/** Passages shown of one boletín; the rest are counted. */
const MOST_PASSAGES = 12

/** Lines of at most eighty columns; `boletines` are those of the pick-ups, by folio. */
export function describePickups(
  article: Article,
  pickups: readonly Pickup[],
  boletines: ReadonlyMap<string, Boletin>,
  timeZone: string,
): string[] {
  return pickups.flatMap((pickup) => {
    const boletin = boletines.get(pickup.folio)
    const sent = boletin === undefined ? '' : ` · enviado ${formatInstant(boletin.sentAt, timeZone)}`
    return [
      `Boletín ${pickup.folio}: ${KIND_WORDS[pickup.kind]}${pickup.confirmedBy === undefined ? '' : `, confirmado por ${pickup.confirmedBy}`}${sent}`,
      ...wrapText(
        `${pickup.confirmedBy === undefined ? '' : 'lo cuenta con otras palabras; '}retoma ${percent(pickup.shareOfBoletin)} del boletín, que es ${percent(pickup.shareOfArticle)} de la nota; ${tellLag(pickup.lagHours)}; ${pickup.isCredited ? 'dice que viene del municipio' : 'no dice de dónde viene'}`,
        '  ',
      ),
      ...(boletin === undefined ? [] : describeTitle(article, pickup, boletin)),
      ...describePassages(article, pickup),
      ...(boletin === undefined || pickup.confirmedBy !== undefined ? [] : describeOmitted(pickup, boletin)),
    ]
  })
}

/** Boletines that the note may tell in other words and no person has decided: they count nowhere. */
export function describeProbable(
  { note, probable, boletinDecisions }: Dossier,
  boletines: ReadonlyMap<string, Boletin>,
): string[] {
  return probable
    .filter(({ folio }) => !boletinDecisions.some((decision) => decision.folio === folio))
    .flatMap((proposed) => [
      `Boletín ${proposed.folio}: probable, sin confirmar; no cuenta como publicado`,
      ...wrapText(boletines.get(proposed.folio)?.title ?? '', '  Título del boletín: '),
      ...wrapText(tellProbable(proposed), '  '),
      `  → sintesis boletin confirm ${note.id} ${proposed.folio} si|no --why "…"`,
    ])
}

function tellLag(hours: number | null): string {
  if (hours === null) return 'la nota no tiene fecha: no se sabe cuánto tardó'
  const minutes = Math.round(hours * 60)
  if (minutes < 60) return `salió ${minutes} min después`
  if (minutes < 48 * 60) return `salió ${Math.floor(minutes / 60)} h ${minutes % 60} min después`
  return `salió ${Math.round(hours / 24)} días después`
}

const describeTitle = ({ title }: Article, { isTitleKept }: Pickup, boletin: Boletin): string[] =>
  isTitleKept
    ? ['  Título: el del boletín']
    : [...wrapText(boletin.title, '  Título del boletín: '), ...wrapText(title, '  Título de la nota:  ')]

function describePassages({ paragraphs }: Article, { passages }: Pickup): string[] {
  const rest = passages.length - MOST_PASSAGES
  return [
    `  Pasajes (boletín → nota): ${passages.length}`,
    ...passages.slice(0, MOST_PASSAGES).flatMap((passage) => {
      const text = paragraphs[passage.articleParagraph]?.slice(passage.articleStart, passage.articleEnd) ?? ''
      return [
        `    ${placeOf(passage, 'boletin')} → ${placeOf(passage, 'article')} · ${passage.words} palabras`,
        shorten(`      «${text}`, LINE_WIDTH - 1) + (text.length > LINE_WIDTH - 9 ? '' : '»'),
      ]
    }),
    ...(rest > 0 ? [`    … y ${rest} más`] : []),
  ]
}

/** "párrafo 2, letras 0–180": paragraphs count from one, letters from zero as the archive keeps them. */
function placeOf(passage: Passage, side: 'boletin' | 'article'): string {
  const [paragraph, start, end] =
    side === 'boletin'
      ? [passage.boletinParagraph, passage.boletinStart, passage.boletinEnd]
      : [passage.articleParagraph, passage.articleStart, passage.articleEnd]
  return `párrafo ${paragraph + 1}, letras ${start}–${end}`
}

function describeOmitted({ passages }: Pickup, { paragraphs }: Boletin): string[] {
  const taken = new Set(passages.map(({ boletinParagraph }) => boletinParagraph))
  const omitted = paragraphs.flatMap((text, at) => (taken.has(at) ? [] : [{ text, at }]))
  if (omitted.length === 0) return ['  Omite: ningún párrafo del boletín']
  return [
    `  Omite ${omitted.length} de ${paragraphs.length} párrafos del boletín:`,
    ...omitted.map(({ text, at }) => shorten(`    ${at + 1}. ${text}`, LINE_WIDTH)),
  ]
}

const percent = (share: number): string => `${Math.round(share * 100)} %`
