// An edition's page → its message: one subject line whatever a title holds, bodies that say the same, nothing that a title can break.
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import type { MinutePage } from '../../src/deliver/edition-content.ts'
import { printMailHtml } from '../../src/deliver/mail-html.ts'
import { printMailText } from '../../src/deliver/mail-text.ts'
import { composeMessage } from '../../src/deliver/message.ts'
import { PAGE } from './page.ts'

const compose = (
  page: MinutePage = PAGE,
  name = 'tala.pdf',
  from = 'Síntesis de Tala <sintesis@tala.test>',
) =>
  composeMessage({
    page,
    editionId: 'sintesis/2026-11-06',
    from,
    to: 'uno@tala.test',
    at: new Date('2026-11-06T12:50:00Z'),
    attachments: [{ name, mediaType: 'application/pdf', bytes: new Uint8Array([37, 80, 68, 70]) }],
  })

const headersOf = (raw: Buffer) => {
  const head = raw.toString('latin1').split('\r\n\r\n')[0] ?? ''
  return head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
}
const namesOf = (raw: Buffer) => headersOf(raw).map((line) => line.split(':')[0])

const HOSTILE = 'Agua\r\nBcc: todos@tala.test\r\n\r\n<script>alert(1)</script>\u2028\0\u202e"&\''

describe('the headers', () => {
  it('say who, when, which edition and that a machine wrote it', async () => {
    const { bytes } = await compose()
    const headers = headersOf(bytes).join('\n')
    expect(headers).toMatch(/^Date: Fri, 06 Nov 2026 12:50:00 \+0000$/m)
    expect(headers).toMatch(/^Message-ID: <[0-9a-f]{40}@tala\.test>$/m)
    expect(headers).toMatch(/^Auto-Submitted: auto-generated$/m)
    expect(headers).toMatch(/^List-ID: <sintesis\.tala\.test>$/im)
    expect(headers).toMatch(/^List-Unsubscribe: <mailto:sintesis@tala\.test\?subject=Baja>$/im)
    expect(headers).toMatch(/^X-Sintesis-Edition: sintesis\/2026-11-06$/im)
  })

  it('are the same, and no more, whatever the texts of the edition hold', async () => {
    const plain = namesOf((await compose()).bytes).toSorted()
    const text = fc.string({
      unit: fc.constantFrom(
        'a',
        '\r',
        '\n',
        ':',
        ' ',
        'ñ',
        '\0',
        '\u2028',
        '<',
        '>',
        '@',
        ',',
        '=?',
        '"',
        '\t',
        '\u202e',
      ),
    })
    await fc.assert(
      fc.asyncProperty(text, text, text, async (title, date, name) => {
        const { bytes, subject } = await compose({ ...PAGE, title: `x${title}`, date }, `a${name}.pdf`)
        expect(namesOf(bytes).toSorted()).toEqual(plain)
        expect(subject).not.toMatch(/[\r\n\u2028\u2029\0]/)
      }),
      { numRuns: 60 },
    )
  })

  it('keep their readers when a title tries to add one', async () => {
    const { bytes } = await compose({ ...PAGE, title: HOSTILE, place: HOSTILE })
    const message = await PostalMime.parse(bytes)
    expect(message.bcc).toBe(undefined)
    expect(message.to).toEqual([{ name: '', address: 'uno@tala.test' }])
    expect(message.subject).toMatch(/^Agua Bcc: todos@tala\.test .*\[sintesis\/2026-11-06\]$/)
  })

  it('name the same message for the same reader at every try, and another for another', async () => {
    const [first, again] = [await compose(), await compose({ ...PAGE, headline: 'Otra' })]
    expect(again.id).toBe(first.id)
    expect((await compose({ ...PAGE, place: 'Ameca' })).id).not.toBe(first.id)
    const other = await composeMessage({
      page: PAGE,
      editionId: 'sintesis/2026-11-07',
      from: 'a@tala.test',
      to: 'uno@tala.test',
      at: new Date(),
      attachments: [],
    })
    expect(other.id).not.toBe(first.id)
  })
})

describe('the bodies', () => {
  it('both say the headline, what happened, the figures, what asks for action and what was reviewed', async () => {
    const message = await PostalMime.parse((await compose()).bytes)
    const html = (message.html ?? '').replace(/&amp;/g, '&')
    for (const said of [
      PAGE.headline,
      'Vecinos de San Isidro llevan seis días sin agua.',
      '−1',
      'balance de tono',
      'Ofrecer vocería sobre el agua.',
      'Antes de las 9:00',
      'https://www.elmedio.test/agua?a=1&b=2',
      '12 de 13 fuentes leídas; una con falla.',
      'Página 3 Jalisco: con falla desde el 4 nov.',
      PAGE.seal,
    ]) {
      expect(message.text).toContain(said)
      expect(html).toContain(said)
    }
  })

  it('show the texts of the press as texts', () => {
    const html = printMailHtml({
      ...PAGE,
      title: HOSTILE,
      headline: HOSTILE,
      brandColor: '"><script>',
      facts: [{ text: HOSTILE, detail: HOSTILE, tone: '"><i>', href: 'javascript:alert(1)' }],
      actions: [{ act: HOSTILE, why: HOSTILE, step: HOSTILE, before: HOSTILE, owner: HOSTILE }],
    })
    expect(html).not.toMatch(/<script|javascript:|"><i>/)
    expect(html).toContain('&lt;script&gt;')
  })

  it('fetch nothing when they are opened: no picture, no style sheet, no script', () => {
    expect(printMailHtml(PAGE)).not.toMatch(/<(img|link|script|iframe|style)|src=|url\(/i)
  })

  it('say so when nothing happened and nothing asks for action', () => {
    const empty = { ...PAGE, facts: [], actions: [], agenda: [], figures: [], remarks: [] }
    for (const body of [printMailText(empty), printMailHtml(empty)]) {
      expect(body).toContain('Nada que reportar.')
      expect(body).toContain('Nada exige respuesta.')
    }
  })
})
