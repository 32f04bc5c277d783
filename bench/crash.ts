// `npm run bench:crash [-- --points 200]`: the sample press read by processes that are killed → the archive beside that of one left alone.
import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readPostmaster } from '../src/store/server/postmaster.ts'
import { holdServer } from '../src/store/server.ts'
import { type Archive, compareArchives, readArchiveIn } from './crash/archive.ts'
import { type Death, type Doing, readDoing, STEPS } from './crash/points.ts'
import { listMornings, openMorningPress } from './crash/press.ts'
import type { Errand } from './crash/reader.ts'

/** Deaths of one morning at most; then it is read to its end. */
const DEATHS_A_MORNING = 15
/** How far into a whole morning the latest death is drawn: the next process goes on where this one ended. */
const SHARE = 0.4
/** Share of the deaths from outside whose instant is counted from the start of the process, not from its first visit. */
const WHILE_IT_STARTS = 0.15

type Course = { readonly doing: Doing | null; readonly ms: number; readonly isKilled: boolean }

/** How one morning went when nothing happened: what later deaths are drawn from. */
type Measure = { readonly doing: Doing; readonly ms: number }

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { points: { type: 'string', default: '200' }, mornings: { type: 'string', default: '14' } },
  })
  const points = Number(values.points)
  const mornings = listMornings('06:50').slice(0, Number(values.mornings))
  const folder = await makeFolder()
  const startedAt = Date.now()
  try {
    const calm = await readCalmly(join(folder, 'calm'), mornings)
    tell(`Sin interrupción: ${describe(calm.archive)}, ${seconds(startedAt)} s`)
    const deaths: Course[] = []
    let differences = 0
    for (let campaign = 1; deaths.length < points; campaign += 1) {
      const data = join(folder, `shaken-${campaign}`)
      const before = deaths.length
      const archive = await readShaken(data, mornings, calm.measures, deaths, points)
      const found = compareArchives(calm.archive, archive)
      differences += found.length
      tell(
        `Vuelta ${campaign}: ${deaths.length - before} muertes, ${describe(archive)}, ${found.length} diferencias, ${seconds(startedAt)} s`,
      )
      for (const { part, only, value } of found.slice(0, 20))
        tell(`  ${part}, solo en ${only}: ${value.slice(0, 400)}`)
      await rm(data, { recursive: true, force: true })
    }
    for (const line of describeDeaths(deaths)) tell(line)
    tell(`${deaths.length} puntos, ${differences} diferencias.`)
    if (differences > 0) process.exitCode = 1
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function readCalmly(data: string, mornings: readonly Date[]) {
  const scene = await openScene(data)
  try {
    const measures: Measure[] = []
    for (const morning of mornings) {
      const { doing, ms } = await scene.send(morning, null, null)
      if (doing === null) throw new Error('the reader left no record')
      measures.push({ doing, ms })
    }
    return { measures, archive: await readArchiveIn(data) }
  } finally {
    await scene.close()
  }
}

/** Reads all mornings, each by processes that die until one is left alone; adds what became of each to `deaths`. */
async function readShaken(
  data: string,
  mornings: readonly Date[],
  measures: readonly Measure[],
  deaths: Course[],
  points: number,
): Promise<Archive> {
  const scene = await openScene(data)
  try {
    for (const [index, morning] of mornings.entries()) {
      const measure = measures[index]
      let isRead = false
      for (let death = 0; death < DEATHS_A_MORNING && !isRead && deaths.length < points; death += 1) {
        const course = measure === undefined ? null : await sendToDie(scene, morning, measure)
        if (course?.isKilled === true) deaths.push(course)
        else isRead = true
      }
      if (!isRead) await scene.send(morning, null, null)
      tell(`  ${morning.toISOString().slice(0, 10)}: ${deaths.length} muertes hasta aquí`)
    }
    return await readArchiveIn(data)
  } finally {
    await scene.close()
  }
}

type Scene = Awaited<ReturnType<typeof openScene>>

/** Half of the deaths come from outside at any instant, half at a step of the process's own. */
function sendToDie(scene: Scene, morning: Date, { doing, ms }: Measure): Promise<Course> {
  if (Math.random() < 0.5) return scene.send(morning, null, randomInt(Math.max(1, Math.round(ms * SHARE))))
  const taken = STEPS.filter((step) => doing.steps[step] > 0)
  const step = taken[randomInt(taken.length)] ?? 'sentencia enviada'
  return scene.send(morning, { step, nth: 1 + randomInt(Math.ceil(doing.steps[step] * SHARE)) }, null)
}

/** A press that has shown nothing to anybody, and how to send a process to read it one morning. */
async function openScene(data: string) {
  let now = new Date(0)
  const { door, close } = await openMorningPress(() => now)
  return {
    async send(morning: Date, death: Death, killAfterMs: number | null): Promise<Course> {
      now = morning
      const errand: Errand = {
        workspace: join(import.meta.dirname, 'press/workspace'),
        data,
        now: now.toISOString(),
        hosts: [...door.hosts],
        record: `${data}.record`,
        death,
      }
      return runReader(errand, killAfterMs)
    },
    async close() {
      await close()
      await stopDatabase(data)
    },
  }
}

async function runReader(errand: Errand, killAfterMs: number | null): Promise<Course> {
  await rm(errand.record, { force: true })
  const args = [join(import.meta.dirname, 'crash/reader.ts'), JSON.stringify(errand)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const ended = new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
    child.once('close', (code, signal) => resolve([code, signal])),
  )
  let startedAt = performance.now()
  const begun = new Promise<void>((resolve) => child.stdout.once('data', resolve)).then(() => {
    startedAt = performance.now()
  })
  if (killAfterMs !== null) {
    if (Math.random() > WHILE_IT_STARTS) await Promise.race([begun, ended])
    await Promise.race([wait(killAfterMs), ended])
    child.kill('SIGKILL')
  }
  const [code, signal] = await ended
  const isKilled = signal === 'SIGKILL'
  if (!isKilled && (code !== 0 || errors !== '')) throw new Error(`the reader ended with ${code}: ${errors}`)
  const doing = await Promise.resolve(errand.record)
    .then(readDoing)
    .catch(() => null)
  return { doing, ms: performance.now() - startedAt, isKilled }
}

/** What the processes were at when they died; one may have been at several things. */
function describeDeaths(deaths: readonly Course[]): string[] {
  const count = (isSo: (doing: Doing) => boolean) =>
    deaths.filter(({ doing }) => doing !== null && isSo(doing)).length
  return [
    'Qué tenían a medias al morir (a menudo varias cosas a la vez):',
    ...Object.entries({
      'arrancaba: aún sin base de datos': deaths.filter(({ doing }) => doing === null).length,
      'un COMMIT enviado y sin contestar': count(({ commits }) => commits > 0),
      'una transacción abierta, con una sentencia en curso': count(
        (at) => at.transactions > 0 && at.statements > 0,
      ),
      'una transacción abierta, entre dos sentencias': count((at) => at.transactions > at.statements),
      'un archivo de testigo o de reporte a medio escribir': count(({ files }) => files > 0),
      'nada de eso: esperaba una página o leía su texto': count(
        (at) => at.transactions === 0 && at.files === 0,
      ),
    }).map(([what, times]) => `  ${String(times).padStart(4)}  ${what}`),
  ]
}

function describe(archive: Archive): string {
  const names: [string, string][] = [
    ['notes', 'notas'],
    ['items', 'direcciones'],
    ['endings', 'finales'],
    ['rounds', 'lecturas'],
    ['editions', 'ediciones'],
  ]
  return names.map(([part, name]) => `${archive[part]?.length ?? 0} ${name}`).join(', ')
}

/** A folder that the account of a database may enter: root's own database would else live elsewhere. */
async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'bench-crash-'))
  await chmod(folder, 0o755)
  return folder
}

async function stopDatabase(data: string): Promise<void> {
  const found = await readPostmaster(join(data, 'postgres/cluster'))
  if (found !== null && found !== 'unfinished') await (await holdServer(data)).release()
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(0)
}

function tell(line: string): void {
  console.log(line)
}

await main()
