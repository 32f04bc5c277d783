// A house whose files or calibration may have changed → the same house with both as they stand now.
import { readWorkspace, stampWorkspace } from '../config/workspace.ts'
import { findToneCalibration } from '../store/tone-calibrations.ts'
import { activeSince } from './boletin-archive.ts'
import type { House } from './house.ts'
import { mirrorSources } from './known-sources.ts'
import { findOwnTone } from './own-tone.ts'
import { prepareLens } from './reading.ts'

export type FreshHouse = { readonly house: House; readonly stamp: string }

/**
 * Reads the workspace again if any of its files, or the tone's calibration, changed since `stamp`. A municipality.yml that became wrong leaves the
 * house as it was and throws `Misdeclared`: work goes on with what was right.
 */
export async function refreshHouse({ house, stamp }: FreshHouse): Promise<FreshHouse> {
  const calibration = await findToneCalibration(house.store.db)
  const current = `${await stampWorkspace(house.workspace.folder)} ${calibration?.madeAt.toISOString() ?? ''}`
  if (current === stamp) return { house, stamp }
  const workspace = await readWorkspace(house.workspace.folder)
  const withdrawn = await mirrorSources(house.store, workspace.sources, house.clock())
  const since = activeSince(house.clock())
  const { municipality, boletines } = workspace
  const isSameModel = municipality.toneModel === house.workspace.municipality.toneModel
  const ownTone = isSameModel ? house.lens.ownTone : findOwnTone(workspace.folder, municipality)
  const lens = prepareLens(municipality, boletines, calibration?.settings, since, ownTone)
  return { house: { ...house, workspace, withdrawn, lens }, stamp: current }
}
