// The judge of addresses: what counts as public, and that each connection goes where it was judged.
import { describe, expect, it } from 'vitest'
import { createGuard, isPublicAddress } from '../../src/collect/address-guard.ts'

describe('isPublicAddress', () => {
  it.each(['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946', '::ffff:8.8.8.8'])(
    'lets %s through',
    (address) => expect(isPublicAddress(address)).toBe(true),
  )

  it.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.127.0.1',
    '198.51.100.7',
    '::1',
    '::',
    '::127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    'fe80::1%eth0',
    'fd12::1',
    'ff02::1',
    '',
    'localhost',
  ])('stops %s', (address) => expect(isPublicAddress(address)).toBe(false))
})

describe('createGuard', () => {
  const look = (guard: ReturnType<typeof createGuard>, all: boolean) =>
    new Promise((resolve) => {
      guard.lookup('cambia.example', { all }, (error, address) => resolve(error ?? address))
    })

  it('judges the address of every connection anew, so a DNS that changes its answer gains nothing', async () => {
    const answers = ['93.184.216.34', '127.0.0.1']
    const guard = createGuard({
      allowLoopback: false,
      resolve: async () => [{ address: answers.shift() ?? '', family: 4 }],
    })
    expect(await look(guard, false)).toBe('93.184.216.34')
    expect(await look(guard, false)).toMatchObject({ reason: 'unsafe' })
  })

  it('gives only the public addresses of a name that also has internal ones', async () => {
    const guard = createGuard({
      allowLoopback: false,
      resolve: async () => [
        { address: '10.0.0.1', family: 4 },
        { address: '93.184.216.34', family: 4 },
      ],
    })
    expect(await look(guard, true)).toEqual([{ address: '93.184.216.34', family: 4 }])
  })

  it('refuses a name without addresses', async () => {
    const guard = createGuard({ allowLoopback: false, resolve: async () => [] })
    await expect(guard.addressesOf('vacio.example')).rejects.toMatchObject({ reason: 'unsafe' })
  })

  it('lets this machine through only where that was asked for', () => {
    const resolve = async () => []
    expect(createGuard({ allowLoopback: true, resolve }).check('http://127.0.0.1:5999/x').port).toBe('5999')
    expect(() => createGuard({ allowLoopback: true, resolve }).check('http://10.0.0.1/')).toThrow('interna')
    expect(() => createGuard({ allowLoopback: false, resolve }).check('http://127.0.0.1/')).toThrow('interna')
  })
})
