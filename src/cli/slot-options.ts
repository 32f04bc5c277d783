// The options with which a person says where a note stood in a broadcast or a paper → that place.
import type { Command } from 'commander'
import { Misdeclared } from '../failure.ts'
import type { Slot } from '../model.ts'
import { readGivenSlot } from '../pipeline/given-slot.ts'

export type SlotOptions = {
  readonly program?: string
  readonly host?: string
  readonly duration?: string
  readonly kind?: string
  readonly file?: string
  readonly page?: string
  readonly frontPage?: boolean
}

/** Adds the options of a broadcast. */
export function addBroadcastOptions(command: Command): Command {
  return command
    .option('--program <programa>', 'programa o noticiero en que salió')
    .option('--host <nombre>', 'quién lo conduce')
    .option('--duration <tiempo>', 'cuánto duró: «1:32» o «1 min 32 s»')
    .option('--kind <tipo>', 'nota, entrevista, mención, spot o llamada')
    .option('--file <archivo>', 'nombre del archivo en que quedó el testigo')
}

/** Reads them; null when none is given. The first that is wrong is `Misdeclared`, under the name of its option. */
export function readSlotOptions(options: SlotOptions): Slot | null {
  const { slot, faults } = readGivenSlot({
    programme: options.program,
    host: options.host,
    duration: options.duration,
    kind: options.kind,
    witness: options.file,
    pages: options.page,
    frontPage: options.frontPage === true ? 'sí' : undefined,
  })
  const [fault] = faults
  if (fault !== undefined) throw new Misdeclared(OPTIONS[fault.field], null, null, fault.message)
  return slot
}

const OPTIONS = {
  programme: '--program',
  host: '--host',
  duration: '--duration',
  kind: '--kind',
  witness: '--file',
  pages: '--page',
  frontPage: '--front-page',
} as const
