// A source id that nobody declares → the sentence that says so, with the one that was probably meant.
import { findNearest } from '../config/nearest.ts'
import type { Workspace } from '../config/workspace.ts'

/**
 * Names the source whose id ends as what was typed (`el-medio` for `mx-jal/el-medio`), else the one whose last part is
 * nearest (all of a state begin alike), else none.
 */
export function explainUnknownSource({ sources }: Workspace, typed: string): string {
  const ids = sources.map(({ id }) => id)
  const nearest = findNearest(lastPart(typed), ids.map(lastPart))
  const meant =
    ids.find((id) => id.endsWith(`/${typed}`)) ?? ids.find((id) => lastPart(id) === nearest) ?? null
  const advice = meant === null ? '' : ` ¿Quisiste decir «${meant}»?`
  return `No hay ninguna fuente «${typed}».${advice} Mira la lista con «sintesis source list».`
}

const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1)
