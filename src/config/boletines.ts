// boletines/<year>/<number>-<slug>.md → an official press release, and back.
import { stringify } from 'yaml'
import { z } from 'zod'
import { Misdeclared } from '../failure.ts'
import type { Boletin } from '../model.ts'
import { instantOf } from '../text/zoned.ts'
import { type Declared, readDeclaration } from './declaration.ts'

const frontSchema = z.strictObject({
  folio: z.coerce.string().regex(/^\d{4}\/\d{4}$/, { error: 'debe ser AAAA/NNNN, como 2026/0045' }),
  fecha: z.string().regex(/^\d{4}-\d{2}-\d{2}([T ]([01]\d|2[0-3]):[0-5]\d)?$/, {
    error: 'debe ser AAAA-MM-DDTHH:MM, como 2026-11-03T10:30',
  }),
  titulo: z.string().min(1),
  dependencia: z.string().nullable().default(null),
})

const FRONT = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/

/** Reads one boletín: YAML front matter between `---`, then paragraphs separated by blank lines. */
export function readBoletin(file: string, text: string, timeZone: string): Declared<Boletin> {
  const match = FRONT.exec(text.replace(/^\uFEFF/, ''))
  if (match === null) {
    const message =
      'un boletín empieza con sus datos entre dos líneas «---» (folio, fecha, titulo, dependencia)'
    return { ok: false, faults: [new Misdeclared(file, 1, 1, message)] }
  }
  const [, front = '', body = ''] = match
  const declared = readDeclaration(file, front, frontSchema, 2)
  if (!declared.ok) return declared
  const paragraphs = listParagraphs(body)
  if (paragraphs.length === 0) {
    const line = front.split('\n').length + 3
    return {
      ok: false,
      faults: [new Misdeclared(file, line, 1, 'el boletín no tiene texto después de «---»')],
    }
  }
  const { folio, fecha, titulo, dependencia } = declared.value
  return {
    ok: true,
    value: { folio, title: titulo, paragraphs, dependencia, sentAt: toInstant(fecha, timeZone), file },
  }
}

/** Renders a boletín in the form that `readBoletin` reads. `fecha` is local, `YYYY-MM-DDTHH:MM`. */
export function renderBoletin(
  boletin: { folio: string; title: string; dependencia: string | null; paragraphs: readonly string[] },
  fecha: string,
): string {
  const { folio, title, dependencia, paragraphs } = boletin
  return `---\n${stringify({ folio, fecha, titulo: title, dependencia })}---\n\n${paragraphs.join('\n\n')}\n`
}

/** Paragraphs of plain text: blank lines part them, single line ends are spaces. */
export function listParagraphs(text: string): string[] {
  return text
    .split(/\r?\n\s*\n/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
}

function toInstant(fecha: string, timeZone: string): Date {
  const [year = 0, month = 1, day = 1, hour = 12, minute = 0] = fecha.split(/[-T :]/).map(Number)
  return instantOf({ year, month, day, hour, minute }, timeZone)
}
