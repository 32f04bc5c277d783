// A page → the lines beside its title and text, what it says of its update, and what is only told in the explanation.
import { describe, expect, it } from 'vitest'
import { explainExtraction } from '../../src/extract/explain.ts'
import { extractArticle } from '../../src/extract/extract.ts'
import type { Article } from '../../src/model.ts'
import { makeCapture, makeItem, makeSource, plainPage, prose, readPageFile } from './captures.ts'

const read = (html: string, url = 'https://prueba.example.mx/nota'): Article =>
  extractArticle(makeCapture(html, { item: makeItem({ url }) }), makeSource())

function told(html: string | Uint8Array, field: string, url = 'https://prueba.example.mx/nota') {
  const { fields } = explainExtraction(makeCapture(html, { item: makeItem({ url }) }), makeSource())
  return fields.find((each) => each.field === field)?.value
}

const page = (aboveTitle: string, head = '', title = 'Reabren el puente de la calle Hidalgo'): string =>
  `<html lang="es"><head><title>La Prueba</title>${head}</head><body><main>${aboveTitle}<h1>${title}</h1>${prose}</main></body></html>`

describe('the kicker', () => {
  it('is the line above the title that is named so', () => {
    expect(read(page('<p class="volanta">Tala, en obras</p>')).kicker).toBe('Tala, en obras')
  })

  it('is what a heading says before the title that the page states', () => {
    const html = page(
      '',
      '<meta property="og:title" content="Cierran el pozo cuatro por contaminación">',
      'Agua — Cierran el pozo cuatro por contaminación',
    )
    expect(read(html)).toMatchObject({ title: 'Cierran el pozo cuatro por contaminación', kicker: 'Agua' })
  })

  it('is neither the section nor the outlet', () => {
    const section = '<meta property="article:section" content="Local">'
    expect(read(page('<a class="category" href="/local">Local</a>', section)).kicker).toBeUndefined()
    expect(read(page('<p class="overline">La Prueba</p>')).kicker).toBeUndefined()
  })
})

it('keeps the caption of the lead picture apart from the text', () => {
  const figure =
    '<figure><img src="/a.jpg"><figcaption>La alcaldesa corta el listón. Foto: Cortesía</figcaption></figure>'
  const note = read(plainPage(`${figure}${prose}`))
  expect(note.caption).toBe('La alcaldesa corta el listón. Foto: Cortesía')
  expect(note.paragraphs).toHaveLength(2)
})

describe('the update', () => {
  const dates = (published: string, modified: string) =>
    `<meta property="article:published_time" content="${published}"><meta property="article:modified_time" content="${modified}">`

  it('is what the page declares after its publication', () => {
    const html = plainPage(prose, dates('2026-11-20T10:00:00-06:00', '2026-11-20T18:30:00-06:00'))
    expect(read(html).updatedAt?.toISOString()).toBe('2026-11-21T00:30:00.000Z')
  })

  it('is not the platform’s second save, nor what lies before the publication or after the capture', () => {
    for (const modified of [
      '2026-11-20T10:00:20-06:00',
      '2026-11-19T10:00:00-06:00',
      '2027-11-19T10:00:00-06:00',
    ]) {
      expect(read(plainPage(prose, dates('2026-11-20T10:00:00-06:00', modified))).updatedAt).toBeUndefined()
    }
  })
})

describe('other views of a note', () => {
  it.each([
    'https://prueba.example.mx/nota/amp/',
    'https://prueba.example.mx/nota/?amp=1',
    'https://prueba.example.mx/nota/?outputType=amp',
    'https://prueba.example.mx/nota/imprimir/',
    'https://prueba.example.mx/nota/?print=print',
  ])('%s is the same note although it does not say so', (url) => {
    expect(read(plainPage(prose), url).canonicalUrl).toBe('https://prueba.example.mx/nota/')
  })

  it('leaves a note whose slug is such a word', () => {
    expect(read(plainPage(prose), 'https://prueba.example.mx/amp').canonicalUrl).toBe(
      'https://prueba.example.mx/amp',
    )
  })
})

describe('what is only told', () => {
  it('names tags, language and posts of others', () => {
    const html = readPageFile('embeds')
    expect(told(html, 'incrustadas')).toMatch(/\S/)
    expect(told(html, 'idioma')).toMatch(/^es/)
    expect(
      told(
        plainPage(
          prose,
          '<meta property="article:tag" content="Agua"><meta property="article:tag" content="SIAPTA">',
        ),
        'etiquetas',
      ),
    ).toBe('Agua, SIAPTA')
  })

  it('says which page of a parted note this is and where it goes on', () => {
    const url = 'https://prueba.example.mx/nota/'
    const links = '<p><a href="/nota/2/">2</a> <a href="/nota/3/">3</a></p>'
    expect(told(plainPage(`${prose}${links}`), 'página', url)).toBe(
      '1; sigue en https://prueba.example.mx/nota/2/',
    )
    expect(told(plainPage(`${prose}${links}`), 'página', `${url}2/`)).toBe(
      '2; sigue en https://prueba.example.mx/nota/3/',
    )
    expect(told(plainPage(prose), 'página', `${url}3/`)).toBe('3; es la última')
  })

  it('is not led on by the next note of the outlet', () => {
    const next = '<link rel="next" href="https://prueba.example.mx/otra-nota/">'
    expect(told(plainPage(prose, next), 'página', 'https://prueba.example.mx/nota/')).toBeUndefined()
  })
})

describe('confidence', () => {
  const confidenceOf = (html: string, field: string) =>
    explainExtraction(makeCapture(html), makeSource()).fields.find((each) => each.field === field)?.confidence

  it('is high where two places of the page agree and middling where one speaks alone', () => {
    const shared = '<meta property="og:title" content="Reabren el puente de la calle Hidalgo">'
    expect(confidenceOf(page('', shared), 'título')).toMatchObject({ level: 'alta' })
    const alone = plainPage(
      prose,
      '<meta property="article:published_time" content="2026-11-20T10:00:00-06:00">',
    )
    expect(confidenceOf(alone, 'fecha')).toEqual({
      level: 'media',
      because: 'solo meta article:published_time',
    })
  })

  it('is nothing of what was not found', () => {
    expect(confidenceOf(plainPage(prose), 'fecha')).toBeNull()
  })
})
