// `npm run demo`: the sample press, fourteen mornings, one database, and the two PDFs of Friday 13 November 2026.
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { describeEdition } from '../src/cli/report.ts'
import { countEnds, describeEnds, listReasons, listRounds } from '../src/cli/round-words.ts'
import { layColumns, openTerminal, type Terminal } from '../src/cli/terminal.ts'
import type { Round } from '../src/model.ts'
import { type House, openHouse } from '../src/pipeline/house.ts'
import { publishBrief } from '../src/pipeline/publish.ts'
import { listSourcesToVisit, visitSources } from '../src/pipeline/run.ts'
import { findRounds } from '../src/store/rounds.ts'
import { addDays, instantOf, localDate } from '../src/text/zoned.ts'
import { openPress, type Press } from './press/press.ts'
import { scorePress } from './score-press.ts'

const ROOT = join(import.meta.dirname, '..')
const ZONE = 'America/Mexico_City'
const FIRST_MORNING = '2026-10-31'
const LAST_MORNING = '2026-11-13'

/** The servers of the press are on this machine: a second is a long time, and no host needs rest. */
const WEB = { totalMs: 2_500, hostDelayMs: 0 }

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { score: { type: 'boolean', default: false } } })
  const terminal = openTerminal(process.stdout, process.stderr, process.stdout.isTTY)
  const stopwatch = startStopwatch()
  let now = morningOf(FIRST_MORNING)
  const clock = () => now
  const press = await openPress({ clock })
  const house = await openHouse({
    workspace: join(ROOT, 'bench/press/workspace'),
    databaseUrl: process.env.DATABASE_URL ?? null,
    clock,
    data: join(ROOT, 'data/demo'),
    reports: join(ROOT, 'data/reports'),
    web: { ...WEB, loopbackHosts: press.hosts },
  })
  stopwatch.lap('Abrir la prensa de muestra y la base de datos')
  try {
    introduce(terminal, press, house)
    const rounds: Round[] = []
    const mornings = await listMornings(house)
    for (const [index, date] of mornings.entries()) {
      now = morningOf(date)
      terminal.progress('Leyendo', index, mornings.length, `mañana del ${date}`)
      rounds.push(...(await readMorning(house)))
    }
    terminal.progress('Leyendo', mornings.length, mornings.length)
    terminal.settle()
    stopwatch.lap('Leer las fuentes')
    report(terminal, rounds)
    await publish(house, terminal, stopwatch.lap)
    terminal.print('\nTiempos')
    for (const line of layColumns(stopwatch.laps())) terminal.print(`  ${line}`)
    terminal.print('  Por etapa, sumando las fuentes que se leen a la vez:')
    for (const line of layColumns(listStages(house))) terminal.print(`    ${line}`)
    if (values.score) for (const line of await scorePress(house, press, now)) terminal.print(line)
  } finally {
    await house.close()
    await press.close()
  }
}

function morningOf(date: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return instantOf({ year, month, day, hour: 6, minute: 50 }, ZONE)
}

/** The mornings that the archive has not seen; the last one always, which on a second run finds nothing new. */
async function listMornings(house: House): Promise<string[]> {
  const seen = await findRounds(house.store.db, { from: new Date(0), to: morningOf(LAST_MORNING) })
  const done = new Set(seen.map(({ startedAt }) => localDate(startedAt, ZONE)))
  const mornings: string[] = []
  for (let date = FIRST_MORNING; date <= LAST_MORNING; date = addDays(date, 1)) {
    if (!done.has(date) || date === LAST_MORNING) mornings.push(date)
  }
  return mornings
}

function introduce(terminal: Terminal, press: Press, house: House): void {
  const outlets = new Set(press.notes.map(({ outlet }) => outlet)).size
  terminal.print('Síntesis · demostración')
  terminal.print(
    `Prensa de muestra: ${press.notes.length} notas de ${outlets} medios ficticios, en este equipo.`,
  )
  terminal.print('Municipio: Tala, Jalisco. Del viernes 30 de octubre al viernes 13 de noviembre de 2026.')
  for (const fault of house.workspace.faults)
    terminal.print(`Configuración con error (no detiene nada): ${fault.message}`)
  terminal.print()
}

async function readMorning(house: House): Promise<Round[]> {
  const visits = await visitSources(house, await listSourcesToVisit(house, true), () => {})
  for (const visit of visits) if (visit.kind === 'broken') throw visit.error
  return listRounds(visits)
}

function report(terminal: Terminal, rounds: readonly Round[]): void {
  terminal.print(`\n${rounds.length} lecturas: ${describeEnds(countEnds(rounds))}.`)
  const reasons = listReasons(rounds, 20)
  if (reasons.length > 0) terminal.print('Lo que quedó fuera y por qué:')
  for (const line of reasons) terminal.print(`  ${line}`)
  const failures = new Map<string, { times: number; reason: string }>()
  for (const { sourceId, state, reason } of rounds) {
    if (state !== 'con-falla') continue
    failures.set(sourceId, { times: (failures.get(sourceId)?.times ?? 0) + 1, reason: reason ?? 'sin razón' })
  }
  if (failures.size > 0) terminal.print('Fuentes con falla:')
  for (const [sourceId, { times, reason }] of failures) {
    terminal.print(`  ${sourceId}: ${times === 1 ? 'una vez' : `${times} veces`}: ${reason}`)
  }
}

async function publish(house: House, terminal: Terminal, lap: (stage: string) => void): Promise<void> {
  terminal.print()
  for (const brief of house.workspace.briefs.toSorted((one, other) => one.days - other.days)) {
    const published = await publishBrief(house, brief, LAST_MORNING)
    if (published === null) throw new Error(`otro proceso está haciendo ${brief.id}`)
    for (const line of describeEdition(published, ZONE))
      terminal.print(line.replace(ROOT, relative('.', ROOT) || '.'))
    lap(brief.title)
  }
}

function listStages({ stopwatch }: House): string[][] {
  return [...stopwatch.laps()].map(([stage, ms]) => [stage, `${(ms / 1000).toFixed(1)} s`])
}

function startStopwatch() {
  const laps: [string, string][] = []
  let last = performance.now()
  return {
    lap(stage: string) {
      const at = performance.now()
      laps.push([stage, `${((at - last) / 1000).toFixed(1)} s`])
      last = at
    },
    laps: () => laps,
  }
}

await main()
