// Stories, boletines and the analyst's notes → what requires action, by rules that state a fact and a standard step.

import type { Boletin, Municipality, Note } from '../../model.ts'
import type { Action } from '../sintesis.ts'
import type { AnalystNotes } from '../sintesis-input.ts'
import { cleanText } from '../typeset/clean-text.ts'
import {
  type ActionText,
  describeClash,
  describeMissingVoice,
  describeSilentBoletin,
  describeSilentBoletines,
} from '../words/actions.ts'
import { printClock } from '../words/dates.ts'
import { compareNames } from '../words/order.ts'
import { anchorOfBoletin, anchorOfStory, BOLETINES_ANCHOR } from './anchors.ts'
import { findFigureClash } from './figure-clash.ts'
import { idsOf, nameOfSource, type SourceById, titleOf, withTone } from './note-facts.ts'
import { hasOfficialVoice, isFullyRead } from './official-voice.ts'
import { listMedia, type Telling } from './tellings.ts'

/** Hours after which a boletín that nobody published is worth sending again. */
export const SILENT_AFTER_HOURS = 12
export const MOST_ACTIONS = 3
const HOUR_MS = 3_600_000
/** Negative notes from which a story without official voice asks for a spokesperson; one is enough in a main outlet. */
const LEAST_NEGATIVE = 2

export type ActionFacts = {
  readonly municipality: Municipality
  readonly tellings: readonly Telling[]
  readonly sources: SourceById
  readonly now: Date
  /** Boletines that no outlet has published. */
  readonly silent: readonly Boletin[]
  readonly analyst: AnalystNotes | null
}

/**
 * All actions, the analyst's first, then by rule: stories without official voice, contradictory figures, boletines
 * without echo. Page one takes the first three, ordered by hour.
 */
export function composeActions(facts: ActionFacts): Action[] {
  return [
    ...listAnalystActions(facts),
    ...listMissingVoices(facts),
    ...listSilent(facts),
    ...listClashes(facts),
  ]
}

/** The actions of page one, by hour. */
export const chooseActions = (actions: readonly Action[]): Action[] =>
  actions.slice(0, MOST_ACTIONS).toSorted((one, other) => minutesOf(one.before) - minutesOf(other.before))

function minutesOf(hour: string): number {
  const [hours = 0, minutes = 0] = hour.split(':').map(Number)
  return hours * 60 + minutes
}

function listAnalystActions({ analyst, tellings, municipality }: ActionFacts): Action[] {
  return (analyst?.actions ?? []).map((action) => {
    const telling = action.url === null ? undefined : findByUrl(tellings, action.url)
    return {
      rule: 'analista',
      act: cleanText(action.act),
      why: cleanText(action.why ?? ''),
      step: action.step === null ? null : cleanText(action.step),
      before: printClock(action.before ?? municipality.duties.before),
      owner: action.owner ?? municipality.duties.press,
      noteIds: telling === undefined ? [] : idsOf(telling.notes),
      goTo: telling === undefined ? null : anchorOfStory(telling),
    }
  })
}

/** The story that has a publication at this address. */
export const findByUrl = (tellings: readonly Telling[], url: string): Telling | undefined =>
  tellings.find(({ notes }) =>
    notes.some(({ article }) => article.url === url || article.canonicalUrl === url),
  )

function ruleAction(
  { municipality }: ActionFacts,
  rule: Action['rule'],
  text: ActionText,
  place: { readonly noteIds: readonly number[]; readonly goTo: string | null },
): Action {
  const { press, spokesperson, before } = municipality.duties
  return {
    rule,
    ...text,
    before: printClock(before),
    owner: rule === 'sin-voz-oficial' ? spokesperson : press,
    ...place,
  }
}

function listMissingVoices(facts: ActionFacts): Action[] {
  const { tellings, sources, municipality } = facts
  return tellings
    .filter((telling) => lacksOfficialVoice(telling, sources, municipality))
    .map((telling) => {
      const negative = withTone(telling.notes, 'negativo')
      const text = describeMissingVoice({
        title: titleOf(telling.chief),
        notes: telling.notes.length,
        negative: negative.length,
        read: telling.notes.filter(isFullyRead).length,
        media: listMedia(negative, sources),
      })
      return ruleAction(facts, 'sin-voz-oficial', text, {
        noteIds: idsOf(telling.notes),
        goTo: anchorOfStory(telling),
      })
    })
}

/** Negative in two outlets, or prominent in a main one, and the government speaks in none of the notes read in full. */
export function lacksOfficialVoice(
  telling: Telling,
  sources: SourceById,
  municipality: Municipality,
): boolean {
  const negative = withTone(telling.notes, 'negativo')
  const isHeavy = negative.length >= LEAST_NEGATIVE || negative.some((note) => isProminent(note, sources))
  const read = telling.notes.filter(isFullyRead)
  return isHeavy && read.length > 0 && !telling.notes.some((note) => hasOfficialVoice(note, municipality))
}

const isProminent = (note: Note, sources: SourceById): boolean =>
  sources.get(note.sourceId)?.tier === 1 && note.mentions.some(({ prominence }) => prominence === 'titular')

function listClashes(facts: ActionFacts): Action[] {
  return facts.tellings.flatMap((telling) => {
    const clash = findFigureClash(telling.notes)
    if (clash === null) return []
    const text = describeClash({
      thing: clash.thing,
      title: titleOf(telling.chief),
      sides: clash.sides.map(({ value, note }) => ({
        value,
        medium: nameOfSource(note.sourceId, facts.sources),
      })),
    })
    const noteIds = clash.sides.map(({ note }) => note.id)
    return [ruleAction(facts, 'cifras-distintas', text, { noteIds, goTo: anchorOfStory(telling) })]
  })
}

/** One silent boletín is an action; several are one action together. */
function listSilent(facts: ActionFacts): Action[] {
  const waited = facts.silent
    .map((boletin) => ({ boletin, hours: hoursSince(boletin.sentAt, facts.now) }))
    .filter(({ hours }) => hours >= SILENT_AFTER_HOURS)
    .toSorted((one, other) => compareNames(one.boletin.folio, other.boletin.folio))
  const [first] = waited
  if (first === undefined) return []
  if (waited.length === 1) {
    const { boletin, hours } = first
    const text = describeSilentBoletin(boletin.folio, cleanText(boletin.title), hours)
    return [
      ruleAction(facts, 'boletin-sin-publicar', text, { noteIds: [], goTo: anchorOfBoletin(boletin.folio) }),
    ]
  }
  const text = describeSilentBoletines(
    waited.map(({ boletin }) => boletin.folio),
    Math.min(...waited.map(({ hours }) => hours)),
  )
  return [ruleAction(facts, 'boletin-sin-publicar', text, { noteIds: [], goTo: BOLETINES_ANCHOR })]
}

export const hoursSince = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / HOUR_MS
