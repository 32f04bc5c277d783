// Turns: shared work goes side by side, work alone waits for all before it and holds up all after it, and failures hold up nobody.
import { expect, test } from 'vitest'
import { shareTurn, takeTurn } from '../../src/pipeline/turn.ts'

/** Work that notes its beginning and its end, and ends when told. */
function openWork(name: string, log: string[]) {
  const gate = Promise.withResolvers<void>()
  return {
    end: gate.resolve,
    async work() {
      log.push(`${name} begins`)
      await gate.promise
      log.push(`${name} ends`)
    },
  }
}

const rest = () => new Promise((resolve) => setImmediate(resolve))

test('shared work of one owner goes side by side', async () => {
  const log: string[] = []
  const owner = {}
  const [one, other] = [openWork('one', log), openWork('other', log)]
  const both = [shareTurn(owner, one.work), shareTurn(owner, other.work)]
  await rest()
  expect(log).toEqual(['one begins', 'other begins'])
  one.end()
  other.end()
  await Promise.all(both)
})

test('work alone waits for the shared work before it, and the shared work after it waits for it', async () => {
  const log: string[] = []
  const owner = {}
  const [before, alone, after] = [openWork('before', log), openWork('alone', log), openWork('after', log)]
  const all = [shareTurn(owner, before.work), takeTurn(owner, alone.work), shareTurn(owner, after.work)]
  await rest()
  expect(log).toEqual(['before begins'])
  before.end()
  await rest()
  await rest()
  expect(log).toEqual(['before begins', 'before ends', 'alone begins'])
  alone.end()
  after.end()
  await Promise.all(all)
  expect(log.slice(3)).toEqual(['alone ends', 'after begins', 'after ends'])
})

test('work alone never overlaps other work alone', async () => {
  const log: string[] = []
  const owner = {}
  const [one, other] = [openWork('one', log), openWork('other', log)]
  const both = [takeTurn(owner, one.work), takeTurn(owner, other.work)]
  one.end()
  other.end()
  await Promise.all(both)
  expect(log).toEqual(['one begins', 'one ends', 'other begins', 'other ends'])
})

test('work that fails tells its caller and holds up nobody', async () => {
  const owner = {}
  const fail = () => Promise.reject(new Error('disk'))
  const failing = [shareTurn(owner, fail), takeTurn(owner, fail)]
  const after = [shareTurn(owner, async () => 1), takeTurn(owner, async () => 2)]
  await expect(Promise.allSettled(failing)).resolves.toMatchObject([
    { status: 'rejected' },
    { status: 'rejected' },
  ])
  expect(await Promise.all(after)).toEqual([1, 2])
})

test('owners do not wait for each other', async () => {
  const log: string[] = []
  const slow = openWork('slow', log)
  const first = takeTurn({}, slow.work)
  await takeTurn({}, async () => log.push('quick'))
  expect(log).toContain('quick')
  slow.end()
  await first
})
