// What `sintesis source try` says of a source's front page, read over HTTP.
import { createCanvas } from '@napi-rs/canvas'
import { afterEach, describe, expect, it } from 'vitest'
import { describeFrontPage } from '../../src/cli/source-try.ts'
import { openTestWeb, sourceOf } from '../collect/press.ts'
import { startSite } from '../collect/server.ts'

const opened: { close: () => Promise<unknown> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()))
})

async function tryFrontPage(path: string | null): Promise<string[]> {
  const picture = createCanvas(30, 40).toBuffer('image/png')
  const site = await startSite({ '/2026/11/06.png': picture, '/otra.png': 'no es imagen' })
  const web = openTestWeb()
  opened.push(site, web)
  const rest = path === null ? {} : { frontPage: { url: `${site.url}${path}`, image: null } }
  const lines = await describeFrontPage(sourceOf(site.url, [], rest), web)
  return lines.map((line) => line.replace(site.url, ''))
}

describe('the front page that a source would bring', () => {
  it('is told with its address of today and its weight', async () => {
    expect(await tryFrontPage('/{yyyy}/{mm}/{dd}.png')).toEqual([
      'Primera plana de hoy: sí, 1 KB  /2026/11/06.png',
    ])
  })

  it('is told with why it cannot be taken', async () => {
    expect(await tryFrontPage('/otra.png')).toEqual([
      'Primera plana de hoy: NO: el archivo no es una imagen que se pueda abrir  /otra.png',
    ])
  })

  it('is not spoken of where there is none', async () => {
    expect(await tryFrontPage(null)).toEqual([])
  })
})
