// The bytes of a PDF → where its words, links and destinations stand, and which notes stand behind each place.
import type { ToneLabel } from '../../src/model.ts'
import { openPdf } from './read-pdf.ts'

/** Points from the lower left corner of the page; `y` is the baseline. */
export type PlacedText = {
  readonly page: number
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
}

export type PlacedLink = {
  readonly page: number
  readonly goTo: string
  readonly box: readonly [left: number, bottom: number, right: number, top: number]
}

export type NoteRow = {
  readonly nota: number
  readonly seccion: string | null
  readonly medio: string
  readonly tono: ToneLabel
  readonly boletin: string | null
  readonly pertenencia: string
  readonly capturada: string
}

export type Places = {
  readonly texts: readonly PlacedText[]
  readonly links: readonly PlacedLink[]
  /** Page and height of each named place. */
  readonly places: ReadonlyMap<string, { readonly page: number; readonly y: number }>
  /** The attached notes. */
  readonly notes: readonly NoteRow[]
}

export async function readPlaces(bytes: Uint8Array): Promise<Places> {
  const pdf = await openPdf(bytes)
  const texts: PlacedText[] = []
  const links: PlacedLink[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const [, , , , x, y] = item.transform as number[]
      texts.push({ page: number, text: item.str.trim(), x: x ?? 0, y: y ?? 0, width: item.width })
    }
    for (const { dest, rect } of await page.getAnnotations()) {
      if (typeof dest === 'string') links.push({ page: number, goTo: dest, box: rect })
    }
  }
  const places = new Map<string, { page: number; y: number }>()
  for (const [name, target] of Object.entries(await pdf.getDestinations())) {
    const [reference, , , y] = target as [Parameters<typeof pdf.getPageIndex>[0], unknown, unknown, number]
    places.set(name, { page: (await pdf.getPageIndex(reference)) + 1, y })
  }
  const attached = (await pdf.getAttachments()) as Record<string, { filename: string; content: Uint8Array }>
  const file = Object.values(attached).find(({ filename }) => filename === 'notas.json')
  const notes = JSON.parse(new TextDecoder().decode(file?.content)) as NoteRow[]
  return { texts, links, places, notes }
}

/** Place that a text leads to: the link that covers the middle of its letters. */
export function placeUnder({ links }: Places, { page, x, y, width }: PlacedText): string | null {
  const [middle, height] = [x + width / 2, y + 2.5]
  const found = links.find(
    ({ page: on, box: [left, bottom, right, top] }) =>
      on === page && left <= middle && middle <= right && bottom <= height && height <= top,
  )
  return found?.goTo ?? null
}

/** `3`, `5 (2)`: the numbers of some notes as the document lists them. */
export function listNumbers(notes: readonly NoteRow[]): string[] {
  const counts = new Map<number, number>()
  for (const { nota } of notes) counts.set(nota, (counts.get(nota) ?? 0) + 1)
  return [...counts]
    .toSorted(([one], [other]) => one - other)
    .map(([number, count]) =>
      count === 1 ? number.toLocaleString('es-MX') : `${number.toLocaleString('es-MX')} (${count})`,
    )
}

/** The words under a place, from a text that starts with `label` to the full stop that ends its entry. */
export function readEntry({ texts, places }: Places, name: string, label: string): string | null {
  const place = places.get(name)
  if (place === undefined) return null
  const start = texts.findIndex(
    ({ page, y, text }) => page === place.page && y < place.y && y > place.y - 34 && text.startsWith(label),
  )
  const first = texts[start]
  if (first === undefined) return null
  let entry = ''
  for (const { text, page, x } of texts.slice(start)) {
    if (page !== first.page || x < first.x - 2) break
    entry += ` ${text}`
    if (text.endsWith('.') && !label.endsWith(text)) break
  }
  return entry
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/ ([,;.)])/g, '$1')
    .trim()
}

/** Whether the story of a number stands under a place: its number is the first thing there. */
export function isStoryAt({ texts, places }: Places, name: string, number: number): boolean {
  const place = places.get(name)
  if (place === undefined || !name.startsWith('nota-')) return false
  const near = texts.filter(({ page, y }) => page === place.page && y < place.y && y > place.y - 34)
  return near.some(({ text }) => new RegExp(`^${number.toLocaleString('es-MX')}(\\s|$)`).test(text))
}
