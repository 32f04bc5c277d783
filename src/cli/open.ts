// A command's context → the house of its workspace, closed when the work is done, whatever happened.
import { type House, openHouse } from '../pipeline/house.ts'
import type { CommandContext } from './command.ts'

/** Opens the house, does the work and closes it. Mistakes of single files are told first: they never stop the rest. */
export async function inHouse<T>(context: CommandContext, work: (house: House) => Promise<T>): Promise<T> {
  const { workspace, databaseUrl, demonstration } = context.environment()
  const web = demonstration === null ? {} : { loopbackHosts: demonstration.hosts }
  const house = await openHouse({ workspace, databaseUrl, clock: context.clock, web })
  try {
    for (const fault of house.workspace.faults) context.terminal.warn(fault.message)
    return await work(house)
  } finally {
    await house.close()
  }
}
