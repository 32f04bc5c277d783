// A seed and the words of the sample press → boletines that sound like those of an office: quotes, boilerplate, name lists, series.
import type { Boletin } from '../../src/model.ts'
import type { PressNote } from '../press/stories.ts'
import { pick } from '../random.ts'

const HOUR = 3_600_000
const START = Date.UTC(2026, 0, 1)
const DAYS = 20

/** `quote`: index of the paragraph that is a quotation. `names`: index of the list of names, or null. */
export type Invented = Boletin & { readonly quote: number; readonly names: number | null }

export type Inventor = {
  readonly inventText: (paragraphs: number) => string[]
  readonly inventBoletin: (number: number) => Invented
  /** The next of a series: the same opening and closing, another event between. */
  readonly inventSibling: (of: Invented, number: number) => Invented
  readonly pickWord: () => string
  readonly boilerplate: readonly string[]
}

const SURNAMES =
  'Robledo Cervera Larios Montaño Arreola Quezada Bañuelos Tovar Urzúa Zamudio Ochoa Pelayo'.split(' ')
const GIVEN = 'Ana Luis Marta Jorge Elena Raúl Sofía Iván Rosa Hugo Irma Saúl'.split(' ')

export function startInventing(notes: readonly PressNote[], random: () => number): Inventor {
  const followers = readFollowers(notes)
  const vocabulary = [...followers.keys()]
  const pickWord = () => pick(vocabulary, random)

  const inventParagraph = (words: number): string => {
    const out = [pickWord()]
    while (out.length < words) {
      const options = followers.get(out.at(-1) ?? '')
      out.push(options === undefined ? pickWord() : pick(options, random))
    }
    return out.join(' ')
  }
  const inventText = (paragraphs: number): string[] =>
    Array.from({ length: paragraphs }, () => inventParagraph(30 + Math.floor(random() * 30)))
  const inventNames = (): string => {
    const people = Array.from(
      { length: 12 },
      () => `${pick(GIVEN, random)} ${pick(SURNAMES, random)} ${pick(SURNAMES, random)}`,
    )
    return `Asistieron ${people.join(', ')}.`
  }
  const boilerplate = inventText(40)

  const dress = (folio: string, body: readonly string[], sentAt: Date): Invented => {
    const quote = Math.min(2, body.length - 1)
    const paragraphs = body.map((text, at) => (at === quote ? `“${text}”, dijo.` : text))
    const hasNames = random() < 0.15
    if (hasNames) paragraphs.push(inventNames())
    const names = hasNames ? paragraphs.length - 1 : null
    if (random() < 0.2) paragraphs.push(pick(boilerplate, random))
    return { folio, title: folio, paragraphs, dependencia: null, sentAt, file: folio, quote, names }
  }
  const folioOf = (number: number) => `2026/${String(number).padStart(6, '0')}`
  return {
    inventText,
    pickWord,
    boilerplate,
    inventBoletin: (number) =>
      dress(
        folioOf(number),
        inventText(5 + Math.floor(random() * 3)),
        new Date(START + random() * DAYS * 24 * HOUR),
      ),
    inventSibling(of, number) {
      const [opening = ''] = of.paragraphs
      const closing = of.paragraphs.at(-1) ?? ''
      const sentAt = new Date(of.sentAt.getTime() + 24 * HOUR)
      return dress(folioOf(number), [opening, ...inventText(4), closing], sentAt)
    },
  }
}

/**
 * Word → the words that follow it in the press: sentences that sound alike and share set phrases, as real ones do. Without
 * quotation marks: shuffled, they would open quotations that nobody closes.
 */
function readFollowers(notes: readonly PressNote[]): Map<string, string[]> {
  const followers = new Map<string, string[]>()
  for (const { paragraphs } of notes) {
    for (const paragraph of paragraphs) {
      const words = paragraph.replace(/[“”«»"]/g, '').split(/\s+/)
      for (const [at, word] of words.entries()) {
        const next = words[at + 1]
        if (next === undefined) continue
        const known = followers.get(word)
        if (known === undefined) followers.set(word, [next])
        else known.push(next)
      }
    }
  }
  return followers
}
