// A source id that nobody declares → the sentence that says so, with the one that was probably meant.
import { findNearest } from '../config/nearest.ts'
import type { Workspace } from '../config/workspace.ts'

/** Names the source whose id ends as what was typed (`el-medio` for `mx-jal/el-medio`), else the nearest, else none. */
export function explainUnknownSource({ sources }: Workspace, typed: string): string {
  const ids = sources.map(({ id }) => id)
  const meant = ids.find((id) => id.endsWith(`/${typed}`)) ?? findNearest(typed, ids)
  const advice = meant === null ? '' : ` ¿Quisiste decir «${meant}»?`
  return `No hay ninguna fuente «${typed}».${advice} Mira la lista con «sintesis source list».`
}
