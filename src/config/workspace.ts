// A workspace folder → everything people wrote in it, typed and checked, with every mistake beside what is right.
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { Misdeclared } from '../failure.ts'
import type { Boletin, Brief, Municipality, Source } from '../model.ts'
import { readBoletin } from './boletines.ts'
import { readBrief } from './briefs.ts'
import type { Declared } from './declaration.ts'
import { readMunicipality } from './municipality.ts'
import { readSource } from './sources.ts'

export type Workspace = {
  readonly folder: string
  readonly municipality: Municipality
  readonly sources: readonly Source[]
  readonly briefs: readonly Brief[]
  readonly boletines: readonly Boletin[]
  /** Files that could not be read, each with its place: reported, never a reason to stop the others. */
  readonly faults: readonly Misdeclared[]
}

const YAML = /\.ya?ml$/
const MARKDOWN = /\.md$/

/** Folder of the database, the captures and the PDFs. */
export function dataFolder(workspace: string): string {
  return join(workspace, 'data')
}

/**
 * Reads a workspace. A mistake in municipality.yml throws `Misdeclared`, because without it there is no work; a
 * mistake in any other file leaves that file out and is listed in `faults`.
 */
export async function readWorkspace(folder: string): Promise<Workspace> {
  const municipality = await loadMunicipality(folder)
  const zone = municipality.timeZone
  const sources = await readFolder(folder, 'sources', YAML, (file, text) =>
    readSource(file, text, idOf(file), zone),
  )
  const briefs = await readFolder(folder, 'reports', YAML, (file, text) =>
    readBrief(file, text, idOf(file), municipality),
  )
  const boletines = await readFolder(folder, 'boletines', MARKDOWN, (file, text) =>
    readBoletin(file, text, zone),
  )
  const twins = findRepeatedFolios(boletines.values)
  return {
    folder,
    municipality,
    sources: sources.values,
    briefs: briefs.values,
    boletines: boletines.values.filter(({ file }) => !twins.some((fault) => fault.file === file)),
    faults: [...sources.faults, ...briefs.faults, ...boletines.faults, ...twins],
  }
}

async function loadMunicipality(folder: string): Promise<Municipality> {
  const file = 'municipality.yml'
  const text = await readFile(join(folder, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    const message = `no existe en ${folder}; ejecuta «sintesis init» o señala otra carpeta con --workspace`
    throw new Misdeclared(file, null, null, message)
  })
  const declared = readMunicipality(file, text)
  if (declared.ok) return declared.value
  const [first] = declared.faults
  if (declared.faults.length === 1 && first !== undefined) throw first
  const all = declared.faults.map((fault) => fault.message).join('\n')
  throw new Misdeclared(file, null, null, `tiene ${declared.faults.length} errores:\n${all}`)
}

async function readFolder<T>(
  folder: string,
  room: string,
  extension: RegExp,
  read: (file: string, text: string) => Declared<T>,
): Promise<{ values: T[]; faults: Misdeclared[] }> {
  const values: T[] = []
  const faults: Misdeclared[] = []
  for (const file of await listFiles(folder, room, extension)) {
    const declared = read(file, await readFile(join(folder, file), 'utf8'))
    if (declared.ok) values.push(declared.value)
    else faults.push(...declared.faults)
  }
  return { values, faults }
}

/** Files of a room, relative to the workspace with `/`, sorted; links are not followed out of the workspace. */
async function listFiles(folder: string, room: string, extension: RegExp): Promise<string[]> {
  const entries = await readdir(join(folder, room), { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  return entries
    .filter((entry) => entry.isFile() && extension.test(entry.name) && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.startsWith('reports/notes/'))
    .filter((file) => !file.endsWith('/README.md'))
    .sort()
}

/** `sources/mx-jal/el-informador.yml` → `mx-jal/el-informador`. */
function idOf(file: string): string {
  return file.replace(/^[^/]+\//, '').replace(/\.[^.]+$/, '')
}

function findRepeatedFolios(boletines: readonly Boletin[]): Misdeclared[] {
  const first = new Map<string, string>()
  const faults: Misdeclared[] = []
  for (const { folio, file } of boletines) {
    const other = first.get(folio)
    if (other === undefined) first.set(folio, file)
    else
      faults.push(
        new Misdeclared(file, 2, 1, `el folio ${folio} ya lo usa ${other}; cada boletín lleva el suyo`),
      )
  }
  return faults
}

/** A text that changes whenever a file of the workspace is written, added or removed. */
export async function stampWorkspace(folder: string): Promise<string> {
  const rooms: readonly [string, RegExp][] = [
    ['sources', YAML],
    ['reports', YAML],
    ['boletines', MARKDOWN],
  ]
  const files = ['municipality.yml']
  for (const [room, extension] of rooms) files.push(...(await listFiles(folder, room, extension)))
  const stamps: string[] = []
  for (const file of files) {
    const found = await stat(join(folder, file)).catch(() => null)
    stamps.push(`${file} ${found?.mtimeMs ?? 'gone'}`)
  }
  return stamps.join('\n')
}
