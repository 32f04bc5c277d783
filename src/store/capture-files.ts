// Captured bytes ↔ compressed files named by their SHA-256.
import { createHash } from 'node:crypto'
import { access, mkdir, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'
import type { Capture } from '../model.ts'
import { syncFolder, writeDurably } from './durable.ts'

const compress = promisify(brotliCompress)
const decompress = promisify(brotliDecompress)

/** Of the brotli levels the one after which pages of 100 KB hardly shrink further. */
const QUALITY = 5

/** Path of the file that holds the bytes of a digest: `captures/ab/ab….br` inside the data folder. */
export function captureFile(dataFolder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`not a SHA-256: ${sha256}`)
  return join(resolve(dataFolder), 'captures', sha256.slice(0, 2), `${sha256}.br`)
}

/**
 * Writes the bytes of a capture so that they survive a power cut, once however often they are captured. Call it before
 * the transaction that keeps the row: a row then never names a file that is not there.
 */
export async function keepCaptureFile(
  dataFolder: string,
  { body, sha256 }: Pick<Capture, 'body' | 'sha256'>,
): Promise<void> {
  const path = captureFile(dataFolder, sha256)
  const found = digest(body)
  if (found !== sha256) throw new Error(`the capture says ${sha256} and its bytes are ${found}`)
  if (await exists(path)) {
    await syncFolder(dirname(path)) // whoever wrote it may not have come so far
    return
  }
  await makeFolder(dirname(path))
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }
  await writeDurably(path, await compress(body, options))
}

/**
 * Reads the bytes of a capture back.
 * @throws Error in Spanish when the file is gone or is no longer what was captured.
 */
export async function findCaptureBody(dataFolder: string, sha256: string): Promise<Uint8Array> {
  const path = captureFile(dataFolder, sha256)
  const body = await readFile(path)
    .then(decompress)
    .catch((cause: unknown) => {
      throw new Error(
        `No se puede leer el testigo ${path}. Restaura la carpeta de capturas de tu respaldo.`,
        {
          cause,
        },
      )
    })
  if (digest(body) === sha256) return body
  throw new Error(`El testigo ${path} está dañado: ya no es lo que se capturó. Restáuralo de tu respaldo.`)
}

function digest(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex')
}

/** Makes a folder and syncs the one that names it. */
async function makeFolder(folder: string): Promise<void> {
  if (await exists(folder)) return
  const parent = dirname(folder)
  await makeFolder(parent)
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await syncFolder(parent)
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
