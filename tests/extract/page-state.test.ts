// Scripts of pages without text → the note in their data, and none where there is none.
import { describe, expect, it, test } from 'vitest'
import { extractArticle } from '../../src/extract/extract.ts'
import { readPageState } from '../../src/extract/page-state.ts'
import { makeCapture, makeSource, PROSE } from './captures.ts'

const TITLE = 'Cierran el pozo cuatro de La Cañada'
const state = (data: unknown) =>
  `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify(data)}</script>`
const bodyOf = (html: string) => readPageState(html, [TITLE])?.body ?? null

describe('a note in a state', () => {
  test.each([
    ['as HTML', { nota: { titulo: TITLE, cuerpo: PROSE.map((text) => `<p>${text}</p>`).join('') } }],
    ['as lines', { note: { title: TITLE, text: PROSE.join('\n') } }],
    [
      'as blocks',
      { a: [{ headlines: { basic: TITLE }, content_elements: PROSE.map((content) => ({ content })) }] },
    ],
    [
      'as WordPress answers',
      { post: { title: { rendered: TITLE }, content: { rendered: `<p>${PROSE.join('</p><p>')}</p>` } } },
    ],
  ])('is read %s', (_, data) => {
    expect(bodyOf(state({ props: data }))).toBe(PROSE.join('\n'))
  })

  it('is read from an assignment with braces in its strings and code after it', () => {
    const data = JSON.stringify({ nota: { titulo: TITLE, texto: `${PROSE.join('\n')} "{" }` } })
    expect(bodyOf(`<script>window.__INITIAL_STATE__ = ${data};render("}")</script>`)).toContain(PROSE[1])
  })

  it('is the one that the page is called by', () => {
    const other = { titulo: 'Otra nota cualquiera del día', texto: PROSE.join('\n').repeat(3) }
    expect(bodyOf(state([other, { titulo: TITLE, texto: PROSE.join('\n') }]))).toBe(PROSE.join('\n'))
    expect(bodyOf(state([other]))).toBeNull()
  })

  it('is not looked for when the page shows its text', () => {
    const shown = `<h1>${TITLE}</h1><p>${PROSE.join('</p><p>')}</p>`
    const hidden = state({ titulo: TITLE, texto: 'Otro texto. '.repeat(200) })
    const page = `<html><head><title>${TITLE}</title></head><body>${shown}${hidden}</body></html>`
    expect(extractArticle(makeCapture(page), makeSource()).paragraphs).toEqual(PROSE)
  })
})

test.each([
  ['cut short', '<script id="__NEXT_DATA__">{"titulo":"x'],
  ['not JSON', '<script id="__NEXT_DATA__">{titulo:1}</script>'],
  [
    'nested a hundred thousand levels',
    `<script type="application/json">${'['.repeat(100_000)}${']'.repeat(100_000)}</script>`,
  ],
  ['of a megabyte of backslashes', `<script id="__NEXT_DATA__">{"a":"${'\\'.repeat(1_000_000)}"}</script>`],
  ['of a megabyte of quotes that never close', `<script id="__NEXT_DATA__">{${'"a\\"'.repeat(250_000)}`],
])('a state %s gives no note', (_, html) => {
  expect(readPageState(html, [TITLE])).toBeNull()
})
