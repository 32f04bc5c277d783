// `npm run chaos:workers [-- --seconds 120]`: workers on one archive, killed at random over the sample press → their archive beside one process's.
import { chmod, mkdtemp, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type Kysely, sql } from 'kysely'
import { readWorkspace } from '../src/config/workspace.ts'
import { openHouse } from '../src/pipeline/house.ts'
import { publishBrief } from '../src/pipeline/publish.ts'
import { listSourcesToVisit, visitSources } from '../src/pipeline/run.ts'
import { openStore } from '../src/store/open.ts'
import type { Database } from '../src/store/schema.ts'
import { holdServer } from '../src/store/server.ts'
import { findShortestGap, recordTurns } from '../tests/pipeline/worker-run.ts'
import { startCrew } from './chaos/crew.ts'
import { type Archive, compareArchives, listFailures, readArchive } from './crash/archive.ts'
import { listMornings, openMorningPress } from './crash/press.ts'

const WORKSPACE = join(import.meta.dirname, 'press/workspace')
/** The editions of working days and of days of rest are both due by then. */
const HOUR = '08:50'
/** Outlets that fail on every morning, and the one that needs a browser. */
const DEAD = /^mx-jal\/(ameca|heraldo|pagina3|ruta70) /
const DELAY_MS = 60
const LEASE_MS = 3_000
const LATENCY_MS = 15
/** Between two looks at whether a morning is through. */
const LOOK_MS = 100
/** A morning that takes so long is stuck, and the run says on what. */
const STUCK_MS = 900_000
const SAY_MS = 15_000

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '120' },
      workers: { type: 'string', default: '4' },
      mornings: { type: 'string', default: '14' },
    },
  })
  const mornings = listMornings(HOUR).slice(0, Number(values.mornings))
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'bench-chaos-'))
  await chmod(folder, 0o755)
  try {
    const calm = await readAlone(join(folder, 'calm'), mornings)
    console.log(`Un proceso, sin interrupción: ${describe(calm)}`)
    const shaken = await readTogether(join(folder, 'shaken'), mornings, {
      size: Number(values.workers),
      seconds: Number(values.seconds),
    })
    const differences = compareArchives(calm, shaken)
    console.log(`Trabajadores: ${describe(shaken)}; ${differences.length} diferencias`)
    for (const { part, only, value } of differences.slice(0, 40))
      console.log(`  ${part}, solo en ${only}: ${value.slice(0, 400)}`)
    if (differences.length > 0) process.exitCode = 1
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function readAlone(data: string, mornings: readonly Date[]): Promise<Archive> {
  let now = new Date(0)
  const clock = () => now
  const { door, close } = await openMorningPress(clock)
  try {
    for (const morning of mornings) {
      now = morning
      const house = await openHouse({
        workspace: WORKSPACE,
        databaseUrl: null,
        clock,
        data,
        web: { loopbackHosts: door.hosts, hostDelayMs: 0, totalMs: 30_000, browser: 'off' },
      })
      await visitSources(house, await listSourcesToVisit(house, true), () => {})
      for (const { brief, date } of listEditions(house.workspace.briefs, morning))
        await publishBrief(house, brief, date)
      await house.close()
    }
    const store = await openStore({ dataFolder: data, databaseUrl: null })
    const archive = await readArchive(store.db, data)
    await store.close()
    return archive
  } finally {
    await close()
  }
}

function listEditions<T extends { readonly schedule: { readonly weekdays: readonly number[] } }>(
  briefs: readonly T[],
  morning: Date,
) {
  const weekday = morning.getUTCDay() || 7
  return briefs
    .filter(({ schedule }) => schedule.weekdays.includes(weekday))
    .map((brief) => ({ brief, date: morning.toISOString().slice(0, 10) }))
}

async function readTogether(
  data: string,
  mornings: readonly Date[],
  { size, seconds }: { readonly size: number; readonly seconds: number },
): Promise<Archive> {
  const server = await holdServer(data)
  const { host, port, user, database } = server.address
  const databaseUrl = `postgres://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
  const store = await openStore({ dataFolder: data, databaseUrl })
  await recordTurns(databaseUrl)
  const clockFile = join(data, 'clock')
  let now = mornings[0] ?? new Date(0)
  const setClock = async (instant: Date) => {
    now = instant
    await writeFile(`${clockFile}.new`, instant.toISOString())
    await rename(`${clockFile}.new`, clockFile)
  }
  await setClock(now)
  const { briefs } = await readWorkspace(WORKSPACE)
  const { door, close } = await openMorningPress(() => now, { latencyMs: LATENCY_MS })
  const post = {
    workspace: WORKSPACE,
    databaseUrl,
    data,
    hosts: [...door.hosts],
    clockFile,
    delayMs: DELAY_MS,
    leaseMs: LEASE_MS,
  }
  const crew = startCrew(size, post)
  const work = watchDeaths(store.db)
  const peace = new AbortController()
  const startedAt = Date.now()
  const disturbing = crew.disturb(peace.signal, work.look)
  try {
    for (const [index, morning] of mornings.entries()) {
      await setClock(morning)
      await passNight(store.db)
      await untilThrough(
        store.db,
        morning,
        listEditions(briefs, morning).map(({ brief, date }) => `${brief.id} ${date}`),
      )
      await wait(Math.max(0, startedAt + (seconds * 1000 * (index + 1)) / mornings.length - Date.now()))
      console.log(
        `  ${morning.toISOString().slice(0, 10)} leída a los ${((Date.now() - startedAt) / 1000).toFixed(0)} s, ${crew.kills} muertes`,
      )
    }
    peace.abort()
    await disturbing
    await crew.dismiss()
    const archive = await readArchive(store.db, data)
    console.log(
      `${crew.kills} muertes en ${((Date.now() - startedAt) / 1000).toFixed(0)} s; ${door.requests} peticiones, ${door.overlaps.length} a la vez en un mismo sitio, ${door.shortestGapMs.toFixed(1)} ms entre dos como mínimo (se pidieron ${DELAY_MS})`,
    )
    const { gapMs, turns } = await findShortestGap(databaseUrl)
    console.log(`  turnos de sitio concedidos: ${turns}, ${gapMs.toFixed(1)} ms entre dos como mínimo`)
    for (const line of work.tell()) console.log(line)
    for (const [fault, times] of countEach(crew.faults)) console.log(`  dijeron ${times} veces: ${fault}`)
    for (const line of await listFailures(store.db)) if (!DEAD.test(line)) console.log(`  con falla: ${line}`)
    const twice = countEach(crew.editions).filter(([, times]) => times > 1)
    console.log(`  ediciones anunciadas más de una vez: ${twice.length}`)
    return archive
  } finally {
    peace.abort()
    await disturbing
    await crew.dismiss()
    await close()
    await store.close()
    await server.release()
  }
}

/** A night passes between two mornings: the rests that hosts asked for are over, and every source is due. */
async function passNight(db: Kysely<Database>): Promise<void> {
  await sql`update host_lease set paused_until = '-infinity', failures = 0`.execute(db)
  await sql`update source set next_at = null`.execute(db)
}

/** Waits until every source was read this morning, every edition is out and nobody is at anything. */
async function untilThrough(db: Kysely<Database>, morning: Date, editions: readonly string[]): Promise<void> {
  const until = Date.now() + STUCK_MS
  let said = Date.now()
  for (;;) {
    const left = await findLeft(db, morning, editions)
    if (left.length === 0) return
    if (Date.now() - said > SAY_MS) {
      said = Date.now()
      console.log(`    falta: ${left.join('; ')}`)
    }
    if (Date.now() > until) throw new Error(`la mañana no termina: ${left.join('; ')}`)
    await wait(LOOK_MS)
  }
}

async function findLeft(db: Kysely<Database>, morning: Date, editions: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    select 'sin leer ' || id as what from source
    where is_enabled and withdrawn_at is null
      and not exists (select from round where source_id = source.id and started_at = ${morning})
    union all
    select 'en manos de alguien ' || source_id from source_lease where lease_until > clock_timestamp()
    union all
    select 'sin publicar ' || wanted from unnest(${editions}::text[]) wanted
    where not exists (
      select from edition where brief_id || ' ' || date = wanted and published_at is not null
    )
  `.execute(db)
  return rows.map(({ what }) => what)
}

/** Counts, before each kill, what the workers of the archive had under way together. */
function watchDeaths(db: Kysely<Database>) {
  const seen = { kills: 0, visits: 0, hosts: 0, jobs: 0, claims: 0, commits: 0 }
  return {
    async look() {
      const { rows } = await sql<Omit<typeof seen, 'kills' | 'jobs'>>`
        select
          (select count(*) from source_lease where lease_until > clock_timestamp()) as visits,
          (select count(*) from host_lease where holder is not null and lease_until > clock_timestamp()) as hosts,
          (select count(*) from edition where published_at is null) as claims,
          (select count(*) from pg_stat_activity where state like 'idle in transaction%' or query ~* '^commit' and state = 'active') as commits
      `.execute(db)
      seen.kills += 1
      if (await isJobAtWork(db)) seen.jobs += 1
      const [at] = rows
      if (at === undefined) return
      if (at.visits > 0) seen.visits += 1
      if (at.hosts > 0) seen.hosts += 1
      if (at.claims > 0) seen.claims += 1
      if (at.commits > 0) seen.commits += 1
    },
    tell: () => [
      `  de ${seen.kills} muertes: ${seen.visits} con fuentes en lectura, ${seen.hosts} con un sitio tomado, ${seen.commits} con una transacción abierta,`,
      `  ${seen.jobs} con una edición en trabajo, ${seen.claims} con una edición apartada y sin publicar`,
    ],
  }
}

async function isJobAtWork(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{
    found: boolean
  }>`select to_regclass('pgboss.job') is not null as found`.execute(db)
  if (rows[0]?.found !== true) return false
  const jobs = await sql`select from pgboss.job where name = 'edicion' and state = 'active'`.execute(db)
  return jobs.rows.length > 0
}

function countEach(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([, one], [, other]) => other - one)
}

function describe(archive: Archive): string {
  const names = { notes: 'notas', items: 'direcciones', rounds: 'lecturas', editions: 'ediciones' }
  return Object.entries(names)
    .map(([part, name]) => `${archive[part]?.length ?? 0} ${name}`)
    .join(', ')
}

await main()
