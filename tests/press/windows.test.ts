// With one visit each morning, every note of the sample press is reached by what its source file declares.
import { join } from 'node:path'
import { load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPress, type Press } from '../../bench/press/press.ts'
import { readWorkspace, type Workspace } from '../../src/config/workspace.ts'
import type { Channel } from '../../src/model.ts'
import { visit } from './samples.ts'

const FIRST_MORNING = new Date('2026-10-30T07:00:00-06:00').getTime()
const MORNINGS = Array.from({ length: 15 }, (_, day) => new Date(FIRST_MORNING + day * 86_400_000))

let now = MORNINGS[0] ?? new Date(FIRST_MORNING)
let press: Press
let workspace: Workspace

beforeAll(async () => {
  press = await openPress({ clock: () => now })
  workspace = await readWorkspace(join(import.meta.dirname, '../../bench/press/workspace'))
})

afterAll(async () => {
  await press.close()
})

/** Links of the entries that are whole, in any dialect, even when the feed is cut off. */
function linksOfFeed(text: string): string[] {
  const whole = text.split(/<\/(?:item|entry)>/).slice(0, -1)
  return whole.map((entry) => {
    const feed = load(`${entry}</item>`.replace(/^[\s\S]*?(?=<(?:item|entry)>)/, ''), { xml: true })
    const atom = feed('link[rel=alternate]').attr('href')
    return atom ?? feed('link').first().text()
  })
}

/** Links that a channel lists now. What the browser would read is asked of the portal's own API. */
async function listLinks(channel: Channel): Promise<string[]> {
  if (channel.kind === 'browser') {
    const { text } = await visit(press, new URL('/api/notas', channel.url).href)
    const { notas } = JSON.parse(text) as { notas: { url: string }[] }
    return notas.map(({ url }) => new URL(url, channel.url).href)
  }
  const { text } = await visit(press, channel.url)
  if (channel.kind === 'telegram') {
    const page = load(text)
    return page('a.tgme_widget_message_date')
      .toArray()
      .map((link) => page(link).attr('href') ?? '')
  }
  if (channel.kind !== 'page') return linksOfFeed(text)
  const page = load(text)
  const { item, link } = channel.select
  const links = item === null ? page(link.selector) : page(item).find(link.selector)
  return links.toArray().map((each) => new URL(page(each).attr(link.value) ?? '', channel.url).href)
}

async function listSource(channels: readonly Channel[]): Promise<string[]> {
  return (await Promise.all(channels.map(listLinks))).flat()
}

const DEAD = ['mx-jal/heraldo', 'mx-jal/ameca', 'mx-jal/pagina3']

describe('the workspace of the press', () => {
  it('has one file that is wrong on purpose, and says which key', () => {
    expect(workspace.faults.map(({ message }) => message)).toEqual([
      'sources/mx-jal/roto.yml:8:1: la clave «chanels» no existe; ¿quisiste decir «channels»?',
    ])
  })

  it('declares every outlet under its id, about half of them with a published audience', () => {
    expect(workspace.sources.map(({ id }) => id.split('/')[1]).sort()).toEqual(
      [
        'ameca',
        'canal6',
        'canaveral',
        'correo',
        'cuisillos',
        'diario',
        'gobierno',
        'heraldo',
        'ingenio',
        'momento',
      ].concat(['observador', 'occidente', 'pagina3', 'radio', 'red', 'ruta70', 'sol', 'tribuna', 'zapopan']),
    )
    const known = workspace.sources.filter(({ audience }) => audience !== null).length
    expect(known / workspace.sources.length).toBeCloseTo(0.5, 1)
    expect(workspace.sources.filter(({ isOwn }) => isOwn).map(({ id }) => id)).toEqual(['mx-jal/gobierno'])
  })
})

describe('one visit each morning', () => {
  it('reaches every note that was published after the first morning', async () => {
    const reached = new Set<string>()
    for (const morning of MORNINGS) {
      now = morning
      for (const source of workspace.sources.filter(({ id }) => !DEAD.includes(id))) {
        for (const link of await listSource(source.channels)) {
          const note = press.noteAt(link)
          if (note !== null) reached.add(note.id)
        }
      }
    }
    const missed = press.notes.filter(({ id, at }) => at > '2026-10-30T07:00' && !reached.has(id))
    expect(missed.map(({ id, outlet, at }) => `${outlet} ${id} ${at}`)).toEqual([])
  })

  it('finds no front page empty on the first', async () => {
    now = MORNINGS[0] ?? now
    for (const source of workspace.sources.filter(({ id }) => !DEAD.includes(id))) {
      expect.soft(await listSource(source.channels), source.id).not.toEqual([])
    }
  })
})
