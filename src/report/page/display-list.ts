// The drawing instructions of a page: what blocks write, the lint reads and the painter draws. Points, y grows downwards.
import type { TextStyle } from '../typeset/text-style.ts'

export type Tag =
  | 'Document'
  | 'Sect'
  | 'Art'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'TOC'
  | 'TOCI'
  | 'Figure'
  | 'Caption'
  | 'BlockQuote'
  | 'Span'
  | 'Link'
  | 'Artifact'

/** Box on the page: left, top, right, bottom. */
export type Bounds = readonly [left: number, top: number, right: number, bottom: number]

export type TagAttributes = {
  readonly alt?: string
  readonly title?: string
  /** Text that stands for what is drawn, when the drawing shortens or leaves it out. */
  readonly actual?: string
  readonly scope?: 'Column' | 'Row'
  readonly columnSpan?: number
  readonly bounds?: Bounds
  /** For a link: the place inside the document and what is read aloud. */
  readonly goTo?: string
  readonly spoken?: string
  /** Page furniture, as against decoration. */
  readonly isPagination?: boolean
}

export type TextOp = {
  readonly kind: 'text'
  readonly x: number
  readonly baseline: number
  readonly text: string
  readonly width: number
  readonly style: TextStyle
  readonly href: string | null
  readonly goTo: string | null
  readonly isUnderlined: boolean
  /** Set upwards instead of to the right. */
  readonly isUpright: boolean
}

export type Stroke = {
  readonly color: string
  readonly width: number
  readonly dash?: readonly [on: number, off: number]
}

export type Op =
  | TextOp
  | {
      readonly kind: 'rect'
      readonly bounds: Bounds
      readonly fill: string | null
      readonly stroke: Stroke | null
    }
  | {
      readonly kind: 'line'
      readonly from: readonly [number, number]
      readonly to: readonly [number, number]
      readonly stroke: Stroke
    }
  | {
      readonly kind: 'path'
      readonly d: string
      readonly fill: string | null
      readonly stroke: Stroke | null
    }
  | {
      readonly kind: 'circle'
      readonly center: readonly [number, number]
      readonly radius: number
      readonly fill: string | null
      readonly stroke: Stroke | null
    }
  | {
      readonly kind: 'image'
      readonly bytes: Uint8Array
      readonly bounds: Bounds
      readonly fit: 'cover' | 'contain'
    }
  | { readonly kind: 'open'; readonly tag: Tag; readonly attributes: TagAttributes }
  | { readonly kind: 'close' }
  | { readonly kind: 'anchor'; readonly name: string; readonly y: number }
  | { readonly kind: 'bookmark'; readonly title: string; readonly y: number }

export type Page = {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly ops: readonly Op[]
}

/** A page while it is being drawn. */
export type Canvas = { readonly ops: Op[] }
