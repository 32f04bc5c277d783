// An element of a page → the shortest CSS selector by which an analyst may name it in a source's file.
import type { PageNode } from './page-tree.ts'

/** Names that a machine made and that the next version of the site will change: hashes, numbers, utilities. */
const GENERATED =
  /\d{3,}|^(?:css|sc|jsx|svelte|astro|elementor-element)-|[:[\]/@!%]|^[a-z]{1,2}$|__[a-zA-Z0-9]{5,}$|^(?:flex|grid|block|hidden|relative|absolute|container|row|col|w|h|m[xytblr]?|p[xytblr]?|text|font|bg)(?:-.*)?$/

const isName = (name: string): boolean => /^-?[_a-zA-Z][\w-]*$/.test(name) && !GENERATED.test(name)

/** `tag#id` or `tag.class.class`, with at most two classes that people wrote; null of an element that has neither. */
function nameOwn({ tag, attributes: { id, class: classes } }: PageNode): string | null {
  if (id !== undefined && isName(id.trim())) return `${tag}#${id.trim()}`
  const names = (classes ?? '').slice(0, 500).split(/\s+/).filter(isName).slice(0, 2)
  return names.length === 0 ? null : [tag, ...names].join('.')
}

/** Elements that stand for themselves: a page has one of each. */
const LONE = new Set(['body', 'main', 'article', 'html'])
const MOST_STEPS = 4

/**
 * Selector of an element: its own name, or its place under the nearest element that has one, at most four steps up. It
 * may select others alike: a hint for a person, not an address.
 */
export function describeElement(node: PageNode): string {
  const steps: string[] = []
  for (let at: PageNode | null = node; at !== null && at.tag !== '#root'; at = at.parent) {
    const name = nameOwn(at)
    steps.unshift(name ?? at.tag)
    if (name !== null || LONE.has(at.tag) || steps.length >= MOST_STEPS) break
  }
  return steps.length === 0 ? 'body' : steps.join(' > ')
}
