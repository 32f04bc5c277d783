// The shipped weights and the labelled sentences → what the model card claims of them.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { handOf, readHands, toExample } from '../../bench/tone/examples.ts'
import { readRatedNotes } from '../../bench/tone/press-notes.ts'
import { toLesson, trainTone } from '../../bench/tone/training.ts'
import { rateTone } from '../../src/score/tone.ts'
import {
  countOpposite,
  measureAccuracy,
  measureKappa,
  measureMacroF1,
  measureReliability,
} from '../../src/score/tone-agreement.ts'
import { BINS, listFeatures } from '../../src/score/tone-features.ts'
import { CLASSES, openModel, rateFeatures, SIDES } from '../../src/score/tone-model.ts'
import { scanArticle } from '../../src/score/tone-scan.ts'

const ROOT = join(import.meta.dirname, '../..')
const hands = readHands()
const sentences = [...hands.values()].flat()
const apart = sentences
  .filter(({ part }) => part === 'apartada')
  .map(toExample)
  .map(({ article, mentions, subjects, tone }) => ({
    truth: tone,
    tone: rateTone(article, mentions, subjects),
  }))
const press = readRatedNotes()
  .filter(({ isTuning }) => !isTuning)
  .map(({ article, mentions, subjects, tone }) => ({
    truth: tone,
    tone: rateTone(article, mentions, subjects),
  }))

describe('the labelled sentences', () => {
  it('are of nine hands, a tenth of each kept apart, thirty or more of each category', () => {
    expect(hands.size).toBe(9)
    expect(sentences.length).toBeGreaterThanOrEqual(16_000)
    for (const [hand, own] of hands) {
      expect(own.every((sentence) => handOf(sentence) === hand)).toBe(true)
      const kept = own.filter(({ part }) => part === 'apartada').length
      expect(kept / own.length).toBeGreaterThan(0.09)
    }
    const counts = Map.groupBy(sentences, ({ category, part }) => `${category} ${part}`)
    expect(counts.size).toBe(20)
    for (const group of counts.values()) expect(group.length).toBeGreaterThanOrEqual(30)
  })

  it('say which were labelled by two hands, 700 of them, and these agree', () => {
    const pairs = sentences.flatMap(({ first, second }) =>
      second === null ? [] : [[first, second] as const],
    )
    expect(pairs).toHaveLength(700)
    expect(measureKappa(pairs)).toBeCloseTo(0.991, 3)
  })

  it('share neither identifier nor text', () => {
    expect(new Set(sentences.map(({ id }) => id)).size).toBe(sentences.length)
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length)
  })
})

describe('the shipped model', () => {
  it('weighs no more than 384 KB', () => {
    expect(statSync(join(ROOT, 'src/score/tone-weights.json')).size).toBeLessThanOrEqual(384 * 1024)
  })

  it('is right on sentences kept apart as often as the model card says', () => {
    expect(measureAccuracy(apart)).toBeGreaterThan(0.77)
  })

  it('is right on stories kept apart as often as the model card says', () => {
    expect(measureAccuracy(press)).toBeGreaterThan(0.62)
    expect(measureMacroF1(press)).toBeGreaterThan(0.6)
  })

  it('takes praise for blame in at most one of twenty texts that it accepts without review', () => {
    const accepted = [...apart, ...press].filter(({ tone }) => !tone.needsReview)
    expect(accepted.length).toBeGreaterThan(50)
    expect(countOpposite(accepted) / accepted.length).toBeLessThanOrEqual(0.05)
  })
})

describe('weights', () => {
  const lessons = sentences.slice(0, 60).map((sentence) => toLesson(toExample(sentence)))
  const some = lessons.filter((lesson) => lesson !== null)

  it('are the same bytes each time that the same lessons are learnt', () => {
    const train = () =>
      trainTone(
        new Map([
          ['1', some.slice(0, 40)],
          ['2', some.slice(40)],
        ]),
        [],
        [],
      )
    expect(train()).toEqual(train())
  })

  it('teach what they were taught', () => {
    const { article, mentions, subjects, tone } = toExample(sentences[0] ?? expect.fail('no sentences'))
    const [scanned] = scanArticle(article, mentions, subjects)
    if (scanned === undefined) return expect.fail('no sentence')
    const { sentence, parties, cues, reading } = scanned
    const features = listFeatures(sentence, parties, cues, reading)
    const chances = rateFeatures(features, openModel(trainTone(new Map([['1', some]]), [], []).weights))
    expect(CLASSES.toSorted((left, right) => chances[right] - chances[left])[0]).toBe(tone)
    expect(chances.positivo + chances.neutro + chances.negativo).toBeCloseTo(1, 9)
  })

  it('of another size are refused', () => {
    const weights = deflateRawSync(Buffer.from([1, 2, 3])).toString('base64')
    expect(() => openModel({ unit: 1, temperature: 1, weights })).toThrow(`3 instead of ${BINS * SIDES}`)
  })
})

describe('measures', () => {
  const rated = (
    truth: 'positivo' | 'negativo' | 'neutro',
    label: 'positivo' | 'negativo' | 'neutro',
    confidence = 0.75,
  ) => ({
    truth,
    tone: { label, score: 0, confidence, reasons: [], needsReview: false },
  })
  const four = [
    rated('positivo', 'positivo'),
    rated('positivo', 'negativo'),
    rated('neutro', 'neutro'),
    rated('negativo', 'negativo'),
  ]

  it('give accuracy, macro-F1 and opposite signs of a case worked by hand', () => {
    expect(measureAccuracy(four)).toBe(0.75)
    expect(measureMacroF1(four)).toBeCloseTo((2 / 3 + 1 + 2 / 3) / 3, 9)
    expect(countOpposite(four)).toBe(1)
  })

  it('give no calibration error when confidence equals accuracy', () => {
    expect(measureReliability(four).error).toBeCloseTo(0, 9)
  })

  it('give the kappa of a case worked by hand', () => {
    expect(
      measureKappa([
        ['a', 'a'],
        ['a', 'b'],
        ['b', 'b'],
        ['b', 'b'],
      ]),
    ).toBeCloseTo(0.5, 9)
  })
})
