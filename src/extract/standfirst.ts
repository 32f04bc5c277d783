// The blocks between a note's title and its text, and what its head describes → the standfirst (bajada), if the page shows one.
import { hasRole } from './blocks.ts'
import { firstMeta } from './head.ts'
import { foldTitle } from './headline.ts'
import type { Page, Places } from './page.ts'

/**
 * Finds the standfirst: a line between title and text that is named as one, or that the page's head describes the note with.
 * Null when the text itself already begins with it.
 */
export function findStandfirst(
  page: Page,
  places: Places,
  title: string,
  paragraphs: readonly string[],
): string | null {
  const { head, linked, blocks } = page
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
    if (hasRole(block, 'caption', 'related', 'navigation', 'advertising', 'comments')) continue
    const isDescribed = described.some(
      (text) => text.startsWith(folded.slice(0, 60)) || folded.startsWith(text.slice(0, 60)),
    )
    if (isDescribed || hasRole(block, 'standfirst')) return block.text
  }
  return null
}
