// Every shape of site serves its notes whole, in the bytes that it declares, among the furniture of a real site.
import { load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Press } from '../../bench/press/press.ts'
import type { OutletId } from '../../bench/press/stories.ts'
import { openSamplePress, SAMPLES, squeeze, visit, visitPage } from './samples.ts'

let press: Press

beforeAll(async () => {
  press = await openSamplePress('2026-11-07T07:00')
})

afterAll(async () => {
  await press.close()
})

/** Where each outlet prints the text of a note; those that print it elsewhere have tests of their own. */
const BODIES: readonly (readonly [OutletId, string])[] = [
  ['correo', '.entry-content > p:not(.te-recomendamos)'],
  ['diario', 'article.b-article-body > p.c-paragraph:not(:has(a))'],
  ['sol', '[id^="content-body-226-"] > p'],
  ['ingenio', '.texto > p'],
  ['radio', '.entry-content > p:not(.entry-summary, .shareline)'],
  ['red', '.field-name-body .field-item > p'],
  ['occidente', '.nota-cuerpo > p'],
  ['tribuna', '.entry-body > p:not(:has(strong))'],
  ['zapopan', '.post-content > p'],
  ['observador', '[itemprop="articleBody"] > p[style]'],
  ['gobierno', '.contenido > p'],
]

/** A note of an outlet without defects of its own page. */
function plainNote(outlet: OutletId) {
  const note = SAMPLES.find((each) => {
    const own = press.defects.filter(({ on, noteIds }) => on === 'one' && noteIds.includes(each.id))
    return each.outlet === outlet && own.length === 0
  })
  if (note === undefined) throw new Error(`every sample of ${outlet} carries a defect`)
  return note
}

describe('the page of a note', () => {
  it.each(BODIES)(
    'of %s prints its text once and whole where its platform does',
    async (outlet, selector) => {
      const note = plainNote(outlet)
      const page = await visitPage(press, press.addressOf(note.id))
      const printed = page(selector)
        .toArray()
        .map((paragraph) => squeeze(page(paragraph).text()))
      expect(printed).toEqual(note.paragraphs)
      expect(squeeze(page('h1, h2[itemprop=headline]').first().text())).toBe(note.title)
    },
  )

  it('of the chain prints the body twice', async () => {
    const note = plainNote('sol')
    const page = await visitPage(press, press.addressOf(note.id))
    for (const text of note.paragraphs) {
      expect(page('p').filter((_, each) => squeeze(page(each).text()) === text)).toHaveLength(2)
    }
  })

  it('of the blog parts its paragraphs by line breaks and has no paragraph of its own', async () => {
    const note = plainNote('cuisillos')
    const page = await visitPage(press, press.addressOf(note.id))
    expect(page('.post-body p')).toHaveLength(0)
    expect(page('.post-body').html()).toContain('<br><br>')
    for (const text of note.paragraphs) expect(squeeze(page('.post-body').text())).toContain(text)
  })

  it('of the newspaper on Arc holds a summary by a machine and calls inside the body', async () => {
    const page = await visitPage(press, press.addressOf(plainNote('diario').id))
    expect(page('.b-article-body .b-ai-summary').text()).toContain('Resumen generado con IA')
    expect(page('.b-article-body .c-paragraph').text()).toContain('Lee también:')
    expect(page('.b-article-body .b-inline-newsletter')).toHaveLength(1)
  })
})

describe('the bytes', () => {
  it('of the weekly are ISO-8859-1, as its header and its page say', async () => {
    const { headers, bytes, text } = await visit(press, press.addressOf(plainNote('ingenio').id))
    expect(headers['content-type']).toBe('text/html; charset=iso-8859-1')
    expect(Buffer.from(bytes).includes(Buffer.from('Región', 'latin1'))).toBe(true)
    expect(load(text)('.fecha').first().text()).toBe('Sábado 31 de octubre de 2026')
  })

  it('of the hand-made site are windows-1252 with a menu in UTF-8, which only its page declares', async () => {
    const { headers, bytes } = await visit(press, press.addressOf(plainNote('canaveral').id))
    expect(headers['content-type']).toBe('text/html')
    const western = new TextDecoder('windows-1252').decode(bytes)
    expect(western).toContain('charset=windows-1252')
    for (const text of plainNote('canaveral').paragraphs)
      expect(squeeze(load(western)('.textonota').text())).toContain(text)
    expect(new TextDecoder('utf-8').decode(bytes)).toContain('Contáctanos y denúncialo aquí')
  })

  it.each([
    ['http://www.correodetala.test/', 'gzip'],
    ['http://www.diariodelosvalles.test/', 'br'],
  ])('of %s are packed with %s for whoever accepts it, and plain for others', async (url, encoding) => {
    const packed = await visit(press, url, { 'accept-encoding': 'gzip, deflate, br' })
    const plain = await visit(press, url)
    expect(packed.headers['content-encoding']).toBe(encoding)
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(packed.sent.length).toBeLessThan(plain.sent.length)
    expect(packed.text).toBe(plain.text)
  })

  it('of pictures are JPEG or PNG, as their names say', async () => {
    const jpeg = await visit(press, 'http://www.correodetala.test/wp-content/uploads/2026/11/1-1024x576.jpg')
    const png = await visit(press, 'http://img.tribunatapatia.test/t/960x540/1.png')
    expect(jpeg.headers['content-type']).toBe('image/jpeg')
    expect([...jpeg.bytes.slice(0, 3)]).toEqual([0xff, 0xd8, 0xff])
    expect([...jpeg.bytes.slice(-2)]).toEqual([0xff, 0xd9])
    expect(png.headers['content-type']).toBe('image/png')
    expect(Buffer.from(png.bytes.slice(1, 4)).toString()).toBe('PNG')
  })
})

describe('the markup', () => {
  it.each(SAMPLES.filter(({ at }) => at === '2026-10-31T10:15'))(
    'of $outlet escapes what notes say',
    async (note) => {
      const { text, status } = await visit(press, press.addressOf(note.id))
      if (status === 200) expect(text.replace(/"(?:[^"\\]|\\.)*"/g, '')).not.toContain('<puente>')
    },
  )

  it('of structured data is JSON that any program reads', async () => {
    for (const outlet of ['correo', 'diario', 'sol', 'occidente', 'tribuna', 'radio'] as const) {
      const page = await visitPage(press, press.addressOf(plainNote(outlet).id))
      const data: unknown = JSON.parse(page('script[type="application/ld+json"]').first().text())
      expect(JSON.stringify(data)).toContain('NewsArticle')
    }
  })

  it('of the JavaScript portal is an empty shell, whatever the address', async () => {
    const page = await visitPage(press, press.addressOf(plainNote('ruta70').id))
    expect(squeeze(page('body').text())).toBe('Necesitas activar JavaScript para usar esta aplicación.')
  })
})

describe('the networks', () => {
  it('list posts as t.me does: oldest first, views shortened, older ones behind ?before=', async () => {
    const many = SAMPLES.filter(({ outlet }) => outlet === 'momento')
    const thirty = Array.from({ length: 30 }, (_, index) => {
      const at = `2026-11-0${1 + (index % 5)}T${String(6 + (index % 17)).padStart(2, '0')}:${String(index + 10)}`
      return {
        ...(many[0] ?? SAMPLES[0]),
        id: `s90-${'x'.repeat(index + 1)}`,
        at,
      } as (typeof SAMPLES)[number]
    })
    const channel = await openSamplePress('2026-11-07T07:00', thirty)
    const first = await visitPage(channel, 'http://telegram.test/s/talaalmomento')
    const posts = first('.tgme_widget_message_wrap .tgme_widget_message')
    const numbers = posts.toArray().map((post) => Number(first(post).attr('data-post')?.split('/')[1]))
    expect(numbers).toHaveLength(20)
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
    const older = first('a.tme_messages_more').attr('href') ?? ''
    const second = await visitPage(channel, `http://telegram.test${older}`)
    expect(second('.tgme_widget_message_text').length).toBe(11) // ten posts and the channel's own message
    await channel.close()
  })

  it('say views as they round them, or not at all', async () => {
    const { text } = await visit(
      press,
      'http://www.youtube.test/feeds/videos.xml?channel_id=UCv6LLsTaLaJaL2026cAnaL6',
    )
    const feed = load(text, { xml: true })
    for (const entry of feed('entry').toArray()) {
      const link = feed(entry).find('link').attr('href') ?? ''
      const shown = feed(entry).find('media\\:statistics').attr('views')
      const note = press.noteAt(link)
      const expected = press.viewsOf(note?.id ?? '', new Date('2026-11-07T07:00:00-06:00'))
      expect(shown === undefined ? null : Number(shown)).toBe(expected)
    }
    expect(feed('entry')).toHaveLength(5)
  })
})
