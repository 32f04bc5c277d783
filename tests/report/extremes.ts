// The days that break layouts → their inputs by name: each one is drawn in both formats, linted and looked at.
import { createCanvas } from '@napi-rs/canvas'
import type { Article, Boletin, Note, Source, ToneLabel } from '../../src/model.ts'
import type { PosicionamientoInput } from '../../src/report/posicionamiento-input.ts'
import type { SintesisInput } from '../../src/report/sintesis-input.ts'
import { makeBriefingInput } from './briefings.ts'
import { makeBroadcastInput } from './broadcasts.ts'
import { makeConvenioInput } from './convenios.ts'
import { BOLETINES, makeCertificate, makePosicionamientoInput, makeSintesisInput } from './fixture-input.ts'
import { STORIES } from './fixture-stories.ts'
import { makeNote, makeNotes, makeSource, SOURCES, TALA } from './fixtures.ts'
import { BROKEN_FRONT_PAGES, makeFrontPagesInput } from './front-pages.ts'
import { makeSocialInput } from './posts.ts'
import { makeResultsInput } from './results.ts'
import { makeAddendumInput, makeExtraordinaryInput } from './specials.ts'

/** An element that must be there. */
function pick<Element>(list: readonly Element[], at: number): Element {
  const found = list[at]
  if (found === undefined) throw new Error(`nothing at ${at}`)
  return found
}

const firstStory = pick(STORIES, 0)

/** A small landscape, different for each seed: what a captured photo may look like. */
export function makePhoto(seed: number, width = 372, height = 276): Uint8Array {
  const canvas = createCanvas(width, height)
  const brush = canvas.getContext('2d')
  brush.fillStyle = `hsl(${(seed * 47) % 360} 35% 72%)`
  brush.fillRect(0, 0, width, height)
  brush.fillStyle = `hsl(${(seed * 47 + 140) % 360} 30% 38%)`
  brush.beginPath()
  brush.moveTo(0, height)
  for (let x = 0; x <= width; x += 12) brush.lineTo(x, height * (0.55 + 0.18 * Math.sin(x / 60 + seed)))
  brush.lineTo(width, height)
  brush.fill()
  return new Uint8Array(canvas.toBuffer('image/jpeg', 78))
}

const withArticle = (note: Note, article: Partial<Article>): Note => ({
  ...note,
  article: { ...note.article, ...article },
})

const withTone = (note: Note, label: ToneLabel): Note => ({
  ...note,
  tone:
    label === 'sin evaluar' ? null : { label, score: 0, confidence: 0.9, reasons: [], needsReview: false },
})

const SIXTY_WORDS =
  'En sesión extraordinaria que se prolongó hasta la madrugada, vecinos de nueve colonias, comerciantes del mercado, transportistas, ejidatarios, madres de familia y estudiantes reclamaron al Ayuntamiento de Tala por la falta de agua, el cierre de la carretera, las pipas que no llegan, los recibos que sí llegan, el bacheo suspendido, el alumbrado intermitente y la ausencia total de explicaciones oficiales'

const STRANGE_TITLES = [
  '𝐔́𝐑𝐆𝐄𝐍𝐓𝐄 🚨🚱 4 DÍAS SIN AGUA 😡👨‍👩‍👧‍👦 en Tala y nadie da la cara 🇲🇽✨',
  'T̸̨͎͝a̵̳̽ĺ̶̫a̷̝͌ amanece sin agua\u202e ogidóc \u202c y sin res\u00adpuesta',
  'مياه تالا Вода в Тале 水 Tala: agua para todos Ελλάδα',
  '<b>Tala</b> & <script>alert("x")</script> «citas» “dobles” =1+1',
]

const TWO_LINKS = [
  `https://canaveral.example/${'una-ruta-larguisima-que-no-termina-'.repeat(9)}fin?utm=1`,
  'javascript:alert(1)',
] as const

function makeOpinions(): Note[] {
  const columns = ['Bagazo', 'La Peña', 'Desde el portal', 'Guarapo']
  return columns.map((title, index) => {
    const note = makeNote(
      firstStory,
      ['ingenio', 'diario', 'observador', 'sol'][index] ?? 'sol',
      index % 2 === 0 ? 'negativo' : 'mixto',
      7000 + index,
      7000 + index,
    )
    return withArticle(note, { title, byline: 'Fermín Loza', section: 'Opinión' })
  })
}

/** Forty outlets and thirty boletines, every one published by some. */
function makeCrowd(): Pick<PosicionamientoInput, 'notes' | 'boletines' | 'sources'> {
  const sources: Source[] = Array.from({ length: 40 }, (_, index) =>
    makeSource(
      `medio-${index}`,
      `${['El Eco', 'La Voz', 'Diario', 'Radio', 'Portal'][index % 5]} de ${['Valles', 'Ameca', 'Cocula', 'Magdalena', 'Etzatlán', 'Tequila', 'Ahualulco', 'Teuchitlán'][index % 8]}`,
    ),
  )
  const [boletin] = BOLETINES
  const boletines: Boletin[] = Array.from({ length: 30 }, (_, index) => ({
    ...(boletin as Boletin),
    folio: `2026/${String(200 + index).padStart(4, '0')}`,
    title: `Boletín ${200 + index}: avances de la obra en la delegación ${index + 1} y entrega de apoyos`,
    sentAt: new Date((boletin as Boletin).sentAt.getTime() - index * 5 * 3_600_000),
  }))
  let seed = 7
  const draw = (below: number): number => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed % below
  }
  const notes = Array.from({ length: 420 }, (_, index) => {
    const folio = `2026/${String(200 + draw(28)).padStart(4, '0')}`
    const story = { ...pick(STORIES, draw(STORIES.length)), folio: draw(3) > 0 ? folio : null }
    return makeNote(story, `medio-${draw(40)}`, story.tone, 9000 + index, 500 + draw(90))
  })
  return { notes, boletines, sources }
}

/** Síntesis inputs by name. */
export function listSintesisExtremes(): ReadonlyMap<string, () => SintesisInput> {
  const notes38 = makeNotes(38)
  return new Map<string, () => SintesisInput>([
    ['vacio', () => makeSintesisInput(0)],
    ['una-nota', () => makeSintesisInput(1)],
    ['dia-normal', () => makeSintesisInput(38)],
    ['radio-tv-e-impresos', () => makeBroadcastInput()],
    ['redes', () => makeSocialInput(12, 5)],
    ['sesenta-publicaciones', () => makeSocialInput(12, 60)],
    ['redes-y-planas', () => makeFrontPagesInput()],
    ['planas-rotas', () => makeFrontPagesInput(BROKEN_FRONT_PAGES)],
    ['solo-redes', () => makeSocialInput(0, 3)],
    ['alcance', () => makeAddendumInput(5, 3)],
    ['alcance-sin-notas', () => makeAddendumInput(0, 12)],
    ['extraordinaria', () => makeExtraordinaryInput()],
    ['briefing-de-siapta', () => makeBriefingInput()],
    ['briefing-sin-notas', () => ({ ...makeBriefingInput(makeNotes(38)), boletines: [] })],
    [
      'trescientas-con-cien-fotos',
      () => {
        const notes = makeNotes(300)
        const images = new Map(
          notes.filter((_, index) => index % 3 === 0).map(({ id }) => [id, makePhoto(id)]),
        )
        return makeSintesisInput(300, { notes, images })
      },
    ],
    [
      'titular-de-sesenta-palabras',
      () =>
        makeSintesisInput(6, {
          notes: makeNotes(6).map((note) => withArticle(note, { title: SIXTY_WORDS })),
        }),
    ],
    [
      'imagenes-rotas',
      () => {
        const notes = notes38.slice(0, 12)
        const broken = [
          null,
          new Uint8Array([1, 2, 3]),
          makePhoto(3).subarray(0, 300),
          makePhoto(4, 6400, 40),
          makePhoto(5),
        ]
        return makeSintesisInput(12, {
          notes,
          images: new Map(notes.map(({ id }, index) => [id, broken[index % broken.length] ?? null])),
        })
      },
    ],
    [
      'sin-fecha-ni-autor',
      () =>
        makeSintesisInput(8, {
          notes: notes38.slice(0, 8).map((note) => ({
            ...withArticle(note, {
              publishedAt: null,
              byline: null,
              hasHour: false,
              flags: ['sin-fecha'],
              completeness: 'truncada',
            }),
            reach: null,
          })),
        }),
    ],
    [
      'todo-negativo',
      () => makeSintesisInput(38, { notes: notes38.map((note) => withTone(note, 'negativo')) }),
    ],
    [
      'sin-evaluar',
      () =>
        makeSintesisInput(20, { notes: notes38.slice(0, 20).map((note) => withTone(note, 'sin evaluar')) }),
    ],
    [
      'una-fuente-de-44',
      () => {
        const certificate = makeCertificate(3)
        const readings = Array.from({ length: 44 }, (_, index) => ({
          sourceId: `f${index}`,
          name: `Fuente regional número ${index + 1} con un nombre bastante largo`,
          state: index === 0 ? ('leida' as const) : ('con-falla' as const),
          lastSuccessAt: certificate.to,
          failedSince: index === 0 ? null : certificate.from,
          reason: index === 0 ? null : 'no respondió en 20 segundos y después cerró la conexión sin aviso',
        }))
        return makeSintesisInput(3, {
          certificate: {
            ...certificate,
            readings,
            misdeclared: ['sources/mx-jal/ocotlan.yml:4:3: no se conoce «chanels»; ¿querías «channels»?'],
          },
        })
      },
    ],
    [
      'nombre-largo',
      () =>
        makeSintesisInput(12, {
          municipality: {
            ...TALA,
            name: 'Dolores Hidalgo Cuna de la Independencia Nacional',
            state: 'MX-GUA',
            stateName: 'Guanajuato',
            office:
              'Coordinación General de Comunicación Social, Relaciones Públicas y Vinculación Ciudadana',
          },
          logo: makePhoto(1, 200, 230),
        }),
    ],
    [
      'letras-raras',
      () =>
        makeSintesisInput(8, {
          notes: notes38.slice(0, 8).map((note, index) =>
            withArticle(
              { ...note, storyId: note.id },
              {
                title: STRANGE_TITLES[index % 4] ?? '',
                byline: '=HYPERLINK("x")',
                canonicalUrl: TWO_LINKS[index % 2] ?? '',
                url: TWO_LINKS[index % 2] ?? '',
                paragraphs: [`${STRANGE_TITLES[index % 4]}. Segundo renglón con\u0000 control.`],
              },
            ),
          ),
        }),
    ],
    [
      'sin-historia-ni-analista',
      () => makeSintesisInput(38, { history: [], analyst: null, boletines: [], boletinPickups: [] }),
    ],
    [
      'dudosas-y-propias',
      () =>
        makeSintesisInput(14, {
          notes: [
            ...notes38.slice(0, 8),
            ...notes38.slice(8, 12).map((note) => ({
              ...note,
              storyId: note.storyId + 50,
              mentions: note.mentions.map((mention) => ({
                ...mention,
                belonging: 'dudosa' as const,
                evidence: ['«Tala» aparece sin nada que diga que es el municipio'],
              })),
            })),
            ...notes38.slice(12, 14).map((note) => ({ ...note, sourceId: 'gobierno' })),
          ],
        }),
    ],
    [
      'columnas-y-vecinos',
      () =>
        makeSintesisInput(20, {
          notes: [...notes38.slice(0, 16), ...makeOpinions()],
          neighbours: ['ameca', 'teuchitlan', 'arenal'].map((id, index) => ({
            ...withArticle(notes38[index + 20] as Note, {
              title:
                [
                  'Bloqueo de seis horas por falta de agua en Ameca',
                  'Guachimontones reciben 12 mil visitantes en el puente',
                  'El Arenal anuncia compra de dos patrullas',
                ][index] ?? '',
            }),
            mentions: [
              {
                subjectId: id,
                belonging: 'nuestra' as const,
                prominence: 'titular' as const,
                hits: [],
                evidence: [],
              },
            ],
          })),
        }),
    ],
    [
      'analista-que-escribe-mucho',
      () => {
        const long =
          'Revisar con Agua, Obras, Tesorería y Comunicación cada uno de los puntos que los vecinos plantearon ayer. '.repeat(
            4,
          )
        const action = { act: long, why: long, step: long, before: '09:00', owner: long, url: null }
        const agenda = Array.from({ length: 9 }, () => ({ hour: '08:20', text: long }))
        const analyst = {
          agenda,
          actions: [action, action, action, action],
          watch: [{ url: notes38[0]?.article.url ?? '', text: long }],
          upcoming: [],
          followUp: [],
        }
        return makeSintesisInput(38, { analyst })
      },
    ],
    [
      'historia-en-sesenta-medios-y-treinta-secciones',
      () => {
        const sections = Array.from({ length: 30 }, (_, index) => ({
          id: `s${index}`,
          title: `Sección número ${index + 1} del municipio`,
          terms: [],
        }))
        const sources = Array.from({ length: 60 }, (_, index) =>
          makeSource(`eco-${index}`, `El Eco Regional ${index + 1}`),
        )
        const told = sources.map(({ id }, index) => ({
          ...makeNote(firstStory, id, 'negativo', 6000 + index, 6000),
          sectionId: 's0',
        }))
        const rest = notes38
          .slice(5, 35)
          .map((note, index) => ({ ...note, storyId: note.id, sectionId: `s${index % 30}` }))
        return makeSintesisInput(90, {
          municipality: { ...TALA, sections },
          sources: [...SOURCES, ...sources],
          notes: [...told, ...rest],
        })
      },
    ],
    [
      'sin-titular',
      () =>
        makeSintesisInput(4, {
          notes: notes38
            .slice(0, 4)
            .map((note) => withArticle({ ...note, storyId: note.id }, { title: ' \u200b ', paragraphs: [] })),
        }),
    ],
    [
      'solo-titulo-y-liga',
      () =>
        makeSintesisInput(10, {
          notes: notes38.slice(0, 10).map((note) => ({ ...note, sourceId: 'occidente', storyId: note.id })),
          sources: SOURCES,
        }),
    ],
  ])
}

/** Photographs of two stories of three, and one that could not be captured. */
const withPhotos = (input: PosicionamientoInput): PosicionamientoInput => ({
  ...input,
  images: new Map(
    input.notes.map(({ id, storyId }) => [id, storyId % 3 === 0 ? null : makePhoto(storyId)] as const),
  ),
})

/** Positioning inputs by name. */
export function listPosicionamientoExtremes(): ReadonlyMap<string, () => PosicionamientoInput> {
  return new Map<string, () => PosicionamientoInput>([
    ['informe-mensual', () => makeResultsInput('mes', ['2026-10-01', '2026-11-01'], 400, 6)],
    ['informe-trimestral', () => makeResultsInput('trimestre', ['2026-07-01', '2026-10-01'], 200, 1)],
    ['semana', () => withPhotos(makePosicionamientoInput(240, 12))],
    ['segunda-semana', () => makePosicionamientoInput(38, 2)],
    ['primera-semana', () => makePosicionamientoInput(12, 1)],
    ['semana-sin-notas', () => makePosicionamientoInput(0, 1, { boletines: [], analyst: null })],
    ['informe-anual', () => makeResultsInput('anio', ['2025-01-01', '2026-01-01'], 300, 1)],
    ['convenios', () => makeConvenioInput(8)],
    ['treinta-convenios', () => makeConvenioInput(30)],
    ['cuarenta-por-treinta', () => makePosicionamientoInput(420, 12, makeCrowd())],
    [
      'semana-negativa',
      () =>
        makePosicionamientoInput(60, 6, { notes: makeNotes(60).map((note) => withTone(note, 'negativo')) }),
    ],
  ])
}
