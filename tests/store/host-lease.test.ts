// The lease of a host: one holder at a time on the clock of the database, its rest and its pauses kept for whoever comes next.
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type HostTurn,
  releaseHostLease,
  renewHostLeases,
  takeHostLease,
} from '../../src/store/host-lease.ts'
import { openTestStore, type TestStore } from './harness.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.drop())

const take = (host: string, holder: string, termMs = 60_000): Promise<HostTurn> =>
  takeHostLease(store.db, { host, holder, termMs, shortPauseMs: 500 })

type Released = Parameters<typeof releaseHostLease>[1]

const release = (host: string, holder: string, changes: Partial<Released> = {}) =>
  releaseHostLease(store.db, { host, holder, restMs: 0, failures: 0, pause: null, ...changes })

describe('takeHostLease', () => {
  it('gives a host that nobody ever asked at once', async () => {
    expect(await take('nuevo.example', 'a')).toEqual({ kind: 'taken', waitMs: 0, failures: 0 })
  })

  it('gives a host to one of thirty who ask at the same moment', async () => {
    const turns = await Promise.all(Array.from({ length: 30 }, (_, n) => take('uno.example', `h${n}`)))
    expect(turns.filter(({ kind }) => kind === 'taken')).toHaveLength(1)
    expect(turns.filter(({ kind }) => kind === 'held')).toHaveLength(29)
  })

  it('gives a host that was given back, with what is left of its rest', async () => {
    await take('descansa.example', 'a')
    await release('descansa.example', 'a', { restMs: 5_000 })
    const turn = await take('descansa.example', 'b')
    expect(turn.kind).toBe('taken')
    expect(turn.waitMs).toBeGreaterThan(4_000)
    expect(turn.waitMs).toBeLessThanOrEqual(5_000)
  })

  it('keeps a resting host for who took it, and tells others how long to wait', async () => {
    await take('reservado.example', 'a')
    await release('reservado.example', 'a', { restMs: 5_000 })
    await take('reservado.example', 'b')
    const turn = await take('reservado.example', 'c')
    expect(turn.kind).toBe('held')
    expect(turn.waitMs).toBeGreaterThan(4_000)
  })

  it('takes over from a holder that died when the lease ends', async () => {
    await take('muerto.example', 'a', 60)
    expect((await take('muerto.example', 'b')).kind).toBe('held')
    await wait(80)
    expect((await take('muerto.example', 'b')).kind).toBe('taken')
  })

  it('leaves a lease that is renewed to its holder', async () => {
    await take('vivo.example', 'a', 60)
    await renewHostLeases(store.db, ['a'], 60_000)
    await wait(80)
    expect((await take('vivo.example', 'b')).kind).toBe('held')
  })

  it('tells everybody of a pause, with its reason', async () => {
    await take('pausa.example', 'a')
    const pause = { ms: 90_000, reason: 'pausa.example pidió esperar (429)' }
    await release('pausa.example', 'a', { failures: 1, pause })
    const turn = await take('pausa.example', 'b')
    expect(turn).toMatchObject({ kind: 'paused', reason: pause.reason })
    expect(turn.waitMs).toBeGreaterThan(85_000)
  })

  it('lets a short pause be waited for with the host in hand, and remembers the failures', async () => {
    await take('corta.example', 'a')
    await release('corta.example', 'a', { failures: 2, pause: { ms: 400, reason: 'x' } })
    const turn = await take('corta.example', 'b')
    expect(turn).toMatchObject({ kind: 'taken', failures: 2 })
    expect(turn.waitMs).toBeGreaterThan(100)
  })
})

describe('releaseHostLease', () => {
  it('takes nothing from whoever took over a lease that ended', async () => {
    await take('lento.example', 'a', 30)
    await wait(50)
    await take('lento.example', 'b')
    await release('lento.example', 'a')
    expect((await take('lento.example', 'c')).kind).toBe('held')
  })

  it('keeps the pause that a host asked of a holder who lost the lease meanwhile', async () => {
    await take('tarde.example', 'a', 30)
    await wait(50)
    await take('tarde.example', 'b')
    await release('tarde.example', 'a', { failures: 1, pause: { ms: 60_000, reason: 'espera' } })
    await release('tarde.example', 'b')
    expect((await take('tarde.example', 'c')).kind).toBe('paused')
  })

  it('never shortens a pause that another request was given', async () => {
    await take('larga.example', 'a')
    await release('larga.example', 'a', { pause: { ms: 60_000, reason: 'larga' } })
    await release('larga.example', 'a', { pause: { ms: 10, reason: 'corta' } })
    expect((await take('larga.example', 'b')).waitMs).toBeGreaterThan(50_000)
  })
})
