// The press shows what its clock allows, counts what it is asked, and knows every address of a note.
import { describe, expect, it } from 'vitest'
import { openPress } from '../../bench/press/press.ts'
import { OUTLET_IDS } from '../../bench/press/stories.ts'
import { openSamplePress, SAMPLES, visit } from './samples.ts'

describe('the clock', () => {
  it('hides a note until its minute and shows it from then on', async () => {
    let now = new Date('2026-11-04T12:04:00-06:00')
    const press = await openPress({ clock: () => now, notes: SAMPLES })
    const note = SAMPLES.find(({ outlet, at }) => outlet === 'gobierno' && at === '2026-11-04T12:05')
    const url = press.addressOf(note?.id ?? '')
    const listed = async () =>
      (await visit(press, 'http://www.gobiernodetala.test/prensa/boletines.xml')).text.includes(url)
    expect((await visit(press, url)).status).toBe(404)
    expect(await listed()).toBe(false)
    now = new Date('2026-11-04T12:05:00-06:00')
    expect((await visit(press, url)).status).toBe(200)
    expect(await listed()).toBe(true)
    await press.close()
  })

  it('is the Date of every answer', async () => {
    const press = await openSamplePress('2026-11-04T12:04')
    const { headers } = await visit(press, 'http://www.gobiernodetala.test/')
    expect(headers.date).toBe('Wed, 04 Nov 2026 18:04:00 GMT')
    await press.close()
  })
})

describe('the counters', () => {
  it('count by host and path, the answers 304 apart', async () => {
    const press = await openSamplePress('2026-11-07T07:00')
    const first = await visit(press, 'http://redjalisco.test/rss.xml')
    await visit(press, 'http://redjalisco.test/rss.xml', { 'if-none-match': first.headers.etag ?? '' })
    await visit(press, 'http://img.tribunatapatia.test/t/960x540/1.png')
    expect(press.hits.get('redjalisco.test')).toEqual({
      requests: 2,
      notModified: 1,
      byPath: new Map([['/rss.xml', 2]]),
    })
    expect(press.hits.get('img.tribunatapatia.test')?.requests).toBe(1)
    expect(press.hits.get('www.tribunatapatia.test')?.requests).toBe(0)
    await press.close()
  })
})

describe('addresses', () => {
  it('are one for each note, and each leads back to its note', async () => {
    const press = await openPress({ clock: () => new Date('2026-11-13T07:00:00-06:00') })
    await press.close()
    const addresses = press.notes.map(({ id }) => press.addressOf(id))
    expect(new Set(addresses).size).toBe(press.notes.length)
    expect(press.notes.filter(({ id }) => press.noteAt(press.addressOf(id))?.id !== id)).toEqual([])
  })

  it('forget sessions and fragments, and know nothing of other pages', async () => {
    const press = await openSamplePress('2026-11-07T07:00')
    const note = SAMPLES.find(({ outlet }) => outlet === 'canaveral')
    const url = press.addressOf(note?.id ?? '')
    const id = new URL(url).searchParams.get('id')
    expect(press.noteAt(`${url}&PHPSESSID=0123abcd#arriba`)?.id).toBe(note?.id)
    expect(press.noteAt(`http://www.lavozdelcanaveral.test/nota.php?PHPSESSID=0123abcd&id=${id}`)?.id).toBe(
      note?.id,
    )
    expect(press.noteAt('http://www.lavozdelcanaveral.test/index.php')).toBeNull()
    expect(() => press.addressOf('s99-z')).toThrow('s99-z')
    await press.close()
  })

  it('answer 404 for what was never published', async () => {
    const press = await openSamplePress('2026-11-07T07:00')
    for (const url of [
      'http://www.correodetala.test/2026/11/01/nada/',
      'http://redjalisco.test/cable/1/nada',
    ]) {
      expect((await visit(press, url)).status).toBe(404)
    }
    await press.close()
  })
})

describe('the hosts', () => {
  it('are names under .test, each on a port of this machine, several of one outlet on the same', async () => {
    const press = await openSamplePress('2026-11-07T07:00')
    expect([...press.hosts.keys()].every((host) => host.endsWith('.test'))).toBe(true)
    expect(press.hosts.get('correodetala.test')).toBe(press.hosts.get('www.correodetala.test'))
    expect(new Set(press.hosts.values()).size).toBe(OUTLET_IDS.length + 3)
    await press.close()
  })
})
