// What an office's people decided of notes → settings that serve that office better, or the shipped ones.
import { describe, expect, it } from 'vitest'
import { makeRandom } from '../../bench/random.ts'
import { calibrateTone, type JudgedNote, LEAST_JUDGED } from '../../src/score/tone-calibration.ts'
import { SHIPPED_SETTINGS } from '../../src/score/tone-settings.ts'
import { concludeTone, type ToneEvidence, weighSides } from '../../src/score/tone-verdict.ts'

const evidence = (favour: number, blame: number): ToneEvidence => ({
  favour,
  blame,
  isIncidental: false,
  only: null,
})

/** Notes of an office whose people call negative what has this much blame, and positive what has this much praise. */
function judge(count: number, least: { praise: number; blame: number }, seed = 1): JudgedNote[] {
  const random = makeRandom(seed)
  return Array.from({ length: count }, () => {
    const [favour, blame] = random() < 0.5 ? [random() * 0.8, 0] : [0, random() * 0.8]
    const label = favour > least.praise ? 'positivo' : blame > least.blame ? 'negativo' : 'neutro'
    return { evidence: evidence(favour, blame), label }
  })
}

describe('the calibration of an office', () => {
  it('says nothing of few notes, nor of notes of a single tone', () => {
    expect(calibrateTone(judge(LEAST_JUDGED - 1, { praise: 0.3, blame: 0.3 }), SHIPPED_SETTINGS)).toBe(null)
    expect(calibrateTone(judge(200, { praise: 9, blame: 9 }), SHIPPED_SETTINGS)).toBe(null)
  })

  it('moves the labels of an office that reads criticism sooner than the program', () => {
    const made = calibrateTone(judge(160, { praise: 0.25, blame: 0.13 }), SHIPPED_SETTINGS)
    expect(made).toMatchObject({ movesLabels: true, notes: 160 })
    expect(made?.fittedAccuracy).toBeGreaterThan((made?.shippedAccuracy ?? 1) + 0.05)
    const faint = evidence(0, 0.24)
    expect(concludeTone(faint, SHIPPED_SETTINGS).label).toBe('neutro')
    expect(concludeTone(faint, made?.settings ?? SHIPPED_SETTINGS).label).toBe('negativo')
  })

  it('leaves the labels of an office that decides as the program does, and grows surer of them', () => {
    const { leastEvidence, blameShare } = SHIPPED_SETTINGS
    const agreeing = judge(160, { praise: leastEvidence, blame: leastEvidence / blameShare })
    const made = calibrateTone(agreeing, SHIPPED_SETTINGS)
    expect(made).toMatchObject({ movesLabels: false, shippedAccuracy: 1 })
    const strong = evidence(0.6, 0)
    const fitted = made?.settings ?? SHIPPED_SETTINGS
    expect(weighSides(strong, fitted)).toEqual(weighSides(strong, SHIPPED_SETTINGS))
    expect(concludeTone(strong, fitted).confidence).toBeGreaterThan(
      concludeTone(strong, SHIPPED_SETTINGS).confidence,
    )
  })

  it('does not chase noise: people who decide by chance move nothing', () => {
    const tones = ['positivo', 'neutro', 'negativo'] as const
    for (const seed of [1, 2, 3]) {
      const random = makeRandom(seed)
      const noise = judge(120, { praise: 0.3, blame: 0.3 }, seed).map((note) => ({
        ...note,
        label: tones[Math.floor(random() * tones.length)] ?? 'neutro',
      }))
      const made = calibrateTone(noise, SHIPPED_SETTINGS)
      expect(made?.movesLabels).toBe(false)
      const certain = evidence(0.7, 0)
      expect(concludeTone(certain, made?.settings ?? SHIPPED_SETTINGS).confidence).toBeLessThan(0.6)
    }
  })
})
