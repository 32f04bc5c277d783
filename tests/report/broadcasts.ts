// The normal day of Tala → the same day where radio, TV and papers say where each note was on air or printed.
import type { Note, Slot } from '../../src/model.ts'
import type { SintesisInput } from '../../src/report/sintesis-input.ts'
import { makeSintesisInput } from './fixture-input.ts'
import { makeNotes } from './fixtures.ts'

const RADIO: readonly Slot[] = [
  { programme: 'Primera Hora', host: 'Ana Ruiz Covarrubias', kind: 'entrevista', seconds: 92 },
  { programme: 'Valles a las siete', seconds: 45, kind: 'nota' },
  { kind: 'llamada', seconds: 3_725 },
]
const TV: readonly Slot[] = [
  {
    programme: 'Noticiero de la noche',
    host: 'Ernesto Zaragoza y Lucía Montes de Oca',
    seconds: 92,
    witness: 'noche.mp4',
  },
  { programme: 'Noticiero de la noche' },
]
const PAPER: readonly Slot[] = [
  { pages: ['1', '3'], isFrontPage: true },
  { pages: ['A4'] },
  { pages: ['5', '6', '7'], isFrontPage: false },
]

/** Of each outlet, one after the other; the third of a paper says nothing. */
function placeNotes(notes: readonly Note[]): Note[] {
  const told = new Map<string, number>()
  return notes.map((note) => {
    const { sourceId, article } = note
    const slots = { radio: RADIO, canal6: TV, diario: PAPER, sol: PAPER, ingenio: PAPER }[sourceId] ?? []
    const at = told.get(sourceId) ?? 0
    told.set(sourceId, at + 1)
    const slot = slots[at % (slots.length + 1)]
    if (slot === undefined) return note
    const isPaper = slots === PAPER
    const url = `testigo:${sourceId}/${note.id}`
    return {
      ...note,
      article: { ...article, url, canonicalUrl: url, slot, ...(isPaper ? { hasHour: false } : {}) },
    }
  })
}

export const makeBroadcastInput = (): SintesisInput =>
  makeSintesisInput(38, { notes: placeNotes(makeNotes(38)) })
