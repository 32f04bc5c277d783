// A number of notes → the whole input of a síntesis or a positioning report of Tala, with boletines, history and certificate.
import type {
  Boletin,
  Brief,
  Certificate,
  Change,
  Note,
  PeriodFigures,
  Position,
  SourceReading,
  Standing,
  ToneTally,
  TopicVoice,
} from '../../src/model.ts'
import type { PosicionamientoInput } from '../../src/report/posicionamiento-input.ts'
import type { AnalystNotes, SintesisInput } from '../../src/report/sintesis-input.ts'
import { imbalanceOf } from '../../src/score/position.ts'
import { makeStanding, makeTopicVoice } from './fixture-standing.ts'
import { BRIEF, CUT_OFF, makeNotes, SOURCES, TALA } from './fixtures.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const boletin = (folio: string, title: string, hoursBefore: number): Boletin => ({
  folio,
  title,
  paragraphs: [`${title}.`],
  dependencia: null,
  sentAt: new Date(CUT_OFF.getTime() - hoursBefore * HOUR),
  file: `boletines/${folio}.md`,
})

export const BOLETINES: readonly Boletin[] = [
  boletin('2026/0225', 'Programa de la Feria de la Caña', 14),
  boletin('2026/0229', 'Egresan policías municipales de la academia', 12.5),
  boletin('2026/0232', 'Repavimentación de la carretera Tala–Teuchitlán', 18.6),
  boletin('2026/0231', 'Descuentos en el pago del predial', 17.3),
  boletin('2026/0228', 'Jornada de fumigación contra el dengue', 18),
]

export function makeTally(tones: Partial<ToneTally>): ToneTally {
  return { positivo: 0, neutro: 0, mixto: 0, negativo: 0, 'sin evaluar': 0, ...tones }
}

/** Figures as the archive would give them for some counts. */
export function makeFigures(
  to: Date,
  days: number,
  tally: ToneTally,
  rest: Partial<PeriodFigures> = {},
): PeriodFigures {
  const notes = Object.values(tally).reduce((total, count) => total + count, 0)
  const evaluated = notes - tally['sin evaluar']
  const balance = evaluated === 0 ? null : (100 * (tally.positivo - tally.negativo)) / evaluated
  return {
    from: new Date(to.getTime() - days * DAY),
    to,
    notes,
    media: Math.min(notes, 14),
    stories: Math.ceil(notes / 2.4),
    tally,
    balance,
    balanceInterval: balance === null ? null : [balance - 12, balance + 12],
    imbalance: imbalanceOf(tally),
    reach: notes === 0 ? null : notes * 15_000,
    notesWithReach: notes,
    notesFromBoletines: Math.round(notes / 3),
    ...rest,
  }
}

/** The 28 days before, with a weekly rhythm. */
export function makeHistory(days = 28): PeriodFigures[] {
  return Array.from({ length: days }, (_, index) => {
    const back = days - index
    const size = [20, 12, 9, 22, 26, 24, 23][back % 7] ?? 20
    const positivo = Math.round(size * (0.36 + 0.1 * Math.sin(back)))
    const negativo = Math.round(size * (0.18 + 0.08 * Math.cos(back)))
    return makeFigures(
      new Date(CUT_OFF.getTime() - back * DAY),
      1,
      makeTally({ positivo, negativo, neutro: size - positivo - negativo }),
    )
  })
}

export function makeCertificate(notes: number, rest: Partial<Certificate> = {}): Certificate {
  const readings = SOURCES.map(
    ({ id, name }, index): SourceReading => ({
      sourceId: id,
      name,
      state: index % 5 === 4 ? 'callada' : 'leida',
      lastSuccessAt: new Date(CUT_OFF.getTime() - (4 + index) * 60_000),
      failedSince: null,
      reason: null,
    }),
  )
  const failing = (name: string, reason: string, hours: number): SourceReading => ({
    sourceId: name,
    name,
    state: 'con-falla',
    lastSuccessAt: new Date(CUT_OFF.getTime() - (hours + 1) * HOUR),
    failedSince: new Date(CUT_OFF.getTime() - hours * HOUR),
    reason,
  })
  const other = 1200
  const counts = {
    listed: other + notes + 620 + 61 + 9 + 4,
    kept: other + notes,
    known: 620,
    excluded: 61,
    unreadable: 9,
    later: 4,
  }
  return {
    from: new Date(CUT_OFF.getTime() - DAY),
    to: CUT_OFF,
    readings: [
      ...readings,
      failing('Heraldo de Ameca', 'no respondió en 20 segundos', 8),
      failing('Página 3', 'el sitio contesta 403 (prohibido)', 50),
    ],
    misdeclared: [],
    counts,
    reasons: [
      { end: 'excluded', reason: 'página de etiqueta', count: 61 },
      { end: 'unreadable', reason: 'sin texto', count: 9 },
      { end: 'later', reason: 'el sitio pidió esperar', count: 4 },
    ],
    kept: { ours: notes, doubtful: 0, other },
    ledgerSha256: 'b7c9f0d35fb81f7ad7a8f35e0c3ed1c6a2f1e1d1f9a7f6c3b5a4d3c2b1a09f8e',
    ...rest,
  }
}

export const ANALYST: AnalystNotes = {
  agenda: [
    { hour: '8:20', text: 'Radio Valles: espacio ofrecido para vocero de agua' },
    { hour: '11:00', text: 'Inauguración de la Feria de la Caña, parque de Tala' },
    { hour: '13:00', text: 'Rueda de prensa de hoteleros' },
    { hour: '17:00', text: 'Bloqueo anunciado, carretera Guadalajara–Ameca' },
  ],
  actions: [],
  watch: [],
  upcoming: [
    {
      date: '2026-11-16',
      fact: 'Posible cierre de la carretera por agua',
      step: 'Tener listo el calendario de pipas.',
      risk: 'alto',
    },
    {
      date: '2026-11-19',
      fact: 'Sesión de Cabildo: punto de acuerdo sobre el rastro',
      step: 'Llevar la ficha de ingresos.',
      risk: 'medio',
    },
    {
      date: '2026-11-22',
      fact: 'Clausura de la Feria de la Caña',
      step: 'Boletín con cifras de asistencia.',
      risk: 'oportunidad',
    },
  ],
  followUp: [
    {
      act: 'Adelantar el boletín de la Feria a las 16:00',
      state: 'hecho',
      outcome: 'Salió 15:50; siete medios.',
    },
    {
      act: 'Ficha de agua con horario por colonia',
      state: 'a medias',
      outcome: 'Se envió horario sin explicar la falla.',
    },
    { act: 'Reunión con el comité de Villas del Cañaveral', state: 'no se hizo', outcome: null },
  ],
}

/** The input of a síntesis with so many notes. */
export function makeSintesisInput(count: number, rest: Partial<SintesisInput> = {}): SintesisInput {
  const notes = rest.notes ?? makeNotes(count)
  return {
    municipality: TALA,
    brief: BRIEF,
    date: '2026-11-13',
    number: 1214,
    from: new Date(CUT_OFF.getTime() - DAY),
    to: CUT_OFF,
    now: new Date(CUT_OFF.getTime() + 5 * 60_000),
    sources: SOURCES,
    notes,
    figures: makeFigures(CUT_OFF, 1, makeTally({ neutro: notes.length })),
    history: makeHistory(),
    boletines: BOLETINES,
    boletinPickups: notes.filter(({ pickups }: Note) => pickups.length > 0),
    neighbours: [],
    certificate: makeCertificate(notes.length),
    analyst: ANALYST,
    ...rest,
  }
}

const WEEKLY: Brief = {
  ...BRIEF,
  id: 'posicionamiento-semanal',
  title: 'Reporte de posicionamiento',
  kind: 'posicionamiento',
  days: 7,
}

/** The input of a weekly positioning report with so many notes and so many weeks behind it. */
export function makePosicionamientoInput(
  count: number,
  weeks = 12,
  rest: Partial<PosicionamientoInput> = {},
): PosicionamientoInput {
  const notes = rest.notes ?? makeNotes(count).map(spreadOverWeek)
  const tally = countTones(notes)
  const past = Array.from({ length: Math.max(0, weeks - 1) }, (_, index) => {
    const back = weeks - 1 - index
    const positivo = Math.round((52 + 24 * Math.sin(index)) * (count / 240))
    const negativo = Math.round((40 + 11 * Math.cos(index * 2)) * (count / 240))
    const neutro = Math.max(0, Math.round(count * 0.9) - positivo - negativo)
    return makeFigures(
      new Date(CUT_OFF.getTime() - back * 7 * DAY),
      7,
      makeTally({ positivo, negativo, neutro }),
    )
  })
  return {
    municipality: TALA,
    brief: WEEKLY,
    date: '2026-11-13',
    number: 58,
    from: new Date(CUT_OFF.getTime() - 7 * DAY),
    to: CUT_OFF,
    now: new Date(CUT_OFF.getTime() + 5 * 60_000),
    position: makePosition(
      makeFigures(CUT_OFF, 7, tally, { notes: notes.length }),
      past,
      makeStanding(notes, BOLETINES, weeks),
      makeTopicVoice(notes),
    ),
    notes,
    boletines: BOLETINES,
    sources: SOURCES,
    certificate: makeCertificate(notes.length),
    analyst: ANALYST,
    ...rest,
  }
}

const spreadOverWeek = (note: Note, index: number): Note => {
  const at = new Date(CUT_OFF.getTime() - ((index * 31) % 166) * HOUR)
  return { ...note, capturedAt: at, article: { ...note.article, publishedAt: at } }
}

export function countTones(notes: readonly Note[]): ToneTally {
  const tally = { positivo: 0, neutro: 0, mixto: 0, negativo: 0, 'sin evaluar': 0 }
  for (const { tone } of notes) tally[tone?.label ?? 'sin evaluar'] += 1
  return tally
}

const NOISE = 6

function nameChange(now: number | null, before: number | null): Change {
  if (now === null || before === null) return 'sin base'
  if (Math.abs(now - before) <= NOISE) return 'sin cambio apreciable'
  return now > before ? 'mejora' : 'empeora'
}

function makePosition(
  current: PeriodFigures,
  past: readonly PeriodFigures[],
  standing: Standing,
  voiceByTopic: readonly TopicVoice[],
): Position {
  const previous = past.at(-1) ?? null
  const voice = [
    { subjectId: 'tala', name: 'Tala', notes: current.notes, previous: 0.29 },
    { subjectId: 'ameca', name: 'Ameca', notes: Math.round(current.notes * 1.2), previous: 0.36 },
    { subjectId: 'teuchitlan', name: 'Teuchitlán', notes: Math.round(current.notes * 0.4), previous: 0.13 },
    { subjectId: 'arenal', name: 'El Arenal', notes: Math.round(current.notes * 0.3), previous: 0.1 },
  ]
  const denominator = voice.reduce((total, { notes }) => total + notes, 0)
  return {
    current,
    previous,
    history: past.slice(0, -1),
    balanceChange: nameChange(current.balance, previous?.balance ?? null),
    volumeChange: previous === null ? 'sin base' : 'sin cambio apreciable',
    noiseBand: current.balance === null ? null : NOISE,
    voice: voice.map(({ previous: before, ...row }) => ({
      ...row,
      share: denominator === 0 ? null : row.notes / denominator,
      previousShare: previous === null ? null : before,
    })),
    voiceDenominator: denominator,
    voiceByTopic,
    bySource: [],
    bySection: [],
    standing,
  }
}
