// A PDF file → its words, page by page, as a reader would copy them; and the files attached to it.
import { readFile } from 'node:fs/promises'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { z } from 'zod'

/** Text of each page, with single spaces. */
export async function readPdf(path: string): Promise<string[]> {
  const loading = getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 })
  const document = await loading.promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join('')
    pages.push(text.replace(/\s+/gu, ' ').trim())
  }
  await loading.destroy()
  return pages
}

/** Addresses of the notes that an edition prints, in its order, from the table attached to its PDF. */
export async function readPrintedAddresses(path: string): Promise<string[]> {
  const loading = getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 })
  const attachments = await (await loading.promise).getAttachments()
  await loading.destroy()
  const { content } = attachmentSchema.parse(attachments)['notas.json']
  return z
    .array(z.object({ liga: z.string() }))
    .parse(JSON.parse(new TextDecoder().decode(content)))
    .map(({ liga }) => liga)
}

/** Text of one of the files attached to a PDF. */
export async function readData(path: string, name: string): Promise<string> {
  const loading = getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 })
  const attachments = await (await loading.promise).getAttachments()
  await loading.destroy()
  const file = z.record(z.string(), z.object({ content: z.instanceof(Uint8Array) })).parse(attachments)[name]
  if (file === undefined) throw new Error(`${path} carries no ${name}`)
  return new TextDecoder().decode(file.content)
}

const attachmentSchema = z.object({ 'notas.json': z.object({ content: z.instanceof(Uint8Array) }) })
