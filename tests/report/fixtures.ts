// How many notes, and what is special about them → everything that a report of Tala is composed from. All of it is invented.
import { createHash } from 'node:crypto'
import type {
  Article,
  Brief,
  Medium,
  Mention,
  Municipality,
  Note,
  Pickup,
  Section,
  Source,
  Subject,
  SubjectRole,
  ToneLabel,
} from '../../src/model.ts'
import { type FixtureStory, STORIES } from './fixture-stories.ts'

export const TIME_ZONE = 'America/Mexico_City'
/** Cut-off of the edition: 13 November 2026, 6:40 in Tala. */
export const CUT_OFF = new Date('2026-11-13T12:40:00Z')
const HOUR = 3_600_000
const DAY = 24 * HOUR
const START = new Date(CUT_OFF.getTime() - DAY)

const OUTLETS: readonly (readonly [
  id: string,
  name: string,
  medium: Medium,
  tier: 1 | 2 | 3,
  audience: number | null,
])[] = [
  ['correo', 'El Correo de Tala', 'portal', 2, 18_400],
  ['diario', 'Diario de los Valles', 'periodico', 1, 42_000],
  ['sol', 'El Sol de los Valles', 'periodico', 1, 51_500],
  ['canaveral', 'La Voz del Cañaveral', 'portal', 2, 12_300],
  ['cuisillos', 'Cuisillos Hoy', 'portal', 3, null],
  ['ruta70', 'Ruta 70 Noticias', 'portal', 2, 23_000],
  ['ingenio', 'Semanario El Ingenio', 'revista', 2, 4_600],
  ['canal6', 'Canal 6 Valles', 'tv', 1, 38_000],
  ['momento', 'Tala al Momento', 'red-social', 2, 9_100],
  ['radio', 'Radio Valles 98.3', 'radio', 1, 31_000],
  ['red', 'Agencia Red Jalisco', 'agencia', 2, null],
  ['occidente', 'El Occidente', 'periodico', 1, 120_000],
  ['tribuna', 'Tribuna Tapatía', 'portal', 2, 64_000],
  ['zapopan', 'Zapopan Informa', 'portal', 3, null],
  ['observador', 'Observador Valles', 'portal', 3, 5_200],
]

export function makeSource(
  id: string,
  name: string,
  medium: Medium = 'portal',
  rest: Partial<Source> = {},
): Source {
  return {
    id,
    name,
    url: `https://${id}.example`,
    medium,
    state: 'MX-JAL',
    city: 'Tala',
    tier: 2,
    everyMinutes: 20,
    timeZone: TIME_ZONE,
    isEnabled: true,
    disabledBecause: null,
    verified: null,
    channels: [{ kind: 'feed', url: `https://${id}.example/feed` }],
    skip: [],
    article: { title: null, byline: null, date: null, body: null, remove: [] },
    audience: null,
    rights: 'cita',
    convenio: null,
    isOwn: false,
    ...rest,
  }
}

export const SOURCES: readonly Source[] = [
  ...OUTLETS.map(([id, name, medium, tier, value]) =>
    makeSource(id, name, medium, {
      tier,
      rights: id === 'occidente' ? 'titulo-y-liga' : 'cita',
      audience: value === null ? null : { value, unit: 'visitas-dia', source: 'media kit', asOf: '2026-03' },
    }),
  ),
  makeSource('gobierno', 'Gobierno de Tala', 'portal', { isOwn: true }),
]

const subject = (id: string, name: string, role: SubjectRole): Subject => ({
  id,
  name,
  role,
  aliases: [name],
  ambiguous: [],
  exclusions: [],
  context: [],
  antiContext: [],
})

const SECTIONS: readonly Section[] = [
  { id: 'agua', title: 'Agua y servicios', terms: [] },
  { id: 'cultura', title: 'Cultura y turismo', terms: [] },
  { id: 'seguridad', title: 'Seguridad', terms: [] },
  { id: 'obras', title: 'Obra pública', terms: [] },
  { id: 'gobierno', title: 'Gobierno y Cabildo', terms: [] },
  { id: 'salud', title: 'Salud y programas sociales', terms: [] },
]

/** People and areas whose names the fixture finds in the texts. */
const PEOPLE: readonly string[] = [
  'Marcela Ruvalcaba',
  'Rubén Amezcua Tejeda',
  'Óscar Villaseñor Luna',
  'Daniela Cisneros Bravo',
  'Norma Leticia Sandoval Ríos',
  'Joel Arriaga Mojica',
  'Lorena Aceves Partida',
]

export const TALA: Municipality = {
  name: 'Tala',
  inegi: '14083',
  state: 'MX-JAL',
  stateName: 'Jalisco',
  office: 'Dirección de Comunicación Social',
  timeZone: TIME_ZONE,
  contact: 'comunicacion@tala.example',
  brandColor: '#1F4B57',
  logo: null,
  subjects: [
    subject('tala', 'Tala', 'municipio'),
    ...PEOPLE.map((name, index) => subject(`persona-${index}`, name, 'persona')),
    subject('ameca', 'Ameca', 'vecino'),
    subject('teuchitlan', 'Teuchitlán', 'vecino'),
    subject('arenal', 'El Arenal', 'vecino'),
  ],
  sections: SECTIONS,
  holidays: [],
  duties: { press: 'Prensa', spokesperson: 'Comunicación Social', before: '9:00' },
}

export const BRIEF: Brief = {
  id: 'sintesis-diaria',
  title: 'Síntesis informativa',
  kind: 'sintesis',
  format: ['carta', 'movil'],
  schedule: { weekdays: [1, 2, 3, 4, 5, 6, 7], deadline: '06:45', weekendDeadline: '08:45' },
  days: 1,
}

const sha = (text: string): string => createHash('sha256').update(text).digest('hex')

function findMentions(title: string, paragraphs: readonly string[], story: FixtureStory): Mention[] {
  return TALA.subjects.flatMap(({ id, name }) => {
    const inBody = paragraphs.flatMap((text, paragraph) => {
      const start = text.indexOf(name)
      return start < 0
        ? []
        : [{ field: 'body' as const, paragraph, start, end: start + name.length, text: name, rule: 'alias' }]
    })
    const at = title.indexOf(name)
    const inTitle =
      at < 0
        ? []
        : [
            {
              field: 'title' as const,
              paragraph: 0,
              start: at,
              end: at + name.length,
              text: name,
              rule: 'alias',
            },
          ]
    const hits = [...inTitle, ...inBody]
    if (hits.length === 0 && id !== 'tala') return []
    return [
      { subjectId: id, belonging: 'nuestra' as const, prominence: story.prominence, hits, evidence: [] },
    ]
  })
}

function makeArticle(story: FixtureStory, url: string, at: Date): Article {
  return {
    url,
    canonicalUrl: url,
    title: story.title,
    byline: story.byline,
    section: null,
    publishedAt: at,
    publishedFrom: 'json-ld',
    hasHour: true,
    image: null,
    standfirst: null,
    paragraphs: story.paragraphs,
    completeness: 'completa',
    flags: [],
  }
}

function makePickup(folio: string, index: number): Pickup {
  const share = [0.94, 0.63, 0.41, 0.12][index % 4] ?? 0.4
  const kind = share > 0.9 ? 'integra' : share > 0.6 ? 'editada' : share > 0.3 ? 'parcial' : 'citada'
  return {
    folio,
    kind,
    shareOfBoletin: share,
    shareOfArticle: 0.5,
    passages: [],
    isTitleKept: false,
    isCredited: false,
    lagHours: 3,
  }
}

const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)

/** One note of a story as an outlet tells it. `index` spreads the notes over the day. */
export function makeNote(
  story: FixtureStory,
  outlet: string,
  tone: ToneLabel,
  id: number,
  storyId: number,
  rest: Partial<Note> = {},
): Note {
  const at = new Date(START.getTime() + ((id * 37) % 1400) * 60_000)
  const audience = OUTLETS.find(([name]) => name === outlet)?.[4] ?? null
  return {
    id,
    sourceId: outlet,
    capturedAt: new Date(at.getTime() + 600_000),
    captureSha256: sha(`nota ${id}`),
    article: makeArticle(story, `https://${outlet}.example/${slugOf(story.title)}-${id}`, at),
    mentions: findMentions(story.title, story.paragraphs, story),
    pickups: story.folio === null ? [] : [makePickup(story.folio, id)],
    tone:
      tone === 'sin evaluar'
        ? null
        : { label: tone, score: 0, confidence: 0.8, reasons: [], needsReview: false },
    reach:
      audience === null
        ? null
        : {
            value: audience,
            unit: 'personas',
            basis: 'visitas al día',
            source: 'media kit',
            asOf: '2026-03',
          },
    storyId,
    sectionId: story.section,
    ...rest,
  }
}

const PLACES = [
  'Cuisillos',
  'Ahuisculco',
  'Pacana',
  'El Refugio',
  'Navajas',
  'Castro Urdiales',
  'Los Ruiseñores',
  'San Isidro Mazatepec',
]

/** Notes of a day, story by story with their repeats; past the table, the stories return under other places. */
export function makeNotes(count: number): Note[] {
  const notes: Note[] = []
  for (let round = 0; notes.length < count; round += 1) {
    for (const [index, original] of STORIES.entries()) {
      const storyId = round * STORIES.length + index + 1
      const place = PLACES[(round + index) % PLACES.length] ?? ''
      const story =
        round === 0
          ? original
          : { ...original, title: `${original.title.replace(/\.$/, '')} en ${place} (${round})` }
      for (const [outlet, tone] of [[story.outlet, story.tone] as const, ...story.repeats]) {
        if (notes.length < count) notes.push(makeNote(story, outlet, tone, 1000 + notes.length, storyId))
      }
    }
  }
  return notes
}
