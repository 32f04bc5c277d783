import { expect, it } from 'vitest'
import { type Face, latinOf, openFont } from '../../../src/report/fonts/faces.ts'

const FACES: readonly Face[] = [
  'serif',
  'serif-italic',
  'serif-semibold',
  'serif-bold',
  'sans',
  'sans-italic',
  'sans-semibold',
  'sans-bold',
]

it.each(FACES)(
  'a letter of «%s» stands for itself though it was first met inside an accented one',
  (face) => {
    const font = openFont(latinOf(face))
    for (const { path } of font.layout('ÑñÁáÉéÍíÓóÚúÜü').glyphs)
      expect(path.commands.length).toBeGreaterThan(0)
    const letters = font
      .layout('NnAaEeIiOoUu')
      .glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints))
    expect(letters.join('')).toBe('NnAaEeIiOoUu')
  },
)

it('a hyphen and a space stand for themselves, not for the soft and the fixed ones that share their shape', () => {
  const font = openFont(latinOf('sans'))
  const codes = font.layout('\u00ad\u00a0- ').glyphs.flatMap(({ codePoints }) => codePoints)
  expect(codes.filter((code) => code === 0xad || code === 0xa0)).toEqual([])
})
