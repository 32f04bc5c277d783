// Text made to trip regular expressions → processor time that grows as the text does, never as its square.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { splitNames } from '../../src/extract/byline.ts'
import { judgeExtent } from '../../src/extract/completeness.ts'
import { commonTail, dropOutlet, foldTitle, isTailOf } from '../../src/extract/headline.ts'
import { readLinkedArticle } from '../../src/extract/json-ld.ts'
import { explainLine } from '../../src/extract/lines.ts'
import { readPageState } from '../../src/extract/page-state.ts'
import { decodeBytes, repairMojibake } from '../../src/text/charset.ts'
import { cleanText, joinDropCap } from '../../src/text/clean.ts'
import { findDates, parseDate } from '../../src/text/dates.ts'
import { listSentences } from '../../src/text/sentences.ts'

const clock = { timeZone: 'America/Mexico_City', now: new Date('2026-11-21T18:00:00Z') }

/** Everything that runs a regular expression over text of a page that its outlet can make as long as it likes. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  cleanText,
  joinDropCap,
  repairMojibake,
  decodeBytes: (text) => decodeBytes(Buffer.from(text, 'latin1'), null),
  findDates: (text) => findDates(text, clock),
  parseDate: (text) => parseDate(text, clock),
  splitNames,
  listSentences,
  foldTitle,
  dropOutlet: (text) => dropOutlet(text, ['El Correo de Tala'], ['Abren el puente nuevo']),
  isTailOf: (text) => isTailOf(text, `${text} a`),
  commonTail: (text) => commonTail(text, `Otra: ${text}`),
  explainLine: (text) => explainLine(text, 0.5),
  judgeExtent: (text) => judgeExtent([text], [text], null, text),
  readLinkedArticle: (text) =>
    readLinkedArticle([`{"@type":"NewsArticle","headline":"${text}`], 'https://a.mx/n'),
  readPageState: (text) => readPageState(`<script id="__NEXT_DATA__">{"a":"${text}`, ['Abren el puente']),
}

const PIECES = [
  ' ',
  'a',
  'A',
  'ñ',
  '1',
  '12',
  '.',
  ',',
  '-',
  '–',
  '|',
  '/',
  ':',
  ';',
  '"',
  "'",
  '\\',
  '<',
  '>',
  '&',
  '&amp;',
  '?',
  '@',
  '(',
  '[',
  '…',
  'Ã',
  'â€',
  '\u0301',
  '\ufffd',
  '\n',
  'por ',
  'de ',
  'hace ',
  '21 de ',
  'nov ',
  '12:',
  'Lee también',
  '<!--',
  '{"',
  '\\"',
  '<script ',
] as const

const SHORT = 4_000
/** A square grows sixteenfold from one length to the other, a line fourfold; the rest is the machine's unrest. */
const MOST_GROWTH = 10
/** Under so many milliseconds the clock's own grain is all that is measured. */
const NOTICED_MS = 30

/** Processor milliseconds of the quickest of three runs. */
function measure(read: (text: string) => unknown, text: string): number {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 3; run += 1) {
    const begun = process.threadCpuUsage()
    read(text)
    const { user, system } = process.threadCpuUsage(begun)
    best = Math.min(best, (user + system) / 1000)
    if (best < NOTICED_MS) return best
  }
  return best
}

const fill = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

it.each(Object.entries(READERS))('%s takes four times the text in some four times the time', (_, read) => {
  const unit = fc
    .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join(''))
  const edge = fc.constantFrom('', 'x', '!', '"', ' 2026', '</p>', '\n')
  fc.assert(
    fc.property(edge, unit, edge, (before, body, after) => {
      const long = measure(read, `${before}${fill(body, 4 * SHORT)}${after}`)
      if (long < NOTICED_MS) return
      const short = measure(read, `${before}${fill(body, SHORT)}${after}`)
      expect(long, JSON.stringify([before, body, after])).toBeLessThan(MOST_GROWTH * Math.max(short, 1))
    }),
    {
      numRuns: 140,
      examples: PIECES.flatMap((piece): [string, string, string][] => [
        ['', piece, ''],
        ['', piece, 'x'],
      ]),
    },
  )
})
