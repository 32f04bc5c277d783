// Any sequence of alerts and any limits → each ends in time or says why not, and no limit is passed.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { AlertRules } from '../../src/config/alerts.ts'
import { decideLeave, findQuietEnd } from '../../src/pipeline/alerts-rules.ts'
import { localDate } from '../../src/text/zoned.ts'

const ZONE = { timeZone: 'America/Mexico_City' }
const START = new Date('2026-11-06T00:00:00-06:00').getTime()
const MINUTE = 60_000
/** Of an alert of a main outlet and of any other, from when its note was captured or the quiet hours ended. */
const PROMISE = { rapida: 10 * MINUTE, normal: 60 * MINUTE } as const

type Raised = { readonly ruleId: string; readonly speed: 'rapida' | 'normal'; readonly raisedAt: Date }
type Ended = Raised & { readonly sentAt: Date | null; readonly why: string | null }

const hour = fc
  .integer({ min: 0, max: 47 })
  .map((half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`)
const limits = fc.record({
  waitMinutes: fc.integer({ min: 0, max: 60 }),
  cooldownMinutes: fc.integer({ min: 0, max: 120 }),
  perDay: fc.integer({ min: 1, max: 6 }),
  quiet: fc.option(fc.record({ from: hour, to: hour }), { nil: undefined }),
})
const raised = fc.record({
  minute: fc.integer({ min: 0, max: 2 * 24 * 60 }),
  ruleId: fc.constantFrom('agua', 'urgente'),
  speed: fc.constantFrom('rapida' as const, 'normal' as const),
})

type Limits = Pick<AlertRules, 'waitMinutes' | 'cooldownMinutes' | 'perDay'> & {
  readonly quiet: AlertRules['quiet'] | undefined
}

function makeRules({ quiet, ...rest }: Limits): AlertRules {
  const rule = { title: '', subjects: [], tone: [], prominence: [], tiers: [], words: [] }
  const rules = [
    { ...rule, id: 'agua', urgent: false },
    { ...rule, id: 'urgente', urgent: true },
  ]
  const more = { keySources: [], freshHours: 6, rules, mail: [], webhooks: [], telegram: [] }
  return { ...more, ...rest, ...(quiet === undefined ? {} : { quiet }) }
}

/** As the resident process does: it looks at every minute, and takes what is due in order. */
function play(alerts: readonly Raised[], rules: AlertRules): Ended[] {
  const waiting = alerts.map((alert) => ({
    alert,
    due: alert.raisedAt.getTime() + (alert.speed === 'rapida' ? 0 : rules.waitMinutes * MINUTE),
  }))
  const ended: Ended[] = []
  const sent: { ruleId: string; sentAt: Date }[] = []
  for (let now = START; waiting.length > 0 && now < START + 5 * 1_440 * MINUTE; now += MINUTE) {
    const due = waiting.filter((one) => one.due <= now).toSorted((one, other) => one.due - other.due)
    for (const one of due) {
      const at = new Date(now)
      const leave = decideLeave(one.alert, rules, sent, at, ZONE)
      if (leave.kind === 'wait') {
        expect(leave.until.getTime()).toBeGreaterThan(now)
        one.due = leave.until.getTime()
        continue
      }
      waiting.splice(waiting.indexOf(one), 1)
      const isSent = leave.kind === 'send'
      if (isSent) sent.push({ ruleId: one.alert.ruleId, sentAt: at })
      ended.push({ ...one.alert, sentAt: isSent ? at : null, why: isSent ? null : leave.why })
    }
  }
  expect(waiting).toEqual([])
  return ended
}

it('each alert leaves within its promise or is given up with a reason; caps, quiet hours and rests hold', () => {
  fc.assert(
    fc.property(limits, fc.array(raised, { maxLength: 25 }), (chosen, drawn) => {
      const rules = makeRules(chosen)
      const alerts = drawn
        .map(({ minute, ...rest }) => ({ ...rest, raisedAt: new Date(START + minute * MINUTE) }))
        .toSorted((one, other) => one.raisedAt.getTime() - other.raisedAt.getTime())
      const ended = play(alerts, rules)
      expect(ended).toHaveLength(alerts.length)
      const quietEnd = (at: Date) =>
        rules.quiet === undefined ? null : findQuietEnd(at, rules.quiet, ZONE.timeZone)
      const sent = ended.flatMap((one) => (one.sentAt === null ? [] : [{ ...one, sentAt: one.sentAt }]))
      for (const { ruleId, speed, raisedAt, sentAt } of sent) {
        const free = ruleId === 'urgente' ? raisedAt : (quietEnd(raisedAt) ?? raisedAt)
        const late = sentAt.getTime() - free.getTime()
        // One that gathers into the quiet hours leaves when they end.
        const isHeld = ruleId !== 'urgente' && late > PROMISE[speed]
        if (isHeld) {
          const dueAt = new Date(raisedAt.getTime() + PROMISE[speed])
          const inside = [raisedAt, dueAt].concat(
            Array.from({ length: 61 }, (_, minute) => new Date(raisedAt.getTime() + minute * MINUTE)),
          )
          expect(inside.some((at) => at <= dueAt && quietEnd(at) !== null)).toBe(true)
        }
        if (ruleId !== 'urgente') expect(quietEnd(sentAt)).toBe(null)
      }
      for (const [, day] of Map.groupBy(sent, ({ sentAt }) => localDate(sentAt, ZONE.timeZone)))
        expect(day.length).toBeLessThanOrEqual(rules.perDay)
      for (const { sentAt, why } of ended) if (sentAt === null) expect(why).toMatch(/tope|doce horas/)
      for (const [index, one] of sent.entries()) {
        const before = sent.slice(0, index).findLast(({ ruleId }) => ruleId === one.ruleId)
        const rest =
          before === undefined ? Number.POSITIVE_INFINITY : one.sentAt.getTime() - before.sentAt.getTime()
        // A rest is cut short only where the promise would be broken.
        if (rest < rules.cooldownMinutes * MINUTE)
          expect(one.sentAt.getTime() - one.raisedAt.getTime()).toBeGreaterThanOrEqual(PROMISE[one.speed])
      }
    }),
    { numRuns: 300 },
  )
})
