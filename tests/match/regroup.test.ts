// Grouping the window again: what moves, what stays, and that each change says why.
import { describe, expect, test } from 'vitest'
import { proposeChanges } from '../../src/match/regroup.ts'
import { prepareStories, type StoryMember } from '../../src/match/story-window.ts'

const DAY = 86_400_000
const NOW = new Date('2026-11-12T13:00:00Z')
const HOUR = DAY / 24

const WATER = [
  'Se quemó la bomba del pozo La Noria y tres colonias amanecieron sin agua; el organismo enviará pipas.',
  'Siguen sin agua por la bomba quemada del pozo La Noria; vecinos piden pipas en sus colonias.',
  'Instalan la bomba nueva en el pozo La Noria y vuelve el agua a las colonias que recibían pipas.',
]
const ROBBERY = [
  'Tres hombres armados asaltaron la caja popular de la calle Matamoros y huyeron en un Jetta gris.',
  'Buscan el Jetta gris en que huyeron los asaltantes armados de la caja popular de Matamoros.',
]

const member = (noteId: number, storyId: number, text: string, hoursAgo: number): StoryMember => ({
  noteId,
  storyId,
  title: text.split(' y ')[0] ?? '',
  paragraphs: [text],
  at: new Date(NOW.getTime() - hoursAgo * HOUR),
})

describe('proposeChanges', () => {
  test('proposes nothing when every note is where it belongs', () => {
    const members = [
      ...WATER.map((text, index) => member(index, 1, text, 20 - index)),
      ...ROBBERY.map((text, index) => member(10 + index, 2, text, 9)),
    ]
    expect(proposeChanges(prepareStories(members), NOW)).toEqual([])
  })

  test('takes out of a story the notes that tell another event, together, as a new story', () => {
    const members = [
      ...WATER.map((text, index) => member(index, 1, text, 20 - index)),
      ...ROBBERY.map((text, index) => member(10 + index, 1, text, 9)),
    ]
    expect(proposeChanges(prepareStories(members), NOW)).toMatchObject([
      { noteIds: [10, 11], from: 1, to: null },
    ])
  })

  test('brings together two stories that tell one event and says why', () => {
    const members = [
      member(0, 1, WATER[0] ?? '', 20),
      member(1, 1, WATER[1] ?? '', 18),
      member(2, 7, WATER[2] ?? '', 2),
      member(3, 2, ROBBERY[0] ?? '', 5),
    ]
    const [change, ...others] = proposeChanges(prepareStories(members), NOW)
    expect(change).toMatchObject({ noteIds: [2], from: 7, to: 1 })
    expect(change?.basis).toContain('cuenta lo mismo que «Se quemó la bomba del pozo La Noria»')
    expect(others).toEqual([])
  })

  test('does not take apart a story older than two days', () => {
    const members = [member(0, 1, WATER[0] ?? '', 80), member(1, 1, ROBBERY[0] ?? '', 79)]
    expect(proposeChanges(prepareStories(members), NOW)).toEqual([])
  })

  test('proposes nothing for an empty window', () => {
    expect(proposeChanges(prepareStories([]), NOW)).toEqual([])
  })
})
