// Labelled sentences (the project's own, or a corpus of news targets) → texts scanned as articles are, with their labels.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Article, Hit, Mention, Subject, ToneLabel } from '../../src/model.ts'
import { type ScannedSentence, scanArticle } from '../../src/score/tone-scan.ts'

export const CATEGORIES = [
  'logro',
  'servicio',
  'incidente',
  'critica-directa',
  'critica-atribuida',
  'gobierno-critica',
  'negacion',
  'ironia',
  'incidental',
  'redes',
] as const

const toneSchema = z.enum(['positivo', 'neutro', 'negativo', 'mixto'])

const sentenceSchema = z.strictObject({
  id: z.string(),
  category: z.enum(CATEGORIES),
  municipality: z.string(),
  /** Other forms of the name that the text uses. */
  aliases: z.array(z.string()),
  text: z.string(),
  /** Label of who wrote it; of another hand that did not see the first, null where nobody else labelled it; the one settled on. */
  first: toneSchema,
  second: toneSchema.nullable(),
  tone: toneSchema,
  part: z.enum(['entrenamiento', 'apartada']),
})

export type LabelledSentence = z.infer<typeof sentenceSchema>
export type Category = (typeof CATEGORIES)[number]
export type SentenceTone = Exclude<ToneLabel, 'sin evaluar'>

/** A text ready to be rated or learnt from. */
export type Example = {
  readonly article: Article
  readonly mentions: readonly Mention[]
  readonly subjects: readonly Subject[]
  readonly tone: SentenceTone
}

const EMPTY: Article = {
  url: '',
  canonicalUrl: '',
  title: '',
  byline: null,
  section: null,
  publishedAt: null,
  publishedFrom: 'none',
  hasHour: false,
  image: null,
  standfirst: null,
  paragraphs: [],
  completeness: 'completa',
  flags: [],
}

const JSON_LINE = /\S/

const SENTENCES = join(import.meta.dirname, 'sentences')

/** Reads the labelled sentences, by the hand that wrote them: one file each, one sentence a line. */
export function readHands(): ReadonlyMap<string, readonly LabelledSentence[]> {
  const files = readdirSync(SENTENCES).filter((file) => file.endsWith('.jsonl'))
  return new Map(
    files.toSorted().map((file) => [
      file.replace('.jsonl', ''),
      readFileSync(join(SENTENCES, file), 'utf8')
        .split('\n')
        .filter((line) => JSON_LINE.test(line))
        .map((line) => sentenceSchema.parse(JSON.parse(line))),
    ]),
  )
}

/** Who wrote a sentence: the first file's identifiers have no number before the dash. */
export function handOf({ id }: LabelledSentence): string {
  return /^(\d+)-/.exec(id)?.[1] ?? '1'
}

/** A headline has no full stop: it is rated as a title, everything else as the first paragraph. */
export function toExample({ text, municipality, aliases, tone }: LabelledSentence): Example {
  const isTitle = !/[.!?…”"]$/u.test(text) && /^\p{Lu}/u.test(text)
  const names = [municipality, ...aliases]
  const subject = makeSubject('municipio', municipality, names)
  const hits = names.flatMap((name) => findAll(text, name))
  return makeExample(text, isTitle, subject, hits, tone)
}

const newsSchema = z.object({
  text: z.string(),
  ts: z.number(),
  te: z.number(),
  label: z.enum(['POS', 'NEU', 'NEG']),
})
const NEWS_TONES = { POS: 'positivo', NEU: 'neutro', NEG: 'negativo' } as const

/** Reads a corpus of news targets (JSON lines with `text`, `ts`, `te`, `label` POS, NEU or NEG), such as NewsMTSC. */
export function readNewsTargets(file: string): Example[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => JSON_LINE.test(line))
    .map((line) => newsSchema.parse(JSON.parse(line)))
    .map(({ text, ts, te, label }) => {
      const name = text.slice(ts, te)
      const subject = makeSubject('persona', name, [name])
      return makeExample(text, false, subject, [{ start: ts, end: te }], NEWS_TONES[label])
    })
}

const noteSchema = z.strictObject({
  municipality: z.string(),
  tone: toneSchema,
  /** The title first, then one paragraph each. */
  sentences: z.array(z.strictObject({ tone: toneSchema, text: z.string() })).min(2),
})

/** A short note with the tone of the whole and of each sentence as it stands there. */
export type LabelledNote = Omit<Example, 'tone'> & {
  readonly tone: SentenceTone
  readonly tones: readonly SentenceTone[]
}

/** Reads `notes.jsonl`: one labelled note a line. */
export function readNotes(file: string): LabelledNote[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => JSON_LINE.test(line))
    .map((line) => noteSchema.parse(JSON.parse(line)))
    .map(({ municipality, tone, sentences: [title, ...rest] }) => {
      const article = { ...EMPTY, title: title?.text ?? '', paragraphs: rest.map(({ text }) => text) }
      const subject = makeSubject('municipio', municipality, [municipality])
      const hits = [
        ...findHits(article.title, 'title', 0, [municipality]),
        ...article.paragraphs.flatMap((text, at) => findHits(text, 'body', at, [municipality])),
      ]
      const mention: Mention = {
        subjectId: subject.id,
        belonging: 'nuestra',
        prominence: hits[0]?.field === 'title' ? 'titular' : 'entrada',
        hits,
        evidence: [],
      }
      const tones = [title?.tone ?? 'neutro', ...rest.map((sentence) => sentence.tone)]
      return { article, mentions: [mention], subjects: [subject], tone, tones }
    })
}

function findHits(text: string, field: Hit['field'], paragraph: number, names: readonly string[]): Hit[] {
  return names
    .flatMap((name) => findAll(text, name))
    .map(({ start, end }) => ({
      field,
      paragraph,
      start,
      end,
      text: text.slice(start, end),
      rule: 'etiquetado',
    }))
}

/** The only sentence of an example as the rules read it; longer texts give their first. */
export function scanExample({ article, mentions, subjects }: Example): ScannedSentence | undefined {
  return scanArticle(article, mentions, subjects)[0]
}

function makeSubject(role: Subject['role'], name: string, aliases: readonly string[]): Subject {
  return { id: 'objeto', name, role, aliases, ambiguous: [], exclusions: [], context: [], antiContext: [] }
}

function makeExample(
  text: string,
  isTitle: boolean,
  subject: Subject,
  spans: readonly { start: number; end: number }[],
  tone: SentenceTone,
): Example {
  const hits = spans.map(({ start, end }) => ({
    field: isTitle ? ('title' as const) : ('body' as const),
    paragraph: 0,
    start,
    end,
    text: text.slice(start, end),
    rule: 'etiquetado',
  }))
  const mention: Mention = {
    subjectId: subject.id,
    belonging: 'nuestra',
    prominence: isTitle ? 'titular' : 'entrada',
    hits,
    evidence: [],
  }
  const article = isTitle ? { ...EMPTY, title: text } : { ...EMPTY, paragraphs: [text] }
  return { article, mentions: [mention], subjects: [subject], tone }
}

function findAll(text: string, name: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
    const end = start + name.length
    const isWord = !/[\p{L}\p{N}]/u.test(`${text[start - 1] ?? ''}${text[end] ?? ''}`)
    if (isWord && !found.some((other) => other.start <= start && start < other.end))
      found.push({ start, end })
  }
  return found
}
