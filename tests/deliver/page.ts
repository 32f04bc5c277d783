// Nothing → the content of an edition whose texts come from a hostile press.
import type { EditionContent, MinutePage, SheetRow } from '../../src/deliver/edition-content.ts'

export const PAGE: MinutePage = {
  title: 'Síntesis informativa',
  place: 'Tala',
  office: 'Dirección de Comunicación Social',
  issue: 'Núm. 12 · Edición 6:50',
  date: 'Viernes 6 de noviembre de 2026',
  window: 'Notas del 5 nov, 7:00, al 6 nov, 6:50',
  brandColor: '#1F4B57',
  headline: 'Tala en 9 notas de 6 medios: 3 positivas y 4 negativas; el agua concentra 4.',
  figures: [
    { value: '9', label: 'notas', context: 'en 6 medios; 2 más que el promedio de 4 viernes' },
    {
      value: '−1',
      label: 'balance de tono',
      context: '3 positivas menos 4 negativas; son pocas para base 100',
    },
    { value: 's/d', label: 'alcance estimado', context: 'sin dato de audiencia' },
  ],
  corrections: [],
  factsTitle: 'Lo que pasó',
  facts: [
    {
      text: 'Vecinos de San Isidro llevan seis días sin agua.',
      detail: '4 notas',
      tone: 'negativo',
      href: 'https://www.elmedio.test/agua?a=1&b=2',
    },
    {
      text: 'Arranca la feria con 40 expositores.',
      detail: '2 notas',
      tone: 'positivo',
      href: 'https://radio.test/feria',
    },
  ],
  noFacts: 'Nada que reportar.',
  actions: [
    {
      act: 'Ofrecer vocería sobre el agua.',
      why: 'Cuatro notas sin voz del gobierno municipal.',
      step: 'ofrecer vocero y datos a El Medio.',
      before: 'Antes de las 9:00',
      owner: 'Vocería',
    },
  ],
  noActions: 'Nada exige respuesta.',
  agenda: [{ hour: '11:00', text: 'Inauguración de la feria' }],
  review: '12 de 13 fuentes leídas; una con falla.',
  remarks: ['Página 3 Jalisco: con falla desde el 4 nov.'],
  seal: 'Edición sintesis/2026-11-06, núm. 12 · corte: 6 nov, 6:50 · huella del archivo (SHA-256): 0f3a',
}

export const ROW: SheetRow = {
  date: '2026-11-06',
  title: 'Vecinos de San Isidro llevan seis días sin agua',
  isRelevant: true,
  topic: 'Agua y servicios',
  medium: 'El Medio',
  outlet: 'digital',
  tone: 'negativo',
  link: 'https://www.elmedio.test/agua?a=1&b=2',
  author: 'Íñigo Peña',
  isFromBoletin: false,
  summary: 'La colonia recibe pipas cada tercer día.',
  printedIn: null,
}

export const CONTENT: EditionContent = { page: PAGE, sheet: [ROW] }
