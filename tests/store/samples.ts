// A few words → nouns as the rooms before the store make them, complete and plausible.
import { createHash } from 'node:crypto'
import type {
  Article,
  Boletin,
  Capture,
  Item,
  Mention,
  Pickup,
  Reach,
  Round,
  Source,
  Tone,
} from '../../src/model.ts'
import type { NewNote } from '../../src/store/notes.ts'

export const MORNING = new Date('2026-11-06T12:30:00.000Z')

/** An instant so many minutes after the morning of the tests. */
export function minutesLater(minutes: number, from: Date = MORNING): Date {
  return new Date(from.getTime() + minutes * 60_000)
}

export function sampleSource(id = 'mx-jal/el-correo', changes: Partial<Source> = {}): Source {
  return {
    id,
    name: 'El Correo de Tala',
    url: 'https://correo.example',
    medium: 'portal',
    state: 'MX-JAL',
    city: 'Tala',
    tier: 2,
    everyMinutes: 20,
    timeZone: 'America/Mexico_City',
    isEnabled: true,
    disabledBecause: null,
    verified: null,
    channels: [{ kind: 'feed', url: 'https://correo.example/feed' }],
    skip: [],
    article: { title: null, byline: null, date: null, body: null, remove: [] },
    audience: null,
    rights: 'cita',
    convenio: null,
    isOwn: false,
    ...changes,
  }
}

export function sampleItem(url: string, changes: Partial<Item> = {}): Item {
  return {
    url,
    channel: 'feed',
    seenAt: MORNING,
    title: 'Cuatro días sin agua',
    summary: null,
    contentHtml: '<p>Sin agua.</p>',
    author: null,
    publishedAt: minutesLater(-90),
    section: null,
    image: null,
    isWhole: false,
    views: null,
    ...changes,
  }
}

export function sampleCapture(url: string, changes: Partial<Capture> = {}): Capture {
  const body = changes.body ?? new TextEncoder().encode(`<html><h1>Sin agua</h1><p>${url}</p></html>`)
  return {
    item: sampleItem(url),
    url,
    finalUrl: url,
    takenAt: MORNING,
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body,
    sha256: createHash('sha256').update(body).digest('hex'),
    kind: 'page',
    redirects: [],
    ...changes,
  }
}

export function sampleArticle(url: string, changes: Partial<Article> = {}): Article {
  return {
    url,
    canonicalUrl: url,
    title: 'Cuatro días sin agua en el oriente de Tala',
    byline: 'Redacción',
    section: 'Local',
    publishedAt: minutesLater(-90),
    publishedFrom: 'json-ld',
    hasHour: true,
    image: null,
    standfirst: 'Vecinos exigen respuesta al SIAPTA.',
    paragraphs: [
      'Vecinos del oriente de Tala cumplieron cuatro días sin agua.',
      'El Ayuntamiento pidió paciencia.',
    ],
    completeness: 'completa',
    flags: [],
    ...changes,
  }
}

export const OURS: Mention = {
  subjectId: 'ayuntamiento',
  belonging: 'nuestra',
  prominence: 'cuerpo',
  hits: [
    {
      field: 'body',
      paragraph: 1,
      start: 3,
      end: 15,
      text: 'Ayuntamiento',
      rule: 'alias: Ayuntamiento de Tala',
    },
  ],
  evidence: ['Nombra a Jalisco en la entrada.'],
}

export const DOUBTFUL: Mention = { ...OURS, belonging: 'dudosa', evidence: ['No dice de qué Tala habla.'] }

export const NEGATIVE: Tone = {
  label: 'negativo',
  score: -0.6,
  confidence: 0.8,
  reasons: [{ sentence: 'Nadie da la cara.', words: [{ text: 'nadie', weight: -0.5 }], rule: 'léxico' }],
  needsReview: false,
}

export const REACH: Reach = {
  value: 12_000,
  range: [9000, 16_000],
  unit: 'personas',
  basis: 'visitas al día ÷ notas al día',
  source: 'media kit',
  asOf: '2026-03',
}

export const BOLETIN: Boletin = {
  folio: '2026/0231',
  title: 'Restablecen el agua en Villas del Cañaveral',
  paragraphs: ['El SIAPTA restableció el servicio.', 'La presidenta agradeció la paciencia.'],
  dependencia: 'SIAPTA',
  sentAt: minutesLater(-300),
  file: 'boletines/2026/0231.md',
}

export const PICKUP: Pickup = {
  folio: BOLETIN.folio,
  kind: 'parcial',
  shareOfBoletin: 0.5,
  shareOfArticle: 0.25,
  passages: [
    {
      boletinParagraph: 0,
      boletinStart: 0,
      boletinEnd: 34,
      articleParagraph: 1,
      articleStart: 0,
      articleEnd: 34,
      words: 5,
    },
  ],
  isTitleKept: false,
  isCredited: true,
  lagHours: 3.5,
}

export function sampleNote(url: string, changes: Partial<NewNote> = {}): NewNote {
  return {
    sourceId: 'mx-jal/el-correo',
    capture: sampleCapture(url),
    article: sampleArticle(url),
    mentions: [OURS],
    pickups: [],
    tone: NEGATIVE,
    reach: REACH,
    storyId: null,
    sectionId: 'agua',
    ...changes,
  }
}

let rounds = 0

/** A round of its own instant unless told otherwise. */
export function sampleRound(changes: Partial<Round> = {}): Round {
  rounds += 1
  const startedAt = new Date(MORNING.getTime() + rounds)
  return {
    sourceId: 'mx-jal/el-correo',
    startedAt,
    endedAt: startedAt,
    state: 'leida',
    channel: 'feed',
    reason: null,
    ends: [],
    ...changes,
  }
}
