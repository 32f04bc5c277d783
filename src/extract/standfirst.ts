// The blocks between a note's title and its text, and what its head describes → the standfirst (bajada), if the page shows one.
import { type Block, hasRole, holderOf, isMarked } from './blocks.ts'
import { firstMeta } from './head.ts'
import { foldTitle } from './headline.ts'
import type { Page, Places } from './page.ts'

/** Signatures, datelines and anything with a day or an hour in it. */
const OTHER_LINE = /^(?:por|publicad[oa]|actualizad[oa]|escrito)\b|\d{1,2}[:/]\d\d|\b20\d\d\b/i

/** A sentence set right under the title by the same hand: in the same element, or in a heading of its own. */
function isUnderTitle(block: Block, title: Block | undefined): boolean {
  if (title === undefined || isMarked(block, 'byline', 'date', 'kicker', 'sharing')) return false
  const isSet =
    block.kind === 'heading' || (block.kind === 'paragraph' && holderOf(block) === holderOf(title))
  return isSet && block.text.length >= 30 && block.linkLength === 0 && !OTHER_LINE.test(block.text)
}

/**
 * Finds the standfirst: a line between title and text that is named as one, that the page's head describes the note with, or
 * that stands right under the title. Null when the text itself already begins with it.
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
  const { titleAt, firstAt } = places
  const opening = foldTitle(paragraphs.slice(0, 2).join(' '))
  const start = titleAt < 0 ? Math.max(0, firstAt - 6) : Math.max(0, titleAt - 2)
  for (const [index, block] of blocks.slice(start, firstAt).entries()) {
    const at = start + index
    const folded = foldTitle(block.text)
    if (folded.length < 20 || block.text.length > 700 || folded === foldTitle(title)) continue
    if (block.linkLength > block.text.length / 2 || opening.includes(folded)) continue
    if (hasRole(block, 'caption', 'related', 'navigation', 'advertising', 'comments', 'summary-by-machine'))
      continue
    const isDescribed = described.some(
      (text) => text.startsWith(folded.slice(0, 60)) || folded.startsWith(text.slice(0, 60)),
    )
    const isNamed = at >= titleAt && hasRole(block, 'standfirst')
    if (isNamed || (isDescribed && titleAt >= 0)) return block.text
    if (at === titleAt + 1 && isUnderTitle(block, blocks[titleAt])) return block.text
  }
  return null
}
