// The pages of the sample press, with furniture set into them that no single page betrays → how much of the text the
// memory of each outlet makes right, and whether it loses what is repeated and true.
// npm run bench:furniture [-- --worst N]
import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { request } from 'undici'
import { extractNote } from '../src/extract/extract.ts'
import { type FurnitureMemory, NO_MEMORY, type Sighting } from '../src/extract/furniture.ts'
import { Unreadable } from '../src/failure.ts'
import { bodyF1, compareBody, measure } from './extract-metric.ts'
import { captureOf, type LabelledPage, sourceOf } from './extract-pages.ts'
import { instantOf } from './press/calendar.ts'
import { openPress, type Press } from './press/press.ts'
import type { PressNote } from './press/stories.ts'

const PAGES = new Set(
  'correo diario sol canaveral cuisillos ingenio radio red occidente tribuna zapopan observador gobierno'.split(
    ' ',
  ),
)

/** House advertisements of an outlet that sells its own columns: one of three on each page. */
const HOUSE_ADS = [
  'Refaccionaria Núñez tiene todo para su camión cañero, con entrega el mismo día en la región y crédito a productores.',
  'En Muebles La Comodidad estrene sala y comedor a meses sin intereses; la esperamos en el portal Hidalgo, de lunes a sábado.',
  'El salón Los Arcos, ahora con alberca y jardín, aparta su fecha para bodas y quince años con solo mil pesos de anticipo.',
]
const CALL =
  'En esta casa editorial creemos que la información es de todos y por eso nuestro trabajo llega cada mañana a los hogares de la región.'
const TRUE_REPEATED =
  'Se recuerda a la ciudadanía que el número de emergencias es el 911 y que las bromas retrasan a las ambulancias que otros necesitan.'

/** What is set into one page, and what of it is the note's own. */
type Setting = { readonly html: string; readonly kept: string | null; readonly at: 'middle' | 'end' }

function settingsFor(number: number, earlier: readonly PressNote[]): Setting[] {
  const ad = HOUSE_ADS[number % HOUSE_ADS.length] ?? ''
  const more = earlier
    .slice(-3)
    .map(({ title }) => `<p>${title}, informaron autoridades y vecinos de la región.</p>`)
  return [
    { at: 'middle', kept: null, html: `<div class="bx7"><p>${ad}</p></div>` },
    { at: 'end', kept: null, html: `<p>${CALL}</p>` },
    ...(number % 6 === 2
      ? [{ at: 'end' as const, kept: TRUE_REPEATED, html: `<p>${TRUE_REPEATED}</p>` }]
      : []),
    {
      at: 'end',
      kept: null,
      html: `<div class="zona-b"><h3>Más de esta sección</h3>${more.join('')}</div>`,
    },
  ]
}

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** Sets pieces after paragraphs of the note; null where the page does not write its paragraphs as elements. */
function setInto(html: string, note: PressNote, settings: readonly Setting[]): string | null {
  const endOf = (text: string): number => {
    const words = /[\p{L}\d ]{12,40}/u.exec(text)?.[0]?.trim() ?? text
    const start = html.lastIndexOf(escapeText(words))
    return start < 0 ? -1 : html.indexOf('</p>', start)
  }
  const { paragraphs } = note
  const places = {
    middle: endOf(paragraphs[Math.floor((paragraphs.length - 1) / 2)] ?? ''),
    end: endOf(paragraphs.at(-1) ?? ''),
  }
  if (places.middle < 0 || places.end < 0) return null
  const order = settings.toReversed().sort((one, other) => places[other.at] - places[one.at])
  return order.reduce((page, { html: piece, at }) => {
    const after = places[at] + '</p>'.length
    return page.slice(0, after) + piece + page.slice(after)
  }, html)
}

/** What the archive does with rows: how many notes a block stood in, of those since it was first met. */
class Ledger {
  notes = 0
  readonly seen = new Map<string, { notes: number; since: number }>()
  recall(): FurnitureMemory {
    return new Map(
      [...this.seen].map(([digest, { notes, since }]): [string, Sighting] => [
        digest,
        { notes, share: notes / (this.notes - since) },
      ]),
    )
  }
  learn(digests: readonly string[]): void {
    for (const digest of digests) {
      const known = this.seen.get(digest)
      if (known === undefined) this.seen.set(digest, { notes: 1, since: this.notes })
      else known.notes += 1
    }
    this.notes += 1
  }
}

async function fetchPage(press: Press, url: string): Promise<string | null> {
  const { host, pathname, search } = new URL(url)
  const answer = await request(`http://127.0.0.1:${press.hosts.get(host)}${pathname}${search}`, {
    headers: { host },
  })
  const bytes = new Uint8Array(await answer.body.arrayBuffer())
  const charset = /charset=([\w-]+)/i.exec(String(answer.headers['content-type']))?.[1] ?? 'utf-8'
  return answer.statusCode === 200 ? new TextDecoder(charset).decode(bytes) : null
}

type Scored = {
  readonly outlet: string
  readonly id: string
  readonly f1: number
  readonly page: ReturnType<typeof compareBody>
}

function readText(
  page: LabelledPage,
  memory: FurnitureMemory,
): { text: string; memorable: readonly string[] } {
  try {
    const { article, lesson } = extractNote(page.capture, page.source, memory)
    return { text: article.paragraphs.join('\n'), memorable: lesson?.digests ?? [] }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { text: '', memorable: [] }
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { worst: { type: 'string', default: '5' } } })
  const press = await openPress({ clock: () => new Date('2026-11-13T06:50:00-06:00') })
  const runs = {
    'páginas como son, sin memoria': { isSet: false, remembers: false },
    'páginas como son, con memoria': { isSet: false, remembers: true },
    'con muebles, sin memoria': { isSet: true, remembers: false },
    'con muebles, con memoria': { isSet: true, remembers: true },
  }
  for (const [name, { isSet, remembers }] of Object.entries(runs)) {
    const scored: Scored[] = []
    const settled: Scored[] = []
    let repeatedTrue = 0
    let keptTrue = 0
    const byOutlet = new Map<string, PressNote[]>()
    const ledgers = new Map<string, Ledger>()
    const notes = press.notes.filter(
      ({ outlet, at }) => PAGES.has(outlet) && instantOf(at) < new Date('2026-11-13T12:50:00Z'),
    )
    for (const note of notes.toSorted((one, other) => one.at.localeCompare(other.at))) {
      const earlier = byOutlet.get(note.outlet) ?? []
      const ledger = ledgers.get(note.outlet) ?? new Ledger()
      byOutlet.set(note.outlet, [...earlier, note])
      ledgers.set(note.outlet, ledger)
      const url = press.addressOf(note.id)
      const plain = await fetchPage(press, url)
      if (plain === null) continue
      const settings = settingsFor(earlier.length, earlier)
      const html = isSet ? setInto(plain, note, settings) : plain
      if (html === null) continue
      const body = new TextEncoder().encode(html.replace(/charset=(["']?)[\w-]+/i, 'charset=$1utf-8'))
      const page: LabelledPage = {
        id: note.id,
        expected: {},
        capture: { ...captureOf(url, body), sha256: createHash('sha256').update(body).digest('hex') },
        source: sourceOf(url, 'America/Mexico_City'),
      }
      const { text, memorable } = readText(page, remembers ? ledger.recall() : NO_MEMORY)
      ledger.learn(memorable)
      const own = isSet ? settings.flatMap(({ kept }) => kept ?? []) : []
      const compared = compareBody({ articleBody: [...note.paragraphs, ...own].join('\n') }, text)
      const one = { outlet: note.outlet, id: note.id, f1: compared.f1, page: compared }
      scored.push(one)
      if (earlier.length >= 10) settled.push(one)
      repeatedTrue += own.length
      keptTrue += own.filter((each) => text.includes(each)).length
    }
    const all = measure(
      scored.map(({ page }) => page),
      bodyF1,
    )
    const later = measure(
      settled.map(({ page }) => page),
      bodyF1,
    )
    const truth =
      repeatedTrue === 0 ? '' : `; repetido y verdadero que se conserva: ${keptTrue} de ${repeatedTrue}`
    console.log(
      `${name.padEnd(32)} F1 ${all.value.toFixed(4)} ± ${all.deviation.toFixed(4)} (${all.pages}); desde la nota 11 de cada medio ${later.value.toFixed(4)} ± ${later.deviation.toFixed(4)} (${later.pages})${truth}`,
    )
    for (const { outlet, id, f1 } of settled
      .toSorted((one, other) => one.f1 - other.f1)
      .slice(0, Number(values.worst)))
      console.log(`    ${f1.toFixed(4)} ${outlet} ${id}`)
  }
  await press.close()
}

await main()
