// The inputs of reports of results by calendar periods: October, and a third quarter without history.
import type { CalendarPeriod, Note } from '../../src/model.ts'
import type { PosicionamientoInput } from '../../src/report/posicionamiento-input.ts'
import { makePosicionamientoInput } from './fixture-input.ts'
import { makeNotes } from './fixtures.ts'

const DAY = 86_400_000
const TITLES = { mes: 'Informe mensual', trimestre: 'Informe trimestral', anio: 'Informe anual' } as const

/** `from` and `to` are the midnights of the period in Tala, as `2026-10-01`. */
export function makeResultsInput(
  period: CalendarPeriod,
  [first, next]: readonly [string, string],
  count: number,
  periods: number,
): PosicionamientoInput {
  const [from, to] = [new Date(`${first}T00:00:00-06:00`), new Date(`${next}T00:00:00-06:00`)]
  const days = (to.getTime() - from.getTime()) / DAY
  const spread = (note: Note, index: number): Note => {
    const at = new Date(from.getTime() + ((index * 7 + 1) % days) * DAY + 10 * 3_600_000)
    return { ...note, capturedAt: at, article: { ...note.article, publishedAt: at } }
  }
  const notes = makeNotes(count).map(spread)
  const base = makePosicionamientoInput(count, periods, { notes })
  const move = <Figures extends { from: Date; to: Date }>(figures: Figures, back: number): Figures => ({
    ...figures,
    from: new Date(from.getTime() - back * days * DAY),
    to: new Date(to.getTime() - back * days * DAY),
  })
  const { position } = base
  const { history, previous } = position
  return {
    ...base,
    brief: { ...base.brief, id: `informe-${period}`, title: TITLES[period], period, days: Math.round(days) },
    date: next,
    number: 4,
    from,
    to,
    now: to,
    position: {
      ...position,
      current: move(position.current, 0),
      previous: previous === null ? null : move(previous, 1),
      history: history.map((figures, index) => move(figures, history.length - index + 1)),
    },
    boletines: base.boletines.map((one) => ({ ...one, sentAt: new Date(to.getTime() - 3 * DAY) })),
  }
}
