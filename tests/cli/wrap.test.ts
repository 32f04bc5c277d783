// Lines for a terminal of 80 columns: nothing lost, nothing too wide but a word that is so by itself.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { layFacts, WIDTH, wrapLine } from '../../src/cli/wrap.ts'

it('breaks at spaces and sets in what follows, and its own beginning stays', () => {
  expect(wrapLine('  uno dos tres cuatro', 4, 12)).toEqual(['  uno dos', '    tres', '    cuatro'])
})

it('leaves an address whole', () => {
  const address = `http://${'a'.repeat(100)}.mx/feed`
  expect(wrapLine(`falla ${address} desde ayer`, 2)).toEqual(['falla', `  ${address}`, '  desde ayer'])
})

it('loses no word, whatever the text and the width', () => {
  const words = fc.array(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((word) => word.replace(/\s/g, 'x')),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(
      words,
      fc.integer({ min: 10, max: 100 }),
      fc.integer({ min: 0, max: 5 }),
      (found, width, indent) => {
        const lines = wrapLine(found.join(' '), indent, width)
        expect(lines.flatMap((line) => line.trim().split(/ +/))).toEqual(found)
        for (const line of lines) {
          const isOneWord = !line.trim().includes(' ')
          expect(isOneWord || [...line].length <= width).toBe(true)
        }
      },
    ),
  )
})

it('lays texts beside their labels within the width', () => {
  const lines = layFacts([
    ['  estado', `sana: ${'publica como suele '.repeat(8)}`],
    ['  28 días', '15 notas'],
  ])
  expect(lines[0]).toMatch(/^ {2}estado {3}sana: publica/)
  expect(lines[1]).toMatch(/^ {11}\S/)
  expect(lines.at(-1)).toBe('  28 días  15 notas')
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(WIDTH)
})
