// A seed → weeks of invented news with their truth: events told by several outlets, copied, followed up, and confused on purpose.
import { makeRandom, pick } from '../random.ts'
import { EVENT_KINDS, type EventKind } from './events.ts'
import { CROPS, MUNICIPALITIES, NEIGHBOURHOODS, PEOPLE, ROADS, SCHOOLS, SHOPS, VEHICLES } from './slots.ts'

/** A note with its truth. `textId`: notes of one text, whole, trimmed or edited, have the same. `kind`: the kind of case it is. */
export type JudgedNote = {
  readonly id: string
  readonly storyId: string
  readonly textId: string
  readonly kind: 'relato' | 'copia' | 'seguimiento' | 'breve' | 'resumen'
  readonly at: Date
  readonly title: string
  readonly standfirst: string | null
  readonly paragraphs: readonly string[]
}

type Slots = Readonly<Record<string, string>>
type Random = () => number

/** What makes two texts one: half of the shorter, and more of the longer than a digest holds of any note. */
export const [OF_SHORTER, OF_LONGER] = [0.5, 0.3]

const FIRST = Date.parse('2026-03-02T12:00:00Z')
const HOUR = 3_600_000
const DAYS = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'] as const
const OPENINGS = [
  '',
  '',
  '',
  'De acuerdo con el reporte, ',
  'Como informó este medio, ',
  'Este {dia}, ',
  'Según se supo, ',
] as const
const CLOSINGS = [
  'Con información de corresponsales.',
  'Seguiremos informando.',
  'Esta es una historia en desarrollo.',
  'Síguenos en nuestras redes sociales para más noticias de la región.',
] as const

/** Some five notes a day for `days` days. */
export function inventNews(seed: number, days = 70, eventsPerDay = 1.2): JudgedNote[] {
  const random = makeRandom(seed)
  const notes: JudgedNote[] = []
  let last: { kind: EventKind; slots: Slots } | null = null
  for (let event = 0; event < days * eventsPerDay; event += 1) {
    // One in four is another event of the kind of the one before, and half of those in the same town.
    const isRival: boolean = last !== null && random() < 0.25
    const kind: EventKind = isRival && last !== null ? last.kind : pick(EVENT_KINDS, random)
    const fresh = fillSlots(random)
    const slots: Slots =
      isRival && last !== null && random() < 0.5
        ? { ...fresh, municipio: last.slots.municipio ?? '', estado: last.slots.estado ?? '' }
        : fresh
    last = { kind, slots }
    const at = FIRST + (event / eventsPerDay) * 24 * HOUR + random() * 8 * HOUR
    notes.push(...tellEvent(`e${seed}-${event}`, kind, slots, at, random))
  }
  return addDigests(notes, seed, random).toSorted((one, other) => one.at.getTime() - other.at.getTime())
}

function fillSlots(random: Random): Slots {
  const [municipio, estado] = pick(MUNICIPALITIES, random)
  const persona = pick(PEOPLE, random)
  return {
    municipio,
    estado,
    colonia: pick(NEIGHBOURHOODS, random),
    persona,
    otra: pick(
      PEOPLE.filter((one) => one !== persona),
      random,
    ),
    vialidad: pick(ROADS, random),
    vehiculo: pick(VEHICLES, random),
    escuela: pick(SCHOOLS, random),
    negocio: pick(SHOPS, random),
    cultivo: pick(CROPS, random),
    dia: pick(DAYS, random),
    n: String(3 + Math.floor(random() * 27)),
    m: String(2 + Math.floor(random() * 7)),
    cifra: String(60 + Math.floor(random() * 840)),
  }
}

const fill = (text: string, slots: Slots): string =>
  text
    .replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? name)
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())

/** The sentences a telling drew, with their words. */
type Telling = { readonly textId: string; readonly drawn: ReadonlyMap<string, number> }

/** As a copy is defined, of the sentences drawn: two reporters who drew the same ones print the same text, copied or not. */
function isSameText(one: Telling['drawn'], other: Telling['drawn']): boolean {
  const sizes = [one, other].map((drawn) => drawn.values().reduce((sum, words) => sum + words, 0))
  const shared = one.entries().reduce((sum, [way, words]) => sum + (other.has(way) ? words : 0), 0)
  return shared >= OF_SHORTER * Math.min(...sizes) && shared >= OF_LONGER * Math.max(...sizes)
}

/** One to six tellings within two days, and copies of some of them. */
function tellEvent(id: string, kind: EventKind, slots: Slots, at: number, random: Random): JudgedNote[] {
  const notes: JudgedNote[] = []
  const told: Telling[] = []
  const tellings = 1 + Math.floor(random() ** 1.5 * 6)
  for (let index = 0; index < tellings; index += 1) {
    const isShort = random() < 0.3
    const isLate = index > 0 && random() < 0.25
    const facts = shuffle(kind.facts.slice(1), random).slice(0, isShort ? 1 : 2 + Math.floor(random() * 3))
    const drawn = new Map<string, number>()
    const lines = (isLate && random() < 0.5 ? facts : [kind.facts[0] ?? [], ...facts]).map((ways) => {
      const opening = pick(OPENINGS, random)
      const way = pick(ways, random)
      const line = fill(opening + way, slots)
      drawn.set(way, line.split(/\s+/).length)
      return line
    })
    const textId = told.find(({ drawn: before }) => isSameText(before, drawn))?.textId ?? `${id}-${index}`
    told.push({ textId, drawn })
    const note: JudgedNote = {
      id: `${id}-${index}`,
      storyId: id,
      textId,
      kind: isLate ? 'seguimiento' : isShort ? 'breve' : 'relato',
      at: new Date(at + (isLate ? 20 + random() * 28 : random() * 10) * HOUR),
      title: fill(pick(kind.headlines, random), slots),
      standfirst: random() < 0.3 ? fill(pick(pick(kind.facts, random), random), slots) : null,
      paragraphs: lines,
    }
    notes.push(note)
    for (let copy = 0; random() < 0.3 && copy < 4; copy += 1)
      notes.push(copyNote(note, copy, kind, slots, random))
  }
  return notes
}

/** As outlets copy: another headline, a paragraph less, a word changed here and there, a line of their own. */
function copyNote(note: JudgedNote, copy: number, kind: EventKind, slots: Slots, random: Random): JudgedNote {
  const kept = note.paragraphs.length > 2 && random() < 0.4 ? note.paragraphs.slice(0, -1) : note.paragraphs
  const edited = kept.map((text) => (random() < 0.3 ? text.replace(/ (\p{L}{5,}) (?=\p{L}{4})/u, ' ') : text))
  return {
    ...note,
    id: `${note.id}-c${copy}`,
    kind: 'copia',
    at: new Date(note.at.getTime() + (0.2 + random() * 12) * HOUR),
    title: random() < 0.5 ? note.title : fill(pick(kind.headlines, random), slots),
    paragraphs: random() < 0.4 ? [...edited, pick(CLOSINGS, random)] : edited,
  }
}

/** Every few days an outlet prints a digest: a line of each of several events. It tells none of them. */
function addDigests(notes: readonly JudgedNote[], seed: number, random: Random): JudgedNote[] {
  const digests: JudgedNote[] = []
  for (let at = 40; at < notes.length; at += 60) {
    const told = notes.slice(at - 25, at).filter(({ kind }) => kind === 'relato')
    const lines = shuffle(told, random)
      .slice(0, 5)
      .flatMap(({ paragraphs }) => paragraphs[0] ?? [])
    const last = notes[at]
    if (last === undefined || lines.length < 4) continue
    const id = `d${seed}-${at}`
    const title = 'Lo más leído de la semana en la región'
    digests.push({
      id,
      storyId: id,
      textId: id,
      kind: 'resumen',
      at: last.at,
      title,
      standfirst: null,
      paragraphs: lines,
    })
  }
  return [...notes, ...digests]
}

function shuffle<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, order: random() }))
    .sort((one, other) => one.order - other.order)
    .map(({ item }) => item)
}
