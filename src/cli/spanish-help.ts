// Commander's help and its errors → the same in Spanish.
import { type Command, CommanderError, type Help, type HelpConfiguration } from 'commander'

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Uso:',
  'Options:': 'Opciones:',
  'Arguments:': 'Argumentos:',
  'Commands:': 'Órdenes:',
  'Global Options:': 'Opciones generales:',
}

/** Makes a program, and every command added to it later by `.command`, speak Spanish. */
export function speakSpanish(program: Command): void {
  program
    .configureHelp(spanishHelp)
    .helpOption('-h, --help', 'muestra esta ayuda')
    .helpCommand('help [orden]', 'muestra la ayuda de una orden')
    .configureOutput({ outputError: () => {} })
    .exitOverride()
}

const spanishHelp: HelpConfiguration = {
  styleTitle: (title) => TITLES[title] ?? title,
  optionDescription: ({ description, defaultValue }) =>
    typeof defaultValue === 'string' ? `${description} (${defaultValue} si se omite)` : description,
  subcommandTerm: (command: Command) => `${command.name()} ${usageOf(command)}`.trim(),
  commandUsage(this: Help, command: Command) {
    const parents: string[] = []
    for (let parent = command.parent; parent !== null; parent = parent.parent) parents.unshift(parent.name())
    return [...parents, command.name(), usageOf(command)].join(' ').trim()
  },
}

function usageOf(command: Command): string {
  const words = command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? '…' : ''}`
    return argument.required ? `<${name}>` : `[${name}]`
  })
  if (command.commands.length > 0) words.push('<orden>')
  if (command.options.length > 0) words.push('[opciones]')
  return words.join(' ')
}

/** A mistake on the command line in Spanish, '' when help was shown instead, or null when the error is not commander's. */
export function explainUsage(error: unknown): string | null {
  if (!(error instanceof CommanderError)) return null
  const [, found = ''] = /'([^']*)'/.exec(error.message) ?? []
  const [, meant] = /Did you mean ([^?]*)\?/.exec(error.message) ?? []
  const advice = meant === undefined ? '' : ` ¿Quisiste decir «${meant.replace('one of ', '')}»?`
  switch (error.code) {
    case 'commander.unknownCommand':
      return `La orden «${found}» no existe.${advice} Mira las órdenes con «sintesis --help».`
    case 'commander.unknownOption':
      return `La opción «${found}» no existe.${advice} Mira las opciones con «--help».`
    case 'commander.missingArgument':
      return `Falta el argumento «${found}». Mira un ejemplo con «--help».`
    case 'commander.optionMissingArgument':
      return `La opción «${found}» necesita un valor.`
    case 'commander.missingMandatoryOptionValue':
      return `Falta la opción «${found}».`
    case 'commander.excessArguments':
      return 'Sobran argumentos. Si un valor lleva espacios, ponlo entre comillas.'
    case 'commander.invalidArgument':
      return error.message.replace(/^error: .*? is invalid\.\s*/, '')
    case 'commander.help': // shown because no command was named
      return ''
    default:
      return error.exitCode === 0 ? '' : error.message
  }
}
