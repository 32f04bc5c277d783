// Which notes raise an alert and why, and when an alert may leave: rules, proof of freshness, quiet hours, rest and cap.
import { describe, expect, it } from 'vitest'
import type { AlertRules } from '../../src/config/alerts.ts'
import type { Article, Mention, Note, Source, Subject } from '../../src/model.ts'
import { decideLeave, findQuietEnd, findRule, isProvenFresh } from '../../src/pipeline/alerts-rules.ts'
import { instantAt } from './region.ts'

const ZONE = { timeZone: 'America/Mexico_City' }
const ARTICLE: Article = {
  url: 'https://m.test/a',
  canonicalUrl: 'https://m.test/a',
  title: 'Tala amanece sin agua',
  byline: null,
  section: null,
  publishedAt: instantAt('2026-11-06T06:00'),
  publishedFrom: 'json-ld',
  hasHour: true,
  image: null,
  standfirst: null,
  paragraphs: ['El desabasto lleva seis días.'],
  completeness: 'completa',
  flags: [],
}
const MENTION: Mention = {
  subjectId: 'tala',
  belonging: 'nuestra',
  prominence: 'titular',
  hits: [{ field: 'title', paragraph: 0, start: 0, end: 4, text: 'Tala', rule: 'alias' }],
  evidence: [],
}
const note = (article: Partial<Article> = {}, mention: Partial<Mention> = {}): Note => ({
  id: 1,
  sourceId: 'mx-jal/radio',
  capturedAt: instantAt('2026-11-06T06:30'),
  captureSha256: '',
  article: { ...ARTICLE, ...article },
  mentions: [{ ...MENTION, ...mention }],
  pickups: [],
  tone: { label: 'negativo', score: -0.6, confidence: 0.8, reasons: [], needsReview: false },
  reach: null,
  storyId: 1,
  sectionId: null,
})
const SOURCE = { id: 'mx-jal/radio', tier: 1, isOwn: false } as Source
const SUBJECTS = [{ id: 'tala', name: 'Tala' }] as Subject[]
const RULE = {
  id: 'negativa',
  title: 'Nota negativa',
  subjects: [],
  tone: ['negativo'],
  prominence: [],
  tiers: [],
  words: [],
  urgent: false,
} satisfies AlertRules['rules'][number]
const rules = (changes: Partial<AlertRules> = {}): AlertRules => ({
  keySources: [],
  waitMinutes: 30,
  freshHours: 6,
  cooldownMinutes: 10,
  perDay: 3,
  rules: [RULE],
  mail: [],
  webhooks: [],
  telegram: [],
  ...changes,
})
const find = (given: Note, changes: Partial<AlertRules['rules'][number]> = {}, source = SOURCE) =>
  findRule(given, source, rules({ rules: [{ ...RULE, ...changes }] }), SUBJECTS, ['tala'])?.reason ?? null

describe('a note', () => {
  it('is proven fresh by the date that its own data states to the hour', () => {
    expect(isProvenFresh(note(), 6)).toBe(true)
  })

  it.each<[string, Partial<Article>]>([
    ['has no date', { publishedAt: null }],
    ['says only the day', { hasHour: false }],
    ['has a date guessed from its address', { publishedFrom: 'url' }],
    ['has a date guessed from its text', { publishedFrom: 'text' }],
    ['is old', { publishedAt: instantAt('2026-11-05T20:00') }],
    ['is of the future', { publishedAt: instantAt('2026-11-06T08:00') }],
    ['has a doubtful date', { flags: ['fecha-dudosa'] }],
    ['is an old note told again', { flags: ['nota-antigua'] }],
  ])('is not when it %s', (_, article) => {
    expect(isProvenFresh(note(article), 6)).toBe(false)
  })

  it('raises by a rule that says what it saw', () => {
    expect(find(note(), { tiers: [1], words: ['DESABASTO'] })).toBe(
      'nombra a Tala en el titular («Tala»); tono negativo; medio de nivel 1; dice «DESABASTO»',
    )
  })

  it.each<[string, Note, Partial<AlertRules['rules'][number]>]>([
    ['the mention is doubtful', note({}, { belonging: 'dudosa' }), {}],
    ['the tone is another', note(), { tone: ['positivo'] }],
    ['the outlet weighs less', note(), { tiers: [2, 3] }],
    ['it is named elsewhere', note(), { prominence: ['cuerpo'] }],
    ['no word stands in it whole', note(), { words: ['abasto', 'seis semanas'] }],
  ])('raises nothing when %s', (_, given, changes) => {
    expect(find(given, changes)).toBe(null)
  })

  it('of the municipality itself raises nothing', () => {
    expect(find(note(), {}, { ...SOURCE, isOwn: true })).toBe(null)
    expect(find(note(), {}, { ...SOURCE, isSocial: true })).toBe(null)
  })
})

describe('an alert', () => {
  const ALERT = { ruleId: 'negativa', raisedAt: instantAt('2026-11-06T10:00'), speed: 'normal' } as const
  const sentAt = (...hours: string[]) =>
    hours.map((hour) => ({ ruleId: 'negativa', sentAt: instantAt(`2026-11-06T${hour}`) }))
  const leave = (
    at: string,
    changes: Partial<AlertRules> = {},
    sent = sentAt(),
    alert: Parameters<typeof decideLeave>[0] = ALERT,
  ) => decideLeave(alert, rules(changes), sent, instantAt(`2026-11-06T${at}`), ZONE)

  it('leaves when nothing holds it', () => {
    expect(leave('10:01')).toEqual({ kind: 'send', isLast: false })
  })

  it('rests after another of its rule, and not after one of another', () => {
    expect(leave('10:05', {}, sentAt('10:00'))).toMatchObject({
      kind: 'wait',
      until: instantAt('2026-11-06T10:10'),
    })
    expect(leave('10:10', {}, sentAt('10:00')).kind).toBe('send')
    expect(leave('10:05', {}, [{ ruleId: 'otra', sentAt: instantAt('2026-11-06T10:00') }]).kind).toBe('send')
  })

  it('rests no longer than the promise allows: ten minutes for a main outlet, an hour for the others', () => {
    const long = { cooldownMinutes: 240 }
    expect(leave('10:05', long, sentAt('10:04'))).toMatchObject({ until: instantAt('2026-11-06T11:00') })
    const fast = { ...ALERT, speed: 'rapida' } as const
    expect(leave('10:05', long, sentAt('10:04'), fast)).toMatchObject({
      until: instantAt('2026-11-06T10:10'),
    })
    const quiet = { from: '08:00', to: '12:00' }
    expect(leave('12:00', { ...long, quiet }, sentAt('11:59'), fast)).toMatchObject({
      until: instantAt('2026-11-06T12:10'),
    })
  })

  it('is the last of the day at the cap, and silent beyond it', () => {
    expect(leave('12:00', {}, sentAt('08:00', '09:00'))).toEqual({ kind: 'send', isLast: true })
    expect(leave('12:00', {}, sentAt('08:00', '09:00', '10:00'))).toMatchObject({ kind: 'silence' })
  })

  it('does not count yesterday’s alerts against the cap', () => {
    const yesterday = ['20:00', '21:00', '22:00'].map((hour) => ({
      ruleId: 'x',
      sentAt: instantAt(`2026-11-05T${hour}`),
    }))
    expect(leave('10:01', {}, yesterday).kind).toBe('send')
  })

  it('waits for the end of quiet hours that cross midnight, unless its rule is urgent', () => {
    const quiet = { from: '22:00', to: '06:30' }
    const night = { ...ALERT, raisedAt: instantAt('2026-11-06T23:00') }
    expect(leave('23:00', { quiet }, [], night)).toMatchObject({
      kind: 'wait',
      until: instantAt('2026-11-07T06:30'),
    })
    expect(leave('23:00', { quiet, rules: [{ ...RULE, urgent: true }] }, [], night).kind).toBe('send')
  })

  it('that waited half a day is no news any more', () => {
    expect(leave('23:00')).toMatchObject({ kind: 'silence' })
  })
})

it.each([
  ['2026-11-06T21:59', null],
  ['2026-11-06T22:00', '2026-11-07T06:00'],
  ['2026-11-07T05:59', '2026-11-07T06:00'],
  ['2026-11-07T06:00', null],
])('at %s the quiet hours from 22:00 to 06:00 end at %s', (now, end) => {
  const found = findQuietEnd(instantAt(now), { from: '22:00', to: '06:00' }, ZONE.timeZone)
  expect(found).toEqual(end === null ? null : instantAt(end))
})
