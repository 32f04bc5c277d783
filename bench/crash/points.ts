// A process at work → what it is at, written down at every step, and its death at a step drawn by lot.
import { subscribe } from 'node:diagnostics_channel'
import { openSync, readFileSync, writeSync } from 'node:fs'
import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import pg from 'pg'

/** The kinds of steps at which a process may be told to die. */
export const STEPS = [
  'sentencia enviada',
  'sentencia contestada',
  'COMMIT enviado',
  'COMMIT contestado',
  'archivo abierto',
  'archivo escrito a medias',
  'archivo por renombrar',
  'archivo renombrado',
  'página pedida',
] as const

export type Step = (typeof STEPS)[number]

/** What was under way, counted. */
export type Doing = {
  statements: number
  transactions: number
  commits: number
  files: number
  /** How often each step was taken so far. */
  readonly steps: Record<Step, number>
}

/** Dies at the `nth` step of its kind. Null: lives until it is killed from outside. */
export type Death = { readonly step: Step; readonly nth: number } | null

/** Reads what a process that is no more was at; null when it had not begun. */
export function readDoing(path: string): Doing | null {
  const text = readFileSync(path, 'utf8')
  return text === '' ? null : (JSON.parse(text.slice(0, text.indexOf('\n'))) as Doing)
}

/** Watches this process from now on: its statements, its durable files and its requests. Call it before it begins. */
export function watchWork(path: string, death: Death): void {
  const record = openSync(path, 'w')
  const steps = Object.fromEntries(STEPS.map((step) => [step, 0])) as Record<Step, number>
  const doing: Doing = { statements: 0, transactions: 0, commits: 0, files: 0, steps }
  const write = () => {
    // One write, so that whoever dies leaves the old record or the new one; what is left of a longer one is cut by the line.
    writeSync(record, `${JSON.stringify(doing)}\n`, 0)
  }
  const take = (step: Step) => {
    steps[step] += 1
    write()
    if (death !== null && step === death.step && steps[step] === death.nth)
      process.kill(process.pid, 'SIGKILL')
  }
  watchStatements(doing, take)
  watchFiles(doing, take)
  subscribe('undici:request:create', () => take('página pedida'))
}

type Take = (step: Step) => void

function watchStatements(doing: Doing, take: Take): void {
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown
  const watched = function (this: unknown, ...args: unknown[]): unknown {
    const text = String((args[0] as { text?: string } | undefined)?.text ?? args[0])
      .trim()
      .toLowerCase()
    const isCommit = text.startsWith('commit')
    const isEnd = isCommit || text.startsWith('rollback')
    if (text.startsWith('begin')) doing.transactions += 1
    doing.statements += 1
    if (isCommit) doing.commits += 1
    const answer = query.apply(this, args)
    take(isCommit ? 'COMMIT enviado' : 'sentencia enviada')
    const done = () => {
      doing.statements -= 1
      if (isCommit) doing.commits -= 1
      if (isEnd) doing.transactions -= 1
      take(isCommit ? 'COMMIT contestado' : 'sentencia contestada')
    }
    if (answer instanceof Promise) answer.then(done, done)
    else doing.statements -= 1
    return answer
  }
  pg.Client.prototype.query = watched as typeof pg.Client.prototype.query
}

/** Files that are written beside their name and renamed: captures, pictures, PDFs. */
function watchFiles(doing: Doing, take: Take): void {
  const { open, rename } = fs
  fs.open = async (path, flags, mode) => {
    const file = await open(path, flags, mode)
    if (flags !== 'wx') return file
    doing.files += 1
    take('archivo abierto')
    const { writeFile } = file
    file.writeFile = async (data: Parameters<typeof writeFile>[0]) => {
      const bytes = data as Uint8Array
      const half = Math.floor(bytes.byteLength / 2)
      await file.write(bytes, 0, half)
      take('archivo escrito a medias')
      await file.write(bytes, half)
    }
    return file
  }
  fs.rename = async (from, to) => {
    take('archivo por renombrar')
    await rename(from, to)
    doing.files = Math.max(0, doing.files - 1)
    take('archivo renombrado')
  }
  syncBuiltinESMExports()
}
