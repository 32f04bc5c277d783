// The elements of a page's head → its metadata by name.
import { cleanText } from '../text/clean.ts'
import { type PageTree, rawText } from './page-tree.ts'

export type Head = {
  /** Clean content of every `meta`, by lower-cased `property`, `name` or `itemprop`, in order. */
  readonly metas: ReadonlyMap<string, readonly string[]>
  readonly title: string | null
  readonly canonical: string | null
  readonly base: string | null
}

/** Reads metas, title and canonical link. The first title counts: later ones are those of drawings and frames. */
export function readHead(tree: PageTree): Head {
  const metas = new Map<string, string[]>()
  let title: string | null = null
  let canonical: string | null = null
  let base: string | null = null
  for (const node of tree.head) {
    const { attributes, tag } = node
    if (tag === 'title') title ??= cleanText(rawText(node)) || null
    else if (tag === 'base') base ??= attributes.href ?? null
    else if (tag === 'link') {
      if (attributes.rel?.toLowerCase() === 'canonical') canonical ??= attributes.href?.trim() || null
    } else {
      const content = attributes.content ?? attributes.value
      const names = [attributes.property, attributes.name, attributes.itemprop, attributes['http-equiv']]
      if (content === undefined || content.length > 20_000) continue
      const clean = cleanText(content)
      for (const name of new Set(names.map((each) => each?.toLowerCase().trim()))) {
        if (name === undefined || clean === '') continue
        const list = metas.get(name)
        if (list === undefined) metas.set(name, [clean])
        else list.push(clean)
      }
    }
  }
  return { metas, title, canonical, base }
}

/** The first content of the first name that the head has. */
export function firstMeta(head: Head, names: readonly string[]): string | null {
  for (const name of names) {
    const content = head.metas.get(name)?.[0]
    if (content !== undefined) return content
  }
  return null
}
