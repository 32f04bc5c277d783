// An extraction → its reasons, in Spanish.
import { expect, it } from 'vitest'
import { explainExtraction } from '../../src/extract/explain.ts'
import { makeCapture, makeItem, makeSource, readPageFile } from './captures.ts'

const explained = explainExtraction(
  makeCapture(readPageFile('wordpress'), {
    item: makeItem({ url: 'https://lavozdelaribera.example.mx/local/rehabilitan-red-agua/' }),
  }),
  makeSource(),
)

const reasonOf = (start: string) => explained.blocks.find(({ text }) => text.startsWith(start))?.reason

it('says why each block was kept or cut', () => {
  expect(reasonOf('El organismo operador')).toBe('prosa')
  expect(reasonOf('Te recomendamos')).toBe('promoción de otra nota')
  expect(reasonOf('Una cuadrilla abre')).toBe('pie de foto')
  expect(reasonOf('Reportera de asuntos')).toBe('fuera de la nota')
})

it('says where each field came from', () => {
  const from = new Map(explained.fields.map(({ field, from: origin }) => [field, origin]))
  expect(from.get('título')).toBe('datos JSON-LD')
  expect(from.get('fecha')).toBe('JSON-LD datePublished')
  expect(from.get('texto')).toBe('página')
})

it('lists every date with its weight, the decisive one first', () => {
  expect(explained.dates[0]).toMatchObject({
    from: 'JSON-LD datePublished',
    value: '2026-11-19T15:30:00.000Z',
  })
  expect(explained.dates.some(({ from }) => from === 'JSON-LD dateModified')).toBe(true)
})

it('explains an entry by its listing', () => {
  const entry = makeCapture('Un aviso breve del canal.', { kind: 'entry', item: makeItem({ isWhole: true }) })
  expect(explainExtraction(entry, makeSource()).fields[0]).toEqual({
    field: 'título',
    value: 'Un aviso breve del canal',
    from: 'listado del canal',
    confidence: null,
  })
})
