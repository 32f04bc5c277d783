// Nothing → the path of a Chromium that can be started, found on this machine or installed on it.
import { execFile, spawn } from 'node:child_process'
import { access, constants, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
]

const FIXED_PLACES = [
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false, // not there, or not ours to run: both mean "look further"
  )
}

/** Whether the program starts at all: a Chromium without its system libraries is found and cannot run. */
async function doesStart(path: string): Promise<boolean> {
  if (process.platform === 'win32') return true // chrome.exe --version opens a window there
  return promisify(execFile)(path, ['--version'], { timeout: 20_000 }).then(
    () => true,
    () => false,
  )
}

/** Where Playwright keeps its own download; loaded late, because loading it takes half a second. */
async function downloadedPath(): Promise<string> {
  const { chromium } = await import('playwright')
  return chromium.executablePath()
}

function listSystemPaths(): string[] {
  const named = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  const declared = process.env.SINTESIS_CHROMIUM ?? ''
  return [...(declared === '' ? [] : [declared]), ...named, ...FIXED_PLACES]
}

/**
 * Path of a Chromium, Chrome or Edge that starts: the one named in `SINTESIS_CHROMIUM`, the system's, or the one that
 * Playwright downloaded; null when this machine has none.
 */
export async function findChromium(): Promise<string | null> {
  for (const path of listSystemPaths()) {
    if ((await isExecutable(path)) && (await doesStart(path))) return path
  }
  const downloaded = await downloadedPath()
  return (await isExecutable(downloaded)) && (await doesStart(downloaded)) ? downloaded : null
}

/** Runs a program and resolves to whether it ended well; its last words go to `print`. */
async function run(
  command: string,
  args: readonly string[],
  print: (line: string) => void,
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    let last = ''
    const remember = (chunk: Buffer) => {
      last = (last + chunk.toString()).slice(-2000)
    }
    child.stdout.on('data', remember)
    child.stderr.on('data', remember)
    const finish = (isDone: boolean) => {
      const lines = last.trim().split('\n')
      const line = (lines.findLast((each) => /error|unable|no se p/i.test(each)) ?? lines.at(-1) ?? '').trim()
      if (!isDone && line !== '') print(`  ${line}`)
      resolve(isDone)
    }
    child.on('error', (error) => {
      last += `\n${error.message}`
      finish(false)
    })
    child.on('close', (code) => finish(code === 0))
  })
}

/** Somebody else may be installing: wait for the lock instead of failing. */
const WAIT_FOR_APT = ['-o', 'DPkg::Lock::Timeout=300']

async function isRootOnDebian(): Promise<boolean> {
  if (process.getuid?.() !== 0) return false
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '') // no such file: not a Debian
  return /^ID(?:_LIKE)?=.*(?:debian|ubuntu)/m.test(release)
}

/** Playwright's own command, run with this same Node so that nothing else need be on the PATH. */
function playwrightCli(): string {
  return join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js')
}

/**
 * Finds a Chromium or installs one: Playwright's download; else, as root on Debian or Ubuntu, the distribution's
 * package. `print` receives what is being done, in Spanish. Null when neither can be had: `print` then said what to do.
 */
export async function installChromium(print: (line: string) => void): Promise<string | null> {
  const found = await findChromium()
  if (found !== null) return found
  print('No hay Chromium en esta máquina. Se intenta la descarga de Playwright…')
  if (await run(process.execPath, [playwrightCli(), 'install', 'chromium'], print)) {
    const downloaded = await findChromium()
    if (downloaded !== null) return downloaded
    print('Chromium se descargó, pero no arranca: le faltan bibliotecas del sistema.')
  }
  if (await isRootOnDebian()) {
    print('La descarga no fue posible. Se instala el paquete «chromium» de la distribución…')
    await run('apt-get', ['update', '-qq'], print)
    await run(
      'apt-get',
      [...WAIT_FOR_APT, 'install', '-y', '-qq', '--no-install-recommends', 'chromium'],
      print,
    )
    const installed = await findChromium() // by us, or by another process while we waited
    if (installed !== null) return installed
  }
  print(
    'No se pudo instalar Chromium. Instálalo con el administrador de paquetes de tu sistema (por ejemplo «sudo apt install chromium») o indica su ruta en SINTESIS_CHROMIUM. Sin él, las fuentes que necesitan navegador quedan con falla y todo lo demás funciona.',
  )
  return null
}
