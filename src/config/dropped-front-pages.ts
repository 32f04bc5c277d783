// portadas/<date>/ → the front pages that a person left there for an edition, and what they say of each.
import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Misdeclared } from '../failure.ts'
import { readDeclaration } from './declaration.ts'
import { findNearest } from './nearest.ts'

const schema = z.strictObject({
  titular: z.string().trim().min(1).nullable().default(null).describe('Titular principal, como se publicó'),
  'nos-menciona': z.boolean().nullable().default(null).describe('Si la primera plana nos nombra'),
  nota: z.int().min(1).nullable().default(null).describe('Número de la nota en el archivo, si se capturó'),
})

export type DroppedFrontPage = {
  readonly sourceId: string
  /** File of the picture inside the workspace and its bytes; null of who only wrote about it. */
  readonly picture: { readonly file: string; readonly bytes: Uint8Array } | null
  readonly headline: string | null
  readonly mentionsUs: boolean | null
  readonly noteId: number | null
}

/** A picture larger than this is not read: nothing that is printed so small needs it. */
const MOST_BYTES = 10 * 1024 * 1024

type Dropped = { readonly pages: DroppedFrontPage[]; readonly faults: Misdeclared[] }

/** Reads what was left for a date. A file with a mistake is left out and told in `faults`; a folder that is not there is empty. */
export async function readDroppedFrontPages(
  workspace: string,
  date: string,
  sourceIds: readonly string[],
): Promise<Dropped> {
  const folder = `portadas/${date}`
  const faults: Misdeclared[] = []
  const pages = new Map<string, DroppedFrontPage>()
  const pageOf = (sourceId: string): DroppedFrontPage =>
    pages.get(sourceId) ?? { sourceId, picture: null, headline: null, mentionsUs: null, noteId: null }
  for (const name of await listFiles(join(workspace, folder))) {
    const file = `${folder}/${name}`
    try {
      const [, sourceId = '', kind = ''] = /^(.*)\.(\w+)$/.exec(name) ?? []
      requireSource(file, sourceId, sourceIds)
      const page = pageOf(sourceId)
      if (/^ya?ml$/i.test(kind)) pages.set(sourceId, { ...page, ...(await readWords(workspace, file)) })
      else pages.set(sourceId, { ...page, picture: await readPicture(workspace, file, kind) })
    } catch (fault) {
      if (!(fault instanceof Misdeclared)) throw fault
      faults.push(fault)
    }
  }
  return { pages: [...pages.values()], faults }
}

/** Plain files of a folder and of those in it, by their path from it, in order: a link may lead out of the workspace. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}

function requireSource(file: string, sourceId: string, sourceIds: readonly string[]): void {
  if (sourceIds.includes(sourceId)) return
  const near = findNearest(sourceId, sourceIds)
  const hint = near === null ? '' : ` (¿${near}?)`
  throw new Misdeclared(
    file,
    null,
    null,
    `no hay fuente «${sourceId}»${hint}: el archivo se llama como su fuente, como mx-jal/el-medio.jpg`,
  )
}

async function readWords(
  workspace: string,
  file: string,
): Promise<Pick<DroppedFrontPage, 'headline' | 'mentionsUs' | 'noteId'>> {
  const declared = readDeclaration(file, await readFile(join(workspace, file), 'utf8'), schema)
  const [fault] = declared.ok ? [] : declared.faults
  if (!declared.ok) throw fault ?? new Error(`${file} cannot be read`)
  const { titular: headline, 'nos-menciona': mentionsUs, nota: noteId } = declared.value
  return { headline, mentionsUs, noteId }
}

async function readPicture(
  workspace: string,
  file: string,
  kind: string,
): Promise<{ readonly file: string; readonly bytes: Uint8Array }> {
  if (!/^(?:jpe?g|png)$/i.test(kind))
    throw new Misdeclared(file, null, null, 'la primera plana va en .jpg o .png, y sus datos en .yml')
  const { size } = await lstat(join(workspace, file))
  if (size > MOST_BYTES)
    throw new Misdeclared(file, null, null, 'pesa más de 10 MB; guárdala más chica y se imprimirá igual')
  return { file, bytes: await readFile(join(workspace, file)) }
}
