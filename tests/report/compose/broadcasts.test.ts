// A day of radio, TV and papers → what the edition's data says of where each note was on air or printed.
import { expect, it } from 'vitest'
import { printCsv } from '../../../src/report/compose/data-rows.ts'
import { composeSintesis } from '../../../src/report/compose-sintesis.ts'
import { makeBroadcastInput } from '../broadcasts.ts'

const { data, index } = composeSintesis(makeBroadcastInput())

it('the data has a column for each thing that a person may say, empty where nobody said it', () => {
  const [head = ''] = printCsv(data).split('\r\n')
  expect(head).toContain(
    'programa,conductor,tipo_de_emision,duracion_en_segundos,paginas,primera_plana,testigo',
  )
  expect(data.find(({ testigo }) => testigo === 'noche.mp4')).toMatchObject({
    medio: 'Canal 6 Valles',
    programa: 'Noticiero de la noche',
    duracion_en_segundos: 92,
    tipo_de_emision: null,
    paginas: null,
    primera_plana: null,
    liga: null,
  })
  expect(data.find(({ medio }) => medio === 'La Voz del Cañaveral')).toMatchObject({
    programa: null,
    duracion_en_segundos: null,
    liga: expect.stringMatching(/^https:/),
  })
})

it('the index leads to no address where there is none', () => {
  const aired = index.filter(({ where }) => where.includes('Noticiero de la noche'))
  expect(aired.length).toBeGreaterThan(0)
  expect(new Set(aired.map(({ href }) => href))).toEqual(new Set([null]))
})
