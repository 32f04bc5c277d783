// The end of a test run → the folder of its shared server removed; for `globalSetup` of vitest.config.ts.
import { realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { testServerFolder } from './harness.ts'

export async function teardown(): Promise<void> {
  await rm(testServerFolder(await realpath(tmpdir()), process.pid), { recursive: true, force: true })
}
