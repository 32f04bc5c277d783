// What every shape of site is: where its notes stand, its style sheet, its robots.txt and how it answers.
import type { Ask, Issue } from './newsroom.ts'
import type { Reply } from './reply.ts'

export type Shape = {
  /** Host names under which the site answers, the main one first. */
  readonly hosts: readonly string[]
  /** Address at which a note is read, as the site itself links it. */
  readonly addressOf: (issue: Issue) => string
  /** Other addresses at which the same note is read. */
  readonly aliasesOf?: (issue: Issue) => readonly string[]
  /** File under `shapes/styles` that is served for any path that ends in `.css`; null when there is none. */
  readonly style: string | null
  readonly robots: (ask: Ask) => Reply
  /** Null when the site has nothing at that path: the server then answers 404. */
  readonly answer: (ask: Ask) => Reply | null
  /** `gzip` or `br` when the site compresses for whoever accepts it. */
  readonly compression?: 'gzip' | 'br'
  /** The value that the site always gives as ETag of its feed, whatever the feed says. */
  readonly feedEtag?: { readonly path: string; readonly value: string }
  /** True when the connection is accepted and nothing is ever answered. */
  readonly isSilent?: boolean
}
