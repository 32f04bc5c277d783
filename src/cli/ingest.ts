// `sintesis ingest`: every source, or those named, read once now.
import type { Command } from 'commander'
import type { Source } from '../model.ts'
import type { House } from '../pipeline/house.ts'
import { listSourcesToVisit, visitSources, type Watch } from '../pipeline/run.ts'
import { addExamples, type CommandContext } from './command.ts'
import { inHouse } from './open.ts'
import { countEnds, describeEnds, describeVisit, listReasons, listRounds } from './round-words.ts'
import { explainUnknownSource } from './unknown-source.ts'

export function addIngest(program: Command, context: CommandContext): void {
  const command = program
    .command('ingest')
    .description('lee las fuentes una vez y guarda lo nuevo')
    .argument('[fuentes...]', 'identificadores, como mx-jal/el-informador (todas si se omiten)')
    .option('--due', 'solo las que ya toca leer')
    .action((ids: string[], options: { due?: boolean }) =>
      inHouse(context, (house, signal) => ingest(house, context, ids, options.due !== true, signal), {
        endsItself: true,
      }),
    )
  addExamples(command, ['sintesis ingest', 'sintesis ingest --due', 'sintesis ingest mx-jal/el-informador'])
}

async function ingest(
  house: House,
  { terminal }: CommandContext,
  ids: readonly string[],
  all: boolean,
  signal: AbortSignal,
): Promise<void> {
  const sources =
    ids.length === 0 ? await listSourcesToVisit(house, all) : ids.map((id) => findSource(house, id))
  signal.addEventListener('abort', () => terminal.print('Terminando lo que está a medias…'))
  const watch: Watch = (done, total, visit) => {
    const isPlain = visit.kind === 'round' && visit.round.state !== 'con-falla'
    if (!isPlain) terminal.print(describeVisit(visit))
    terminal.progress('Leyendo', done, total, visit.source.name)
  }
  const visits = await visitSources(house, sources, watch, signal)
  const rounds = listRounds(visits)
  const failed = visits.filter(
    (visit) => visit.kind === 'broken' || (visit.kind === 'round' && visit.round.state === 'con-falla'),
  )
  terminal.print(
    `${rounds.length - failed.length} de ${sources.length} fuentes leídas; ${failed.length} con falla.`,
  )
  terminal.print(describeEnds(countEnds(rounds)))
  for (const line of listReasons(rounds, 12)) terminal.print(`  ${line}`)
  if (signal.aborted) throw new Error('Se detuvo antes de terminar: lo que faltó se lee la próxima vez.')
}

/** A declared source by id; an id that nobody declares is an error that says where to look. */
export function findSource(house: House, id: string): Source {
  const source = house.workspace.sources.find((candidate) => candidate.id === id)
  if (source === undefined) throw new Error(explainUnknownSource(house.workspace, id))
  return source
}
