// A data folder or an address and a task → that task done in a process of its own, for tests that kill it or race it.
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export type Child = {
  readonly process: ChildProcess
  /** The next line it printed, or null when it has ended. */
  readonly nextLine: () => Promise<string | null>
  /** Resolves to the lines not yet read when it has ended. */
  readonly ended: () => Promise<{
    readonly lines: string[]
    readonly code: number | null
    readonly errors: string
  }>
}

/** Starts a script beside this file under the same Node. */
export function startChild(script: string, args: readonly string[]): Child {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const child = spawn(process.execPath, [path, ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const closed = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  const nextLine = async () => {
    const line = await lines.next()
    return line.done === true ? null : line.value
  }
  return {
    process: child,
    nextLine,
    async ended() {
      const rest: string[] = []
      for (let line = await nextLine(); line !== null; line = await nextLine()) rest.push(line)
      return { lines: rest, code: await closed, errors }
    },
  }
}
