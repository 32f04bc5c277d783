// The text of a page and its address → everything the field readers look at, gathered once.
import { getDomain } from 'tldts'
import { type Block, listBlocks } from './blocks.ts'
import { firstMeta, type Head, readHead } from './head.ts'
import { outletInTitle } from './headline.ts'
import { type LinkedArticle, readLinkedArticle } from './json-ld.ts'
import { readPageState } from './page-state.ts'
import { type PageTree, parsePage } from './page-tree.ts'

export type Page = {
  readonly url: string
  readonly html: string
  readonly tree: PageTree
  readonly head: Head
  readonly linked: LinkedArticle | null
  readonly blocks: readonly Block[]
  /** How the outlet is called: by the analyst, by its page and by its host. */
  readonly outletNames: readonly string[]
}

/** Where things are among a page's blocks: indexes of the title and of the first and last of the text. */
export type Places = {
  /** −1 when no block shows the title. */
  readonly titleAt: number
  readonly firstAt: number
  readonly lastAt: number
}

function listOutletNames(outlet: string, url: string, head: Head, linked: LinkedArticle | null): string[] {
  const domain = getDomain(url) ?? ''
  const noteTitle = firstMeta(head, ['og:title']) ?? linked?.headlines[0] ?? ''
  const stated = [
    firstMeta(head, ['og:site_name']),
    firstMeta(head, ['application-name']),
    linked?.publisher,
    outletInTitle(head.title ?? '', noteTitle),
  ]
  const names = [outlet, domain, domain.split('.')[0] ?? '', ...stated.flatMap((name) => name ?? [])]
  return names.filter((name) => name.length > 2)
}

/** A page with less prose shows no note: what it has may be in the data of its scripts. */
const LEAST_PROSE = 250

function readHiddenNote(html: string, head: Head, blocks: readonly Block[]): LinkedArticle | null {
  if (blocks.reduce((sum, { prose }) => sum + prose, 0) >= LEAST_PROSE) return null
  const titles = [firstMeta(head, ['og:title', 'twitter:title']), head.title]
  return readPageState(
    html,
    titles.filter((title) => title !== null),
  )
}

/** Parses a page and gathers its head, linked data and blocks. `outlet` is the source's name. */
export function openPage(html: string, url: string, outlet: string): Page {
  const tree = parsePage(html)
  const head = readHead(tree)
  const blocks = listBlocks(tree)
  const linked = readLinkedArticle(tree.linkedData, url) ?? readHiddenNote(html, head, blocks)
  return {
    url,
    html,
    tree,
    head,
    linked,
    blocks,
    outletNames: listOutletNames(outlet, url, head, linked),
  }
}
