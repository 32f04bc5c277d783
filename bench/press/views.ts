// A video or post and a moment → the views that its network shows by then.
import { instantOf, type LocalMinute } from './calendar.ts'
import { hashOf } from './chance.ts'
import type { Issue } from './newsroom.ts'

/** One video in five does not say its views; a post of the channel always does. */
function isHidden(issue: Issue): boolean {
  return issue.outlet === 'canal6' && hashOf(`hidden ${issue.id}`) % 5 === 0
}

/** Views grow fast on the first day and slowly afterwards. Null where the network shows none. */
export function viewsOf(issue: Issue, now: LocalMinute): number | null {
  if ((issue.outlet !== 'canal6' && issue.outlet !== 'momento') || isHidden(issue)) return null
  const hours = Math.max(0, (instantOf(now).getTime() - instantOf(issue.at).getTime()) / 3_600_000)
  const final = 240 + (hashOf(`views ${issue.id}`) % 4200)
  const seen = Math.round(final * (1 - Math.exp(-(hours + 0.5) / 14)))
  return issue.outlet === 'momento' ? Number(shortCount(seen).replace('K', 'e3')) : seen
}

/** `870`, `1.5K`: as Telegram rounds. */
export function shortCount(count: number): string {
  if (count < 1000) return String(count)
  const thousands = Math.floor(count / 100) / 10
  return `${thousands}K`
}
