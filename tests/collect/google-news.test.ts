// The radar over HTTP: what it shows is missing, and that none of it is ever taken for a note.
import { afterEach, describe, expect, it } from 'vitest'
import { type Network, openNetwork } from './network-server.ts'

const HOST = 'news.google.com'
const RADAR = {
  kind: 'google-news',
  url: `https://${HOST}/rss/search?q=%22Tala%2C%20Jalisco%22&hl=es-419&gl=MX&ceid=MX:es-419`,
} as const

let network: Network
afterEach(() => network.close())

const item = (title: string, outlet: string, site: string) =>
  `<item><title>${title} - ${outlet}</title><link>https://${HOST}/rss/articles/CBMi${title.length}?oc=5</link><guid isPermaLink="false">CBMi</guid><pubDate>Fri, 06 Nov 2026 16:00:00 GMT</pubDate><description>&lt;a href="x"&gt;${title}&lt;/a&gt;</description><source url="${site}">${outlet}</source></item>`
const rss = (...items: string[]) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><rss xmlns:media="http://search.yahoo.com/mrss/" version="2.0"><channel><generator>NFE/5.0</generator><title>Tala - Google Noticias</title>${items.join('')}</channel></rss>`

describe('the radar of Google News', () => {
  it('lists what others published as gaps and as excluded, and nothing as a note', async () => {
    network = await openNetwork({
      [HOST]: () => ({
        headers: { 'content-type': 'application/xml; charset=utf-8' },
        body: rss(
          item('Detienen a dos en Tala', 'El Occidental', 'https://oem.com.mx'),
          item('Feria - de la caña', 'Señal', 'https://senal.example'),
        ),
      }),
    })
    const listing = await network.list(RADAR)
    expect(listing).toMatchObject({ channel: 'google-news', state: 'leida', reason: null, items: [] })
    expect(listing.gaps).toEqual([
      {
        url: `https://${HOST}/rss/articles/CBMi22?oc=5`,
        title: 'Detienen a dos en Tala',
        outlet: 'El Occidental',
        outletUrl: 'https://oem.com.mx/',
        date: 'Fri, 06 Nov 2026 16:00:00 GMT',
      },
      expect.objectContaining({ title: 'Feria - de la caña', outlet: 'Señal' }),
    ])
    expect(listing.excluded.map(({ end, reason }) => `${end}: ${reason}`)).toEqual([
      'excluded: radar: Google Noticias señala lo que falta, no es fuente',
      'excluded: radar: Google Noticias señala lo que falta, no es fuente',
    ])
  })

  it('finds nothing without that being a fault', async () => {
    network = await openNetwork({ [HOST]: () => ({ body: rss() }) })
    expect(await network.list(RADAR)).toMatchObject({ state: 'leida', reason: null, gaps: [] })
  })

  it('says that Google asked for consent instead of answering', async () => {
    network = await openNetwork({ [HOST]: () => ({ body: '<!doctype html><title>Antes de ir a</title>' }) })
    expect((await network.list(RADAR)).reason).toMatch(/se esperaba el RSS de Google Noticias/)
  })
})
