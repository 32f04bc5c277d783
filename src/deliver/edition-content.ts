// What an edition says outside its PDF: the page that is read in a minute, and one row per publication for a sheet.
import { z } from 'zod'

const text = z.string()
const optional = text.nullable()

const pageSchema = z.strictObject({
  title: text,
  place: text,
  office: text,
  /** Number of the edition as it is printed. */
  issue: text,
  /** `Viernes 6 de noviembre de 2026`. */
  date: text,
  window: text,
  /** `#RRGGBB`. */
  brandColor: text,
  headline: text,
  figures: z.array(z.strictObject({ value: text, label: text, context: text })),
  /** What a person corrected in notes that an edition had told: an addendum says it first. */
  corrections: z.array(z.strictObject({ text, href: optional })).default([]),
  factsTitle: text,
  facts: z.array(z.strictObject({ text, detail: text, tone: optional, href: optional })),
  /** Said when there are no facts. */
  noFacts: text,
  actions: z.array(z.strictObject({ act: text, why: text, step: optional, before: text, owner: text })),
  /** Said when nothing asks for action; null where nobody expects any. */
  noActions: optional,
  agenda: z.array(z.strictObject({ hour: text, text })),
  /** The completeness certificate in a sentence, and what it remarks. */
  review: text,
  remarks: z.array(text),
  /** Edition id, cut-off and digest of the ledger. */
  seal: text,
})

/** How an outlet speaks: decides in which column of the sheet its name stands. */
const outlet = z.enum(['radio', 'television', 'digital', 'impreso', 'otro'])

const rowSchema = z.strictObject({
  /** Local date `YYYY-MM-DD` of publication; null when the note bears none. */
  date: optional,
  title: text,
  /** Whether we are in the headline or the first paragraph; null while a person has to tell whether it is us. */
  isRelevant: z.boolean().nullable(),
  topic: optional,
  medium: text,
  outlet: outlet.nullable(),
  tone: optional,
  link: text,
  author: optional,
  isFromBoletin: z.boolean(),
  summary: optional,
  /** Edition outside the schedule that printed it before; null of most. */
  printedIn: optional.default(null),
})

/** The page of an edition that is read in a minute, as plain Spanish text. */
export type MinutePage = Readonly<z.infer<typeof pageSchema>>
/** One publication, as the sheet of 18 columns shows it. Unknown is null. */
export type SheetRow = Readonly<z.infer<typeof rowSchema>>
export type OutletKind = z.infer<typeof outlet>

const schema = z.strictObject({ page: pageSchema, sheet: z.array(rowSchema) })

export type EditionContent = Readonly<z.infer<typeof schema>>

/** Content as it was kept → the same, checked. @throws ZodError when another version wrote it. */
export const readEditionContent = (kept: unknown): EditionContent => schema.parse(kept)
