// The rules of alerts.yml and a span of the ledger → the alerts that would have left in it, and those kept silent.
import type { AlertRules } from '../config/alerts.ts'
import { findNotes } from '../store/notes.ts'
import { cleanText } from '../text/clean.ts'
import { judgeNote } from './alerts.ts'
import { decideLeave, isProvenFresh } from './alerts-rules.ts'
import type { House } from './house.ts'

export type TriedAlert = {
  readonly at: Date
  readonly ruleId: string
  readonly title: string
  readonly medium: string
  readonly reason: string
  /** Why it would not have left; null of one that would. */
  readonly why: string | null
}

export type Trial = {
  readonly notes: number
  /** Notes that were proven fresh when they were captured. */
  readonly fresh: number
  readonly alerts: readonly TriedAlert[]
}

/** Plays a span through the rules as the resident would: one alert per story, its rests, its quiet hours, its cap. */
export async function tryRules(
  house: House,
  rules: AlertRules,
  span: { readonly from: Date; readonly to: Date },
): Promise<Trial> {
  const { sources: declared, municipality } = house.workspace
  const sources = new Map(declared.map((source) => [source.id, source]))
  const notes = await findNotes(house.store.db, span)
  const raised = new Set<number>()
  const sent: { ruleId: string; sentAt: Date }[] = []
  const alerts: TriedAlert[] = []
  for (const note of notes) {
    const alert = raised.has(note.storyId) ? null : judgeNote(note, house, rules, sources)
    if (alert === null) continue
    raised.add(note.storyId)
    let at = alert.dueAt
    let leave = decideLeave(alert, rules, sent, at, municipality)
    while (leave.kind === 'wait') {
      at = leave.until
      leave = decideLeave(alert, rules, sent, at, municipality)
    }
    if (leave.kind === 'send') sent.push({ ruleId: alert.ruleId, sentAt: at })
    alerts.push({
      at,
      ruleId: alert.ruleId,
      title: cleanText(note.article.title),
      medium: sources.get(note.sourceId)?.name ?? note.sourceId,
      reason: alert.reason,
      why: leave.kind === 'silence' ? leave.why : null,
    })
  }
  const fresh = notes.filter((note) => isProvenFresh(note, rules.freshHours)).length
  return { notes: notes.length, fresh, alerts }
}
