// How much of each topic is ours among the municipalities compared, against examples worked by hand.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Note } from '../../src/model.ts'
import { estimateShare } from '../../src/score/share-interval.ts'
import { shareVoiceByTopic } from '../../src/score/topic-voice.ts'
import { makeNote, makeOutlet } from './period.ts'

const SOURCES = [makeOutlet('faro'), makeOutlet('sol'), makeOutlet('gobierno', { isOwn: true })]
const COMPARED = [
  { id: 'tala', subjectIds: ['tala', 'alcaldesa'] },
  { id: 'ameca', subjectIds: ['ameca'] },
  { id: 'arenal', subjectIds: ['arenal'] },
]
const TOPICS = [
  { id: 'agua', name: 'Agua' },
  { id: 'obra', name: 'Obra' },
]

function makeTopicNote(topic: string, named: readonly string[], changes: Partial<Note> = {}): Note {
  const mention = { belonging: 'nuestra', prominence: 'cuerpo', hits: [], evidence: [] } as const
  return {
    ...makeNote('faro'),
    sectionId: topic,
    mentions: named.map((subjectId) => ({ subjectId, ...mention })),
    ...changes,
  }
}

const repeat = (count: number, topic: string, named: readonly string[]): Note[] =>
  Array.from({ length: count }, () => makeTopicNote(topic, named))

const share = (notes: readonly Note[]) =>
  shareVoiceByTopic(COMPARED, TOPICS, notes, ({ sectionId }) => sectionId ?? 'otros', SOURCES)

describe('the share of voice in a topic', () => {
  it('is of its notes that name any municipality, each once: 12 of 31 about water is 39 %, and the shares add up to 35 of 31', () => {
    // 8 of ours alone, 4 that name us and Ameca, 15 of Ameca alone, 4 of El Arenal alone: 31 notes, 12 + 19 + 4 = 35.
    const notes = [
      ...repeat(8, 'agua', ['tala']),
      ...repeat(4, 'agua', ['alcaldesa', 'ameca']),
      ...repeat(15, 'agua', ['ameca']),
      ...repeat(4, 'agua', ['arenal']),
    ]
    const [water, ...rest] = share(notes)
    expect(rest).toEqual([])
    expect(water).toMatchObject({ id: 'agua', name: 'Agua', notes: 31 })
    expect(water?.voices.map(({ subjectId, cases, trials }) => [subjectId, cases, trials])).toEqual([
      ['tala', 12, 31],
      ['ameca', 19, 31],
      ['arenal', 4, 31],
    ])
    const own = water?.voices[0]
    expect(own?.share).toBeCloseTo(0.3871, 4)
    // By hand: z²/n = .12392; centre (.38710 + .06196)/1.12392 = .39955; half 1.96·√((.23725 + .03098)/31)/1.12392 = .16222
    expect(own?.interval?.[0]).toBeCloseTo(0.2373, 3)
    expect(own?.interval?.[1]).toBeCloseTo(0.5618, 3)
  })

  it('has no base under ten notes, and still says how many of how many', () => {
    const [topic] = share([...repeat(3, 'obra', ['tala']), ...repeat(6, 'obra', ['ameca'])])
    expect(topic?.voices[0]).toEqual({ subjectId: 'tala', cases: 3, trials: 9, share: null, interval: null })
  })

  it('is 0, and not unknown, where ten notes speak of the others alone', () => {
    const [topic] = share(repeat(10, 'obra', ['ameca']))
    expect(topic?.voices.map((voice) => voice.share)).toEqual([0, 1, 0])
    expect(topic?.voices[0]?.interval?.[1]).toBeGreaterThan(0.2)
  })

  it('leaves out what nobody compared is named in, what is doubtful and what the municipality publishes itself', () => {
    const doubtful = makeTopicNote('agua', [], {
      mentions: [{ subjectId: 'ameca', belonging: 'dudosa', prominence: 'cuerpo', hits: [], evidence: [] }],
    })
    const own = makeTopicNote('agua', ['tala'], { sourceId: 'gobierno' })
    expect(share([...repeat(5, 'agua', ['otro']), doubtful, own])).toEqual([])
  })

  it('is as uncertain as the stories are few: 12 copies of one boletín among 24 notes are not twelve opinions', () => {
    const others = repeat(12, 'agua', ['ameca'])
    const alone = share([...repeat(12, 'agua', ['tala']), ...others])[0]?.voices[0]
    const copies = repeat(12, 'agua', ['tala']).map((note) => ({ ...note, storyId: 1 }))
    const [told] = share([...copies, ...others])[0]?.voices ?? []
    // One story of twelve and twelve of one: (144 + 12)/24 = 6.5 times fewer, as if they were 24/6.5 = 3.7 notes.
    expect(told?.interval).toEqual(estimateShare(12, 24, 6.5).interval)
    expect(told?.share).toBe(alone?.share)
    expect((told?.interval?.[0] ?? 1) < (alone?.interval?.[0] ?? 0)).toBe(true)
  })

  it('adds up to 1 or more in every topic, never gives more notes to one than there are, and counts each note in one topic', () => {
    const note = fc
      .record({
        topic: fc.constantFrom('agua', 'obra'),
        named: fc.subarray(['tala', 'ameca', 'arenal'], { minLength: 1 }),
      })
      .map(({ topic, named }) => makeTopicNote(topic, named))
    fc.assert(
      fc.property(fc.array(note, { maxLength: 60 }), (notes) => {
        const topics = share(notes)
        expect(topics.reduce((sum, topic) => sum + topic.notes, 0)).toBe(notes.length)
        for (const { notes: denominator, voices } of topics) {
          expect(voices.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThanOrEqual(denominator)
          for (const { cases, trials, share: part, interval } of voices) {
            expect(trials).toBe(denominator)
            expect(cases).toBeLessThanOrEqual(trials)
            expect(part === null).toBe(denominator < 10)
            if (part === null || interval === null) continue
            expect(interval[0]).toBeLessThanOrEqual(part + 1e-9)
            expect(interval[1]).toBeGreaterThanOrEqual(part - 1e-9)
          }
        }
      }),
    )
  })
})
