// How much of each topic is ours, as the report says it and where its counts lead.
import { describe, expect, it } from 'vitest'
import type { ShareEstimate, TopicVoice } from '../../../src/model.ts'
import { composePosicionamiento } from '../../../src/report/compose-posicionamiento.ts'
import { placeOfAll } from '../../../src/report/count-trail.ts'
import { printEstimate, printPart } from '../../../src/report/words/topic-voice.ts'
import { estimateShare } from '../../../src/score/share-interval.ts'
import { makePosicionamientoInput } from '../fixture-input.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('the voice in each topic', () => {
  const report = composePosicionamiento(makePosicionamientoInput(240))
  const rows = report.voice?.topics.rows ?? []

  it('has as many notes of ours as the topic’s own row, and leads to the same ones', () => {
    const printed = new Map(report.topics?.rows.map((row) => [row.title, row]))
    expect(rows.length).toBeGreaterThan(3)
    for (const { title, own, trail } of rows) {
      expect([title, own.cases]).toEqual([title, printed.get(title)?.notes])
      expect(trail).toEqual(printed.get(title)?.trail)
      expect(placeOfAll(trail, own.cases)).not.toBeNull()
    }
  })

  it('puts the topics of most notes first and those without section last', () => {
    const trials = rows.slice(0, -1).map(({ own }) => own.trials)
    expect(trials).toEqual(trials.toSorted((one, other) => other - one))
    expect(rows.at(-1)?.title).toBe('Otros temas')
  })

  it('is left out without topics', () => {
    const input = makePosicionamientoInput(240)
    const none: readonly TopicVoice[] = []
    const bare = composePosicionamiento({ ...input, position: { ...input.position, voiceByTopic: none } })
    expect(bare.voice?.topics.rows).toEqual([])
  })
})

describe('the words of a share', () => {
  it('say the denominator, the share and its interval: 12 de 31, 39 % (24 a 56 %)', () => {
    const estimate = estimateShare(12, 31)
    expect(plain(printPart(estimate))).toBe('12 de 31')
    expect(plain(Object.values(printEstimate(estimate)).join(''))).toBe('39 % (24 a 56 %)')
  })

  it('say «sin base» and still the counts where notes are few', () => {
    const few: ShareEstimate = { cases: 3, trials: 7, share: null, interval: null }
    expect(printEstimate(few)).toEqual({ share: 'sin base', interval: '' })
    expect(plain(printPart(few))).toBe('3 de 7')
  })
})
