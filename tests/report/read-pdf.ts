// The bytes of a PDF → what a reader finds in it: text, links, structure, attachments, metadata, pictures of pages.
import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type StructureNode = {
  readonly role?: string
  readonly alt?: string
  readonly lang?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly StructureNode[]
}

export type PdfLink = {
  readonly page: number
  readonly url: string | null
  readonly dest: string | null
  readonly contents: string
}

export type ReadPdf = {
  readonly pages: number
  readonly texts: readonly string[]
  readonly links: readonly PdfLink[]
  readonly structures: readonly StructureNode[]
  readonly destinations: ReadonlySet<string>
  readonly bookmarks: readonly string[]
  readonly attachments: ReadonlyMap<string, string>
  readonly info: Readonly<Record<string, unknown>>
  readonly xmp: string
  readonly language: string | null
  /** Marks drawn outside any marked content, by page; a tagged PDF has none. */
  readonly untagged: number
}

export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false }).promise
}

/** Reads a whole document. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await openPdf(bytes)
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1)
  const read = await Promise.all(numbers.map((number) => readPage(pdf, number)))
  const metadata = await pdf.getMetadata()
  const attached = ((await pdf.getAttachments()) ?? {}) as Record<
    string,
    { filename: string; content: Uint8Array }
  >
  const outline = (await pdf.getOutline()) ?? []
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  return {
    pages: pdf.numPages,
    texts: read.map(({ text }) => text),
    links: read.flatMap(({ links }) => links),
    structures: read.map(({ structure }) => structure),
    destinations: new Set(Object.keys(await pdf.getDestinations())),
    bookmarks: outline.map(({ title }) => title),
    attachments: new Map(
      Object.values(attached).map(({ filename, content }) => [filename, decoder.decode(content)]),
    ),
    info: metadata.info as Record<string, unknown>,
    xmp: String(metadata.metadata?.getRaw() ?? ''),
    language: ((metadata.info as { Language?: string }).Language ?? null) as string | null,
    untagged: read.reduce((total, { untagged }) => total + untagged, 0),
  }
}

async function readPage(pdf: PDFDocumentProxy, number: number) {
  const page = await pdf.getPage(number)
  const content = await page.getTextContent()
  const text = content.items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    .join('')
  const annotations = await page.getAnnotations()
  const links: PdfLink[] = annotations
    .filter(({ subtype }) => subtype === 'Link')
    .map(({ url, dest, contentsObj }) => ({
      page: number,
      url: url ?? null,
      dest: dest ?? null,
      contents: contentsObj?.str ?? '',
    }))
  const structure = ((await page.getStructTree()) ?? {}) as StructureNode
  return { text, links, structure, untagged: await countUntagged(page) }
}

const DRAWS = new Set<number>([OPS.showText, OPS.constructPath, OPS.paintImageXObject])

async function countUntagged(page: Awaited<ReturnType<PDFDocumentProxy['getPage']>>): Promise<number> {
  const { fnArray } = await page.getOperatorList()
  let depth = 0
  let untagged = 0
  for (const operator of fnArray) {
    if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) depth += 1
    else if (operator === OPS.endMarkedContent) depth -= 1
    else if (depth === 0 && DRAWS.has(operator)) untagged += 1
  }
  return untagged
}

/** All nodes of a structure tree with a role. */
export function listNodes(node: StructureNode): StructureNode[] {
  return [...(node.role === undefined ? [] : [node]), ...(node.children ?? []).flatMap(listNodes)]
}
