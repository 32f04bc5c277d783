// The bytes of captures as files: durable, once, and proven when read.
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { captureFile, findCaptureBody, keepCaptureFile } from '../../src/store/capture-files.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sintesis-capturas-'))
})
afterAll(() => rm(folder, { recursive: true }))

function bytesOf(body: Uint8Array): { body: Uint8Array; sha256: string } {
  return { body, sha256: createHash('sha256').update(body).digest('hex') }
}

test('any bytes are found again as they were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), async (body) => {
      const capture = bytesOf(body)
      await keepCaptureFile(folder, capture)
      expect(Buffer.from(await findCaptureBody(folder, capture.sha256)).equals(body)).toBe(true)
    }),
    { numRuns: 30 },
  )
})

test('the file is named by the digest, in a folder of its first two letters, and smaller than the page', async () => {
  const capture = bytesOf(Buffer.from('<p>Cuatro días sin agua.</p>'.repeat(4_000)))
  await keepCaptureFile(folder, capture)
  const path = join(folder, 'captures', capture.sha256.slice(0, 2), `${capture.sha256}.br`)
  expect(captureFile(folder, capture.sha256)).toBe(path)
  expect((await stat(path)).size).toBeLessThan(capture.body.length / 10)
})

test('the same bytes are one file, however often and however many at once they are kept', async () => {
  const capture = bytesOf(randomBytes(50_000))
  await Promise.all(Array.from({ length: 8 }, () => keepCaptureFile(folder, capture)))
  const path = captureFile(folder, capture.sha256)
  const first = await stat(path)
  await keepCaptureFile(folder, capture)
  const again = await stat(path)
  expect([again.ino, again.mtimeMs]).toEqual([first.ino, first.mtimeMs])
  expect((await readdir(dirname(path))).filter((name) => name.includes(capture.sha256))).toHaveLength(1)
})

test('bytes that are not what their digest says are refused before they are written', async () => {
  const { sha256 } = bytesOf(Buffer.from('what was captured'))
  await expect(keepCaptureFile(folder, { sha256, body: Buffer.from('something else') })).rejects.toThrow(
    /its bytes are/,
  )
  await expect(stat(captureFile(folder, sha256))).rejects.toThrow('ENOENT')
})

test('a file that was changed or lost is an error that names it and says what to do', async () => {
  const capture = bytesOf(Buffer.from('evidence'))
  await keepCaptureFile(folder, capture)
  const other = bytesOf(Buffer.from('forged'))
  await keepCaptureFile(folder, other)
  await writeFile(captureFile(folder, capture.sha256), await readFile(captureFile(folder, other.sha256)))
  await expect(findCaptureBody(folder, capture.sha256)).rejects.toThrow(/está dañado/)
  await writeFile(captureFile(folder, capture.sha256), 'not brotli')
  await expect(findCaptureBody(folder, capture.sha256)).rejects.toThrow(
    /No se puede leer el testigo .*respaldo/,
  )
  await expect(findCaptureBody(folder, 'a'.repeat(64))).rejects.toThrow(/No se puede leer el testigo/)
})

test('a name that is no digest reaches no file', async () => {
  await expect(findCaptureBody(folder, '../../../etc/passwd')).rejects.toThrow('not a SHA-256')
})
