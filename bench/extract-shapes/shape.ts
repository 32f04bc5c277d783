// A page written by hand in the shape a system gives its pages → a labelled page, as the evaluation and the tests take it.
import type { Expected } from '../extract-metric.ts'
import { type Language, noteIn } from './prose.ts'

/** One page and what is right to read in it. `url` and `zone` are those of its outlet; `expected.date` is that zone's day. */
export type Shape = {
  readonly id: string
  readonly url: string
  readonly zone: string
  readonly html: string
  readonly expected: Expected
}

/** The parts of a page in one language: `p` its paragraphs as HTML, the others as text. */
export type Parts = {
  readonly title: string
  readonly texts: readonly string[]
  readonly p: readonly string[]
}

const ZONES: Readonly<Record<Language, string>> = {
  es: 'America/Mexico_City',
  en: 'America/New_York',
  de: 'Europe/Berlin',
  fr: 'Europe/Paris',
  pt: 'America/Sao_Paulo',
  it: 'Europe/Rome',
  nl: 'Europe/Amsterdam',
  pl: 'Europe/Warsaw',
}

export type Drawn = { readonly head?: string; readonly body: string }

/** Draws a shape: its expected title and text are the note's in that language unless told otherwise. */
export function drawShape(
  id: string,
  language: Language,
  expected: Expected,
  draw: (parts: Parts) => Drawn,
  at: { readonly url?: string; readonly zone?: string } = {},
): Shape {
  const { title, texts } = noteIn(language)
  const { head = '', body } = draw({ title, texts, p: texts.map((text) => `<p>${text}</p>`) })
  const html = `<!DOCTYPE html>\n<html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>${head}</head>\n<body>${body}</body></html>`
  return {
    id,
    url: at.url ?? 'https://prueba.example.mx/nota',
    zone: at.zone ?? ZONES[language],
    html,
    expected: { title, articleBody: texts.join('\n'), ...expected },
  }
}
