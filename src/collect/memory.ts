// What a channel remembered and what a visit found → the headers of the next request, and the new memory.
import type { ChannelMemory } from '../model.ts'

/** Every n-th visit asks for everything: a server whose ETag does not change would hide its notes for ever. */
const UNCONDITIONAL_EVERY = 5

/** Conditional headers for a visit; none on the first, and on every fifth. */
export function validatorsFor(memory: ChannelMemory | null): Record<string, string> {
  if (memory === null || memory.visits % UNCONDITIONAL_EVERY === 0) return {}
  return {
    ...(memory.etag === null ? {} : { 'if-none-match': memory.etag }),
    ...(memory.lastModified === null ? {} : { 'if-modified-since': memory.lastModified }),
  }
}

/** What an answer said of itself. `isNotModified` is a 304, which says nothing more. */
export type Stamp = {
  readonly isNotModified: boolean
  readonly etag: string | null
  readonly lastModified: string | null
  readonly bodySha256: string | null
}

/**
 * Whether the validators of an answer can be believed. A body that changed while the validator that rules (the ETag
 * first, RFC 9110 §13.2.2) did not is a lie; after one, nothing is believed until a visit finds the body unchanged.
 */
function isHonest(known: ChannelMemory | null, stamp: Stamp): boolean {
  if (known === null || known.bodySha256 === stamp.bodySha256) return true
  if (known.etag !== null) return known.etag !== stamp.etag
  return known.lastModified !== null && known.lastModified !== stamp.lastModified
}

/** The memory after a visit. A 304 keeps what was known and counts as a visit. */
export function rememberVisit(url: string, known: ChannelMemory | null, stamp: Stamp): ChannelMemory {
  const visits = (known?.visits ?? 0) + 1
  if (stamp.isNotModified && known !== null) return { ...known, visits }
  const isTrusted = isHonest(known, stamp)
  return {
    url,
    etag: isTrusted ? stamp.etag : null,
    lastModified: isTrusted ? stamp.lastModified : null,
    bodySha256: stamp.bodySha256,
    visits,
  }
}
