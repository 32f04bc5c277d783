// What goes wrong in a resident process → lines on its terminal, said once while it lasts, and once when it is over.
import { explainHouseFault } from '../pipeline/house-fault.ts'
import { formatInstant } from './boletin.ts'
import type { CommandContext } from './command.ts'

/** While the database is away every task fails at every look; so often is it said again. */
const SAY_AGAIN_MS = 10 * 60_000

export type ResidentFaults = {
  tell(task: string, error: Error): void
  /** Something was read and kept: whatever failed of the house is over. */
  isWell(): void
}

/** Opens the account of faults of one resident process. */
export function openFaults(
  { terminal, clock }: Pick<CommandContext, 'terminal' | 'clock'>,
  timeZone: string,
): ResidentFaults {
  let lasting: { readonly fault: string; readonly saidAt: number } | null = null
  const at = () => formatInstant(clock(), timeZone)
  return {
    tell(task, error) {
      const fault = explainHouseFault(error)
      if (fault === null) return terminal.warn(`${at()}  ${task}: ${error.message}`)
      const now = clock().getTime()
      if (lasting?.fault === fault && now - lasting.saidAt < SAY_AGAIN_MS) return
      lasting = { fault, saidAt: now }
      terminal.warn(`${at()}  ${task}: ${fault}`)
    },
    isWell() {
      if (lasting === null) return
      lasting = null
      terminal.print(`${at()}  Ya se puede guardar de nuevo: se sigue donde se quedó.`)
    },
  }
}
