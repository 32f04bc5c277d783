// A house whose files may have changed → the same house with the workspace as it stands now.
import { readWorkspace, stampWorkspace } from '../config/workspace.ts'
import { keepSources } from '../store/sources.ts'
import type { House } from './house.ts'
import { prepareLens } from './reading.ts'

export type FreshHouse = { readonly house: House; readonly stamp: string }

/**
 * Reads the workspace again if any of its files changed since `stamp`. A municipality.yml that became wrong leaves the
 * house as it was and throws `Misdeclared`: work goes on with what was right.
 */
export async function refreshHouse({ house, stamp }: FreshHouse): Promise<FreshHouse> {
  const current = await stampWorkspace(house.workspace.folder)
  if (current === stamp) return { house, stamp }
  const workspace = await readWorkspace(house.workspace.folder)
  await keepSources(house.store.db, workspace.sources, house.clock())
  const lens = prepareLens(workspace.municipality, workspace.boletines)
  return { house: { ...house, workspace, lens }, stamp: current }
}
