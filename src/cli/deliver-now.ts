// An edition that was just published → delivered to whom delivery.yml names, and told on the terminal.
import { readMailServer } from '../config/delivery-server.ts'
import { deliverEdition } from '../pipeline/deliver.ts'
import type { House } from '../pipeline/house.ts'
import type { EditionKey } from '../store/edition-key.ts'
import { describeDelivered } from './deliver-words.ts'
import type { Terminal } from './terminal.ts'

/** What could not be delivered unpublishes nothing: it is told, and kept for another try. */
export async function deliverNow(house: House, terminal: Terminal, key: EditionKey): Promise<void> {
  try {
    const delivered = await deliverEdition(house, key, { server: readMailServer(process.env) })
    if (delivered === null) return
    for (const line of describeDelivered(delivered, house.workspace.municipality.timeZone))
      terminal.print(line)
  } catch (error) {
    terminal.warn(
      `La edición se publicó y no se entregó: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
