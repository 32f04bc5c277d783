// The colours of tone as eyes and printers that miss some of them see them: grey, and the three kinds of colour blindness.
import { describe, expect, it } from 'vitest'
import type { ToneLabel } from '../../../src/model.ts'
import { contrastOnWhite } from '../../../src/report/page/lint.ts'
import { COLORS, TONE_COLORS } from '../../../src/report/page/tokens.ts'

type Triple = readonly [number, number, number]
type Matrix = readonly [Triple, Triple, Triple]

/**
 * Dichromats at full severity in linear RGB: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, «A physiologically-based
 * model for simulation of color vision deficiency», IEEE TVCG 15 (6), 2009, table 1.
 */
const VISIONS: readonly (readonly [name: string, matrix: Matrix])[] = [
  [
    'sin defecto',
    [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
  ],
  [
    'protanopia',
    [
      [0.152286, 1.052583, -0.204868],
      [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
  ],
  [
    'deuteranopia',
    [
      [0.367322, 0.860646, -0.227968],
      [0.280085, 0.672501, 0.047413],
      [-0.01182, 0.04294, 0.968881],
    ],
  ],
  [
    'tritanopia',
    [
      [1.255528, -0.076749, -0.178779],
      [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.3039],
    ],
  ],
]

/** IEC 61966-2-1: sRGB to linear light. */
const linearOf = (color: string): Triple => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return [red, green, blue]
}

const multiply = (matrix: Matrix, [x, y, z]: Triple): Triple => {
  const [first, second, third] = matrix.map(([a, b, c]) => Math.min(1, Math.max(0, a * x + b * y + c * z)))
  return [first ?? 0, second ?? 0, third ?? 0]
}

/** CIE 1976 L*a*b* under D65. */
function labOf([red, green, blue]: Triple): Triple {
  const x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
  const y = 0.2126729 * red + 0.7151522 * green + 0.072175 * blue
  const z = (0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883
  const [fx = 0, fy = 0, fz = 0] = [x, y, z].map((value) =>
    value > 216 / 24389 ? Math.cbrt(value) : (value * (24389 / 27) + 16) / 116,
  )
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)]
}

/** Difference of two colours as CIE 1976 measures it; about 2 is just seen. */
const differ = (one: Triple, other: Triple): number =>
  Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])

const lightness = (color: string): number => labOf(linearOf(color))[0]

/** Tones whose fills must be told apart by themselves; mixed is hatched, without tone outlined. */
const FILLS: readonly ToneLabel[] = ['negativo', 'positivo', 'neutro']
/** Two neighbours in a bar, in units of CIE L* where there is no colour. */
const LEAST_STEP_OF_GREY = 14
const LEAST_DIFFERENCE = 20

describe('the fills of tone', () => {
  it('are ordered in grey: negative darkest, then positive, then neutral, each a clear step from the last', () => {
    const greys = FILLS.map((tone) => lightness(TONE_COLORS[tone].fill))
    const steps = greys.slice(1).map((grey, index) => grey - (greys[index] ?? 0))
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(LEAST_STEP_OF_GREY)
    expect(greys.map(Math.round)).toEqual([40, 57, 81])
  })

  it.each(VISIONS)('are told apart in pairs under %s', (_, matrix) => {
    const seen = FILLS.map((tone) => labOf(multiply(matrix, linearOf(TONE_COLORS[tone].fill))))
    const pairs = [
      [seen[0], seen[1]],
      [seen[0], seen[2]],
      [seen[1], seen[2]],
    ]
    for (const [one, other] of pairs) {
      if (one === undefined || other === undefined) throw new Error('three fills')
      expect(differ(one, other)).toBeGreaterThanOrEqual(LEAST_DIFFERENCE)
    }
  })

  it('of earlier periods are paler than today’s and still told apart from each other and from paper', () => {
    const [positive, negative] = [lightness(COLORS.pastPositive), lightness(COLORS.pastNegative)]
    expect(positive).toBeGreaterThan(lightness(TONE_COLORS.positivo.fill) + LEAST_STEP_OF_GREY)
    expect(negative).toBeGreaterThan(lightness(TONE_COLORS.negativo.fill) + LEAST_STEP_OF_GREY)
    expect(positive - negative).toBeGreaterThan(5)
    expect(100 - positive).toBeGreaterThan(LEAST_STEP_OF_GREY)
  })
})

describe('the words and glyphs of tone', () => {
  it.each(Object.entries(TONE_COLORS))('of «%s» are read on white', (_, { text }) => {
    expect(contrastOnWhite(text)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(VISIONS)('stay darker than a mid grey under %s', (_, matrix) => {
    const seen = Object.values(TONE_COLORS).map(({ text }) => labOf(multiply(matrix, linearOf(text)))[0])
    expect(Math.max(...seen)).toBeLessThan(50)
  })
})
