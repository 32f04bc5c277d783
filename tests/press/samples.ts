// A few notes for every outlet, and a reader that visits the press as a browser without cookies would.
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { type CheerioAPI, load } from 'cheerio'
import { request } from 'undici'
import type { DefectId } from '../../bench/press/defects.ts'
import { openPress, type Press } from '../../bench/press/press.ts'
import { OUTLET_IDS, type OutletId, type PressNote } from '../../bench/press/stories.ts'

export const TEXTS = [
  'Vecinos de la colonia pidieron “que no se olviden de nosotros”, dijo Íñigo Núñez; la señal ¿será mañana?',
  'El director respondió que la obra – de 3.8 millones – terminará “pronto”… y que habrá agua & luz.',
  'La sesión duró tres horas y acabó sin acuerdo entre las partes, según consta en el acta número 14.',
  'Habrá otra reunión el jueves a las diez de la mañana en el auditorio, con entrada libre para todos.',
]

/** Instants of the samples of every outlet: by day, in the evening, in the small hours. */
export const INSTANTS = [
  '2026-10-31T10:15',
  '2026-11-02T21:40',
  '2026-11-04T12:05',
  '2026-11-05T23:30',
  '2026-11-06T01:20',
]

export function makeNote(outlet: OutletId, at: string, index: number): PressNote {
  const letter = String.fromCharCode(97 + index)
  const number = String(OUTLET_IDS.indexOf(outlet) + 1).padStart(2, '0')
  const count = index === 2 ? 2 : TEXTS.length
  return {
    id: `s${number}-${letter}`,
    storyId: `s${number}-muestra`,
    outlet,
    at,
    section: outlet === 'momento' || outlet === 'canal6' ? null : 'Región',
    byline: index % 2 === 0 ? 'Úrsula Peña Ávila' : null,
    title: `Reabren “El Cañón” tras ${index + 3} días: ¿y el <puente> & la señal?`,
    standfirst: index === 1 ? 'La bajada explica lo que el título calla' : null,
    paragraphs: TEXTS.slice(0, count).map((text) => `${text} (${outlet} ${letter})`),
    truth: { ours: 'si', tone: 'neutro', prominence: 'titular', pickup: null },
  }
}

export const SAMPLES: readonly PressNote[] = OUTLET_IDS.flatMap((outlet) =>
  INSTANTS.map((at, index) => makeNote(outlet, at, index)),
)

/** A press whose clock stands at a local minute of the region. */
export async function openSamplePress(now: string, notes: readonly PressNote[] = SAMPLES): Promise<Press> {
  return openPress({ clock: () => new Date(`${now}:00-06:00`), notes })
}

export type Visited = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** As sent, still compressed. */
  readonly sent: Uint8Array
  /** Unpacked. */
  readonly bytes: Uint8Array
  /** Read by the charset of the header, else UTF-8. */
  readonly text: string
}

function unpack(sent: Uint8Array, encoding: string | undefined): Uint8Array {
  if (encoding === 'gzip') return gunzipSync(sent)
  return encoding === 'br' ? brotliDecompressSync(sent) : sent
}

/** One request to an address of the press, without following redirects. */
export async function visit(
  press: Press,
  url: string,
  headers: Record<string, string> = {},
): Promise<Visited> {
  const { host, pathname, search } = new URL(url)
  const port = press.hosts.get(host)
  if (port === undefined) throw new Error(`the press has no host ${host}`)
  const answer = await request(`http://127.0.0.1:${port}${pathname}${search}`, {
    headers: { ...headers, host },
  })
  const sent = new Uint8Array(await answer.body.arrayBuffer())
  const flat = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
  )
  const bytes = unpack(sent, flat['content-encoding'])
  const charset = /charset=([\w-]+)/i.exec(flat['content-type'] ?? '')?.[1] ?? 'utf-8'
  return {
    status: answer.statusCode,
    headers: flat,
    sent,
    bytes,
    text: new TextDecoder(charset).decode(bytes),
  }
}

export async function visitPage(press: Press, url: string): Promise<CheerioAPI> {
  return load((await visit(press, url)).text)
}

/** The note that carries a defect of one note. */
export function carrierOf(press: Press, id: DefectId): PressNote {
  const noteId = press.defects.find((defect) => defect.id === id)?.noteIds[0]
  const note = press.notes.find((each) => each.id === noteId)
  if (note === undefined) throw new Error(`no note carries ${id}`)
  return note
}

export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
