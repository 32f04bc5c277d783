// `sintesis migrate`: the tables of this version, without doing anything else.
import type { Command } from 'commander'
import { addExamples, type CommandContext } from './command.ts'
import { inHouse } from './open.ts'

export function addMigrate(program: Command, context: CommandContext): void {
  const command = program
    .command('migrate')
    .description('pone la base de datos al día (también se hace solo al empezar)')
    .action(() =>
      inHouse(context, async () => {
        context.terminal.print('La base de datos está al día.')
      }),
    )
  addExamples(command, ['sintesis migrate', 'DATABASE_URL=postgres://… sintesis migrate'])
}
