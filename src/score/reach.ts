// An outlet's published audience or a post's views → how far one note may have gone, with its provenance.
import type { Audience, AudienceUnit, Reach, Source } from '../model.ts'

/** Days of the month over which monthly visits are spread. */
const DAYS_A_MONTH = 30

const BASIS: Readonly<Record<AudienceUnit, string>> = {
  'visitas-dia': 'visitas diarias al medio',
  'visitas-mes': 'visitas mensuales al medio entre 30 días',
  ejemplares: 'ejemplares de la edición, un lector por ejemplar',
  lectores: 'lectores de la edición',
  radioescuchas: 'radioescuchas del programa',
  televidentes: 'televidentes del programa',
  seguidores: 'seguidores de la cuenta',
}

/**
 * Reach of one note: the views that the network itself shows, else the daily audience that the outlet published;
 * null (`sin dato`) when neither is known. It is the audience a note could reach, an upper bound, and never a default.
 * Method: docs/METHOD.md, «Alcance».
 */
export function estimateReach(source: Source, views: number | null, seenAt: Date): Reach | null {
  if (views !== null) {
    const asOf = seenAt.toISOString().slice(0, 10)
    return { value: views, unit: 'vistas', basis: 'vistas que muestra la red', source: source.name, asOf }
  }
  if (source.audience === null) return null
  const { unit, source: origin, asOf } = source.audience
  return { value: dailyAudience(source.audience), unit: 'personas', basis: BASIS[unit], source: origin, asOf }
}

function dailyAudience({ value, unit }: Audience): number {
  return unit === 'visitas-mes' ? Math.round(value / DAYS_A_MONTH) : value
}
