// An edition's content and its PDFs → the files that go with a message or into a folder.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { printSheetCsv } from './csv.ts'
import type { EditionContent } from './edition-content.ts'
import { printWhatsApp } from './whatsapp.ts'
import { printSheetXlsx } from './xlsx.ts'

/** What may be asked for: the PDFs of the edition, the sheet of 18 columns, the text to paste into WhatsApp. */
export const FILE_KINDS = ['pdf', 'xlsx', 'csv', 'texto'] as const
export type FileKind = (typeof FILE_KINDS)[number]

export type Attachment = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * The files of an edition in the order in which they were asked for. `pdfs` are their paths; the others take their name
 * from the first of them. @throws the system's error when a PDF is not there any more.
 */
export async function readAttachments(
  kinds: readonly FileKind[],
  content: EditionContent,
  pdfs: readonly string[],
): Promise<Attachment[]> {
  const stem = basename(pdfs[0] ?? 'sintesis').replace(/(-(carta|movil))?\.pdf$/, '')
  const files: Attachment[] = []
  for (const kind of kinds) {
    if (kind === 'pdf') for (const path of pdfs) files.push(await readPdf(path))
    else files.push(printFile(kind, content, stem))
  }
  return files
}

async function readPdf(path: string): Promise<Attachment> {
  return { name: basename(path), mediaType: 'application/pdf', bytes: await readFile(path) }
}

/** One file that is written from the content alone. */
export function printFile(
  kind: Exclude<FileKind, 'pdf'>,
  { page, sheet }: EditionContent,
  stem: string,
): Attachment {
  const encode = (text: string) => new TextEncoder().encode(text)
  switch (kind) {
    case 'xlsx':
      return { name: `${stem}.xlsx`, mediaType: SHEET, bytes: printSheetXlsx(sheet, 'Notas') }
    case 'csv':
      return { name: `${stem}.csv`, mediaType: 'text/csv', bytes: encode(printSheetCsv(sheet)) }
    case 'texto':
      return {
        name: `${stem}-whatsapp.txt`,
        mediaType: 'text/plain',
        bytes: encode(`\ufeff${printWhatsApp(page)}\n`),
      }
  }
}
