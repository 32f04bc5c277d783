// A page and the text found on it → what stands around the text and is told only in the explanation: tags, language, posts
// of others, captions, other views and further pages of the same note.
import { absoluteUrl } from './address.ts'
import { hasRole } from './blocks.ts'
import type { Body } from './body.ts'
import { firstMeta } from './head.ts'
import type { Page } from './page.ts'
import { isWithin, type PageNode } from './page-tree.ts'

/** The tags that the outlet gave the note, as its head names them, else as it shows them. */
export function listTags({ head, blocks }: Page): string[] {
  const stated = head.metas.get('article:tag') ?? []
  const joined = firstMeta(head, ['news_keywords', 'keywords'])
  const named = stated.length > 0 ? stated : (joined ?? '').split(/\s*[,;]\s*/)
  const shown = blocks.filter(
    (block) => hasRole(block, 'tags') && block.text.length < 60 && block.linkLength > 0,
  )
  const tags = named.some((tag) => tag !== '') ? named : shown.map(({ text }) => text)
  return [...new Set(tags.filter((tag) => tag !== '' && tag.length < 80))].slice(0, 20)
}

const SPANISH = /^(?:de|la|que|el|en|los|las|del|por|con|una|para|su|al|se)$/
const ENGLISH = /^(?:the|of|and|to|in|that|for|is|on|with|was|by|as|at|from)$/

/** The language that the page declares, and whether its commonest words bear it out; null when neither says. */
export function findLanguage({ tree, head }: Page, paragraphs: readonly string[]): string | null {
  const html = tree.root.children.find((child) => typeof child !== 'string' && child.tag === 'html')
  const attribute = typeof html === 'object' ? (html.attributes.lang ?? '').trim() : ''
  const declared = (attribute || (firstMeta(head, ['og:locale', 'content-language']) ?? '')).slice(0, 12)
  const words = paragraphs
    .join(' ')
    .slice(0, 5_000)
    .toLowerCase()
    .split(/[^\p{L}]+/u)
  const count = (pattern: RegExp) => words.filter((word) => pattern.test(word)).length
  const [spanish, english] = [count(SPANISH), count(ENGLISH)]
  const heard = spanish + english < 8 ? null : spanish >= english ? 'es' : 'en'
  if (heard === null) return declared || null
  if (declared === '') return `${heard}, por sus palabras`
  return declared.toLowerCase().startsWith(heard) ? declared : `declara ${declared}, pero se lee ${heard}`
}

/** Posts of social networks set into the note, each as one text: of others, and no part of what the outlet says. */
export function listEmbeds({ blocks }: Page, { root }: Body): string[] {
  const texts = new Map<PageNode, string[]>()
  const home = root.parent ?? root
  for (const { text, surrounding } of blocks) {
    let post: PageNode | null = null
    for (let at = surrounding; at !== null; at = at.outer) if (at.role === 'embed') post = at.node
    if (post !== null && isWithin(post, home)) texts.set(post, [...(texts.get(post) ?? []), text])
  }
  return [...texts.values()].map((lines) => lines.join(' '))
}

/** Captions of the pictures in the note, in order. */
export function listCaptions({ verdicts }: Body): string[] {
  return verdicts.filter(({ reason }) => reason === 'pie de foto').map(({ block }) => block.text)
}

/** Which view of the note this page is, when it is not the plain one. */
export function findView({ tree, url }: Page): 'AMP' | 'para imprimir' | null {
  const html = tree.root.children.find((child) => typeof child !== 'string' && child.tag === 'html')
  const attributes = typeof html === 'object' ? html.attributes : {}
  if ('amp' in attributes || '⚡' in attributes) return 'AMP'
  return /[?&](?:print|imprimir|printer|version=print)\b|\/(?:print|imprimir|imprime|printpage)(?:\/|$|\?)/i.test(
    url,
  )
    ? 'para imprimir'
    : null
}

/** Ends as the address of a further page does: the rest need not be parsed. */
const NUMBERED = /[/=]\d{1,2}\/?(?:[?#&].{0,200})?$/
const PAGE_PARAMETER = /^(?:page|pagina|pag|p|paged)$/i

/** The page of its note that an address says it is: 1 when it says nothing. */
function numberIn(address: string): { readonly base: string; readonly number: number } {
  const url = new URL(address)
  url.hash = ''
  let number = 1
  for (const [name, value] of [...url.searchParams]) {
    if (!PAGE_PARAMETER.test(name) || !/^\d{1,2}$/.test(value)) continue
    number = Number(value)
    url.searchParams.delete(name)
  }
  const [, path, last] = /^(.*?)\/(?:page\/|pagina\/)?(\d{1,2})\/?$/.exec(url.pathname) ?? []
  if (path !== undefined && last !== undefined && path.length > 1) {
    number = Number(last)
    url.pathname = path
  }
  return { base: url.href.replace(/\/(?=\?|$)/, ''), number }
}

export type Paging = { readonly number: number; readonly next: string | null }

/** Anchors looked at around the text: what leads to the next page stands right under it. */
const MOST_ANCHORS = 400

function listAnchors(from: PageNode): string[] {
  const found: string[] = []
  const pending: PageNode[] = [from]
  for (let node = pending.pop(); node !== undefined && found.length < MOST_ANCHORS; node = pending.pop()) {
    if (node.tag === 'a' && node.attributes.href !== undefined) found.push(node.attributes.href)
    for (const child of node.children) if (typeof child !== 'string') pending.push(child)
  }
  return found
}

/**
 * Which page of the note this is, and the address of the next, for outlets that part a note: a link around the text, or in
 * the head, to the same address with the following number. Null when the page shows neither.
 */
export function findPaging({ tree, url }: Page, { root }: Body): Paging | null {
  if (!URL.canParse(url)) return null
  const own = numberIn(url)
  const links = tree.head.flatMap(({ attributes }) =>
    attributes.rel === 'next' ? (attributes.href ?? []) : [],
  )
  for (const href of [...links, ...listAnchors(root.parent ?? root)]) {
    if (!NUMBERED.test(href)) continue
    const address = absoluteUrl(href, url)
    if (address === null) continue
    const other = numberIn(address)
    if (other.base === own.base && other.number === own.number + 1)
      return { number: own.number, next: address }
  }
  return own.number > 1 && own.number < 50 ? { number: own.number, next: null } : null
}
