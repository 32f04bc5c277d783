// The stories that left a mark: why each matters, and its picture.
import { describe, expect, it } from 'vitest'
import { chooseReasons } from '../../../src/report/compose/story-reasons.ts'
import { composePosicionamiento, listPictured } from '../../../src/report/compose-posicionamiento.ts'
import { makePhoto } from '../extremes.ts'
import { makePosicionamientoInput } from '../fixture-input.ts'

const input = makePosicionamientoInput(38, 12)
const cardsOf = (report = composePosicionamiento(input)) => [
  ...(report.stories?.positive ?? []),
  ...(report.stories?.negative ?? []),
]

describe('why a story matters', () => {
  it('is something else for each story of a column, while there is anything else to say', () => {
    const reasons = cardsOf().map(({ tone, why }) => `${tone}: ${why}`)
    expect(reasons.length).toBeGreaterThanOrEqual(5)
    expect(new Set(reasons).size).toBe(reasons.length)
  })

  it('is the weightiest again when nothing else is left', () => {
    const [voice, own] = [
      { kind: 'sin-voz', text: 'Sin voz.' },
      { kind: 'propia', text: 'Propia.' },
    ] as const
    expect(chooseReasons([[voice, own], [voice, own], [voice, own], []]).map(({ text }) => text)).toEqual([
      'Sin voz.',
      'Propia.',
      'Sin voz.',
      'Sin texto completo que leer.',
    ])
  })

  it('says first that a boletín was used against, or that a topic is new', () => {
    const negative = (folio: string | null) =>
      input.notes.map((note) => ({
        ...note,
        pickups: folio === null ? [] : note.pickups,
        tone: { label: 'negativo' as const, score: -1, confidence: 1, reasons: [], needsReview: false },
      }))
    const against = composePosicionamiento({ ...input, notes: negative('225') })
    expect(against.stories?.negative[0]?.why).toMatch(/^Usa el boletín \d+ en contra\.$/)
    const topics = input.position.standing.topics.map((topic) => ({ ...topic, previousNotes: 0 }))
    const position = { ...input.position, standing: { ...input.position.standing, topics } }
    const fresh = composePosicionamiento({ ...input, notes: negative(null), position })
    expect(fresh.stories?.negative[0]?.why).toMatch(/^Tema nuevo: .* no tuvieron notas la semana anterior\.$/)
  })
})

describe('the picture of a story', () => {
  it('is the first of its notes that can be printed, and none is no frame', () => {
    const [first] = cardsOf()
    const [one = 0, two = 0] = first?.noteIds ?? []
    const images = new Map([
      [one, null],
      [two, makePhoto(2)],
    ])
    const cards = cardsOf(composePosicionamiento({ ...input, images }))
    expect(cards[0]?.picture?.alt).toMatch(/^Foto de /)
    expect(cards.slice(1).every(({ picture }) => picture === null)).toBe(true)
  })

  it('is asked only of the notes of the stories that are shown', () => {
    const shown = cardsOf().flatMap(({ noteIds }) => noteIds)
    expect(
      listPictured(input)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(shown.toSorted())
  })
})
