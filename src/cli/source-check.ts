// `sintesis source check`: each source visited once without keeping anything → what serves, what fails and why, dated.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listItems } from '../collect/collect.ts'
import type { Web } from '../collect/web.ts'
import { dataFolder, type Workspace } from '../config/workspace.ts'
import type { Source } from '../model.ts'
import { localDate } from '../text/zoned.ts'
import type { CommandContext } from './command.ts'
import { layColumns } from './terminal.ts'

const AT_ONCE = 8

type Checked = {
  readonly source: Source
  readonly isGood: boolean
  readonly notes: number
  readonly newest: string
  readonly said: string
}

export async function checkSources(
  workspace: Workspace,
  sources: readonly Source[],
  web: Web,
  { terminal, clock }: CommandContext,
): Promise<void> {
  const checked: Checked[] = []
  const queue = [...sources]
  const work = async () => {
    for (let source = queue.shift(); source !== undefined; source = queue.shift()) {
      checked.push(await checkOne(source, web))
      terminal.progress('Revisando', checked.length, sources.length, source.name)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  terminal.settle()
  const rows = checked
    .toSorted(
      (one, other) =>
        Number(one.isGood) - Number(other.isGood) || one.source.id.localeCompare(other.source.id),
    )
    .map(({ source, isGood, notes, newest, said }) => [
      isGood ? '✓' : '✗',
      source.id,
      String(notes),
      newest,
      said,
    ])
  for (const line of layColumns([['', 'FUENTE', 'NOTAS', 'LA MÁS NUEVA', ''], ...rows])) terminal.print(line)
  const bad = checked.filter(({ isGood }) => !isGood).length
  terminal.print(`\n${checked.length - bad} de ${checked.length} fuentes sirven.`)
  for (const { message } of workspace.faults.filter(({ file }) => file.startsWith('sources/')))
    terminal.warn(message)
  const file = await writeTable(workspace, localDate(clock(), workspace.municipality.timeZone), rows)
  terminal.print(`Tabla: ${file}`)
}

async function checkOne(source: Source, web: Web): Promise<Checked> {
  const listing = await listItems(source, web, [])
  const dates = listing.items.flatMap(({ publishedAt }) => publishedAt?.getTime() ?? [])
  const newest = dates.length === 0 ? 'sin fechas' : localDate(new Date(Math.max(...dates)), source.timeZone)
  const isGood = listing.state !== 'con-falla' && listing.items.length > 0
  const said = listing.reason ?? (source.isEnabled ? '' : 'apagada, y sirve: puedes activarla')
  return { source, isGood, notes: listing.items.length, newest, said }
}

/** Writes the table as CSV that a spreadsheet opens; a cell that looks like a formula is text. */
async function writeTable(
  { folder }: Workspace,
  date: string,
  rows: readonly (readonly string[])[],
): Promise<string> {
  const file = join(dataFolder(folder), 'fuentes', `${date}.csv`)
  const cell = (text: string) => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`
  const head = ['sirve', 'fuente', 'notas', 'la más nueva', 'razón']
  const text = [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')
  await mkdir(join(dataFolder(folder), 'fuentes'), { recursive: true })
  await writeFile(file, `\uFEFF${text}\r\n`)
  return file
}
