// The blocks between a note's title and its text, and what its head describes → the standfirst (bajada), if the page shows one.
import type { Block } from './blocks.ts'
import type { Role } from './class-evidence.ts'
import { firstMeta, type Head } from './head.ts'
import type { LinkedArticle } from './json-ld.ts'
import type { Places } from './publication.ts'
import { foldTitle } from './title.ts'

function hasRole(block: Block, role: Role): boolean {
  for (let at = block.surrounding; at !== null; at = at.outer) if (at.role === role) return true
  return false
}

/**
 * Finds the standfirst: a line between title and text that is named as one, or that the page's head describes the note with.
 * Null when the text itself already begins with it.
 */
export function findStandfirst(
  blocks: readonly Block[],
  places: Places,
  head: Head,
  linked: LinkedArticle | null,
  title: string,
  paragraphs: readonly string[],
): string | null {
  const described = [
    firstMeta(head, ['og:description', 'description', 'twitter:description']),
    linked?.description,
  ]
    .flatMap((text) => (text == null ? [] : [foldTitle(text)]))
    .filter((text) => text.length > 20)
  const between = blocks.slice(Math.max(0, places.titleAt - 2), places.firstAt)
  const opening = foldTitle(paragraphs.slice(0, 2).join(' '))
  for (const block of between) {
    const folded = foldTitle(block.text)
    if (folded.length < 20 || block.text.length > 700 || folded === foldTitle(title)) continue
    if (block.linkLength > block.text.length / 2 || opening.includes(folded)) continue
    if (
      ['caption', 'related', 'navigation', 'advertising', 'comments'].some((role) =>
        hasRole(block, role as Role),
      )
    )
      continue
    const isDescribed = described.some(
      (text) => text.startsWith(folded.slice(0, 60)) || folded.startsWith(text.slice(0, 60)),
    )
    if (isDescribed || hasRole(block, 'standfirst')) return block.text
  }
  return null
}
