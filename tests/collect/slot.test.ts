// What a person writes of where a note stood in a broadcast or a paper.
import { expect, it } from 'vitest'
import { readSlot } from '../../src/collect/slot.ts'

it('all of it is read', () => {
  expect(
    readSlot({
      programme: ' Noticiero  de la noche ',
      host: 'Ana Ruiz',
      duration: '1 min 32 s',
      kind: 'Mención',
      witness: '2026-11-13-noche.mp4',
      pages: 'pág. a4 y 12',
      frontPage: 'Sí',
    }),
  ).toEqual({
    slot: {
      programme: 'Noticiero de la noche',
      host: 'Ana Ruiz',
      seconds: 92,
      kind: 'mencion',
      witness: '2026-11-13-noche.mp4',
      pages: ['A4', '12'],
      isFrontPage: true,
    },
    faults: [],
  })
})

it('what is not said is absent, and nothing said is no place', () => {
  expect(readSlot({ programme: 'Primera Hora', host: '', duration: '  ' })).toEqual({
    slot: { programme: 'Primera Hora' },
    faults: [],
  })
  expect(readSlot({ host: ' ' })).toEqual({ slot: null, faults: [] })
})

it('a word that cannot be read is told with what to write instead', () => {
  const { slot, faults } = readSlot({
    programme: 'Primera Hora',
    duration: '25:70',
    kind: 'crónica',
    pages: '1-3',
    frontPage: 'quizá',
  })
  expect(slot).toEqual({ programme: 'Primera Hora' })
  expect(faults.map(({ message }) => message)).toEqual([
    '«crónica» no es un tipo; escribe nota, entrevista, mención, spot o llamada',
    '«25:70» no es una duración; escribe «1:32» o «1 min 32 s»',
    '«1-3» no es una página; escribe «1», «A4» o «1 y 3»',
    '«quizá» no es sí ni no; escribe «sí» o «no», o deja vacío lo que no sepas',
  ])
})
