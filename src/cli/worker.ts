// `sintesis worker`: one of many processes, on any machines, that share the work of one archive.
import type { Command } from 'commander'
import { readMailServer } from '../config/delivery-server.ts'
import { Misdeclared } from '../failure.ts'
import type { House } from '../pipeline/house.ts'
import { startWorker } from '../pipeline/worker.ts'
import { formatInstant } from './boletin.ts'
import { addExamples, type CommandContext } from './command.ts'
import { residentDeliveries } from './deliver-resident.ts'
import { inHouse } from './open.ts'
import { describeEdition } from './report.ts'
import { openFaults } from './resident-faults.ts'
import { describeVisit } from './round-words.ts'
import { untilTold } from './stop.ts'

export function addWorker(program: Command, context: CommandContext): void {
  const command = program
    .command('worker')
    .description(
      'trabaja junto con otros equipos: se reparten las fuentes y los reportes de un mismo archivo',
    )
    .action(async () => {
      requireServer(context)
      await inHouse(context, (house, signal) => work(house, context, signal), { endsItself: true })
    })
  command.addHelpText(
    'after',
    `
Cada equipo ejecuta los que quiera; se reparten las fuentes solos y a ningún sitio se le piden dos páginas a la vez.
Todos necesitan la misma DATABASE_URL, el mismo espacio de trabajo y la misma carpeta data (compartida por NFS o similar).
En un solo equipo basta con «sintesis start».`,
  )
  addExamples(command, ['DATABASE_URL=postgres://usuario@servidor/sintesis sintesis worker'])
}

function requireServer({ environment }: CommandContext): void {
  if (environment().databaseUrl !== null) return
  throw new Misdeclared(
    'DATABASE_URL',
    null,
    null,
    'falta. «sintesis worker» reparte el trabajo entre procesos y equipos por medio de un PostgreSQL que todos alcanzan: ponla como postgres://usuario@servidor/base. En un solo equipo usa «sintesis start», que no la necesita.',
  )
}

async function work(house: House, context: CommandContext, signal: AbortSignal): Promise<void> {
  const { terminal, clock } = context
  // A mistake in it is told before any work begins.
  const server = readMailServer(process.env)
  const { timeZone, name } = house.workspace.municipality
  const say = (line: string) => terminal.print(`${formatInstant(clock(), timeZone)}  ${line}`)
  const faults = openFaults({ terminal, clock }, timeZone)
  const active = house.workspace.sources.filter(({ isEnabled }) => isEnabled).length
  const worker = await startWorker(house, {
    onVisit(visit) {
      if (visit.kind === 'round') faults.isWell()
      say(describeVisit(visit))
    },
    onEdition: (published) => {
      for (const line of describeEdition(published, timeZone)) say(line)
    },
    onFault: faults.tell,
  })
  say(
    `Trabajador ${process.pid} de ${name}: ${active} fuentes activas, repartidas con los demás. Ctrl+C para detener.`,
  )
  const deliveries = residentDeliveries(house, context, server)
  await untilTold(signal)
  say('Terminando lo que está a medias…')
  await Promise.all([worker.stop(), deliveries.stop()])
}
