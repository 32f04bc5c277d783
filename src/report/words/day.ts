// The figures of a day → the sentence that opens page one, at most 150 characters.
import type { ToneLabel, ToneTally } from '../../model.ts'
import { namePartOfDay } from './dates.ts'
import { capitalize, endSentence, lowerFirst, quoteTitle, shorten } from './grammar.ts'
import { countOf, MEDIA, NOTES, printCount, SOURCES } from './numbers.ts'
import { agreeWithTitle } from './plural-title.ts'
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
  /** Two topics that stand out with equally many notes, instead of a main one. */
  readonly equalTopics?: readonly [Topic, Topic] | null
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
  const { sourcesRead, sourcesDue, notes } = facts
  const isIncomplete = sourcesRead < sourcesDue * LEAST_READ
  if (notes === 0) return isIncomplete ? describeUnknown(facts) : describeSilence(facts)
  const sentence = describeDay(facts)
  if (!isIncomplete) return sentence
  const warning = warnOf(facts)
  const short = `${describeVolume(facts)}: ${nameTally(facts.tally)}.`
  return `${warning}. ${sentence.length + warning.length < LONGEST ? sentence : short}`
}

/** `Edición incompleta: se leyó 1 de 44 fuentes`, without its stop. */
function warnOf({ sourcesRead, sourcesDue }: DayFacts): string {
  if (sourcesRead === 0) return 'Edición incompleta: no se pudo leer ninguna fuente'
  const verb = sourcesRead === 1 ? 'se leyó' : 'se leyeron'
  return `Edición incompleta: ${verb} ${printCount(sourcesRead)} de ${countOf(sourcesDue, SOURCES)}`
}

/** Nothing found where little was read proves no silence. */
function describeUnknown(facts: DayFacts): string {
  const { place, sourcesRead, posts = 0 } = facts
  const networks = posts === 0 ? '' : `; ${nameMentions(posts)}`
  if (sourcesRead === 0) return `${warnOf(facts)} y no se sabe si hubo notas sobre ${place}${networks}.`
  return `${warnOf(facts)}; en lo leído no hay notas sobre ${place}${networks}.`
}

function describeDay(facts: DayFacts): string {
  if (facts.notes === 1) return describeSingleNote(facts)
  if (facts.topHeadline?.notes === facts.notes) return describeSingleStory(facts, facts.topHeadline.title)
  if (facts.tally['sin evaluar'] === facts.notes) {
    return `${describeVolume(facts)}; el tono está sin evaluar en todas.`
  }
  const { equalTopics = null } = facts
  if (equalTopics !== null) return describeEqualTopics(facts, equalTopics)
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

/** What stands where no rule asks for anything, said of the hours that the edition is read in. */
export const describeNoActions = (now: Date, timeZone: string): string =>
  `Nada exige respuesta ${namePartOfDay(now, timeZone)}, según las reglas de esta edición.`

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

/** All notes of the day tell one thing. */
function describeSingleStory({ notes, tally }: DayFacts, title: string): string {
  const opening = `Las ${countOf(notes, NOTES)} del día cuentan la misma historia`
  const tone = findSingleTone(tally)
  const all = tone === null ? nameTally(tally) : `todas ${nameTone(tone, notes)}`
  const room = LONGEST - opening.length - all.length - 8
  return `${opening}, ${quoteTitle(shorten(title, room))}: ${all}.`
}

/** Two topics of one size: neither is the day's. */
function describeEqualTopics({ notes, tally }: DayFacts, [one, other]: readonly [Topic, Topic]): string {
  const names = `${lowerFirst(one.title)} y ${lowerFirst(other.title)}`
  const opening = `Dos temas van a la par, con ${printCount(one.notes)} de ${countOf(notes, NOTES)} cada uno: `
  const listed = /\s[ye]\s|,/iu.test(`${one.title} ${other.title}`)
    ? `${lowerFirst(one.title)}; ${lowerFirst(other.title)}`
    : names
  const full = `${opening}${listed}. En total, ${nameTally(tally)}.`
  return full.length <= LONGEST ? full : `${opening}${listed}.`
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

/** A topic balances the main one when it has at least half as many notes of the other tone. */
const LEAST_BALANCE = 0.5

function describeCounterweight({ mainTopic, counterTopic, tally }: DayFacts): string {
  if (counterTopic === null || mainTopic === null) return `En total, ${nameTally(tally)}.`
  const { positivo, negativo } = mainTopic.tally
  const tone = negativo >= positivo ? 'positivo' : 'negativo'
  const count = counterTopic.tally[tone]
  const title = lowerFirst(counterTopic.title)
  const what = `${printCount(count)} ${nameTone(tone, count)}`
  if (tone === 'positivo' && negativo > 0 && count >= negativo * LEAST_BALANCE) {
    return `${capitalize(title)} lo ${agreeWithTitle(title, 'equilibra', 'equilibran')} con ${what}.`
  }
  if (tone === 'negativo' && count * 2 > tally.negativo) return `Lo negativo está en ${title}: ${what}.`
  if (count <= mainTopic.tally[tone]) return `En total, ${nameTally(tally)}.`
  return `El tema con más ${nameTone(tone, 2)} es ${title}, con ${printCount(count)}.`
}
