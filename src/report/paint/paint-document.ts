// Pages as drawn, the document's information and its attachments → the bytes of a tagged PDF.
import type { Op, Page, Tag, TagAttributes, TextOp } from '../page/display-list.ts'
import type { DocumentInfo } from './metadata.ts'
import { packObjects } from './pack-objects.ts'
import { type KnownImages, paintShape, paintText } from './paint-marks.ts'
import {
  type Attachment,
  attachFile,
  collectBytes,
  type Element,
  endDocument,
  openDocument,
  type TaggedDocument,
} from './pdf-document.ts'

/** An element being filled. `isMarked` while its own content is being written; artifacts have no element. */
type Level = {
  readonly element: Element | null
  readonly tag: Tag
  readonly attributes: TagAttributes
  isMarked: boolean
}

type Painter = {
  readonly document: TaggedDocument
  readonly levels: Level[]
  readonly images: KnownImages
}

/** Elements that only hold others: what is drawn straight into them is decoration. */
const CONTAINERS: ReadonlySet<Tag> = new Set<Tag>([
  'Document',
  'Sect',
  'Art',
  'L',
  'LI',
  'Table',
  'TR',
  'TOC',
  'TOCI',
])

/** Paints a document. The same pages, information and attachments give the same bytes. */
export async function paintDocument(
  pages: readonly Page[],
  info: DocumentInfo,
  attachments: readonly Attachment[],
): Promise<Uint8Array> {
  const document = openDocument(info)
  const bytes = collectBytes(document)
  const root = document.struct('Document') as Element
  document.addStructure(root)
  const levels: Level[] = [{ element: root, tag: 'Document', attributes: {}, isMarked: false }]
  const painter: Painter = { document, levels, images: new Map() }
  for (const page of pages) paintPage(painter, page)
  root.end()
  for (const attachment of attachments) attachFile(document, attachment, info.date)
  endDocument(document)
  return packObjects(await bytes)
}

function paintPage(painter: Painter, page: Page): void {
  const { document } = painter
  document.addPage({ size: [page.width, page.height], margin: 0 })
  document.page.dictionary.data.Tabs = 'S'
  for (const op of page.ops) paintOp(painter, op, page)
}

function paintOp(painter: Painter, op: Op, page: Page): void {
  const { document } = painter
  switch (op.kind) {
    case 'open':
      openElement(painter, op.tag, op.attributes)
      break
    case 'close':
      closeElement(painter)
      break
    case 'anchor':
      document.addNamedDestination(op.name, 'XYZ', null, Math.max(0, op.y - 8), null)
      break
    case 'bookmark':
      // The library takes `left` from the right edge.
      document.outline.addItem(op.title, { fit: false, top: Math.max(0, op.y - 8), left: page.width })
      break
    case 'text':
      if (op.href !== null || op.goTo !== null) paintLink(painter, op)
      else paintContent(painter, () => paintText(document, op))
      break
    default:
      paintContent(painter, () => paintShape(document, op, painter.images))
  }
}

function openElement(painter: Painter, tag: Tag, attributes: TagAttributes): void {
  const { document, levels } = painter
  const parent = levels.at(-1)
  if (parent?.tag === 'Artifact') {
    // Furniture has no structure inside.
    levels.push({ element: null, tag: 'Artifact', attributes, isMarked: false })
    return
  }
  endMarking(painter, parent)
  if (tag === 'Artifact') {
    document.markContent('Artifact', { type: attributes.isPagination ? 'Pagination' : 'Layout' })
    levels.push({ element: null, tag, attributes, isMarked: true })
    return
  }
  const { alt, title, actual, scope, bounds, columnSpan } = attributes
  // A link's bounds are those of its annotation; the attribute is for figures alone.
  const options = { alt, title, actual, scope, bbox: tag === 'Figure' ? bounds : undefined }
  const element = document.struct(tag, options as PDFKit.Mixins.StructureElementOptions) as Element
  const { data } = element.dictionary
  if (columnSpan !== undefined)
    data.A = { ...(data.A as object | undefined), O: 'Table', ColSpan: columnSpan }
  parent?.element?.add(element)
  levels.push({ element, tag, attributes, isMarked: false })
}

function closeElement(painter: Painter): void {
  const level = painter.levels.pop()
  endMarking(painter, level)
  if (level?.tag === 'Link' && level.element !== null)
    addShapeLink(painter.document, level.attributes, level.element)
  level?.element?.end()
}

/** Makes a drawing inside the document lead somewhere. */
function addShapeLink(
  document: TaggedDocument,
  { goTo, bounds, spoken }: TagAttributes,
  link: Element,
): void {
  if (goTo === undefined || bounds === undefined) return
  const [left, top, right, bottom] = bounds
  document.goTo(left, top, right - left, bottom - top, goTo, linkOptions(link, spoken ?? goTo))
}

function endMarking({ document }: Painter, level: Level | undefined): void {
  if (level?.isMarked !== true) return
  document.endMarkedContent()
  level.isMarked = false
}

/** Writes content under the open element; straight inside a container it is decoration. */
function paintContent({ document, levels }: Painter, paint: () => void): void {
  const level = levels.at(-1)
  if (level !== undefined && level.element !== null && CONTAINERS.has(level.tag)) {
    document.markContent('Artifact', { type: 'Layout' })
    paint()
    document.endMarkedContent()
    return
  }
  if (level !== undefined && level.element !== null && !level.isMarked) {
    level.element.add(document.markStructureContent(level.tag))
    level.isMarked = true
  }
  paint()
}

function paintLink(painter: Painter, op: TextOp): void {
  const { document } = painter
  const level = painter.levels.at(-1)
  if (level === undefined || level.element === null) {
    paintText(document, op)
    return
  }
  endMarking(painter, level)
  const link = document.struct('Link')
  level.element.add(link)
  link.add(document.markStructureContent('Link'))
  paintText(document, op)
  document.endMarkedContent()
  addLinkArea(document, op, link)
  link.end()
}

function addLinkArea(document: TaggedDocument, op: TextOp, link: PDFKit.PDFStructureElement): void {
  const top = op.baseline - op.style.size * 0.88
  const area = [op.x, top, op.width, op.style.size * 1.15] as const
  const options = linkOptions(link, op.href === null ? `Ir a: ${op.text.trim()}` : `Abrir ${op.href}`)
  if (op.href !== null) document.link(...area, op.href, options)
  else if (op.goTo !== null) document.goTo(...area, op.goTo, options)
}

/** The library writes `String` objects as text and plain strings as names. */
const linkOptions = (link: PDFKit.PDFStructureElement, spoken: string): PDFKit.Mixins.AnnotationOption =>
  ({ structParent: link, Contents: Object(spoken) }) as PDFKit.Mixins.AnnotationOption
