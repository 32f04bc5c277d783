// The figures of a day → the sentence that opens page one, at most 150 characters.
import type { ToneLabel, ToneTally } from '../../model.ts'
import { capitalize, endSentence, lowerFirst, quoteTitle, shorten } from './grammar.ts'
import { countOf, MEDIA, NOTES, printCount, SOURCES } from './numbers.ts'
import { nameTally, nameTone, TONE_NAMES } from './tones.ts'

export type Topic = { readonly title: string; readonly notes: number; readonly tally: ToneTally }

export type DayFacts = {
  readonly place: string
  readonly notes: number
  readonly media: number
  readonly tally: ToneTally
  readonly sourcesDue: number
  readonly sourcesRead: number
  /** The topic with most notes when it stands out, and the one that pulls the other way. */
  readonly mainTopic: Topic | null
  readonly counterTopic: Topic | null
  readonly topHeadline: { readonly title: string; readonly medium: string; readonly notes: number } | null
  /** Whether volume and tone lie inside the usual band; null without enough history. */
  readonly isUsual: boolean | null
  /** Posts of networks, which are no notes. */
  readonly posts?: number
}

const LONGEST = 150
/** With fewer sources read the sentence says first that the edition is incomplete. */
const LEAST_READ = 0.8

/** Composes the day sentence: topic, size, tone and counterweight; nothing that the figures do not say. */
export function composeDaySentence(facts: DayFacts): string {
  if (facts.notes === 0) return describeSilence(facts)
  const { sourcesRead, sourcesDue } = facts
  const sentence = describeDay(facts)
  if (sourcesRead >= sourcesDue * LEAST_READ) return sentence
  const warning = `Edición incompleta: ${printCount(sourcesRead)} de ${countOf(sourcesDue, SOURCES)} ${sourcesRead === 1 ? 'leída' : 'leídas'}.`
  return `${warning} ${sentence.length + warning.length < LONGEST ? sentence : `${describeVolume(facts)}.`}`
}

function describeDay(facts: DayFacts): string {
  if (facts.notes === 1) return describeSingleNote(facts)
  if (facts.tally['sin evaluar'] === facts.notes) {
    return `${describeVolume(facts)}; el tono está sin evaluar en todas.`
  }
  if (facts.isUsual === true && facts.mainTopic === null) {
    return `Día normal: ${describeVolume(facts, '')}; ${nameTally(facts.tally)}.`
  }
  const single = findSingleTone(facts.tally)
  if (single !== null && facts.mainTopic !== null) return describeOneToneDay(facts, facts.mainTopic, single)
  if (facts.mainTopic === null) return describeMixedDay(facts)
  if (facts.mainTopic.notes === facts.notes) return describeOneTopicDay(facts, facts.mainTopic)
  const opening = describeTopic(facts.mainTopic, facts.notes)
  const closing = describeCounterweight(facts)
  const isNormal = facts.isUsual === true ? 'Día normal. ' : ''
  const full = [`${isNormal}${opening}`, closing].filter((part) => part !== '').join(' ')
  return full.length <= LONGEST ? full : opening
}

function describeSilence({ place, sourcesDue, sourcesRead, posts }: DayFacts): string {
  const failed = sourcesDue - sourcesRead
  const tail = failed === 0 ? '' : `; ${printCount(failed)} no ${failed === 1 ? 'respondió' : 'respondieron'}`
  return `Día sin notas sobre ${place}: ${printCount(sourcesRead)} de ${countOf(sourcesDue, SOURCES)} ${sourcesDue === 1 ? 'leída' : 'leídas'}, ${nameMentions(posts)}${tail}.`
}

/** What there is beside the notes, on a day without any. */
export const nameMentions = (posts = 0): string =>
  posts === 0 ? 'sin menciones' : `${countOf(posts, { one: 'mención', many: 'menciones' })} solo en redes`

function describeSingleNote({ place, tally, topHeadline }: DayFacts): string {
  const tone = nameTally(tally).replace(/^1\s/u, '') || lowerFirst(TONE_NAMES['sin evaluar'])
  const opening = `Una nota sobre ${place}, ${tone}`
  if (topHeadline === null) return `${opening}.`
  const full = `${opening}, en ${topHeadline.medium}: ${quoteTitle(topHeadline.title)}.`
  return full.length <= LONGEST ? full : `${opening}, en ${topHeadline.medium}.`
}

const describeVolume = ({ place, notes, media }: DayFacts, about = ` sobre ${place}`): string =>
  `${countOf(notes, NOTES)}${about} en ${countOf(media, MEDIA)}`

function describeMixedDay(facts: DayFacts): string {
  const opening = `${describeVolume(facts)}: ${nameTally(facts.tally)}.`
  const { topHeadline } = facts
  if (topHeadline === null || topHeadline.notes < 2) return opening
  const room = LONGEST - opening.length - 24
  if (room < 30) return opening
  const story = `La más contada: ${quoteTitle(shorten(topHeadline.title, room))}.`
  return `${opening} ${story}`
}

/** The tone that all notes of the day share, when they do. */
function findSingleTone(tally: ToneTally): ToneLabel | null {
  const present = (Object.keys(tally) as ToneLabel[]).filter((tone) => tally[tone] > 0)
  return present.length === 1 ? (present[0] ?? null) : null
}

function describeOneToneDay({ notes }: DayFacts, topic: Topic, tone: ToneLabel): string {
  const all = `Las ${countOf(notes, NOTES)} del día son ${nameTone(tone, notes)}`
  const title = lowerFirst(topic.title)
  if (topic.notes === notes) return `${all} y todas son de ${title}.`
  return `${all}; el tema con más notas es ${title}, con ${printCount(topic.notes)}.`
}

const describeOneTopicDay = ({ notes, tally }: DayFacts, { title }: Topic): string =>
  `Las ${countOf(notes, NOTES)} del día son de ${lowerFirst(title)}: ${nameTally(tally)}.`

function describeTopic({ title, notes, tally }: Topic, all: number): string {
  const [tone, count] =
    tally.negativo >= tally.positivo
      ? (['negativo', tally.negativo] as const)
      : (['positivo', tally.positivo] as const)
  const share =
    count * 3 >= notes && count > 0
      ? `, ${count === notes ? 'todas' : printCount(count)} ${nameTone(tone, count)}`
      : ''
  return endSentence(
    `El tema del día es ${lowerFirst(title)}: ${printCount(notes)} de ${countOf(all, NOTES)}${share}`,
  )
}

function describeCounterweight({ mainTopic, counterTopic, tally }: DayFacts): string {
  if (counterTopic !== null && mainTopic !== null) {
    const isMainNegative = mainTopic.tally.negativo >= mainTopic.tally.positivo
    const tone = isMainNegative ? 'positivo' : 'negativo'
    const count = counterTopic.tally[tone]
    const what = `${printCount(count)} ${nameTone(tone, count)}`
    return isMainNegative
      ? `${capitalize(lowerFirst(counterTopic.title))} lo equilibra con ${what}.`
      : `Lo negativo está en ${lowerFirst(counterTopic.title)}: ${what}.`
  }
  return `En total, ${nameTally(tally)}.`
}
