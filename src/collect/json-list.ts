// A JSON API and the paths at which it says what → the notes it lists.
import { SourceChanged } from '../failure.ts'
import type { JsonSelection } from '../model.ts'
import { askApi } from './api.ts'
import { EMPTY_ENTRY, type Entry } from './entry.ts'
import { isObject, objectsOf, textOf, valueAt } from './json-values.ts'
import { plainLine, plainSummary } from './plain-text.ts'
import { type Visit, visitOf } from './visit.ts'
import type { Web } from './web.ts'

/** Seconds or milliseconds since 1970 as APIs write dates; other texts stay as they are. */
function dateOf(value: unknown): string | null {
  const text = textOf(value)
  if (text === null || !/^\d{10}(?:\d{3})?$/.test(text)) return text
  return new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString()
}

/** The value at a path, or the address that a template makes; null when any of its paths is empty. */
function linkOf(note: unknown, link: string): string | null {
  if (!link.includes('{')) return textOf(valueAt(note, link))
  let isWhole = true
  const filled = link.replace(/\{([^{}]+)\}/g, (_, path: string) => {
    const value = textOf(valueAt(note, path.trim()))
    isWhole &&= value !== null
    return encodeURI(value ?? '')
  })
  return isWhole ? filled : null
}

function readNote(note: unknown, read: JsonSelection): Entry {
  const at = (path: string | null) => (path === null ? null : textOf(valueAt(note, path)))
  return {
    ...EMPTY_ENTRY,
    link: linkOf(note, read.link),
    title: plainLine(at(read.title)),
    summary: plainSummary(at(read.summary)),
    contentHtml: at(read.body),
    date: read.date === null ? null : dateOf(valueAt(note, read.date)),
  }
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return `una lista de ${value.length}`
  if (isObject(value)) return `un objeto con las claves ${Object.keys(value).slice(0, 8).join(', ')}`
  return value === undefined ? 'nada' : 'otra cosa'
}

/** Every note of the list; a list that is not where it was declared is `SourceChanged`. */
export function readJsonList(json: unknown, read: JsonSelection): Entry[] {
  const list = read.list === null ? json : valueAt(json, read.list)
  if (!Array.isArray(list)) {
    const where = read.list === null ? 'en la raíz' : `en «${read.list}»`
    const found = list === undefined ? `${describe(json)}` : describe(list)
    throw new SourceChanged(`una lista de notas ${where}`, found)
  }
  const entries = objectsOf(list).map((note) => readNote(note, read))
  if (entries.length > 0 && entries.every(({ link }) => link === null)) {
    throw new SourceChanged(`la liga de cada nota en «${read.link}»`, describe(list[0]))
  }
  return entries
}

/** Reads what a JSON API lists. */
export async function visitJson(
  channel: { readonly url: string; readonly read: JsonSelection; readonly token: string | null },
  web: Web,
  headers: Readonly<Record<string, string>>,
): Promise<Visit> {
  const token = channel.token === null ? null : web.credential(channel.token)
  const { fetched, json } = await askApi(channel.url, web, {
    network: new URL(channel.url).host,
    token,
    headers,
    obeysRobots: true,
  })
  return visitOf(fetched, fetched.status === 304 ? [] : readJsonList(json, channel.read))
}
