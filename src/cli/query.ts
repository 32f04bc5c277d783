// `sintesis query try|list`: queries tried on what was captured, before they are written in municipality.yml.
import type { Command } from 'commander'
import { readWorkspace } from '../config/workspace.ts'
import { Misdeclared } from '../failure.ts'
import type { Municipality } from '../model.ts'
import { tryQuery } from '../pipeline/query-trial.ts'
import { type NamedQueries, parseQuery, type Query } from '../text/query.ts'
import { QueryMistake } from '../text/query-symbols.ts'
import { addExamples, type CommandContext } from './command.ts'
import { inHouse } from './open.ts'
import { LINE_WIDTH, wrapText } from './paragraphs.ts'
import { pointAtMistake, tellQuery, tellTrial } from './query-lines.ts'

const DEFAULT_DAYS = 28
const LONGEST_DAYS = 3660

export function addQuery(program: Command, context: CommandContext): void {
  const group = program.command('query').description('prueba búsquedas con lo ya captado, y las lista')
  addTry(group, context)
  addList(group, context)
}

type TryOptions = { readonly days: string; readonly subject?: string; readonly all?: true }

function addTry(group: Command, context: CommandContext): void {
  const command = group
    .command('try')
    .description('enseña qué notas halla una búsqueda, por qué, y cuáles se le escapan')
    .argument('[búsqueda...]', 'entre comillas simples; sin ella, la de --subject')
    .option('--days <días>', 'cuántos días hacia atrás', String(DEFAULT_DAYS))
    .option('--subject <id>', 'compara con lo que hoy se halla de ese sujeto de municipality.yml')
    .option('--all', 'enseña todas las notas, no solo las primeras')
    .action((words: string[], options: TryOptions) => runTry(context, words.join(' '), options))
  addExamples(command, [
    `sintesis query try 'bache* AND (Hidalgo OR "avenida Juárez")'`,
    `sintesis query try 'title:agua NOT Guadalajara' --days 7`,
    `sintesis query try '@obras NEAR/10 Centro' --subject obras-publicas`,
    'sintesis query try --subject obras',
    '',
    'Operadores: AND OR NOT ( ) "frase exacta" prefijo* letra? ~plural case:Exacto',
    '  NEAR/5 ONEAR/5 ATLEAST/2  title: body: section: source: state:  @nombrada',
  ])
}

function addList(group: Command, { terminal, environment }: CommandContext): void {
  const command = group
    .command('list')
    .description('lista las búsquedas de municipality.yml')
    .action(async () => {
      const { municipality } = await readWorkspace(environment().workspace)
      const queried = municipality.subjects.filter(({ query }) => typeof query === 'string')
      const named = Object.entries(municipality.queries ?? {})
      if (queried.length + named.length === 0)
        terminal.print('No hay búsquedas. Se escriben en municipality.yml, en «query» de un sujeto.')
      for (const [name, text] of named) for (const line of wrapText(text, `@${name}: `)) terminal.print(line)
      for (const { id, query } of queried)
        for (const line of wrapText(query ?? '', `${id}: `)) terminal.print(line)
    })
  addExamples(command, ['sintesis query list'])
}

async function runTry(context: CommandContext, written: string, options: TryOptions): Promise<void> {
  const { terminal, environment } = context
  const { municipality } = await readWorkspace(environment().workspace)
  const days = readDays(options.days)
  const subject = findSubject(municipality, options.subject)
  const text = written === '' ? (subject?.query ?? '') : written
  if (text === '') throw new Error("Falta la búsqueda: sintesis query try 'bache* AND Hidalgo'")
  const named: NamedQueries = new Map(Object.entries(municipality.queries ?? {}))
  const query = readQuery(text, named, (line) => terminal.warn(line))
  for (const line of tellQuery(text, query)) terminal.print(line)
  await inHouse(context, async (house) => {
    const trial = await tryQuery(house, query, { days, subjectId: subject?.id ?? null })
    const shown = {
      timeZone: municipality.timeZone,
      days,
      isWhole: options.all === true,
      subject: subject?.name ?? null,
    }
    for (const line of tellTrial(trial, shown)) terminal.print(line)
  })
}

function readDays(written: string): number {
  const days = Number(written)
  if (Number.isInteger(days) && days >= 1 && days <= LONGEST_DAYS) return days
  throw new Misdeclared('--days', null, null, `«${written}» no es un número de días de 1 a ${LONGEST_DAYS}`)
}

function findSubject(
  { subjects }: Municipality,
  id: string | undefined,
): Municipality['subjects'][number] | null {
  if (id === undefined) return null
  const found = subjects.find((subject) => subject.id === id)
  if (found !== undefined) return found
  const known = subjects.map((subject) => subject.id).join(', ')
  throw new Misdeclared(
    '--subject',
    null,
    null,
    `no hay un sujeto «${id}» en municipality.yml; hay: ${known}`,
  )
}

/** Parses what was typed; a mistake is shown under its character. */
function readQuery(text: string, named: NamedQueries, warn: (line: string) => void): Query {
  try {
    return parseQuery(text, named)
  } catch (error) {
    if (!(error instanceof QueryMistake)) throw error
    for (const line of pointAtMistake(text, error.at, LINE_WIDTH)) warn(line)
    throw new Misdeclared('búsqueda', 1, error.at + 1, error.message)
  }
}
