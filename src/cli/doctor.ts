// `sintesis doctor`: everything the program needs on this machine, checked one by one, with what to do about each fault.
import { statfs } from 'node:fs/promises'
import type { Command } from 'commander'
import { findChromium, installChromium } from '../collect/chromium.ts'
import { dataFolder, readWorkspace, type Workspace } from '../config/workspace.ts'
import { openHouse } from '../pipeline/house.ts'
import { findOwnTone } from '../pipeline/own-tone.ts'
import { addExamples, type CommandContext } from './command.ts'
import { checkDeliveries } from './deliver-check.ts'

const LEAST_FREE_BYTES = 1_000_000_000

type Check = { readonly name: string; readonly isGood: boolean; readonly said: string }

export function addDoctor(program: Command, context: CommandContext): void {
  const command = program
    .command('doctor')
    .description('revisa que la máquina y el espacio de trabajo estén en orden')
    .option('--install-browser', 'instala Chromium si falta')
    .action((options: { installBrowser?: boolean }) => examine(context, options.installBrowser === true))
  addExamples(command, ['sintesis doctor', 'sintesis doctor --install-browser'])
}

async function examine(context: CommandContext, installBrowser: boolean): Promise<void> {
  const { terminal } = context
  if (installBrowser) await installChromium((line) => terminal.print(line))
  const [workspace, ...faults] = await checkWorkspace(context)
  const checks = [
    checkNode(),
    await checkBrowser(),
    workspace,
    ...faults,
    ...(workspace.isGood ? [await checkDatabase(context), await checkDisk(context)] : []),
  ]
  for (const { name, isGood, said } of checks) terminal.print(`${isGood ? '✓' : '✗'} ${name}: ${said}`)
  const bad = checks.filter(({ isGood }) => !isGood).length
  if (bad > 0) throw new Error(bad === 1 ? 'Hay 1 cosa que arreglar.' : `Hay ${bad} cosas que arreglar.`)
  terminal.print('Todo en orden.')
}

function checkNode(): Check {
  const major = Number(process.versions.node.split('.')[0])
  const said = major >= 24 ? process.version : `${process.version}; hace falta la 24: ejecuta «npm ci»`
  return { name: 'Node', isGood: major >= 24, said }
}

async function checkBrowser(): Promise<Check> {
  const found = await findChromium()
  const said =
    found ?? 'no hay; las fuentes con JavaScript fallarán. Instálalo con «sintesis doctor --install-browser»'
  return { name: 'Navegador', isGood: found !== null, said }
}

/** How the workspace is, and then each of its files that is wrong. */
async function checkWorkspace({ environment }: CommandContext): Promise<[Check, ...Check[]]> {
  const name = 'Configuración'
  try {
    const workspace = await readWorkspace(environment().workspace)
    const { sources, briefs, boletines, faults } = workspace
    const active = sources.filter(({ isEnabled }) => isEnabled).length
    const said = `${sources.length} fuentes (${active} activas), ${briefs.length} reportes, ${boletines.length} boletines`
    return [
      { name, isGood: true, said },
      ...faults.map(({ message }) => ({ name, isGood: false, said: message })),
      ...(await checkDeliveries(workspace, process.env)),
      ...(await checkToneModel(workspace)),
    ]
  } catch (error) {
    return [{ name, isGood: false, said: messageOf(error) }]
  }
}

/** The office's own tone model, opened and asked; nothing where municipality.yml names none. */
async function checkToneModel({ folder, municipality }: Workspace): Promise<Check[]> {
  const model = findOwnTone(folder, municipality)
  if (model === null) return []
  const name = 'Modelo de tono'
  try {
    await model.rate(['El Ayuntamiento informó'], municipality.name)
    return [{ name, isGood: true, said: `el de ${model.name} responde` }]
  } catch (error) {
    return [{ name, isGood: false, said: messageOf(error) }]
  }
}

async function checkDatabase({ environment, clock }: CommandContext): Promise<Check> {
  const name = 'Base de datos'
  try {
    const { workspace, databaseUrl } = environment()
    const house = await openHouse({ workspace, databaseUrl, clock })
    await house.close()
    return {
      name,
      isGood: true,
      said: databaseUrl === null ? 'la incluida, al día' : 'la de DATABASE_URL, al día',
    }
  } catch (error) {
    return { name, isGood: false, said: messageOf(error) }
  }
}

async function checkDisk({ environment }: CommandContext): Promise<Check> {
  const { workspace } = environment()
  const { bavail, bsize } = await statfs(workspace)
  const free = bavail * bsize
  const said = `${(free / 1e9).toFixed(1)} GB libres para ${dataFolder(workspace)}`
  return {
    name: 'Disco',
    isGood: free > LEAST_FREE_BYTES,
    said: free > LEAST_FREE_BYTES ? said : `${said}; libera espacio`,
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
