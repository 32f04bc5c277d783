// The bytes of a PDF → a picture of its first page, drawn by poppler where it is installed.
import { type ExecFileException, execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Unreadable } from '../failure.ts'

/** Drawn in a process of its own, which is ended when it takes longer: the file is a stranger's. */
const LONGEST_MS = 20_000
const MOST_BYTES = 20 * 1024 * 1024
/** Points of its longer side; it is printed much smaller. */
const SIDE = 1_200

/** A PDF by its bytes: the mark may stand anywhere in the first 1,024 (ISO 32000-1, annex H, note 13). */
export const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-', 0, 'latin1')

/** @throws Unreadable, in Spanish, without poppler or when it cannot draw the page. */
export async function drawFirstPage(bytes: Uint8Array, program = 'pdftoppm'): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'sintesis-pdf-'))
  try {
    const file = join(folder, 'portada.pdf')
    await writeFile(file, bytes)
    return await run(program, ['-f', '1', '-l', '1', '-singlefile', '-scale-to', String(SIDE), '-png', file])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function run(program: string, options: readonly string[]): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const limits = {
      encoding: 'buffer',
      timeout: LONGEST_MS,
      killSignal: 'SIGKILL',
      maxBuffer: MOST_BYTES,
    } as const
    execFile(program, options, limits, (error, drawn) => {
      if (error === null && drawn.length > 0) resolve(new Uint8Array(drawn))
      else reject(explain(error))
    })
  })
}

function explain(error: ExecFileException | null): Unreadable {
  return error?.code === 'ENOENT'
    ? new Unreadable(
        'not-html',
        'es un PDF y en este equipo falta poppler (pdftoppm) para dibujar su primera página',
      )
    : new Unreadable('not-html', 'es un PDF del que no se pudo dibujar la primera página')
}
