import { expect, it } from 'vitest'
import { describeNothing, describeScope, nameScope } from '../../../src/report/words/scope.ts'

it('names areas with the article that their first word takes, and sections without capital', () => {
  expect(nameScope(['Dirección de Obras Públicas', 'DIF Tala'], [])).toBe(
    'la Dirección de Obras Públicas y el DIF Tala',
  )
  expect(nameScope(['SIAPTA'], ['Obra pública', 'Igualdad'])).toBe('SIAPTA, obra pública e igualdad')
})

it('contracts «de el» before the name of an area and not before that of an outlet', () => {
  expect(describeScope('el DIF Tala', 2, 38)).toBe(
    'Este reporte trata solo del DIF Tala: 2\u00a0notas de las 38 que hablan del municipio.',
  )
  expect(describeNothing('el DIF Tala', 44).boletines).toBe(
    'En los últimos tres días no se envió ningún boletín del DIF Tala.',
  )
})

it('counts one and none in the words for them', () => {
  expect(describeScope('SIAPTA', 1, 1)).toBe(
    'Este reporte trata solo de SIAPTA: la única nota que habla del municipio.',
  )
  expect(describeScope('SIAPTA', 0, 0)).toBe(
    'Este reporte trata solo de SIAPTA: ninguna nota habla del municipio.',
  )
})

it('speaks of the municipality in the edition of all of it', () => {
  expect(describeNothing(null, 44)).toEqual({
    facts: 'Nada que reportar: ninguna fuente leída publicó notas sobre el municipio.',
    bar: 'Sin notas sobre el municipio en esta edición',
    boletines: 'No se enviaron boletines en los últimos tres días.',
  })
})
