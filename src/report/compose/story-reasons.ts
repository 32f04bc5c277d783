// A story and its period → what is worth saying of it, the weightiest first.
import type { Municipality, Position } from '../../model.ts'
import { shortFolio } from '../words/actions.ts'
import type { PeriodWords } from '../words/periods.ts'
import { REASONS, type Reason } from '../words/stories.ts'
import { nameOfSource, type SourceById, sumReach, toneOf, weighReach } from './note-facts.ts'
import { hasOfficialVoice, isFullyRead } from './official-voice.ts'
import { listMedia, type Telling } from './tellings.ts'
import type { TopicTellings } from './topics.ts'

export type ReasonFacts = {
  readonly sources: SourceById
  readonly municipality: Municipality
  readonly position: Position
  readonly period: PeriodWords
  readonly tellings: readonly Telling[]
  readonly topics: readonly TopicTellings[]
}

/** Names under which outlets file what they print on their first page. */
const FRONT_PAGE = /^(?:portada|primera plana|principal)$/iu

/** Whether the government speaks in any note of a story; null where none was read whole. */
export function hasVoice({ notes }: Telling, municipality: Municipality): boolean | null {
  if (!notes.some(isFullyRead)) return null
  return notes.some((note) => hasOfficialVoice(note, municipality))
}

/** Reasons of a story for the government, or against it. There is always one. */
export function listReasons(
  telling: Telling,
  tone: 'positivo' | 'negativo',
  facts: ReasonFacts,
): readonly Reason[] {
  const shared = [frontPage(telling, facts), newTopic(telling, facts)]
  const reasons =
    tone === 'negativo'
      ? [usedAgainst(telling), ...shared, silence(telling, facts), headline(telling, facts)]
      : [mostPublished(telling, facts), ...shared, headline(telling, facts)]
  const rest = [widest(telling, facts), speaker(telling, facts), fromBoletin(telling), own(telling)]
  return [...reasons, ...rest].flatMap((reason) => reason ?? [])
}

function usedAgainst({ notes }: Telling): Reason | null {
  const against = notes.find((note) => toneOf(note) === 'negativo' && note.pickups.length > 0)
  const [pickup] = against?.pickups ?? []
  return pickup === undefined ? null : REASONS.usedAgainst(shortFolio(pickup.folio))
}

function frontPage({ notes }: Telling, { sources }: ReasonFacts): Reason | null {
  const note = notes.find(
    ({ article }) => article.slot?.isFrontPage ?? FRONT_PAGE.test(article.section?.trim() ?? ''),
  )
  return note === undefined ? null : REASONS.frontPage(nameOfSource(note.sourceId, sources))
}

/** In the title of an outlet of the first tier. */
function headline({ notes }: Telling, { sources }: ReasonFacts): Reason | null {
  const note = notes.find(
    ({ sourceId, mentions }) =>
      sources.get(sourceId)?.tier === 1 && mentions.some(({ prominence }) => prominence === 'titular'),
  )
  return note === undefined ? null : REASONS.headline(nameOfSource(note.sourceId, sources))
}

function newTopic({ sectionId }: Telling, { position, topics, period }: ReasonFacts): Reason | null {
  if (position.previous === null || sectionId === null) return null
  const change = position.standing.topics.find(({ id }) => id === sectionId)
  const topic = topics.find(({ id }) => id === sectionId)
  return change?.previousNotes === 0 && topic !== undefined ? REASONS.newTopic(topic.title, period) : null
}

/** The boletín of the period that most outlets printed, when this story carries it. */
function mostPublished(telling: Telling, { tellings, sources }: ReasonFacts): Reason | null {
  const media = new Map<string, Set<string>>()
  for (const { sourceId, pickups } of tellings.flatMap(({ notes }) => notes)) {
    for (const { folio } of pickups) media.set(folio, (media.get(folio) ?? new Set()).add(sourceId))
  }
  const [best, second] = [...media].toSorted(([, one], [, other]) => other.size - one.size)
  if (best === undefined || best[1].size < 2 || best[1].size === second?.[1].size) return null
  const own = telling.notes.filter(({ pickups }) => pickups.some(({ folio }) => folio === best[0]))
  if (listMedia(own, sources).length === 0) return null
  return REASONS.mostPublished(shortFolio(best[0]), best[1].size)
}

/** Said only if it holds even were each visit of the others a person. */
function widest(telling: Telling, { tellings, period }: ReasonFacts): Reason | null {
  const people = sumReach(telling.notes)?.value ?? 0
  const isWidest = tellings.every((other) => other === telling || weighReach(other.notes) < people)
  return tellings.length > 1 && isWidest ? REASONS.widest(period) : null
}

function silence(telling: Telling, { municipality }: ReasonFacts): Reason | null {
  return hasVoice(telling, municipality) === false
    ? REASONS.silent(telling.notes.filter(isFullyRead).length)
    : null
}

/** The person of the government who speaks in most of its notes. */
function speaker({ notes }: Telling, { position }: ReasonFacts): Reason | null {
  const ids = new Set(notes.map(({ id }) => id))
  const [first] = position.standing.spokespeople
    .map(({ name, quotedIn }) => ({ name, count: quotedIn.filter((id) => ids.has(id)).length }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count)
  return first === undefined ? null : REASONS.speaks(first.name, first.count)
}

function fromBoletin({ notes }: Telling): Reason | null {
  const byFolio = Map.groupBy(
    notes.flatMap(({ id, pickups }) => pickups.map(({ folio }) => ({ id, folio }))),
    ({ folio }) => folio,
  )
  const [best] = [...byFolio].toSorted(([, one], [, other]) => other.length - one.length)
  return best === undefined ? null : REASONS.fromBoletin(shortFolio(best[0]), best[1].length)
}

function own({ notes }: Telling): Reason {
  if (!notes.some(isFullyRead)) return REASONS.unread
  return REASONS.own(notes.length === 1)
}

/** For each story in turn the weightiest reason of a kind that none before it has; else its weightiest. */
export function chooseReasons(lists: readonly (readonly Reason[])[]): Reason[] {
  const told = new Set<string>()
  return lists.map((reasons) => {
    const chosen = reasons.find(({ kind }) => !told.has(kind)) ?? reasons[0] ?? REASONS.unread
    told.add(chosen.kind)
    return chosen
  })
}
