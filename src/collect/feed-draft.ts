// The pieces of one entry as they are met in an ill-formed feed → the entry. The first of each kind counts.
import { EMPTY_ENTRY, type Entry } from './entry.ts'
import type { FieldName } from './feed-names.ts'
import { plainLine, plainSummary } from './plain-text.ts'

export type Attributes = Readonly<Record<string, string>>

type Link = { readonly rel: string; readonly href: string; readonly type: string }

/** One entry while it is read. The first value of a field stays, except a longer content. */
export type Draft = {
  readonly depth: number
  readonly fields: Map<FieldName, string>
  readonly links: Link[]
  readonly images: string[]
  isPermanentId: boolean
  readonly about: string
  views: number | null
  /** Text between the fields: where the address stands after `<link/>`. */
  loose: string
}

export function newDraft(depth: number, attributes: Attributes): Draft {
  const about = attributes['rdf:about'] ?? ''
  return {
    depth,
    fields: new Map(),
    links: [],
    images: [],
    isPermanentId: true,
    about,
    views: null,
    loose: '',
  }
}

function isImage(attributes: Attributes): boolean {
  const { type = '', medium = '', url = '' } = attributes
  return /^image\//i.test(type) || medium === 'image' || /\.(?:jpe?g|png|webp|gif|avif)(?:\?|$)/i.test(url)
}

/** Takes what an element says by its attributes alone. */
export function noteAttributes(draft: Draft, name: string, attributes: Attributes): void {
  if (name === 'link' && attributes.href !== undefined) {
    const { rel = 'alternate', href, type = '' } = attributes
    draft.links.push({ rel: rel.toLowerCase(), href: href.trim(), type })
  } else if (name === 'media:thumbnail' || (name === 'itunes:image' && attributes.href !== undefined)) {
    draft.images.push(attributes.url ?? attributes.href ?? '')
  } else if ((name === 'media:content' || name === 'enclosure') && isImage(attributes)) {
    draft.images.push(attributes.url ?? '')
  } else if (name === 'media:statistics') {
    const views = Number(attributes.views)
    if (attributes.views !== undefined && Number.isSafeInteger(views)) draft.views = views
  } else if (name === 'guid') {
    draft.isPermanentId = attributes.ispermalink !== 'false' && attributes.isPermaLink !== 'false'
  } else if (name === 'category' && attributes.term !== undefined && !draft.fields.has('category')) {
    draft.fields.set('category', attributes.label ?? attributes.term)
  }
}

export function keepField(draft: Draft, field: FieldName, text: string): void {
  const value = text.trim()
  const known = draft.fields.get(field)
  if (value !== '' && (known === undefined || (field === 'content' && value.length > known.length))) {
    draft.fields.set(field, value)
  }
}

function isWebAddress(text: string | undefined): text is string {
  return text !== undefined && /^https?:\/\/\S+$/i.test(text)
}

/** Takes the address that stood loose before the element that opens or closes now. */
export function takeLooseLink(draft: Draft): void {
  const address = draft.loose.trim()
  if (isWebAddress(address)) keepField(draft, 'link', address)
  draft.loose = ''
}

function chooseLink(draft: Draft): string | null {
  const alternates = draft.links.filter(({ rel }) => rel === 'alternate')
  const alternate = alternates.find(({ type }) => type === '' || /html/.test(type)) ?? alternates[0]
  const id = draft.fields.get('id')
  const candidates = [
    draft.fields.get('original'),
    draft.fields.get('link'),
    alternate?.href,
    draft.isPermanentId && isWebAddress(id) ? id : undefined,
    draft.about === '' ? undefined : draft.about,
    draft.links.find(({ rel }) => rel === 'self')?.href,
    isWebAddress(id) ? id : undefined,
  ]
  return candidates.find((candidate) => candidate !== undefined && candidate !== '') ?? null
}

export function finishDraft(draft: Draft): Entry {
  const { fields } = draft
  const image = draft.images.find((url) => url !== '') ?? fields.get('imageUrl')
  return {
    ...EMPTY_ENTRY,
    link: chooseLink(draft),
    title: plainLine(fields.get('title')),
    summary: plainSummary(fields.get('summary') ?? fields.get('mediaText')),
    contentHtml: fields.get('content') ?? fields.get('mediaText') ?? null,
    author: plainLine(fields.get('author')),
    date: fields.get('published') ?? fields.get('updated') ?? null,
    section: plainLine(fields.get('category')),
    image: image?.trim() || null,
    views: draft.views,
  }
}
