// Finding a browser: what the office names comes first, and a file that does not start is no browser.
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findChromium } from '../../src/collect/chromium.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chromium-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

async function writeProgram(name: string, body: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, `#!/bin/sh\n${body}\n`)
  await chmod(path, 0o755)
  return path
}

describe('findChromium', () => {
  it('takes the browser that SINTESIS_CHROMIUM names before any other', async () => {
    const named = await writeProgram('mi-navegador', 'echo Chromium 1')
    await writeProgram('chromium', 'echo Chromium 2')
    vi.stubEnv('PATH', folder)
    vi.stubEnv('SINTESIS_CHROMIUM', named)
    expect(await findChromium()).toBe(named)
  })

  it('takes the one on the PATH', async () => {
    const path = await writeProgram('google-chrome', 'echo Chrome 1')
    vi.stubEnv('PATH', folder)
    expect(await findChromium()).toBe(path)
  })

  it('passes over one that is there and does not start', async () => {
    const broken = await writeProgram('chromium', 'exit 127')
    vi.stubEnv('PATH', folder)
    vi.stubEnv('SINTESIS_CHROMIUM', broken)
    expect(await findChromium()).not.toBe(broken)
  })
})
