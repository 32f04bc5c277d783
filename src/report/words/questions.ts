// The questions of the positioning report, with the fixed guides under their findings and the terms of its method.
import type { Imbalance, MethodTerm } from '../posicionamiento.ts'
import { CONVENIO_TERM } from './convenios.ts'
import { describeImbalance } from './imbalance.ts'
import { countOf, NOTES, printCount } from './numbers.ts'

export const REPORT_LABELS = {
  title: 'Reporte de posicionamiento',
  summary: 'Resumen',
  answer: '¿Cómo estamos posicionados?',
  findings: 'Hallazgos',
  recommendations: 'Qué recomendamos',
  topics: '¿De qué se habló?',
  voice: '¿Frente a quién?',
  media: '¿En qué medios?',
  spokespeople: '¿Quién habló por el gobierno?',
  matrix: '¿Quién publica lo que enviamos?',
  stories: '¿Qué dejó huella?',
  convenios: '¿Cumplen los convenios?',
  upcoming: '¿Qué viene?',
  followUp: '¿Se hizo lo recomendado?',
  method: 'Cómo medimos',
  index: 'Notas del periodo',
  positive: 'Positivas',
  negative: 'Negativas',
  nobody: 'ninguno',
} as const

export const TOPIC_HEADS = {
  topic: 'Tema',
  notes: 'Notas',
  before: 'Antes',
  negative: 'Negativas',
  positive: 'Positivas',
  neutral: 'Neutras',
  mixed: 'Mixtas',
  unevaluated: 'S/eval.',
  balance: 'Balance',
} as const

export const VOICE_HEADS = {
  place: 'Municipio',
  share: 'Participación de notas (antes)',
  notes: 'Notas',
} as const
export const MATRIX_HEADS = {
  boletin: 'Boletín',
  media: 'Medios',
  published: 'Boletines que publicó',
  notes: 'Notas del periodo',
  agreed: 'con convenio',
  notAgreed: 'sin convenio',
} as const
export const FOLLOW_UP_HEADS = { act: 'Recomendación', state: 'Estado', outcome: 'Qué pasó' } as const

export const MATRIX_LEGEND = [
  { mark: 'casi-igual', text: 'casi igual (70\u00a0% o más)' },
  { mark: 'parcial', text: 'parcial (30 a 69\u00a0%)' },
  { mark: 'mencion', text: 'la menciona (menos de 30\u00a0%)' },
  { mark: 'en-contra', text: 'la usa en contra' },
  { mark: null, text: 'no publicó' },
] as const

export const printOthers = (media: number): string => (media === 0 ? '' : `Otros ${printCount(media)} medios`)

/** How each cell of the matrix is read aloud. */
export const MATRIX_SPOKEN = {
  'casi-igual': 'casi igual',
  parcial: 'parcial',
  mencion: 'la menciona',
  'en-contra': 'la usa en contra',
} as const

export const TOPIC_GUIDE =
  'Notas por tema: negativas a la izquierda, positivas a la derecha; las demás en número. Balance por cada 100, desde 10 evaluadas.'
export const MEDIA_GUIDE = 'Notas sobre el municipio por medio y cuántas son positivas y negativas.'
export const MATRIX_GUIDE =
  'Cada fila es un boletín, cada columna un medio. A más relleno, más texto del boletín.'

export const printVoiceGuide = (denominator: number): string =>
  `Parte de cada municipio en ${countOf(denominator, NOTES)} de los mismos medios; la que nombra a dos cuenta en ambos.`

const VOICE_TICK = 'Raya vertical: participación del periodo anterior. '
const VOICE_TONE =
  'El tono se mide solo hacia el gobierno propio: el de los vecinos no se conoce y no se compara.'

/** Under the bars: what the tick is, and why no tone stands beside them. */
export const printVoiceNote = (hasPrevious: boolean): string =>
  `${hasPrevious ? VOICE_TICK : ''}${VOICE_TONE}`

/** The terms of the report, with what it does not do. */
export function listMethodTerms(facts: {
  readonly sources: number
  readonly wasRead: boolean
  readonly noiseBand: number | null
  readonly imbalance: Imbalance
  readonly hasConvenios: boolean
}): MethodTerm[] {
  const { sources, wasRead, noiseBand, imbalance, hasConvenios } = facts
  const noise =
    noiseBand === null
      ? ''
      : ` En este periodo, un cambio de ${printCount(noiseBand)} puntos o menos puede ser ruido.`
  return [
    {
      term: 'Universo',
      text: `${printCount(sources)} fuentes declaradas${wasRead ? ', leídas todo el día' : '; en el periodo no se leyó ninguna'}. Una nota es una publicación; las réplicas cuentan. El sitio del municipio no cuenta.`,
    },
    {
      term: 'Tono',
      text: 'Cómo queda el gobierno municipal en la nota, no si el hecho es bueno o malo. «Sin evaluar» es categoría aparte y nunca cuenta como neutra.',
    },
    { term: 'Balance', text: `Positivas menos negativas por cada 100 notas evaluadas.${noise}` },
    describeImbalance(imbalance),
    {
      term: 'Participación',
      text: 'Notas sobre el municipio entre las notas que nombran a alguno de los municipios comparados.',
    },
    {
      term: 'Visibilidad',
      text: 'Cada nota pesa por el nivel del medio (3, 2 o 1) y por el lugar en que se habla del municipio (titular 1, entrada 0.75, cuerpo 0.5, de paso 0.25). La máxima: todas, titulares de medios de nivel 1.',
    },
    {
      term: 'Alcance estimado',
      text: 'Lectores, visitas o audiencia que publica cada medio, con su fuente y su rango; es un tope y suma repeticiones: quien sigue dos medios cuenta dos veces. Lo desconocido se imprime s/d y no se suma; las vistas de una red, tampoco.',
    },
    {
      term: 'Boletín publicado',
      text: 'La nota contiene parte del texto o lo cita. Casi igual: 70\u00a0% o más del texto; parcial: 30 a 69\u00a0%.',
    },
    ...(hasConvenios ? [CONVENIO_TERM] : []),
    {
      term: 'Lo que no hacemos',
      text: 'No calculamos equivalencia publicitaria: no mide resultados. Ninguna recomendación se liga a la publicidad oficial.',
    },
  ]
}
