// Posts, videos and feed entries that are whole notes → their articles.
import { describe, expect, it, test } from 'vitest'
import { listParagraphs, titleFromText } from '../../src/extract/entry.ts'
import { extractArticle } from '../../src/extract/extract.ts'
import type { Item } from '../../src/model.ts'
import { makeCapture, makeItem, makeSource, PROSE, plainPage, prose } from './captures.ts'

function readEntry(html: string, item: Partial<Item>) {
  return extractArticle(
    makeCapture(html, { kind: 'entry', item: makeItem({ isWhole: true, ...item }) }),
    makeSource(),
  )
}

describe('a Telegram post', () => {
  const post = readEntry(
    '🚧 <b>Cierran la carretera a Ameca</b> por un derrumbe en el kilómetro 12. Hay paso por Cuisillos.<br/><br/>Más tarde, más información.',
    { channel: 'telegram', publishedAt: new Date('2026-11-20T02:00:00Z'), author: 'Tala al Momento' },
  )

  it('takes its first sentence as title, without the emoji that decorates it', () => {
    expect(post.title).toBe('Cierran la carretera a Ameca por un derrumbe en el kilómetro 12')
  })

  it('keeps its paragraphs, author and instant', () => {
    expect(post.paragraphs).toHaveLength(2)
    expect(post).toMatchObject({
      byline: 'Tala al Momento',
      publishedFrom: 'feed',
      hasHour: true,
      completeness: 'completa',
    })
    expect(post.flags).toEqual(['breve'])
  })
})

it('keeps a video’s title and reads its plain description by lines', () => {
  const video = readEntry('Noticiero de las siete\nConduce: Lorena Paz', {
    channel: 'youtube',
    title: 'Noticiero Canal 6',
  })
  expect(video.title).toBe('Noticiero Canal 6')
  expect(video.paragraphs).toEqual(['Noticiero de las siete', 'Conduce: Lorena Paz'])
})

it('marks an entry without text as headline only', () => {
  expect(readEntry('', { title: 'Solo el título' })).toMatchObject({
    paragraphs: [],
    completeness: 'solo-titular',
  })
})

it('refuses an entry with neither title nor text', () => {
  expect(() => readEntry('<img src="x.jpg">', {})).toThrow(/ni título ni texto/)
})

describe('titleFromText', () => {
  test.each([
    ['Hubo un choque. Hay tres heridos.', 'Hubo un choque'],
    ['¿Se fue la luz en su colonia? Cuéntenos.', '¿Se fue la luz en su colonia?'],
    ['Sin puntos y corto', 'Sin puntos y corto'],
  ])('%s', (text, title) => {
    expect(titleFromText(text)).toBe(title)
  })

  it('cuts a long sentence at a word', () => {
    const title = titleFromText('palabra '.repeat(40))
    expect(title.length).toBeLessThanOrEqual(141)
    expect(title).toMatch(/palabra…$/)
  })
})

it('cuts the calls of an entry’s fragment', () => {
  expect(listParagraphs('<p>El texto de la entrada, completo.</p><p>Síguenos en Facebook</p>')).toEqual([
    'El texto de la entrada, completo.',
  ])
})

describe('a page and its listing', () => {
  const page = (item: Partial<Item>, html: string) =>
    extractArticle(makeCapture(html, { item: makeItem({ title: 'Una nota', ...item }) }), makeSource())

  it('uses the channel’s text when the page brings only a beginning', () => {
    const article = page(
      { contentHtml: `${prose}${prose.replaceAll('cabildo', 'consejo')}` },
      plainPage(`<p>${PROSE[0]}</p>`),
    )
    expect(article.paragraphs.length).toBeGreaterThan(2)
  })

  it('keeps the page’s own text when both are as full', () => {
    expect(page({ contentHtml: '<p>Un resumen corto del canal.</p>' }, plainPage(prose)).paragraphs).toEqual(
      PROSE,
    )
  })

  it('says that only the summary was kept when the page is empty', () => {
    const article = page(
      { summary: 'El cabildo aprobó el presupuesto.' },
      '<html><title>Portal</title><body><div id=root></div></body></html>',
    )
    expect(article).toMatchObject({
      completeness: 'avance',
      paragraphs: ['El cabildo aprobó el presupuesto.'],
      title: 'Una nota',
    })
  })

  it('says that only the headline was kept when nothing brings text', () => {
    const article = page({}, '<html><title>Portal</title><body><div id=root></div></body></html>')
    expect(article).toMatchObject({ completeness: 'solo-titular', paragraphs: [] })
  })

  it('uses the linked data’s body when scripts draw the page', () => {
    const body = JSON.stringify(PROSE.join('\n'))
    const html = `<html><head><title>Una nota</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Una nota","articleBody":${body}}</script></head><body><div id="root"></div></body></html>`
    expect(page({}, html).paragraphs).toEqual(PROSE)
  })
})
