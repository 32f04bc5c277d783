// A picture of an edition, and an outlet's front page around one: what is drawn, or why there is nothing to draw.
import type { ToneLabel } from '../model.ts'
import type { Anchor } from './count-trail.ts'

/** A picture in a ficha: its bytes, or the reason why the frame is empty. */
export type Picture =
  | { readonly kind: 'image'; readonly bytes: Uint8Array; readonly caption: string; readonly alt: string }
  | { readonly kind: 'missing'; readonly reason: string }

/** An outlet's front page of the day. */
export type FrontPage = {
  readonly medium: string
  readonly picture: Picture
  readonly headline: string | null
  /** Of the note that it prints, where one is in the edition. */
  readonly tone: ToneLabel | null
  readonly goTo: Anchor | null
  /** Null where nobody said so and no note shows it. */
  readonly mentionsUs: boolean | null
}
