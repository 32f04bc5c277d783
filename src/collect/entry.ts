// What a listing says of one note, as text, before it is judged: the common form of every kind of channel.
import type { Counts } from '../model.ts'

/** Absent fields are null. `link` may be relative; `date` is the text as it stood. */
export type Entry = {
  readonly link: string | null
  readonly title: string | null
  readonly summary: string | null
  readonly contentHtml: string | null
  readonly author: string | null
  readonly date: string | null
  readonly section: string | null
  readonly image: string | null
  readonly views: number | null
  readonly counts: Counts | null
  /** In Spanish, why the channel itself says that this is no note of the outlet; null when it may be one. */
  readonly refusal: string | null
}

export const EMPTY_ENTRY: Entry = {
  link: null,
  title: null,
  summary: null,
  contentHtml: null,
  author: null,
  date: null,
  section: null,
  image: null,
  views: null,
  counts: null,
  refusal: null,
}

/** A feed of any dialect. `isTruncated` says that it ended before its root element did, or was cut at a cap. */
export type Feed = {
  readonly title: string | null
  readonly home: string | null
  readonly entries: readonly Entry[]
  readonly isTruncated: boolean
}
