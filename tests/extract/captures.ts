// HTML and a few fields → captures and sources for the reader's tests.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { extractArticle } from '../../src/extract/extract.ts'
import type { Article, Capture, Item, Source } from '../../src/model.ts'

/** Saturday 21 November 2026, 12:00 in Mexico City. */
export const TAKEN_AT = new Date('2026-11-21T18:00:00Z')

export function makeSource(changes: Partial<Source> = {}): Source {
  return {
    id: 'mx-jal/prueba',
    name: 'La Prueba',
    url: 'https://prueba.example.mx/',
    medium: 'portal',
    state: 'MX-JAL',
    city: null,
    tier: 2,
    everyMinutes: 30,
    timeZone: 'America/Mexico_City',
    isEnabled: true,
    disabledBecause: null,
    verified: null,
    channels: [],
    skip: [],
    article: { title: null, byline: null, date: null, body: null, remove: [] },
    audience: null,
    rights: 'cita',
    convenio: null,
    isOwn: false,
    ...changes,
  }
}

export function makeItem(changes: Partial<Item> = {}): Item {
  return {
    url: 'https://prueba.example.mx/nota',
    channel: 'feed',
    seenAt: TAKEN_AT,
    title: null,
    summary: null,
    contentHtml: null,
    author: null,
    publishedAt: null,
    section: null,
    image: null,
    isWhole: false,
    views: null,
    ...changes,
  }
}

export function makeCapture(html: string | Uint8Array, changes: Partial<Capture> = {}): Capture {
  const body = typeof html === 'string' ? new TextEncoder().encode(html) : html
  const item = changes.item ?? makeItem()
  return {
    item,
    url: item.url,
    finalUrl: item.url,
    takenAt: TAKEN_AT,
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body,
    sha256: createHash('sha256').update(body).digest('hex'),
    kind: 'page',
    redirects: [],
    ...changes,
  }
}

export const readPageFile = (name: string): Uint8Array =>
  readFileSync(new URL(`./pages/${name}.html`, import.meta.url))

/** Reads one of the pages under `pages/`, found at `url`, of an outlet called `outlet`. */
export function readShape(name: string, url: string, outlet = 'La Prueba'): Article {
  return extractArticle(
    makeCapture(readPageFile(name), { item: makeItem({ url }) }),
    makeSource({ name: outlet }),
  )
}

/** A page of the plainest kind around some body HTML. */
export const plainPage = (body: string, head = ''): string =>
  `<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>Una nota</title>${head}</head><body><main><h1>Una nota</h1>${body}</main></body></html>`

/** Two paragraphs of prose, so that a page has a text. */
export const PROSE = [
  'El cabildo aprobó ayer por unanimidad el presupuesto del próximo año, que destina la mayor parte a obra pública y a seguridad.',
  'La sesión duró tres horas y terminó con aplausos de los vecinos que llenaron la sala para pedir alumbrado en sus colonias, donde faltan lámparas desde hace más de un año.',
] as const

export const prose = PROSE.map((text) => `<p>${text}</p>`).join('')
