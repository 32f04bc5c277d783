// What every command shares: where the workspace is, the terminal, the clock.
import type { Command } from 'commander'
import { type Environment, readEnvironment } from '../config/environment.ts'
import type { Terminal } from './terminal.ts'

export type CommandContext = {
  readonly terminal: Terminal
  readonly clock: () => Date
  readonly environment: () => Environment
}

/** Adds the examples that `--help` of a command ends with. */
export function addExamples(command: Command, examples: readonly string[]): void {
  command.addHelpText('after', `\nEjemplos:\n${examples.map((example) => `  ${example}`).join('\n')}`)
}

/** Context of the commands of a program whose `--workspace` option is read when a command runs. */
export function makeContext(program: Command, terminal: Terminal): CommandContext {
  const environment = () => {
    const { workspace } = program.opts<{ workspace?: string }>()
    return readEnvironment(process.env, workspace ?? null, process.cwd())
  }
  return { terminal, environment, clock: () => environment().demonstration?.now ?? new Date() }
}
