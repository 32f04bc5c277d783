// Words after `sintesis` → what a user sees who types them: the machine's own Node runs the command as a shell would.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const COMMAND = join(import.meta.dirname, '../../bin/sintesis.js')

export type Said = { readonly code: number | null; readonly out: string; readonly err: string }

export type RunOptions = {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  /** Text on its standard input; nothing when absent. */
  readonly input?: string
}

export type Running = {
  readonly process: ChildProcessWithoutNullStreams
  /** Resolves when its output so far matches; rejects when it ends without. */
  saying(pattern: RegExp): Promise<string>
  readonly ended: Promise<Said>
}

/** Runs a command to its end. */
export function sintesis(args: readonly string[], options: RunOptions): Promise<Said> {
  return startSintesis(args, options).ended
}

/** Starts a command in a process group of its own, so that a test may send it what a terminal sends. */
export function startSintesis(args: readonly string[], { cwd, env = {}, input }: RunOptions): Running {
  const child = spawn(findOwnNode(), [COMMAND, ...args], {
    cwd,
    detached: true,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? cwd, ...env },
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  child.stdin.on('error', () => {}) // a command that reads nothing may end before it is written to
  child.stdin.end(input ?? '')
  const ended = new Promise<Said>((resolve) => {
    child.once('close', (code) => resolve({ code, out, err }))
  })
  return {
    process: child,
    ended,
    saying: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (pattern.test(out)) resolve(out)
        }
        look()
        child.stdout.on('data', look)
        void ended.then(() => reject(new Error(`it ended without saying ${pattern}:\n${out}${err}`)))
      }),
  }
}

/** The Node of this machine: the first on the PATH that is not one that a package brought. */
function findOwnNode(): string {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, process.platform === 'win32' ? 'node.exe' : 'node')
    if (folder !== '' && !folder.includes('node_modules') && isExecutable(path)) return path
  }
  return process.execPath
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
