// A week of Tala and so many outlets with an agreement → the input of its report, whose pieces are notes of the week.
import type { Convenio, ConvenioFigures, DeliveredPieces, Source } from '../../src/model.ts'
import type { PosicionamientoInput } from '../../src/report/posicionamiento-input.ts'
import { makePosicionamientoInput } from './fixture-input.ts'
import { makeSource, SOURCES } from './fixtures.ts'

/** Pieces agreed and delivered, in the week and in the month. */
const DELIVERIES = [
  [14, 15, 28, 29],
  [12, 12, 24, 25],
  [10, 10, 20, 20],
  [6, 6, 12, 12],
  [8, 8, 16, 15],
  [20, 18, 40, 37],
  [10, 7, 20, 16],
  [12, 5, 24, 11],
] as const

const CONVENIO: Convenio = {
  name: 'Difusión 2026',
  since: null,
  until: null,
  terms: { pieces: 12, every: 'semana', counts: 'boletines' },
}

export const makePieces = (agreed: number, delivered: number, rest: Partial<DeliveredPieces> = {}) => ({
  agreed,
  delivered,
  pending: 0,
  noteIds: [],
  unreadDays: 0,
  ...rest,
})

/** The eight of REPORTS in their order, again and again under other media. */
export function makeConvenioInput(
  count: number,
  change: (figures: ConvenioFigures, index: number) => ConvenioFigures = (figures) => figures,
): PosicionamientoInput {
  const press = SOURCES.filter(({ isOwn }) => !isOwn)
  const more = Array.from({ length: Math.max(0, count - press.length) }, (_, index) =>
    makeSource(`valle-${index}`, `Noticias del Valle ${index + 1}`),
  )
  const agreed = [...press, ...more].slice(0, count)
  const ids = new Set(agreed.map(({ id }) => id))
  const sources = [...SOURCES, ...more].map(
    (source): Source => (ids.has(source.id) ? { ...source, convenio: CONVENIO } : source),
  )
  const base = makePosicionamientoInput(240, 12, { sources })
  const convenios = agreed.map(({ id }, index): ConvenioFigures => {
    const [due, delivered, monthDue, monthDelivered] = DELIVERIES[index % DELIVERIES.length] ?? [1, 1, 1, 1]
    const own = base.notes.filter(({ sourceId }) => sourceId === id).slice(0, delivered)
    return change(
      {
        sourceId: id,
        counts: 'boletines',
        period: makePieces(due, delivered, { noteIds: own.map((note) => note.id) }),
        month: makePieces(monthDue, monthDelivered),
      },
      index,
    )
  })
  return { ...base, convenios }
}
