// What is said of where a note was on air or printed, and what is not.
import { expect, it } from 'vitest'
import type { Medium, Slot } from '../../../src/model.ts'
import { listAiring, printMediumAndSlot, printPlace, tellSlot } from '../../../src/report/words/slots.ts'

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

it.each<[string, Medium, Slot | undefined]>([
  ['Portal', 'portal', undefined],
  ['Radio', 'radio', {}],
  ['Radio, 1 min 32 s', 'radio', { seconds: 92, kind: 'nota' }],
  ['Radio, llamada del público, 45 s', 'radio', { seconds: 45, kind: 'llamada' }],
  ['TV, mención', 'tv', { kind: 'mencion' }],
  ['Impreso, p. 1 y 3', 'periodico', { pages: ['1', '3'] }],
  ['Impreso, primera plana, p. 1', 'revista', { pages: ['1'], isFrontPage: true }],
  ['Impreso, p. 7', 'periodico', { pages: ['7'], isFrontPage: false }],
])('it is said «%s»', (text, medium, slot) => {
  expect(plain(printMediumAndSlot(medium, slot))).toBe(text)
})

it('a list says the programme between the medium and the hour', () => {
  expect(plain(printPlace('tv', { programme: 'Noticiero de la noche', seconds: 92 }, '13 nov, 21:24'))).toBe(
    'TV, 1 min 32 s · Noticiero de la noche · 13 nov, 21:24',
  )
  expect(plain(printPlace('periodico', { pages: ['A4'] }, '13 nov'))).toBe('Impreso, p. A4, 13 nov')
})

it('a ficha names programme and host, when somebody did', () => {
  expect(listAiring({ programme: 'Primera Hora', host: 'Ana Ruiz' })).toEqual([
    'Primera Hora',
    'conduce Ana Ruiz',
  ])
  expect(listAiring({ seconds: 92 })).toEqual([])
})

it('the data says null where nobody said anything, never 0', () => {
  expect(new Set(Object.values(tellSlot()))).toEqual(new Set([null]))
  expect(tellSlot({ seconds: 92, pages: ['1', '3'], isFrontPage: false, witness: 'noche.mp4' })).toEqual({
    programa: null,
    conductor: null,
    tipo_de_emision: null,
    duracion_en_segundos: 92,
    paginas: '1, 3',
    primera_plana: 'no',
    testigo: 'noche.mp4',
  })
})
