// A boletín to be added → its next folio and the file that holds it.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Misdeclared } from '../failure.ts'
import type { Boletin } from '../model.ts'
import { fold } from '../text/fold.ts'
import { localDate, localTime } from '../text/zoned.ts'
import { listParagraphs, readBoletin, renderBoletin } from './boletines.ts'

export type NewBoletin = {
  /** As its file says; null takes the next of the year. */
  readonly folio: string | null
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly dependencia: string | null
  readonly sentAt: Date
}

/** What a person says of a boletín beside its text; null where the text shall tell. */
export type SaidOfBoletin = {
  readonly title: string | null
  readonly dependencia: string | null
  readonly sentAt: Date | null
}

/**
 * Reads what is to be added: plain text, whose first line is the title and which was sent `now`, or a whole boletín with its
 * data between `---`. What the person says goes before what the text says.
 */
export function readNewBoletin(
  file: string,
  text: string,
  said: SaidOfBoletin,
  now: Date,
  timeZone: string,
): NewBoletin {
  const read = /^\uFEFF?---\r?\n/.test(text)
    ? readWhole(file, text, timeZone)
    : readPlain(file, text, said.title, now)
  return {
    ...read,
    title: said.title ?? read.title,
    dependencia: said.dependencia ?? read.dependencia,
    sentAt: said.sentAt ?? read.sentAt,
  }
}

function readWhole(file: string, text: string, timeZone: string): NewBoletin {
  const declared = readBoletin(file, text, timeZone)
  if (declared.ok) return declared.value
  const [fault = new Misdeclared(file, 1, 1, 'no se pudo leer')] = declared.faults
  throw fault
}

function readPlain(file: string, text: string, said: string | null, now: Date): NewBoletin {
  const paragraphs = listParagraphs(text.replace(/^\uFEFF/, '').replace(/\n/, '\n\n'))
  const title = said ?? paragraphs.shift()
  if (title === undefined || paragraphs.length === 0) throw new Error(`${file} no tiene título y texto.`)
  return { folio: null, title, paragraphs, dependencia: null, sentAt: now }
}

/** The boletín of the workspace that says the same, paragraph by paragraph, or null. */
export function findSameText(boletines: readonly Boletin[], { paragraphs }: NewBoletin): Boletin | null {
  const text = paragraphs.join('\n')
  return boletines.find((boletin) => boletin.paragraphs.join('\n') === text) ?? null
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
  const taken = existing.find(({ folio }) => folio === boletin.folio)
  if (taken !== undefined)
    throw new Error(
      `El folio ${taken.folio} ya es de ${taken.file}. No se escribió nada: dale otro al nuevo.`,
    )
  const folio = boletin.folio ?? nextFolio(existing, local.year)
  const slug = fold(boletin.title)
    .replace(/ñ/g, 'n')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-|-$/g, '')
  const file = `boletines/${folio.slice(0, 4)}/${folio.slice(5)}-${slug}.md`
  const hour = `${String(local.hour).padStart(2, '0')}:${String(local.minute).padStart(2, '0')}`
  await mkdir(dirname(join(folder, file)), { recursive: true })
  const text = renderBoletin({ ...boletin, folio }, `${localDate(boletin.sentAt, timeZone)}T${hour}`)
  await writeFile(join(folder, file), text, { flag: 'wx' })
  return { folio, file }
}
