// The lane of copies: trimmed and edited copies are one text; digests, and reports made with one form, are not.
import { expect, test } from 'vitest'
import { groupCopies } from '../../src/match/copies.ts'
import { prepareStories } from '../../src/match/story-window.ts'

const HOUR = 3_600_000
const AT = Date.parse('2026-11-09T14:00:00Z')
const WIRE = [
  'Un autobús que llevaba jornaleros al corte de frambuesa chocó contra un tráiler detenido en la carretera Guadalajara–Ameca.',
  'El chofer, Abel Zaragoza, murió y once pasajeros fueron llevados a hospitales de Zapopan, informó Protección Civil del Estado.',
  'Bomberos tardaron cuarenta minutos en liberar a los prensados con equipo hidráulico y la vía estuvo cerrada hasta el mediodía.',
]
const OTHERS = [
  'El cabildo de Etzatlán aprobó por nueve votos un crédito para comprar patrullas, con la oposición del regidor Fausto Arriola.',
  'La granizada del domingo acabó con trescientas hectáreas de maíz en el ejido San Isidro, según el comisariado Hilario Bautista.',
  'Padres de familia tomaron la secundaria técnica de Ahualulco para exigir los maestros que faltan desde el inicio del ciclo.',
]

/** Groups these texts, published an hour apart, by their numbers. */
function group(texts: readonly (readonly string[])[], hours = 1): number[][] {
  const window = prepareStories(
    texts.map((paragraphs, at) => ({
      noteId: at,
      storyId: at,
      title: `Nota ${at}`,
      paragraphs,
      at: new Date(AT + at * hours * HOUR),
    })),
  )
  return groupCopies(window, [...window.notes.values()], 72 * HOUR)
}

test('a copy, a trimmed copy and an edited copy are one text', () => {
  const trimmed = WIRE.slice(0, 2)
  const edited = WIRE.map((text) => text.replace('chocó', 'se impactó').replace('informó', 'dijo'))
  expect(group([WIRE, WIRE, trimmed, edited])).toEqual([[0, 1, 2, 3]])
})

test('a digest that holds short notes whole is a copy of none and makes no copies of them', () => {
  const digest = [...WIRE.slice(0, 1), ...OTHERS]
  const shorts = [WIRE.slice(0, 1), ...OTHERS.map((text) => [text])]
  expect(group([...shorts, digest])).toEqual([])
})

test('two reports made with one form, with other names and figures, are two texts', () => {
  const report = (who: string, where: string, age: number) => [
    `Elementos de la comisaría detuvieron a ${who}, de ${age} años, cuando circulaba con exceso de velocidad en la colonia ${where}; al revisar sus pertenencias le encontraron dosis de droga y lo pusieron a disposición del Ministerio Público, que resolverá su situación jurídica.`,
  ]
  expect(
    group([
      report('Rogelio Camacho Ibarra', 'Las Palmas', 34),
      report('Saúl Quintanar Rosas', 'El Mirador', 21),
    ]),
  ).toEqual([])
})

test('the same text weeks later is another printing', () => {
  expect(group([WIRE, WIRE], 5 * 24)).toEqual([])
})

test('a text that names nobody, printed word by word elsewhere, is a copy', () => {
  const paragraphs = [
    'Vecinos reclamaron que el camión de la basura lleva días sin pasar y que las bolsas se amontonan en las esquinas, donde los perros las rompen y el olor llega hasta las cocinas de las casas.',
  ]
  const window = prepareStories(
    ['Reclaman vecinos por la basura', 'Se amontonan las bolsas, reclaman'].map((title, at) => ({
      noteId: at,
      storyId: at,
      title,
      paragraphs,
      at: new Date(AT + at * HOUR),
    })),
  )
  expect(groupCopies(window, [...window.notes.values()], 72 * HOUR)).toEqual([[0, 1]])
})
