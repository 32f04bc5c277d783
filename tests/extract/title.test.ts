// What a page calls itself → the note's title alone.
import { describe, expect, it, test } from 'vitest'
import { extractArticle } from '../../src/extract/extract.ts'
import { dropOutlet, outletInTitle, overlap } from '../../src/extract/headline.ts'
import { makeCapture, makeItem, makeSource, prose } from './captures.ts'

const titleOf = (head: string, body: string, listed: string | null = null) =>
  extractArticle(
    makeCapture(`<html><head>${head}</head><body><main>${body}${prose}</main></body></html>`, {
      item: makeItem({ title: listed }),
    }),
    makeSource({ name: 'El Correo de Tala' }),
  ).title

describe('the title', () => {
  test.each([
    [
      'comes from the heading that the head repeats',
      '<title>Abren el puente nuevo | El Correo de Tala</title>',
      '<h1>Abren el puente nuevo</h1>',
      'Abren el puente nuevo',
    ],
    [
      'is not the outlet’s name in the first heading',
      '<meta property="og:title" content="Abren el puente nuevo">',
      '<h1>El Correo de Tala</h1><h1>Abren el puente nuevo</h1>',
      'Abren el puente nuevo',
    ],
    [
      'loses the kicker that shares its heading',
      '<meta property="og:title" content="Abren el puente nuevo de la colonia">',
      '<h1><span>Obra</span> Abren el puente nuevo de la colonia</h1>',
      'Abren el puente nuevo de la colonia',
    ],
    [
      'loses the outlet’s name in the head when there is no heading',
      '<title>El Correo de Tala - Abren el puente nuevo</title>',
      '',
      'Abren el puente nuevo',
    ],
    [
      'keeps a dash that is its own',
      '<title>Tala - Ameca: abren carretera</title>',
      '<h1>Tala - Ameca: abren carretera</h1>',
      'Tala - Ameca: abren carretera',
    ],
    [
      'is whole when the linked data cuts it',
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Abren el puente nuevo que une a la colonia Jardines con el..."}</script>',
      '<h1>Abren el puente nuevo que une a la colonia Jardines con el Centro</h1>',
      'Abren el puente nuevo que une a la colonia Jardines con el Centro',
    ],
    [
      'is not a fixed phrase of the linked data',
      '<title>Abren el puente nuevo</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Portal informativo"}</script>',
      '<h1>Abren el puente nuevo</h1>',
      'Abren el puente nuevo',
    ],
    [
      'loses the kicker when its places set different ones before it',
      '<meta property="og:title" content="Obra en Tala: «Abren el puente nuevo de la colonia Jardines»">',
      '<h1>Jalisco - «Abren el puente nuevo de la colonia Jardines»</h1>',
      '«Abren el puente nuevo de la colonia Jardines»',
    ],
    [
      'keeps a beginning that all of its places share',
      '<meta property="og:title" content="“Ya era hora”: abren el puente nuevo de la colonia Jardines">',
      '<h1>“Ya era hora”: abren el puente nuevo de la colonia Jardines</h1>',
      '“Ya era hora”: abren el puente nuevo de la colonia Jardines',
    ],
    [
      'is what readers see when the linked data repeat a window title made for search engines',
      '<title>Tala, Jalisco: noticias de hoy | El Correo de Tala</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Tala, Jalisco: noticias de hoy"}</script>',
      '<h1>Cabildo aprueba presupuesto con aplausos de vecinos y alumbrado en sus colonias</h1>',
      'Cabildo aprueba presupuesto con aplausos de vecinos y alumbrado en sus colonias',
    ],
    [
      'is decoded when it was escaped twice',
      '<title>Agua &amp;amp; drenaje: las obras</title>',
      '',
      'Agua & drenaje: las obras',
    ],
  ])('%s', (_, head, body, title) => {
    expect(titleOf(head, body)).toBe(title)
  })

  it('is the listed one when the page says none', () => {
    expect(titleOf('<title>El Correo de Tala</title>', '', 'Abren el puente nuevo')).toBe(
      'Abren el puente nuevo',
    )
  })
})

test.each([
  ['Abren el puente | El Correo de Tala', 'Abren el puente'],
  ['Abren el puente - Noticias de El Correo de Tala', 'Abren el puente'],
  ['El Correo de Tala: abren el puente', 'El Correo de Tala: abren el puente'],
  ['Tala 2 - Ameca 1', 'Tala 2 - Ameca 1'],
])('dropOutlet(%s)', (title, alone) => {
  expect(dropOutlet(title, ['El Correo de Tala'], [])).toBe(alone)
})

it('learns the outlet’s name from a window title', () => {
  expect(outletInTitle('Abren el puente | La Gaceta', 'Abren el puente')).toBe('La Gaceta')
  expect(outletInTitle('Abren el puente', 'Abren el puente')).toBeNull()
})

it('measures the words two titles share', () => {
  expect(overlap('Abren el puente', 'ABREN EL PUENTE nuevo')).toBe(1)
  expect(overlap('Abren el puente', 'Cierra la escuela')).toBe(0)
})
