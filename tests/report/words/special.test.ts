import { describe, expect, it } from 'vitest'
import {
  describeAddendum,
  describeExtraordinary,
  describeMentionCorrection,
  describeToneCorrection,
  printAddendumTitle,
  printTold,
} from '../../../src/report/words/special.ts'
import { makeTally } from '../fixture-input.ts'

const plain = (text: string) => text.replace(/\u00a0/g, ' ')
const NOTE = { title: 'Sin agua en Cuisillos', medium: 'El Correo de Tala' }

describe('an addendum', () => {
  const facts = {
    place: 'Tala',
    of: 1214,
    notes: 5,
    media: 4,
    doubtful: 0,
    tally: makeTally({ negativo: 3, neutro: 2 }),
    corrections: 0,
  }

  it('is named by its edition, and by its place when it is not the first', () => {
    expect([1, 2, 10].map((ordinal) => printAddendumTitle(1214, ordinal))).toEqual([
      'Alcance a la edición 1,214',
      'Segundo alcance a la edición 1,214',
      'Alcance 10 a la edición 1,214',
    ])
  })

  it('opens with how many notes came, of what tone, and how many corrections', () => {
    expect(plain(describeAddendum(facts))).toBe(
      'Después de la edición 1,214, 5 notas más sobre Tala en 4 medios: 2 neutras y 3 negativas.',
    )
    expect(plain(describeAddendum({ ...facts, corrections: 1 }))).toMatch(/3 negativas; 1 corrección\.$/)
    expect(plain(describeAddendum({ ...facts, notes: 0, corrections: 2 }))).toBe(
      'Sin notas nuevas sobre Tala; 2 correcciones a la edición 1,214.',
    )
    expect(plain(describeAddendum({ ...facts, notes: 0, doubtful: 1 }))).toBe(
      'Después de la edición 1,214: 1 nota por confirmar.',
    )
  })

  it('says of each correction what was said and what is so', () => {
    expect(describeToneCorrection(NOTE, 'neutro', 'negativo')).toBe(
      '“Sin agua en Cuisillos”, de El Correo de Tala: salió como neutra y es negativa.',
    )
    expect(describeMentionCorrection(NOTE, 'Tala', 'nuestra', 'ajena')).toMatch(
      /: no habla de Tala, aunque la edición la contó\.$/,
    )
    expect(describeMentionCorrection(NOTE, 'el DIF Tala', 'dudosa', 'nuestra')).toMatch(
      /: estaba por confirmar y sí habla del DIF Tala\.$/,
    )
    expect(describeMentionCorrection(NOTE, 'SIAPTA', null, 'nuestra')).toMatch(
      /: sí habla de SIAPTA, y la edición no lo decía\.$/,
    )
  })

  it('of an extraordinary edition speaks of its hours, never of the day', () => {
    const extraordinary = {
      ...facts,
      span: 'del 13 nov, 6:40, al 13 nov, 11:40',
      sourcesRead: 16,
      sourcesDue: 18,
      top: { title: 'Se desborda el arroyo', notes: 3 },
    }
    expect(plain(describeExtraordinary(extraordinary))).toBe(
      '5 notas sobre Tala en 4 medios: 2 neutras y 3 negativas. La más contada: “Se desborda el arroyo”.',
    )
    expect(plain(describeExtraordinary({ ...extraordinary, notes: 0, top: null }))).toBe(
      'Sin notas sobre Tala del 13 nov, 6:40, al 13 nov, 11:40: 16 de 18 fuentes leídas, sin menciones.',
    )
  })

  it('is remembered by the next edition, in whole or in part', () => {
    const [first, third] = [
      { kind: 'alcance', number: 1, date: '2026-11-06' },
      { kind: 'extraordinaria', number: 3, date: '2026-11-06' },
    ] as const
    expect(
      [
        printTold([first], 1),
        printTold([first, first, first], 3),
        printTold([third], 3),
        printTold([first, third], 3),
      ].map(plain),
    ).toEqual([
      'ya salió en el alcance 1 del 6 nov',
      'sus notas ya salieron en el alcance 1 del 6 nov',
      '1 de sus 3 notas ya salió en la extraordinaria 3',
      '2 de sus 3 notas ya salieron en el alcance 1 del 6 nov y en la extraordinaria 3',
    ])
  })
})
