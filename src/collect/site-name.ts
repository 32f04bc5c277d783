// The HTML of a front page and its address → the name by which the outlet calls itself, or null. Pure.
import type { CheerioAPI } from 'cheerio/slim'
import { registrableDomain } from '../text/addresses.ts'
import { fold } from '../text/fold.ts'
import { isObject, textOf } from './json-values.ts'
import { plainLine } from './plain-text.ts'

/** Headings of front pages and names of builders that are nobody's name. */
const GENERIC =
  /^(?:inicio|home|portada|p[aá]gina principal|bienvenid\w*(?: a .*)?|(?:las )?[uú]ltimas? noticias?|noticias(?: de .*)?|lo [uú]ltimo|actualidad|blog|mi sitio|sitio web|wordpress|telegram|entradas|archivo|contacto|boletines?|comunicados|sala de prensa|(?:rss|atom|feed)\b.*)$/i

const OUTLET = /Organization|WebSite|Newspaper|RadioStation|TelevisionStation/

function typesOf(node: Readonly<Record<string, unknown>>): string {
  return [node['@type']].flat().map(String).join(' ')
}

/** Names of outlets in a piece of JSON-LD, the publisher's before the site's, whatever it is nested in. */
function namesInData(value: unknown, depth = 0): string[] {
  if (depth > 6) return []
  if (Array.isArray(value)) return value.flatMap((one) => namesInData(one, depth + 1))
  if (!isObject(value)) return []
  const own = OUTLET.test(typesOf(value)) ? (textOf(value.name) ?? null) : null
  const inside = [value.publisher, value['@graph'], value.isPartOf].flatMap((one) =>
    namesInData(one, depth + 1),
  )
  return [...inside, ...(own === null ? [] : [own])]
}

function listDataNames($: CheerioAPI): string[] {
  return $('script[type="application/ld+json"]')
    .toArray()
    .flatMap((script) => {
      try {
        return namesInData(JSON.parse($(script).text()))
      } catch (error) {
        if (error instanceof SyntaxError) return [] // a broken script says nothing
        throw error
      }
    })
}

/** "El Correo de Tala » Feed": feeds are announced under the site's name. */
function listFeedNames($: CheerioAPI): string[] {
  return $('link[rel~="alternate"][title]')
    .toArray()
    .map((link) =>
      ($(link).attr('title') ?? '').replace(/\s*[»|:–—-]\s*(?:feed|rss|atom|comentarios|comments).*$/i, ''),
    )
}

/** What the link to the front page says, in letters or as the name of its picture. */
function listBrandNames($: CheerioAPI): (string | null)[] {
  return $('header a[href], a[class*="logo"], a[class*="brand"], .site-title, h1 a[href]')
    .toArray()
    .slice(0, 20)
    .flatMap((node) => [plainLine($(node).text()), plainLine($(node).find('img').first().attr('alt'))])
    .filter((text) => text === null || text.length <= 60)
}

/** Titles of front pages: "El Medio | Noticias de Tala", "Últimas noticias - El Medio". */
function partTitle(title: string): string[] {
  return title.split(/\s+(?:[|–—·•»:-]|::)\s+/).map((part) => part.trim())
}

function lettersOf(text: string): string {
  return fold(text)
    .replace(/^(?:el|la|los|las|diario|periodico|radio|portal)\s+/, '')
    .replace(/[^a-z0-9ñ]+/g, '')
}

/** Whether a text says the name that the domain says: "El Correo de Tala" and `correodetala.mx`. */
function agreesWithDomain(text: string, pageUrl: string): boolean {
  const label = (registrableDomain(pageUrl).split('.')[0] ?? '').replace(/[^a-z0-9ñ]+/g, '')
  const letters = lettersOf(text)
  return letters.length >= 4 && label.length >= 4 && (letters.includes(label) || label.includes(letters))
}

/**
 * What an outlet declares of itself (og:site_name, application-name, JSON-LD) is believed first; then the part of the
 * title that agrees with the announced feed, or what agrees with the domain (in the title, the feed or the masthead); then its first part that is not a heading of any site.
 */
export function findSiteName($: CheerioAPI, pageUrl: string): string | null {
  const isName = (text: string | null): text is string => text !== null && !GENERIC.test(text)
  const declared = ['og:site_name', 'application-name'].map((name) =>
    plainLine($(`meta[property="${name}"], meta[name="${name}"]`).first().attr('content')),
  )
  const data = listDataNames($).map((name) => plainLine(name)?.slice(0, 80) ?? null)
  const feeds = listFeedNames($)
    .map((name) => plainLine(name))
    .filter(isName)
  const parts = partTitle(plainLine($('title').first().text()) ?? '').filter(
    (part) => part !== '' && isName(part),
  )
  const announced = new Set(feeds.map((name) => fold(name)))
  return (
    [...declared, ...data].find(isName) ??
    parts.find((part) => announced.has(fold(part))) ??
    [...parts, ...feeds, ...listBrandNames($).filter(isName)].find((part) =>
      agreesWithDomain(part, pageUrl),
    ) ??
    parts[0] ??
    feeds[0] ??
    null
  )
}
