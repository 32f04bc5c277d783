// reports/notes/<date>.yml → what only a person can know about an edition; nothing when nobody wrote it.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readDeclaration } from './declaration.ts'
import { clockHour, httpUrl, localDay } from './fields.ts'

const text = z.string().trim().min(1)
const optional = text.nullable().default(null)

const schema = z.strictObject({
  agenda: z.array(z.strictObject({ hour: clockHour, text })).default([]),
  actions: z
    .array(
      z.strictObject({
        act: text,
        why: optional,
        step: optional,
        before: clockHour.nullable().default(null),
        owner: optional,
        url: httpUrl.nullable().default(null),
      }),
    )
    .default([]),
  watch: z.array(z.strictObject({ url: httpUrl, text })).default([]),
  upcoming: z
    .array(
      z.strictObject({
        date: localDay,
        fact: text,
        step: optional,
        risk: z.enum(['alto', 'medio', 'bajo', 'oportunidad']),
      }),
    )
    .default([]),
  followUp: z
    .array(
      z.strictObject({ act: text, state: z.enum(['hecho', 'a medias', 'no se hizo']), outcome: optional }),
    )
    .default([]),
})

/** What an analyst wrote for one edition; the keys are explained in reports/README.md. */
export type WrittenNotes = Readonly<z.infer<typeof schema>>

/** Reads the analyst's notes of a date. A file with mistakes throws the first of them; the edition tells it and goes without. */
export async function readAnalystNotes(workspace: string, date: string): Promise<WrittenNotes | null> {
  const file = `reports/notes/${date}.yml`
  const written = await readFile(join(workspace, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (written === null) return null
  const declared = readDeclaration(file, written, schema)
  if (declared.ok) return declared.value
  const [first] = declared.faults
  throw first ?? new Error(`${file} cannot be read`)
}
