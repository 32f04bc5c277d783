// The options of a command with which a person decides something → who decides, when and why.
import { userInfo } from 'node:os'
import type { Command } from 'commander'
import type { Decider } from '../store/signature.ts'

export type DeciderOptions = { readonly why?: string; readonly by?: string }

/** Adds `--why` and `--by`. */
export function addDeciderOptions(command: Command): Command {
  return command
    .option('--why <razón>', 'por qué; queda en el expediente de la nota')
    .option('--by <nombre>', 'quién decide; si no se dice, el usuario de este equipo')
}

export function readDecider({ why, by }: DeciderOptions, at: Date): Decider {
  return { by: by ?? nameUser(), at, comment: why ?? null }
}

/** The machine's user, who in a container may have no name. */
export function nameUser(): string {
  try {
    return userInfo().username
  } catch {
    return 'una persona'
  }
}
