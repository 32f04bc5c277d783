// The headline of the stories that left a mark, and why each one matters.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameOfPeriod } from '../../../src/report/words/periods.ts'
import { describeStories, type MarkedStory, REASONS } from '../../../src/report/words/stories.ts'

const story = (topic: string | null, media: number, hasVoice: boolean | null = true): MarkedStory => ({
  topic,
  media,
  hasVoice,
})
const WEEK = nameOfPeriod({ days: 7 })

describe('the headline of the stories', () => {
  it('names both topics, how many outlets, and that no official spoke, as far as twelve words go', () => {
    expect(describeStories(story('Seguridad', 7), story('Agua', 5, false))).toBe(
      'Seguridad, a favor en siete medios; agua, en contra sin voz oficial',
    )
    expect(describeStories(story('Seguridad', 7), story('Agua', 1))).toBe(
      'Seguridad, a favor en siete medios; agua, en contra en un medio',
    )
    expect(describeStories(story('Cultura y turismo', 7), story('Agua y servicios', 5, false))).toBe(
      'Cultura y turismo, a favor; agua y servicios, sin voz oficial',
    )
  })

  it('tells one topic once', () => {
    expect(describeStories(story('Agua', 7), story('Agua', 5, false))).toBe(
      'Agua: a favor en siete medios, en contra en cinco medios',
    )
  })

  it('says which side has none', () => {
    expect(describeStories(null, story('DIF', 2))).toBe(
      'Ninguna historia a favor; DIF, en contra en dos medios',
    )
    expect(describeStories(story(null, 3), null)).toBe(
      'Ninguna historia en contra; la mayor, a favor en tres medios',
    )
  })

  it('never claims silence of notes that were not read whole', () => {
    expect(describeStories(story('Obra', 2), story('Agua', 2, null))).not.toContain('sin voz')
  })

  it('has twelve words or fewer, whatever the topics are called', () => {
    const topic = fc.option(
      fc
        .array(fc.constantFrom('agua', 'y', 'obra', 'de'), { minLength: 1, maxLength: 9 })
        .map((words) => words.join(' ')),
    )
    const stories = fc.option(
      fc.record({ topic, media: fc.integer({ min: 1, max: 40 }), hasVoice: fc.option(fc.boolean()) }),
    )
    fc.assert(
      fc.property(stories, stories, (positive, negative) => {
        const text = describeStories(positive, negative)
        expect(text.split(/\s+/u).length).toBeLessThanOrEqual(12)
        expect(text).toMatch(/^\p{Lu}/u)
      }),
    )
  })
})

describe('a reason', () => {
  it('agrees in number', () => {
    expect(REASONS.silent(1).text).toBe('Sin voz oficial en la nota que se leyó completa.')
    expect(REASONS.silent(5).text).toBe('Sin voz oficial en ninguna de las 5 notas leídas.')
    expect(REASONS.fromBoletin('225', 1).text).toBe('1\u00a0nota retoma el boletín 225.')
    expect(REASONS.speaks('Óscar Villaseñor', 2).text).toBe('Habla Óscar Villaseñor en 2\u00a0notas.')
    expect(REASONS.newTopic('Agua', WEEK).text).toBe('Tema nuevo: agua no tuvo notas la semana anterior.')
    expect(REASONS.widest(WEEK).text).toBe('La historia de mayor alcance de la semana.')
    expect(REASONS.widest(nameOfPeriod({ days: 30, period: 'mes' })).text).toBe(
      'La historia de mayor alcance del mes.',
    )
  })
})
