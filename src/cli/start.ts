// `sintesis start`: the resident process, until it is told to stop.
import type { Command } from 'commander'
import { readMailServer } from '../config/delivery-server.ts'
import type { House } from '../pipeline/house.ts'
import { startSchedule } from '../pipeline/schedule.ts'
import { formatInstant } from './boletin.ts'
import { addExamples, type CommandContext } from './command.ts'
import { residentDeliveries } from './deliver-resident.ts'
import { inHouse } from './open.ts'
import { describeEdition } from './report.ts'
import { openFaults } from './resident-faults.ts'
import { describeVisit } from './round-words.ts'
import { describeDue } from './schedule-words.ts'
import { untilTold } from './stop.ts'

export function addStart(program: Command, context: CommandContext): void {
  const command = program
    .command('start')
    .description('se queda trabajando: lee cada fuente cuando toca y publica cada reporte antes de su hora')
    .action(() => inHouse(context, (house, signal) => stay(house, context, signal), { endsItself: true }))
  addExamples(command, ['sintesis start', 'npm start'])
}

async function stay(house: House, context: CommandContext, signal: AbortSignal): Promise<void> {
  const { terminal, clock } = context
  // A mistake in it is told before any work begins.
  const server = readMailServer(process.env)
  const { timeZone, name } = house.workspace.municipality
  const say = (line: string) => terminal.print(`${formatInstant(clock(), timeZone)}  ${line}`)
  const faults = openFaults({ terminal, clock }, timeZone)
  const active = house.workspace.sources.filter(({ isEnabled }) => isEnabled).length
  say(
    `Síntesis de ${name}: ${active} fuentes activas, ${house.workspace.briefs.length} reportes. Ctrl+C para detener.`,
  )
  for (const brief of house.workspace.briefs) {
    const { title, addendum } = brief
    say(
      `${title}: ${describeDue(brief)}${addendum === undefined ? '' : `; alcance a las ${addendum.at.join(', ')} si hay qué agregar`}.`,
    )
  }
  const schedule = startSchedule(house, {
    onVisit(visit) {
      if (visit.kind === 'round') faults.isWell()
      say(describeVisit(visit))
    },
    onEdition: (published) => {
      for (const line of describeEdition(published, timeZone)) say(line)
    },
    onFault: faults.tell,
  })
  const deliveries = residentDeliveries(house, context, server)
  await untilTold(signal)
  say('Terminando lo que está a medias…')
  await Promise.all([schedule.stop(), deliveries.stop()])
}
