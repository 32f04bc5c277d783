// The ledger since the last look → alerts: one per story that a rule of alerts.yml finds in a note proven fresh.
import { type AlertRules, readAlerts } from '../config/alerts.ts'
import type { Note, Source } from '../model.ts'
import {
  findAlertLook,
  findAlertsOfStories,
  hastenAlert,
  keepAlert,
  keepAlertLook,
  type NewAlert,
} from '../store/alerts.ts'
import { findNotes } from '../store/notes.ts'
import { findRule, isProvenFresh } from './alerts-rules.ts'
import type { House } from './house.ts'

/** The first look goes back so far. */
const FIRST_LOOK_MS = 3_600_000
/** Looks overlap: a note may be kept a little after the instant that the ledger gives it. */
const OVERLAP_MS = 10 * 60_000
/** Alerts of main outlets must be out within ten minutes; those visited less often cannot be. */
const KEY_EVERY_MINUTES = 10

/** What alerts.yml of the house says; null without the file. @throws Misdeclared for its first mistake. */
export async function readRules({ workspace }: House): Promise<AlertRules | null> {
  const { folder, sources, municipality } = workspace
  const { rules, faults } = await readAlerts(folder, {
    sourceIds: sources.map(({ id }) => id),
    subjectIds: municipality.subjects.map(({ id }) => id),
  })
  const [fault] = faults
  if (fault !== undefined) throw fault
  return rules
}

/** Spanish: key sources that are visited too seldom for their alerts to be in time. */
export function remarkOnKeySources({ workspace }: House, rules: AlertRules): string[] {
  return workspace.sources
    .filter(({ id, everyMinutes }) => rules.keySources.includes(id) && everyMinutes > KEY_EVERY_MINUTES)
    .map(
      ({ id, everyMinutes }) =>
        `${id} es medio clave y se lee cada ${everyMinutes} min: sus avisos pueden tardar eso; pon «every: ${KEY_EVERY_MINUTES}m»`,
    )
}

/** What a note would raise; null when no rule finds it or nothing proves that it is fresh. */
export function judgeNote(
  note: Note,
  { workspace, lens }: Pick<House, 'workspace' | 'lens'>,
  rules: AlertRules,
  sources: ReadonlyMap<string, Source>,
): NewAlert | null {
  if (!isProvenFresh(note, rules.freshHours)) return null
  const { subjects } = workspace.municipality
  const found = findRule(note, sources.get(note.sourceId), rules, subjects, lens.ourSubjects)
  if (found === null) return null
  const isKey = rules.keySources.includes(note.sourceId)
  const wait = isKey ? 0 : rules.waitMinutes * 60_000
  return {
    ruleId: found.rule.id,
    noteId: note.id,
    speed: isKey ? 'rapida' : 'normal',
    reason: isKey ? `${found.reason}; medio clave` : found.reason,
    // However late it is looked at: news that nobody looked at for half a day is none.
    raisedAt: note.capturedAt,
    dueAt: new Date(note.capturedAt.getTime() + wait),
  }
}

/**
 * Raises the alerts of what was captured since the last look. Those of main outlets are due at once; the others wait for
 * the story to gather, unless a main outlet tells it meanwhile. Run it under the lock of alerts.
 */
export async function raiseAlerts(house: House, rules: AlertRules): Promise<void> {
  const { db } = house.store
  const now = house.clock()
  const looked = (await findAlertLook(db)) ?? new Date(now.getTime() - FIRST_LOOK_MS)
  const notes = await findNotes(db, { from: new Date(looked.getTime() - OVERLAP_MS), to: now })
  const sources = new Map(house.workspace.sources.map((source) => [source.id, source]))
  for (const note of notes) {
    const alert = judgeNote(note, house, rules, sources)
    if (alert === null) continue
    const known = (await findAlertsOfStories(db, [note.storyId])).get(note.storyId)
    if (known === undefined) await keepAlert(db, alert)
    else if (alert.speed === 'rapida') await hastenAlert(db, known.id, alert)
  }
  await keepAlertLook(db, now)
}
