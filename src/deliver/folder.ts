// Files → a folder that others watch, such as one that a cloud synchronises: whole or not at all.
import { randomBytes } from 'node:crypto'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Attachment } from './attachment.ts'
import type { DeliveryEnd } from './delivery-end.ts'

/**
 * Copies files into a folder: each is written aside, synced and renamed, so that nobody opens half of one. A file that
 * is there already with the same bytes is left alone. The folder must exist: one that is missing is a disk or a network
 * that is not mounted, and a new folder in its place would look delivered.
 */
export async function deliverToFolder(folder: string, files: readonly Attachment[]): Promise<DeliveryEnd> {
  const found = await stat(folder).catch(() => null)
  if (found === null) return later(`no existe la carpeta ${folder} (¿está conectado el disco o la red?)`)
  if (!found.isDirectory())
    return { end: 'rechazada', answer: `${folder} no es una carpeta`, isReached: true }
  try {
    for (const file of files) await placeFile(folder, file)
  } catch (error) {
    return later(`no se pudo escribir en ${folder}: ${explain(error)}`)
  }
  const names = files.map(({ name }) => name).join(', ')
  return { end: 'entregada', answer: `copiados: ${names}`, isReached: true }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'el disco está lleno',
  EDQUOT: 'se acabó la cuota del disco',
  EACCES: 'no hay permiso',
  EPERM: 'no hay permiso',
  EROFS: 'el disco es de solo lectura',
  EIO: 'el disco o la red falló',
}

function explain(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? said
}

const later = (answer: string): DeliveryEnd => ({ end: 'otra-vez', answer, isReached: true })

async function placeFile(folder: string, { name, bytes }: Attachment): Promise<void> {
  const path = join(folder, basename(name))
  const there = await readFile(path).catch(() => null)
  if (there?.equals(bytes) === true) return
  // A dot and an ending of its own: what synchronises folders leaves such files alone.
  const aside = join(folder, `.${basename(name)}.${randomBytes(4).toString('hex')}.tmp`)
  try {
    const file = await open(aside, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(aside, path)
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}
