// A period of the ledger → what each outlet with an agreement delivered in it, and in the month so far.
import type { Brief, ConvenioFigures } from '../model.ts'
import { measureConvenios } from '../score/convenios.ts'
import { findBoletines } from '../store/boletines.ts'
import { findNoteFigures } from '../store/note-figures.ts'
import { findUnreadDays } from '../store/unread-days.ts'
import { instantOf, localTime } from '../text/zoned.ts'
import type { Window } from './calendar.ts'
import type { House } from './house.ts'

/** Days from which a period is as long as the month so far. */
const MONTH_DAYS = 28

/** Agreements in force in the window; empty, and nothing is read, when no source has any. */
export async function assessConvenios(
  house: House,
  { from, to }: Window,
  { days }: Pick<Brief, 'days'>,
): Promise<ConvenioFigures[]> {
  const { sources, municipality } = house.workspace
  const { db } = house.store
  const agreed = sources.filter(({ convenio, isOwn }) => convenio !== null && !isOwn)
  if (agreed.length === 0) return []
  const { timeZone } = municipality
  const { year, month } = localTime(new Date(to.getTime() - 1), timeZone)
  const monthStart = instantOf({ year, month, day: 1 }, timeZone)
  const monthSoFar = days >= MONTH_DAYS ? null : { from: monthStart, to }
  const span = { from: monthSoFar !== null && monthStart < from ? monthStart : from, to }
  const { ourSubjects } = house.lens
  const visited = agreed.filter(({ isEnabled }) => isEnabled)
  const read = async (window: Window) => ({
    ...window,
    unreadDays: await findUnreadDays(db, window, visited),
  })
  return measureConvenios({
    sources,
    window: await read({ from, to }),
    month: monthSoFar === null ? null : await read(monthSoFar),
    notes: await findNoteFigures(db, span, ourSubjects),
    boletines: await findBoletines(db, span),
    ourSubjects,
    timeZone,
  })
}
