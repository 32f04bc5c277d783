// A command's context → the house of its workspace, closed when the work is done, whatever happened.
import { type House, openHouse } from '../pipeline/house.ts'
import type { CommandContext } from './command.ts'
import { listenForStop } from './stop.ts'

/** Exit code of a command that was told to end before its end, as shells give it: 128 + SIGINT. */
const INTERRUPTED = 130

/**
 * Opens the house, does the work and closes it. Mistakes of single files are told first: they never stop the rest. Told
 * to end, by Ctrl+C or a service manager, a command that `endsItself` is given the signal and ends in its own way; any
 * other ends at once, and with it the workspace's database: what was kept is kept.
 */
export async function inHouse<T>(
  context: CommandContext,
  work: (house: House, signal: AbortSignal) => Promise<T>,
  { endsItself = false }: { readonly endsItself?: boolean } = {},
): Promise<T | undefined> {
  const { workspace, databaseUrl, credentials, demonstration } = context.environment()
  const web = { credentials, ...(demonstration === null ? {} : { loopbackHosts: demonstration.hosts }) }
  const sharesHosts = databaseUrl !== null
  const stopping = new AbortController()
  const leave = listenForStop(() => stopping.abort())
  const house = await openHouse({ workspace, databaseUrl, sharesHosts, clock: context.clock, web })
  try {
    if (stopping.signal.aborted) return undefined
    if (!endsItself) stopping.signal.addEventListener('abort', () => void closeAtOnce(house))
    for (const fault of house.workspace.faults) context.terminal.warn(fault.message)
    return await work(house, stopping.signal)
  } finally {
    await house.close()
    leave()
    if (stopping.signal.aborted && !endsItself) process.exit(INTERRUPTED)
  }
}

async function closeAtOnce(house: House): Promise<void> {
  await house.close().finally(() => process.exit(INTERRUPTED))
}
