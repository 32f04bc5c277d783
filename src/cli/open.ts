// A command's context → the house of its workspace, closed when the work is done, whatever happened.
import { type House, openHouse } from '../pipeline/house.ts'
import type { CommandContext } from './command.ts'

/**
 * Opens the house, does the work and closes it. Mistakes of single files are told first: they never stop the rest. A
 * command that `endsItself` answers to signals on its own.
 */
export async function inHouse<T>(
  context: CommandContext,
  work: (house: House) => Promise<T>,
  { endsItself = false }: { readonly endsItself?: boolean } = {},
): Promise<T> {
  const { workspace, databaseUrl, credentials, demonstration } = context.environment()
  const web = { credentials, ...(demonstration === null ? {} : { loopbackHosts: demonstration.hosts }) }
  const sharesHosts = databaseUrl !== null
  const house = await openHouse({ workspace, databaseUrl, sharesHosts, clock: context.clock, web })
  const leave = endsItself ? () => {} : closeOnSignals(house)
  try {
    for (const fault of house.workspace.faults) context.terminal.warn(fault.message)
    return await work(house)
  } finally {
    leave()
    await house.close()
  }
}

/** Ctrl+C ends the command at once, and with it the workspace's database: what was kept is kept. Returns how to undo it. */
function closeOnSignals(house: House): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const stop = () => {
    void house.close().finally(() => process.exit(130))
  }
  for (const signal of signals) process.once(signal, stop)
  return () => {
    for (const signal of signals) process.off(signal, stop)
  }
}
