// A number of notes → the whole input of a síntesis or a positioning report of Tala, with boletines, history and certificate.
import type { Boletin, Certificate, Note, PeriodFigures, SourceReading, ToneTally } from '../../src/model.ts'
import type { AnalystNotes, SintesisInput } from '../../src/report/sintesis-input.ts'
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
    imbalance: null,
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
