// In a real browser the JavaScript portal lists its notes as its source file declares, and shows their text.
import { join } from 'node:path'
import { chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Press } from '../../bench/press/press.ts'
import { installChromium } from '../../src/collect/chromium.ts'
import { readWorkspace } from '../../src/config/workspace.ts'
import { openSamplePress, SAMPLES } from './samples.ts'

let press: Press
let browser: Awaited<ReturnType<typeof chromium.launch>>

beforeAll(async () => {
  const executablePath = await installChromium((line) => console.log(line))
  if (executablePath === null) throw new Error('Esta prueba necesita un Chromium')
  press = await openSamplePress('2026-11-06T07:00')
  const port = press.hosts.get('ruta70noticias.test')
  const rules = `--host-resolver-rules=MAP ruta70noticias.test:80 127.0.0.1:${port}`
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', rules] })
})

afterAll(async () => {
  await browser.close()
  await press.close()
})

describe('the JavaScript portal', () => {
  it('shows as many cards as it has notes, under the declared selectors, and dates them by words', async () => {
    const { sources } = await readWorkspace(join(import.meta.dirname, '../../bench/press/workspace'))
    const channel = sources.find(({ id }) => id === 'mx-jal/ruta70')?.channels[0]
    if (channel?.kind !== 'browser') throw new Error('ruta70 declares no browser channel')
    const page = await browser.newPage()
    await page.goto(channel.url)
    await page.waitForSelector(channel.waitFor ?? 'body')
    const links = page.locator(`${channel.select.item} ${channel.select.link.selector}`)
    const notes = SAMPLES.filter(({ outlet }) => outlet === 'ruta70')
    expect(await links.count()).toBe(notes.length)
    expect(await page.locator('time').first().textContent()).toBe('hace 6 horas')
    expect(await page.locator('time').first().getAttribute('datetime')).toBe('2026-11-06T01:20:00-06:00')
    await page.close()
  })

  it('shows the text of a note at its address', async () => {
    const note = SAMPLES.find(({ outlet }) => outlet === 'ruta70')
    const page = await browser.newPage()
    await page.goto(press.addressOf(note?.id ?? ''))
    await page.waitForSelector('.cuerpo')
    expect(await page.locator('.cuerpo p').allTextContents()).toEqual(note?.paragraphs)
    expect(await page.locator('h1').textContent()).toBe(note?.title)
    await page.close()
  })
})
