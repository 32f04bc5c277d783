// Selectors an analyst declares for an outlet → they rule over the general reader.
import { expect, it } from 'vitest'
import { extractArticle } from '../../src/extract/extract.ts'
import { parsePage, rawText } from '../../src/extract/page-tree.ts'
import { selectNodes } from '../../src/extract/selectors.ts'
import { Misdeclared } from '../../src/failure.ts'
import type { ArticleSelectors } from '../../src/model.ts'
import { makeCapture, makeSource, PROSE, plainPage, prose } from './captures.ts'

const none: ArticleSelectors = { title: null, byline: null, date: null, body: null, remove: [] }
const page = plainPage(
  `<h2 class="verdadero">El título verdadero</h2><i data-firma="x">Texto: Ana Ruiz / Luis Paz</i><b id="dia">18/11/26 7:05 pm</b>
   <div class="raro">${prose}<p class="coletilla">Una coletilla que el medio pone al final de cada nota para pedir apoyo a sus lectores, siempre igual.</p></div>`,
)
const read = (article: Partial<ArticleSelectors>) =>
  extractArticle(makeCapture(page), makeSource({ article: { ...none, ...article } }))

it('takes title, byline and date from where the source says', () => {
  const article = read({ title: 'h2.verdadero', byline: '[data-firma]', date: '#dia' })
  expect(article).toMatchObject({ title: 'El título verdadero', byline: 'Ana Ruiz y Luis Paz' })
  expect(article.publishedAt?.toISOString()).toBe('2026-11-19T01:05:00.000Z')
})

it('takes the text from the declared element and leaves out what is declared to be removed', () => {
  expect(read({ body: '.raro', remove: ['.coletilla'] }).paragraphs).toEqual(PROSE)
})

it('falls back to the general reader when a selector finds nothing', () => {
  expect(read({ title: '.no-existe' }).title).toBe('Una nota')
})

it('says which selector is not CSS', () => {
  expect(() => read({ body: 'div[[' })).toThrow(Misdeclared)
  expect(() => read({ body: 'div[[' })).toThrow(/el selector «div\[\[» no es CSS/)
})

it('selects by tag, class, attribute, descent and position', () => {
  const tree = parsePage('<ul><li class="a">1</li><li>2</li><li data-x="y">3</li></ul>')
  const texts = (selector: string) => selectNodes(tree, selector).map(rawText)
  expect(texts('ul > li')).toEqual(['1', '2', '3'])
  expect(texts('li.a, li[data-x=y]')).toEqual(['1', '3'])
  expect(texts('li:nth-child(2)')).toEqual(['2'])
  expect(texts('li:contains("3")')).toEqual(['3'])
  expect(texts('li.a + li')).toEqual(['2'])
})
