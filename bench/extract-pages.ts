// A folder of captured pages with their expected articles → captures and sources the reader takes.

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Capture, Source } from '../src/model.ts'
import type { Expected } from './extract-metric.ts'
import type { Shape } from './extract-shapes/shape.ts'

export type ExpectedPage = Expected & { readonly url?: string; readonly country?: string }

export type LabelledPage = {
  readonly id: string
  readonly expected: ExpectedPage
  readonly capture: Capture
  readonly source: Source
}

const ZONES: Readonly<Record<string, string>> = {
  ar: 'America/Argentina/Buenos_Aires',
  at: 'Europe/Vienna',
  au: 'Australia/Sydney',
  be: 'Europe/Brussels',
  bg: 'Europe/Sofia',
  bo: 'America/La_Paz',
  br: 'America/Sao_Paulo',
  by: 'Europe/Minsk',
  ca: 'America/Toronto',
  ch: 'Europe/Zurich',
  cl: 'America/Santiago',
  cn: 'Asia/Shanghai',
  co: 'America/Bogota',
  cr: 'America/Costa_Rica',
  cu: 'America/Havana',
  cz: 'Europe/Prague',
  de: 'Europe/Berlin',
  dk: 'Europe/Copenhagen',
  do: 'America/Santo_Domingo',
  ec: 'America/Guayaquil',
  eg: 'Africa/Cairo',
  es: 'Europe/Madrid',
  fi: 'Europe/Helsinki',
  fr: 'Europe/Paris',
  gl: 'America/Nuuk',
  gr: 'Europe/Athens',
  gt: 'America/Guatemala',
  hn: 'America/Tegucigalpa',
  hu: 'Europe/Budapest',
  ie: 'Europe/Dublin',
  il: 'Asia/Jerusalem',
  in: 'Asia/Kolkata',
  ind: 'Asia/Kolkata',
  is: 'Atlantic/Reykjavik',
  isl: 'Atlantic/Reykjavik',
  it: 'Europe/Rome',
  jp: 'Asia/Tokyo',
  kr: 'Asia/Seoul',
  lb: 'Asia/Beirut',
  li: 'Europe/Zurich',
  ls: 'Africa/Maseru',
  lt: 'Europe/Vilnius',
  lu: 'Europe/Luxembourg',
  lv: 'Europe/Riga',
  mx: 'America/Mexico_City',
  my: 'Asia/Kuala_Lumpur',
  na: 'Africa/Windhoek',
  ni: 'America/Managua',
  nl: 'Europe/Amsterdam',
  no: 'Europe/Oslo',
  nz: 'Pacific/Auckland',
  pa: 'America/Panama',
  pe: 'America/Lima',
  pl: 'Europe/Warsaw',
  pt: 'Europe/Lisbon',
  py: 'America/Asuncion',
  ro: 'Europe/Bucharest',
  ru: 'Europe/Moscow',
  se: 'Europe/Stockholm',
  sv: 'America/El_Salvador',
  tr: 'Europe/Istanbul',
  tw: 'Asia/Taipei',
  tz: 'Africa/Dar_es_Salaam',
  ua: 'Europe/Kyiv',
  uk: 'Europe/London',
  us: 'America/New_York',
  uy: 'America/Montevideo',
  ve: 'America/Caracas',
  vn: 'Asia/Ho_Chi_Minh',
  za: 'Africa/Johannesburg',
}

const countryOfHost = (url: string | undefined): string | undefined =>
  url === undefined || !URL.canParse(url) ? undefined : new URL(url).hostname.split('.').at(-1)

/** Fixed zone of an offset such as `-03:00`, for outlets of which nothing else is known. */
function fixedZone(offset: string | undefined): string | undefined {
  const [, sign, hours] = /^([+-])(\d\d)/.exec(offset ?? '') ?? []
  if (sign === undefined || Number(hours) === 0) return undefined
  return `Etc/GMT${sign === '-' ? '+' : '-'}${Number(hours)}`
}

/**
 * The zone an analyst would have declared for the outlet: by its country, its host, the offset its own stamps carry, or the
 * region of its language.
 */
function zoneOf(page: ExpectedPage, html: string, fallback: string): string {
  const linked =
    /<(?:link[^>]+rel=["']?canonical["']?[^>]+href|meta[^>]+property=["']og:url["'][^>]+content)=["']([^"']+)/i.exec(
      html,
    )?.[1]
  const countries = [page.country, countryOfHost(page.url), countryOfHost(linked)]
  const byCountry = countries.flatMap((country) => ZONES[country ?? ''] ?? [])[0]
  const stamped = fixedZone(/20\d\d-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d+)?([+-]\d\d:?\d\d)/.exec(html)?.[1])
  const region = /(?:<html[^>]+lang=["']?|og:locale["'][^>]+content=["'])[a-z]{2}[-_]([A-Z]{2})/i
    .exec(html)?.[1]
    ?.toLowerCase()
  return byCountry ?? stamped ?? ZONES[region ?? ''] ?? fallback
}

/** Moment of the captures: later than every page of the sets. */
const TAKEN_AT = new Date('2026-11-21T18:00:00Z')

export function sourceOf(url: string, timeZone: string): Source {
  return {
    id: 'evaluacion/pagina',
    name: '',
    url,
    medium: 'portal',
    state: null,
    city: null,
    tier: 3,
    everyMinutes: 60,
    timeZone,
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
  }
}

export function captureOf(url: string, body: Uint8Array): Capture {
  const item = {
    url,
    channel: 'page' as const,
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
  }
  const sha256 = createHash('sha256').update(body).digest('hex')
  return {
    item,
    url,
    finalUrl: url,
    takenAt: TAKEN_AT,
    status: 200,
    headers: {},
    body,
    sha256,
    kind: 'page',
    redirects: [],
  }
}

/** A page written by hand, as if it had been captured at the moment of the sets. */
export function labelShape({ id, url, zone, html, expected }: Shape): LabelledPage {
  const body = new TextEncoder().encode(html)
  return { id, expected, capture: captureOf(url, body), source: sourceOf(url, zone) }
}

/** Loads every page of a folder that has `gt.json` and `<id>.html.gz`. Missing pages are an error. */
export async function loadPages(folder: string, fallbackZone: string): Promise<LabelledPage[]> {
  const truth: Record<string, ExpectedPage> = JSON.parse(await readFile(join(folder, 'gt.json'), 'utf8'))
  const files = new Set(await readdir(folder))
  return Promise.all(
    Object.entries(truth).map(async ([id, expected]) => {
      const name = [`${id}.html.gz`, `${id}.html`].find((file) => files.has(file))
      if (name === undefined) throw new Error(`falta la página ${id}.html.gz en ${folder}`)
      const bytes = await readFile(join(folder, name))
      const body = name.endsWith('.gz') ? gunzipSync(bytes) : bytes
      const url = expected.url ?? 'https://desconocido.invalid/nota'
      const timeZone = zoneOf(expected, body.toString('latin1'), fallbackZone)
      return { id, expected, capture: captureOf(url, body), source: sourceOf(url, timeZone) }
    }),
  )
}
