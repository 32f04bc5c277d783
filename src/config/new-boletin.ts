// A boletín to be added → its next folio and the file that holds it.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Boletin } from '../model.ts'
import { fold } from '../text/fold.ts'
import { localDate, localTime } from '../text/zoned.ts'
import { renderBoletin } from './boletines.ts'

export type NewBoletin = {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly dependencia: string | null
  readonly sentAt: Date
}

/** The folio after the highest of a year: `2026/0046`; the first is `2026/0001`. */
export function nextFolio(boletines: readonly Boletin[], year: number): string {
  const numbers = boletines.map(({ folio }) => folio.split('/')).filter(([of]) => Number(of) === year)
  const last = Math.max(0, ...numbers.map(([, number]) => Number(number)))
  return `${year}/${String(last + 1).padStart(4, '0')}`
}

/** Writes a boletín into a workspace and returns its folio and file. Never overwrites: a taken name is an error. */
export async function writeBoletin(
  folder: string,
  existing: readonly Boletin[],
  boletin: NewBoletin,
  timeZone: string,
): Promise<{ folio: string; file: string }> {
  const local = localTime(boletin.sentAt, timeZone)
  const folio = nextFolio(existing, local.year)
  const slug = fold(boletin.title)
    .replace(/ñ/g, 'n')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-|-$/g, '')
  const file = `boletines/${local.year}/${folio.slice(5)}-${slug}.md`
  const hour = `${String(local.hour).padStart(2, '0')}:${String(local.minute).padStart(2, '0')}`
  await mkdir(dirname(join(folder, file)), { recursive: true })
  const text = renderBoletin({ folio, ...boletin }, `${localDate(boletin.sentAt, timeZone)}T${hour}`)
  await writeFile(join(folder, file), text, { flag: 'wx' })
  return { folio, file }
}
