// The words of the sample press and a seed → boletines with facts of their own, and notes that tell them, or other facts of the same topic, in other words.
import type { Boletin } from '../../src/model.ts'
import { pick } from '../random.ts'
import type { Inventor } from './invented.ts'

const HOUR = 3_600_000
const START = Date.UTC(2026, 0, 1, 15)

const GIVEN = 'Ana Luis Marta Jorge Elena Raúl Sofía Iván Rosa Hugo Irma Saúl Nora Tomás Alma Ciro'.split(' ')
const SURNAMES =
  'Robledo Cervera Larios Montaño Arreola Quezada Bañuelos Tovar Urzúa Zamudio Ochoa Pelayo Cantú Ibarra Lozano Preciado Rentería Saldívar Tejeda Villalpando'.split(
    ' ',
  )
const PLACES =
  'Cuisillos Ahuisculco Pacana Navajas Huaxtla Mezquites Jacarandas Encinos Laureles Mirador Trapiche Huizaches Guamúchil Capulines Tepetates Palomas Cantera Calvario Resolana Girasoles'.split(
    ' ',
  )
const WORKS = ['la red de agua', 'el alumbrado', 'una brigada de salud', 'la entrega de becas', 'el bacheo']

/** What can be checked in a boletín. */
type Told = {
  readonly work: string
  readonly person: string
  readonly places: readonly [string, string]
  readonly money: number
  readonly homes: number
  readonly metres: number
}

export type Factual = Boletin & { readonly told: Told; readonly body: readonly string[] }

export type Rewriter = {
  readonly inventFactual: (number: number) => Factual
  /** The next of a series, told with the same template: same office and work, other figures and place. */
  readonly inventNext: (of: Factual, number: number) => Factual
  /** A desk's own note of it: no sentence is kept, most facts are. */
  readonly rewrite: (of: Factual) => string[]
  /** A note of the same work, people and place at another fact, of which no boletín was sent. */
  readonly tellOther: (of: Factual) => string[]
}

export function startRewriting({ inventText }: Inventor, random: () => number): Rewriter {
  const number = (from: number, to: number) => from + Math.floor(random() * (to - from))
  const group = (value: number) => value.toLocaleString('es-MX')
  const inventTold = (): Told => ({
    work: pick(WORKS, random),
    person: `${pick(GIVEN, random)} ${pick(SURNAMES, random)} ${pick(SURNAMES, random)}`,
    places: [pick(PLACES, random), pick(PLACES, random)],
    ...inventFigures(),
  })
  const inventFigures = () => ({
    money: number(200, 9_000) * 1_000 + number(0, 999),
    homes: number(40, 990),
    metres: number(120, 4_800),
  })
  const write = (folio: string, told: Told, body: readonly string[], sentAt: Date): Factual => ({
    folio,
    title: `Avanza ${told.work} en ${told.places[0]}`,
    paragraphs: [
      `El Gobierno Municipal de Tala puso en marcha ${told.work} en ${told.places[0]}, con una inversión de ${group(told.money)} pesos en beneficio de ${told.homes} familias. ${body[0] ?? ''}`,
      `El titular de la dependencia, ${told.person}, detalló que los trabajos comprenden ${group(told.metres)} metros y llegarán también a ${told.places[1]}. ${body[1] ?? ''}`,
      ...body.slice(2),
      'El Gobierno Municipal de Tala refrenda su compromiso de trabajar de la mano con la ciudadanía para llevar mejores servicios a todos los rincones del municipio.',
    ],
    dependencia: null,
    sentAt,
    file: folio,
    told,
    body,
  })
  const folioOf = (at: number) => `2026/${String(at).padStart(6, '0')}`
  /** Some words of each sentence in another order, among others of the desk's own. */
  const scramble = (body: readonly string[], kept: number): string =>
    body
      .flatMap((paragraph) => paragraph.split(' '))
      .filter((word) => word.length > 4 && random() < kept)
      .toSorted(() => random() - 0.5)
      .join(' ')
  const tell = (told: Told, body: readonly string[], kept: number): string[] => [
    `Unas ${told.homes} viviendas de la zona de ${told.places[0]} tendrán ${told.work}, dio a conocer ${told.person}. ${scramble(body.slice(0, 2), kept)}.`,
    random() < 0.7
      ? `Costará ${group(told.money)} pesos. ${inventText(1)[0] ?? ''}`
      : `Serán ${group(told.metres)} metros y después seguirá ${told.places[1]}. ${inventText(1)[0] ?? ''}`,
    `${scramble(body.slice(2), kept)}.`,
  ]
  return {
    inventFactual: (at) =>
      write(folioOf(at), inventTold(), inventText(4), new Date(START + at * 9 * HOUR + random() * HOUR)),
    inventNext: (of, at) =>
      write(
        folioOf(at),
        { ...of.told, ...inventFigures(), places: [pick(PLACES, random), of.told.places[0]] },
        [of.body[0] ?? '', ...inventText(3)],
        new Date(of.sentAt.getTime() + 9 * HOUR),
      ),
    rewrite: (of) => tell(of.told, of.body, 0.45),
    tellOther: (of) => tell({ ...of.told, ...inventFigures() }, of.body, 0.25),
  }
}
