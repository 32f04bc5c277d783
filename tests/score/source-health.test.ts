// The record of a source → its state, and the words that say why.
import { describe, expect, it } from 'vitest'
import { describeToday, explainCause } from '../../src/score/health-words.ts'
import { judgeHealth, type SourceRecord } from '../../src/score/source-health.ts'
import type { DayVolume } from '../../src/score/volume.ts'
import { addDays } from '../../src/text/zoned.ts'

const ZONE = 'America/Mexico_City'
/** Friday 6 November 2026, 06:30 in Jalisco. */
const NOW = new Date('2026-11-06T12:30:00.000Z')
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000)

const REFUSED = 'feed https://faro.mx/feed: faro.mx no permite leerla (respondió 403)'
const BROKEN = 'feed https://faro.mx/feed: faro.mx está fallando (respondió 502)'

/** Eight weeks of four notes a day. */
function listDays(today = 4): DayVolume[] {
  return Array.from({ length: 57 }, (_, index) => ({
    date: addDays('2026-11-06', index - 56),
    notes: index === 56 ? today : 4,
    notesByNow: index === 56 ? today : 4,
    isObserved: true,
  }))
}

/** A source that was read ten minutes ago and is well. */
function recordOf(changes: Partial<SourceRecord> = {}): SourceRecord {
  return {
    everyMinutes: 20,
    declaredAt: hoursAgo(5_000),
    nextAt: new Date(NOW.getTime() + 600_000),
    lastTriedAt: hoursAgo(1 / 6),
    lastReadAt: hoursAgo(1 / 6),
    lastSuccessAt: hoursAgo(1 / 6),
    failedSince: null,
    failures: 0,
    faults: [],
    listing: { size: 10, fresh: 1, dated: 10, newestAt: hoursAgo(2), oldestAt: hoursAgo(60) },
    unreadable: [],
    keptLately: 28,
    days: listDays(),
    ...changes,
  }
}

const judge = (changes: Partial<SourceRecord>) => {
  const verdict = judgeHealth(recordOf(changes), NOW)
  return { ...verdict, words: explainCause(verdict.cause, ZONE) }
}

describe('a source', () => {
  it('is healthy when it is read and publishes as it does', () => {
    const verdict = judge({})
    expect(verdict).toMatchObject({ state: 'sana', since: null, isBurst: false })
    expect(verdict.words).toBe('se lee y publica como suele')
    expect(describeToday(verdict)).toBe(
      '4 notas el viernes hasta esta hora; lo usual es de 0 a 10 (se esperaban 4.1)',
    )
  })

  it('without pattern yet says so', () => {
    const verdict = judge({ days: listDays().slice(-10) })
    expect(verdict).toMatchObject({ state: 'sana', today: null })
    expect(verdict.words).toBe('se lee; todavía no tiene patrón con que comparar lo que publica')
    expect(describeToday(verdict)).toBe('sin patrón todavía: faltan días leídos para comparar')
  })

  it('that publishes more than usual is healthy, and that is said', () => {
    const verdict = judge({ days: listDays(20) })
    expect(verdict).toMatchObject({ state: 'sana', isBurst: true })
    expect(describeToday(verdict)).toMatch(/^más de lo usual: 20 notas el viernes hasta esta hora/)
  })

  it('that fails fails since its first failure, with the last reason', () => {
    const changes = { failures: 2, failedSince: hoursAgo(3), faults: [BROKEN, 'se agotó el tiempo'] }
    const verdict = judge({ ...changes, lastReadAt: hoursAgo(4) })
    expect(verdict).toMatchObject({ state: 'con falla', since: hoursAgo(3) })
    expect(verdict.words).toBe(`2 visitas con falla: ${BROKEN}`)
  })

  it('that answered 304 since it failed still fails, and the words say what is missing', () => {
    const verdict = judge({ failures: 1, failedSince: hoursAgo(3), faults: [BROKEN] })
    expect(verdict.state).toBe('con falla')
    expect(verdict.words).toContain('falta que entregue su lista')
  })

  it('that refuses three visits is blocked; two refusals are a failure', () => {
    const since = { failedSince: hoursAgo(3) }
    expect(judge({ ...since, failures: 2, faults: [REFUSED, REFUSED] }).state).toBe('con falla')
    const verdict = judge({ ...since, failures: 3, faults: [REFUSED, REFUSED, REFUSED] })
    expect(verdict).toMatchObject({ state: 'bloqueada', since: hoursAgo(3) })
    expect(verdict.words).toBe(`no se deja leer (3 visitas): ${REFUSED}`)
  })

  it('that refuses now and then among other failures is not blocked', () => {
    const faults = [BROKEN, REFUSED, BROKEN, REFUSED, BROKEN, REFUSED, BROKEN]
    expect(judge({ failedSince: hoursAgo(3), failures: 7, faults }).state).toBe('con falla')
  })

  it('that lists its notes and refuses every page is blocked', () => {
    const unreadable = [{ reason: 'faro.mx pide pagar para leer (402)', count: 6 }]
    expect(judge({ unreadable, keptLately: 0 })).toMatchObject({ state: 'bloqueada', since: null })
    expect(judge({ unreadable, keptLately: 1 }).state).toBe('sana')
    const broken = [{ reason: 'la página llegó vacía', count: 6 }]
    expect(judge({ unreadable: broken, keptLately: 0 }).state).toBe('sana')
  })

  it('declared and never visited is behind, and for longer than its interval nobody visits at all', () => {
    const orphan = {
      lastTriedAt: null,
      lastReadAt: null,
      lastSuccessAt: null,
      nextAt: null,
      listing: null,
      days: [],
    }
    const verdict = judge(orphan)
    expect(verdict).toMatchObject({ state: 'atrasada', cause: { kind: 'nunca-visitada', isOverdue: true } })
    expect(verdict.words).toContain('nunca se ha visitado')
    expect(judge({ ...orphan, declaredAt: hoursAgo(0.1) }).words).toBe(
      'recién declarada: todavía no se visita',
    )
  })

  it('not visited for a whole interval after its visit was due is behind', () => {
    expect(judge({ nextAt: hoursAgo(0.3) }).state).toBe('sana')
    const verdict = judge({ nextAt: hoursAgo(0.4) })
    expect(verdict).toMatchObject({ state: 'atrasada', since: hoursAgo(0.4) })
    expect(verdict.words).toContain('le tocaba visita el 6 nov 2026, 06:06')
  })

  it('whose newest note is older than its pattern explains is behind although it answers 200', () => {
    const days = listDays(0).map((day, index) => (index > 53 ? { ...day, notes: 0, notesByNow: 0 } : day))
    const listing = { size: 10, fresh: 0, dated: 10, newestAt: hoursAgo(75), oldestAt: hoursAgo(140) }
    const verdict = judge({ days, listing })
    expect(verdict).toMatchObject({ state: 'atrasada', since: hoursAgo(75) })
    expect(verdict.words).toMatch(/^contesta bien, pero su nota más nueva es del 3 nov 2026, 03:30/)
  })

  it('without pattern whose newest note is older than its own dates explain is behind', () => {
    const listing = { size: 20, fresh: 0, dated: 20, newestAt: hoursAgo(240), oldestAt: hoursAgo(300) }
    expect(judge({ days: [], listing }).state).toBe('atrasada')
    expect(judge({ days: [], listing: { ...listing, newestAt: hoursAgo(40) } }).state).toBe('sana')
  })

  it('that is read and gives fewer notes than its pattern explains is quiet', () => {
    const days = listDays(0).map((day, index) => (index > 53 ? { ...day, notes: 0, notesByNow: 0 } : day))
    const verdict = judge({ days })
    expect(verdict).toMatchObject({ state: 'callada', cause: { span: { days: 3, notes: 0 } } })
    expect(verdict.words).toMatch(
      /^se lee, pero publica menos de lo que suele: 0 notas en 3 días; lo usual es de \d+ a \d+/,
    )
  })

  it('with several troubles shows the gravest', () => {
    const trouble = { nextAt: hoursAgo(9), days: listDays(0), failedSince: hoursAgo(9), failures: 4 }
    expect(judge({ ...trouble, faults: [BROKEN] }).state).toBe('con falla')
    expect(judge({ ...trouble, faults: [REFUSED, REFUSED, REFUSED] }).state).toBe('bloqueada')
  })
})
