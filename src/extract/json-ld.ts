// The linked data (schema.org) a page carries → what it says of its article. Broken JSON is read as far as it can be.
import { decodeHTML } from 'entities'
import { cleanText } from '../text/clean.ts'

/** What linked data says of an article. Texts are clean, dates and URLs as written; absent fields are null or empty. */
export type LinkedArticle = {
  readonly headlines: readonly string[]
  readonly authors: readonly string[]
  readonly published: string | null
  readonly modified: string | null
  readonly body: string | null
  readonly description: string | null
  readonly section: string | null
  readonly image: string | null
  readonly url: string | null
  readonly isFree: boolean | null
  readonly publisher: string | null
}

type Json = { readonly [key: string]: unknown }

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|SocialMediaPosting|LiveBlogPosting|Review|Recipe)$/
const PAGE_TYPE = /^(?:WebPage|ItemPage|VideoObject|NewsMediaObject|CreativeWork|AudioObject)$/

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

function textOf(value: unknown): string | null {
  const first = listOf(value)[0]
  const raw = isObject(first) ? (first['@value'] ?? first.name ?? first.url) : first
  if (typeof raw !== 'string' && typeof raw !== 'number') return null
  const text = cleanText(String(raw))
  return text === '' ? null : text
}

function typesOf(value: Json): readonly string[] {
  return listOf(value['@type']).filter((type) => typeof type === 'string')
}

/** Reads a script's text as JSON; comments, line ends inside strings and trailing commas are forgiven. */
function parseLoosely(script: string): unknown {
  const attempts = [
    (text: string) => text,
    (text: string) =>
      text
        .replace(
          /^\s*(?:\/\*\s*)?(?:<!\[CDATA\[|<!--)(?:\s*\*\/)?|(?:\/\*\s*)?(?:\]\]>|-->)(?:\s*\*\/)?\s*;?\s*$/g,
          '',
        )
        .replace(/[\0-\x1f]/g, ' ')
        .replace(/,(\s*[}\]])/g, '$1')
        .replace(/;\s*$/, ''),
    (text: string) => decodeHTML(text).replace(/[\0-\x1f]/g, ' '),
  ]
  for (const prepare of attempts) {
    try {
      return JSON.parse(prepare(script))
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return salvageFields(script)
}

/** The plain string fields of a script that is no JSON at all. */
function salvageFields(script: string): Json | null {
  const read = (key: string): string | undefined =>
    new RegExp(`"${key}"\\s*:\\s*"((?:[^"\\\\]|\\\\.){1,2000})"`).exec(script)?.[1]
  const type = read('@type')
  if (type === undefined) return null
  const keys = ['headline', 'datePublished', 'dateModified', 'articleSection', 'description', 'url']
  return Object.fromEntries([['@type', type], ...keys.map((key) => [key, read(key)])])
}

/** Every object of a script, outermost first, down to the depth where articles stand. */
function listObjects(value: unknown, depth = 0): Json[] {
  if (depth > 4) return []
  if (Array.isArray(value)) return value.slice(0, 200).flatMap((each) => listObjects(each, depth + 1))
  if (!isObject(value)) return []
  const inner = [value['@graph'], value.mainEntity, value.mainEntityOfPage, value.hasPart, value.item]
  return [value, ...inner.flatMap((each) => listObjects(each, depth + 1))]
}

/** Names of an author field: strings, persons, lists of them, or references to objects elsewhere on the page. */
function namesOf(value: unknown, byId: ReadonlyMap<string, Json>): string[] {
  return listOf(value).flatMap((each) => {
    if (typeof each === 'string')
      return byId.has(each) ? namesOf(byId.get(each), new Map()) : [cleanText(each)]
    if (!isObject(each)) return []
    const name = listOf(each.name).filter((part) => typeof part === 'string')
    if (name.length > 0) return name.map(cleanText)
    const id = each['@id']
    return typeof id === 'string' && byId.has(id) ? namesOf(byId.get(id), new Map()) : []
  })
}

function imageOf(value: unknown): string | null {
  const first = listOf(value)[0]
  const url = isObject(first) ? (first.url ?? first.contentUrl ?? first['@id']) : first
  const raw = listOf(url)[0]
  return typeof raw === 'string' && raw !== '' ? raw.trim() : null
}

function freeOf(value: Json): boolean | null {
  const raw = value.isAccessibleForFree
  if (raw === undefined || raw === null || raw === '') return null
  return raw !== false && !/^(?:false|no|0)$/i.test(String(raw))
}

function plainBody(value: unknown): string | null {
  const raw = listOf(value)[0]
  if (typeof raw !== 'string' || raw.length < 20) return null
  const text = /<(?:p|br|div|a|strong|b|em|h\d)\b/i.test(raw) ? raw.replace(/<[^<>]*>/g, ' ') : raw
  return text.trim() === '' ? null : text
}

function read(value: Json, byId: ReadonlyMap<string, Json>): LinkedArticle {
  const main = value.mainEntityOfPage
  const url = textOf(value.url) ?? (isObject(main) ? textOf(main['@id']) : textOf(main))
  return {
    headlines: [textOf(value.headline), textOf(value.name)].filter((text) => text !== null),
    authors: [...namesOf(value.author, byId), ...namesOf(value.creator, byId)].filter((name) => name !== ''),
    published: textOf(value.datePublished) ?? textOf(value.dateCreated) ?? textOf(value.uploadDate),
    modified: textOf(value.dateModified),
    body: plainBody(value.articleBody) ?? plainBody(value.text),
    description: textOf(value.description),
    section: textOf(value.articleSection),
    image: imageOf(value.image) ?? imageOf(value.thumbnailUrl),
    url,
    isFree: freeOf(value),
    publisher: textOf(value.publisher),
  }
}

const pathOf = (url: string): string =>
  url
    .replace(/^https?:\/\/[^/]*/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '')

/**
 * Reads the article a page's linked data describes: the object of an article type whose URL is the page's, else the first
 * with a date; else what the page's own object says. Null when the page carries none.
 */
export function readLinkedArticle(scripts: readonly string[], pageUrl: string): LinkedArticle | null {
  const objects = scripts.slice(0, 40).flatMap((script) => listObjects(parseLoosely(script)))
  const byId = new Map<string, Json>()
  for (const object of objects) {
    const id = object['@id']
    if (typeof id === 'string' && !(byId.has(id) && object.name === undefined)) byId.set(id, object)
  }
  const ofType = (type: RegExp) => objects.filter((object) => typesOf(object).some((each) => type.test(each)))
  const articles = ofType(ARTICLE_TYPE).map((object) => read(object, byId))
  const path = pathOf(pageUrl)
  const own = articles.find(({ url }) => url !== null && path !== '' && pathOf(url) === path)
  const dated = articles.find(({ published }) => published !== null)
  const pages = ofType(PAGE_TYPE).map((object) => ({ ...read(object, byId), body: null }))
  const page = pages.find(({ published }) => published !== null)
  return own ?? dated ?? articles[0] ?? page ?? null
}
