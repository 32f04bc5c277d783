// Pages in the shapes that systems, portals and hand-made sites have → title, names, day and text, all of them right.
import { describe, expect, it } from 'vitest'
import { compareBody, isSameByline, isSameTitle } from '../../bench/extract-metric.ts'
import { labelShape } from '../../bench/extract-pages.ts'
import { SHAPES } from '../../bench/extract-shapes/shapes.ts'
import { extractArticle } from '../../src/extract/extract.ts'
import { localDate } from '../../src/text/zoned.ts'

describe('the note is read whole on a page of the shape', () => {
  it.each(SHAPES.map((shape) => [shape.id, shape] as const))('%s', (_, shape) => {
    const { capture, source, expected } = labelShape(shape)
    const article = extractArticle(capture, source)
    const day = article.publishedAt === null ? null : localDate(article.publishedAt, source.timeZone)
    expect(isSameTitle(expected.title ?? '', article.title), article.title).toBe(true)
    expect(
      compareBody(expected, article.paragraphs.join('\n')).f1,
      article.paragraphs.join('\n'),
    ).toBeCloseTo(1)
    if (expected.date !== undefined) expect(day).toBe(expected.date)
    if (expected.datetime !== undefined) expect(article.publishedAt).toEqual(new Date(expected.datetime))
    if (expected.author !== undefined) {
      expect(isSameByline(expected.author, article.byline ?? ''), String(article.byline)).toBe(true)
    }
  })
})

it('has sixty shapes at the least, each with a name of its own', () => {
  expect(new Set(SHAPES.map(({ id }) => id)).size).toBe(SHAPES.length)
  expect(SHAPES.length).toBeGreaterThanOrEqual(60)
})
