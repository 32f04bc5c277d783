// Notes, alerts.yml and the clock → which notes raise an alert and why, and whether an alert may leave now.
import type { AlertRule, AlertRules } from '../config/alerts.ts'
import type { DateOrigin, Mention, Municipality, Note, Source, Subject } from '../model.ts'
import { contract } from '../report/words/grammar.ts'
import { withArticle } from '../report/words/scope.ts'
import { isPressSource } from '../score/press.ts'
import type { Alert } from '../store/alerts.ts'
import { fold } from '../text/fold.ts'
import { addDays, instantOf, localDate, localTime } from '../text/zoned.ts'

/** A date that the page's own data or its feed states; one guessed from its address or its text proves nothing. */
const PROOF: ReadonlySet<DateOrigin> = new Set<DateOrigin>(['json-ld', 'meta', 'time', 'feed'])
const HOUR = 3_600_000
/** Clocks of servers differ by some minutes. */
const CLOCK_SLACK = 5 * 60_000
/** Longer than this nothing is news: the síntesis tells it. */
const LONGEST_WAIT = 12 * HOUR
/** A rest holds no alert back beyond this, counted from when its note was captured or the quiet hours ended. */
const PROMISE: Readonly<Record<Alert['speed'], number>> = { rapida: HOUR / 6, normal: HOUR }

export type Finding = { readonly rule: AlertRule; readonly reason: string }

/** Whether a note was surely published within `freshHours` before it was captured, to the hour, without any doubt flagged. */
export function isProvenFresh({ article, capturedAt }: Note, freshHours: number): boolean {
  const { publishedAt, publishedFrom, hasHour, flags } = article
  if (publishedAt === null || !hasHour || !PROOF.has(publishedFrom)) return false
  if (flags.some((flag) => flag !== 'breve' && flag !== 'mojibake')) return false
  const age = capturedAt.getTime() - publishedAt.getTime()
  return age >= -CLOCK_SLACK && age <= freshHours * HOUR
}

/** The first rule that a note meets, and what it saw, in Spanish; null when none does. */
export function findRule(
  note: Note,
  source: Source | undefined,
  rules: AlertRules,
  subjects: readonly Subject[],
  ourSubjects: readonly string[],
): Finding | null {
  if (source === undefined || !isPressSource(source)) return null
  for (const rule of rules.rules) {
    const reason = meet(note, source, rule, subjects, ourSubjects)
    if (reason !== null) return { rule, reason }
  }
  return null
}

function meet(
  note: Note,
  source: Source,
  rule: AlertRule,
  subjects: readonly Subject[],
  ourSubjects: readonly string[],
): string | null {
  const wanted = rule.subjects.length === 0 ? ourSubjects : rule.subjects
  const mention = note.mentions.find(
    ({ subjectId, belonging, prominence }) =>
      belonging === 'nuestra' &&
      wanted.includes(subjectId) &&
      (rule.prominence.length === 0 || rule.prominence.includes(prominence)),
  )
  if (mention === undefined) return null
  const tone = note.tone?.label ?? 'sin evaluar'
  if (rule.tone.length > 0 && !rule.tone.some((one) => one === tone)) return null
  if (rule.tiers.length > 0 && !rule.tiers.includes(source.tier)) return null
  const word = rule.words.length === 0 ? null : findWord(note, rule.words)
  if (rule.words.length > 0 && word === null) return null
  return explain(mention, subjects, { tone: rule.tone.length > 0 ? tone : null, source, rule, word })
}

const PLACES: Readonly<Record<Mention['prominence'], string>> = {
  titular: 'en el titular',
  entrada: 'en el primer párrafo',
  cuerpo: 'en el cuerpo',
  incidental: 'de paso',
}

function explain(
  mention: Mention,
  subjects: readonly Subject[],
  saw: {
    readonly tone: string | null
    readonly source: Source
    readonly rule: AlertRule
    readonly word: string | null
  },
): string {
  const name = subjects.find(({ id }) => id === mention.subjectId)?.name ?? mention.subjectId
  const said = mention.hits[0]?.text
  const parts = [
    `${contract(`nombra a ${withArticle(name)}`)} ${PLACES[mention.prominence]}${said === undefined ? '' : ` («${said}»)`}`,
    saw.tone === null ? null : `tono ${saw.tone}`,
    saw.rule.tiers.length === 0 ? null : `medio de nivel ${saw.source.tier}`,
    saw.word === null ? null : `dice «${saw.word}»`,
  ]
  return parts.filter((part) => part !== null).join('; ')
}

/** The first of the phrases that stands in the note as whole words, however accented. */
function findWord({ article }: Note, words: readonly string[]): string | null {
  const text = fold([article.title, article.standfirst ?? '', ...article.paragraphs].join(' ')).replace(
    /[^\p{L}\p{N}]+/gu,
    ' ',
  )
  const plain = (word: string) =>
    fold(word)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return words.find((word) => plain(word) !== '' && ` ${text} `.includes(` ${plain(word)} `)) ?? null
}

export type Leave =
  | { readonly kind: 'send'; readonly isLast: boolean }
  | { readonly kind: 'wait'; readonly until: Date; readonly why: string }
  | { readonly kind: 'silence'; readonly why: string }

/** Whether a due alert may leave: the day's cap, the quiet hours, and the rest between two of the same rule. */
export function decideLeave(
  alert: Pick<Alert, 'ruleId' | 'raisedAt' | 'speed'>,
  rules: AlertRules,
  /** Those of the last day, in order. */
  sent: readonly Pick<Alert, 'ruleId' | 'sentAt'>[],
  now: Date,
  { timeZone }: Pick<Municipality, 'timeZone'>,
): Leave {
  const rule = rules.rules.find(({ id }) => id === alert.ruleId)
  if (rule === undefined) return { kind: 'silence', why: 'su regla ya no está en alerts.yml' }
  if (now.getTime() - alert.raisedAt.getTime() > LONGEST_WAIT)
    return { kind: 'silence', why: 'esperó más de doce horas: la síntesis la cuenta' }
  const today = localDate(now, timeZone)
  const count = sent.filter(({ sentAt }) => sentAt !== null && localDate(sentAt, timeZone) === today).length
  if (count >= rules.perDay)
    return {
      kind: 'silence',
      why: `el tope es de ${rules.perDay} al día y ya se alcanzó: la síntesis la cuenta`,
    }
  const quietEnd = rules.quiet === undefined ? null : findQuietEnd(now, rules.quiet, timeZone)
  if (quietEnd !== null && !rule.urgent) return { kind: 'wait', until: quietEnd, why: 'horas de silencio' }
  const last = sent.findLast(({ ruleId }) => ruleId === rule.id)?.sentAt ?? null
  const rested = last === null ? now : planRest(last, alert, rule, rules, timeZone)
  if (rested > now) return { kind: 'wait', until: rested, why: 'descanso entre dos avisos de la misma regla' }
  return { kind: 'send', isLast: count + 1 === rules.perDay }
}

function planRest(
  last: Date,
  { raisedAt, speed }: Pick<Alert, 'raisedAt' | 'speed'>,
  { urgent }: AlertRule,
  { quiet, cooldownMinutes }: AlertRules,
  timeZone: string,
): Date {
  const isHeld = quiet !== undefined && !urgent
  const free = (isHeld ? findQuietEnd(raisedAt, quiet, timeZone) : null) ?? raisedAt
  const promised = free.getTime() + PROMISE[speed]
  return new Date(Math.min(last.getTime() + cooldownMinutes * 60_000, promised))
}

/** When the quiet hours in which `now` lies end; null outside them. They may cross midnight. */
export function findQuietEnd(
  now: Date,
  { from, to }: { readonly from: string; readonly to: string },
  timeZone: string,
): Date | null {
  const { hour, minute } = localTime(now, timeZone)
  const at = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  const crosses = from > to
  const isQuiet = crosses ? at >= from || at < to : at >= from && at < to
  if (!isQuiet) return null
  const today = localDate(now, timeZone)
  const date = crosses && at >= from ? addDays(today, 1) : today
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const [endHour = 0, endMinute = 0] = to.split(':').map(Number)
  return instantOf({ year, month, day, hour: endHour, minute: endMinute }, timeZone)
}
