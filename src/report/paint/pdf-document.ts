// A document's information → an open, tagged pdfkit document (PDF/A-3a, PDF/UA-1) and the promise of its bytes.
import PDFDocument from 'pdfkit'
import { CREATOR, type DocumentInfo, describeDocument, PRODUCER } from './metadata.ts'

export type Attachment = {
  readonly name: string
  readonly mediaType: string
  readonly description: string
  readonly bytes: Uint8Array
}

type Dictionary = { readonly data: Record<string, unknown> }

export type Element = PDFKit.PDFStructureElement & { readonly dictionary: Dictionary }

/** What is used of the library beyond its published types. */
export type TaggedDocument = PDFKit.PDFDocument & {
  _addInfo: () => void
  readonly _root: Dictionary
  readonly page: { readonly dictionary: Dictionary }
  readonly outline: { addItem: (title: string, options: object) => unknown }
  addNamedDestination: (name: string, fit: 'XYZ', x: null, y: number, zoom: null) => void
  openImage: (source: Buffer) => { readonly width: number; readonly height: number }
}

/** Opens a document without pages. */
export function openDocument(info: DocumentInfo): TaggedDocument {
  const document = new PDFDocument({
    autoFirstPage: false,
    // The default font would be Helvetica, which is not embedded.
    font: null as unknown as string,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'es-MX',
    displayTitle: true,
    subset: 'PDF/A-3a',
    info: {
      Title: info.title,
      Author: info.author,
      Subject: info.subject,
      Keywords: info.keywords,
      Creator: CREATOR,
      Producer: PRODUCER,
      CreationDate: info.date,
      ModDate: info.date,
    },
  }) as TaggedDocument
  // The library's own XMP is not escaped: a title with "&" would break the packet.
  document._addInfo = () => document.appendXML(describeDocument(info))
  return document
}

/** The bytes of a document, once it has ended. */
export function collectBytes(document: TaggedDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    document.on('error', reject)
  })
}

/** Puts a file inside the document. */
export function attachFile(document: TaggedDocument, attachment: Attachment, date: Date): void {
  document.file(Buffer.from(attachment.bytes), {
    name: attachment.name,
    type: attachment.mediaType,
    description: attachment.description,
    relationship: 'Data',
    creationDate: date,
    modifiedDate: date,
  } as PDFKit.Mixins.PDFAttachmentOptions)
}

/** Ends a document: no panel open, what it holds attached. */
export function endDocument(document: TaggedDocument): void {
  document._root.data.PageMode = 'UseNone'
  document.end()
}
