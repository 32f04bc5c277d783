// Boxes in reading order → pages. The one place that knows how much room is left.
import type { Box } from './boxes.ts'
import { addBookmark, closeTag, markAnchor, openTag } from './canvas.ts'
import type { Canvas, Op, Page, Tag, TagAttributes } from './display-list.ts'
import type { Tokens } from './tokens.ts'

type Draft = { readonly section: string; readonly canvas: Canvas; bottom: number }

/** Where the next box goes. Pages are only ever added at the end. */
export type Flow = {
  readonly tokens: Tokens
  readonly drafts: Draft[]
  section: string
  y: number
}

/** What stands around the content of a page. */
export type Furniture = (
  canvas: Canvas,
  page: {
    readonly number: number
    readonly total: number
    readonly height: number
    readonly section: string
  },
) => void

const LOWEST_MOVIL = 420

export function startFlow(tokens: Tokens, section: string): Flow {
  const flow: Flow = { tokens, drafts: [], section, y: tokens.margin.top }
  startPage(flow)
  return flow
}

export function startPage(flow: Flow): void {
  flow.drafts.push({ section: flow.section, canvas: { ops: [] }, bottom: 0 })
  flow.y = flow.tokens.margin.top
}

/** The page that is being drawn. */
export function canvasOf(flow: Flow): Canvas {
  const draft = flow.drafts.at(-1)
  if (draft === undefined) throw new Error('the flow has no page')
  return draft.canvas
}

export const roomIn = (flow: Flow): number => flow.tokens.pageHeight - flow.tokens.margin.bottom - flow.y

export const isAtTop = (flow: Flow): boolean => flow.y <= flow.tokens.margin.top

/** On móvil each section opens a page, but for one after a page that would be filled up with white. */
export const opensOwnPage = ({ tokens, drafts, y }: Flow): boolean =>
  tokens.format === 'movil' && (drafts.length === 1 || y + tokens.margin.bottom >= LOWEST_MOVIL)

/** Starts a page unless `height` still fits on this one. Returns whether it did. */
export function ensureRoom(flow: Flow, height: number): boolean {
  if (height <= roomIn(flow) || isAtTop(flow)) return false
  startPage(flow)
  return true
}

/** Puts a box under the last one, on a new page when it does not fit. */
export function placeBox(flow: Flow, box: Box): void {
  ensureRoom(flow, box.height)
  placeHere(flow, box)
}

/** Puts a box under the last one on this page, come what may. */
export function placeHere(flow: Flow, box: Box): void {
  box.draw(canvasOf(flow), flow.tokens.margin.left, flow.y)
  moveDown(flow, box.height)
}

/** Leaves white space, except at the top of a page. */
export function skipDown(flow: Flow, height: number): void {
  if (!isAtTop(flow)) moveDown(flow, height)
}

export function moveDown(flow: Flow, height: number): void {
  flow.y += height
  const draft = flow.drafts.at(-1)
  if (draft !== undefined) draft.bottom = Math.max(draft.bottom, flow.y)
}

/** Opens an element of the structure that may go on over several pages. */
export function openInFlow(flow: Flow, name: Tag, attributes: TagAttributes = {}): void {
  openTag(canvasOf(flow), name, attributes)
}

export function closeInFlow(flow: Flow): void {
  closeTag(canvasOf(flow))
}

/** Names the place where the next box goes, for links and for the panel of bookmarks. */
export function markPlace(flow: Flow, name: string, title: string | null): void {
  markAnchor(canvasOf(flow), name, flow.y)
  if (title !== null) addBookmark(canvasOf(flow), title, flow.y)
}

/** Closes all pages, with their furniture; on móvil a page ends under its content. */
export function finishPages(flow: Flow, furniture: Furniture): Page[] {
  const { tokens } = flow
  const total = flow.drafts.length
  return flow.drafts.map((draft, index) => {
    const number = index + 1
    const natural = Math.ceil(draft.bottom + tokens.margin.bottom)
    const height = tokens.format === 'carta' ? tokens.pageHeight : Math.max(LOWEST_MOVIL, natural)
    furniture(draft.canvas, { number, total, height, section: draft.section })
    return { number, width: tokens.pageWidth, height, ops: draft.canvas.ops }
  })
}

/** Page of every anchor, by name; the first place wins. */
export function findAnchors(pages: readonly Page[]): ReadonlyMap<string, number> {
  const isAnchor = (op: Op) => op.kind === 'anchor'
  const found = new Map<string, number>()
  for (const page of pages) {
    for (const op of page.ops.filter(isAnchor)) {
      if (!found.has(op.name)) found.set(op.name, page.number)
    }
  }
  return found
}
