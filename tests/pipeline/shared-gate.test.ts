// Two processes' gates over one archive: they take turns at a host, and a pause asked of one is kept by both.
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Later } from '../../src/failure.ts'
import { createSharedGate, type SharedGate } from '../../src/pipeline/shared-gate.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { openTestStore, type TestStore } from '../store/harness.ts'

const NOON = new Date('2026-11-06T18:00:00Z')
let store: TestStore
let second: Store
let near: SharedGate
let far: SharedGate

beforeAll(async () => {
  store = await openTestStore()
  second = await openStore({ dataFolder: store.dataFolder, databaseUrl: store.databaseUrl })
  near = createSharedGate(store.db, () => NOON)
  far = createSharedGate(second.db, () => NOON)
})
afterAll(async () => {
  near.close()
  far.close()
  await second.close()
  await store.drop()
})

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  )

describe('the gates of two processes', () => {
  it('let one request at a time through to a host, all of them in the end', async () => {
    let atWork = 0
    let most = 0
    const done: number[] = []
    const request = async (n: number) => {
      atWork += 1
      most = Math.max(most, atWork)
      await wait(5)
      atWork -= 1
      done.push(n)
    }
    await Promise.all(
      Array.from({ length: 16 }, (_, n) =>
        (n % 2 === 0 ? near : far).run('uno.example', 0, () => request(n)),
      ),
    )
    expect(most).toBe(1)
    expect(done.toSorted((left, right) => left - right)).toEqual(Array.from({ length: 16 }, (_, n) => n))
  })

  it('let hosts be asked side by side', async () => {
    const inside = Promise.withResolvers<void>()
    const slow = near.run('lento.example', 0, () => inside.promise)
    await far.run('otro.example', 0, async () => {})
    inside.resolve()
    await slow
  })

  it('both leave a host alone that asked one of them for patience', async () => {
    await near.run('pausa.example', 0, async () => {
      near.pushBack('pausa.example', 120_000, 'pausa.example pidió esperar (429)')
    })
    const failure = await failureOf(far.run('pausa.example', 0, async () => 'never'))
    expect(failure).toBeInstanceOf(Later)
    expect((failure as Later).message).toBe('pausa.example pidió esperar (429)')
    const seconds = ((failure as Later).after?.getTime() ?? 0) / 1000 - NOON.getTime() / 1000
    expect(Math.round(seconds)).toBe(120)
  })

  it('count the failures of a host together: after the third it is left alone by both', async () => {
    const fail = (gate: SharedGate) =>
      gate.run('caido.example', 0, async () =>
        gate.reportFailure('caido.example', 'caido.example no responde'),
      )
    await fail(near)
    await fail(far)
    await fail(near)
    expect(await failureOf(fail(far))).toMatchObject({ message: 'caido.example no responde' })
  })

  it('begin the count anew when the host answers either of them', async () => {
    const host = 'vuelve.example'
    const fail = (gate: SharedGate) => gate.run(host, 0, async () => gate.reportFailure(host, 'x'))
    await fail(near)
    await fail(near)
    await far.run(host, 0, async () => far.reportAnswer(host))
    await fail(near)
    await fail(far)
    expect(await near.run(host, 0, async () => 'asked')).toBe('asked')
  })

  it('give the failure of a request to who made it, and the host to the next', async () => {
    const failure = new Error('cae')
    expect(await failureOf(near.run('falla.example', 0, () => Promise.reject(failure)))).toBe(failure)
    expect(await far.run('falla.example', 0, async () => 'sigue')).toBe('sigue')
  })
})
