// A composed report and a page format → the bytes of its PDF.
import type { PageFormat } from '../model.ts'
import { printCsv, printJson } from './compose/data-rows.ts'
import { POST_COLUMNS } from './compose/post-rows.ts'
import { layoutPosicionamiento } from './layout-posicionamiento.ts'
import { layoutSintesis } from './layout-sintesis.ts'
import { paintDocument } from './paint/paint-document.ts'
import type { Attachment } from './paint/pdf-document.ts'
import type { Posicionamiento } from './posicionamiento.ts'
import type { DataRow, Sintesis, SocialPart } from './sintesis.ts'
import { ATTACHMENT_WORDS, printKeywords } from './words/attachments.ts'

/** Draws a síntesis. The same report and format give the same bytes. */
export function drawSintesis(report: Sintesis, format: PageFormat): Promise<Uint8Array> {
  const { masthead, publishedAt } = report
  const info = {
    title: `${masthead.title} · ${masthead.municipality} · ${masthead.date}`,
    author: `${masthead.office}, ${masthead.municipality}`,
    subject: report.day.text,
    keywords: printKeywords(masthead.municipality),
    date: publishedAt,
  }
  return paintDocument(layoutSintesis(report, format), info, [
    ...attachNotes(report.data),
    ...attachPosts(report.social),
  ])
}

/** Draws a positioning report. The same report and format give the same bytes. */
export function drawPosicionamiento(report: Posicionamiento, format: PageFormat): Promise<Uint8Array> {
  const { masthead, publishedAt } = report
  const info = {
    title: `${masthead.title} · ${masthead.municipality} · ${masthead.shortDate}`,
    author: `${masthead.office}, ${masthead.municipality}`,
    subject: report.answer.text,
    keywords: printKeywords(masthead.municipality),
    date: publishedAt,
  }
  const pages = layoutPosicionamiento(report, format)
  return paintDocument(pages, info, [attachReport(report), ...attachNotes(report.data)])
}

/** The composed report without its notes, which go beside it, and without any picture. */
function attachReport({ data: _data, masthead, ...content }: Posicionamiento): Attachment {
  const { logo: _logo, ...head } = masthead
  const text = `${JSON.stringify({ masthead: head, ...content }, leaveOutBytes, 1)}\n`
  const bytes = new TextEncoder().encode(text)
  return { name: 'reporte.json', mediaType: 'application/json', description: ATTACHMENT_WORDS.report, bytes }
}

const leaveOutBytes = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array ? undefined : value

function attachNotes(rows: readonly DataRow[]): Attachment[] {
  const encode = (text: string) => new TextEncoder().encode(text)
  return [
    {
      name: 'notas.csv',
      mediaType: 'text/csv',
      description: ATTACHMENT_WORDS.csv,
      bytes: encode(printCsv(rows)),
    },
    {
      name: 'notas.json',
      mediaType: 'application/json',
      description: ATTACHMENT_WORDS.json,
      bytes: encode(printJson(rows)),
    },
  ]
}

/** A day without posts has no such file. */
function attachPosts(social: SocialPart | null): Attachment[] {
  if (social === null) return []
  const bytes = new TextEncoder().encode(printCsv(social.data, POST_COLUMNS))
  return [{ name: 'redes.csv', mediaType: 'text/csv', description: ATTACHMENT_WORDS.posts, bytes }]
}
