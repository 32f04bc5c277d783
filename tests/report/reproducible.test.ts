import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { digestDocuments } from './draw-digests.ts'

const run = promisify(execFile)

/** Digests of the same documents drawn by another process, in the opposite order, elsewhere in the world. */
async function digestElsewhere(environment: Readonly<Record<string, string>>): Promise<string[]> {
  const script = join(import.meta.dirname, 'draw-digests.ts')
  const { stdout } = await run(process.execPath, ['--no-warnings', script, '--print'], {
    env: { PATH: process.env.PATH, ...environment },
  })
  return stdout.split('\n')
}

it('documents have the same bytes when other processes draw them in another order, in Tokyo without a language and in Honolulu in German', async () => {
  const [here, tokyo, honolulu] = await Promise.all([
    digestDocuments(false),
    digestElsewhere({ TZ: 'Asia/Tokyo', LANG: 'C', LC_ALL: 'C' }),
    digestElsewhere({ TZ: 'Pacific/Honolulu', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' }),
  ])
  expect(here).toHaveLength(4)
  expect(tokyo).toEqual(here)
  expect(honolulu).toEqual(here)
})
