// Expected and read articles → how well they agree: body by shared four-word runs, title, names and day, each with its deviation.

export type Expected = {
  readonly articleBody?: string
  /** Other bodies that are as right: with the standfirst, with captions. The best one counts. */
  readonly articleBodyAlt?: readonly string[]
  readonly title?: string
  readonly author?: string
  readonly authors?: readonly string[]
  readonly date?: string
  readonly datetime?: string
}

/** What was read. `date` is ISO 8601 in the outlet's zone: `YYYY-MM-DD`, with hour and offset when the hour is known. */
export type Read = {
  readonly articleBody: string
  readonly title: string
  readonly author: string
  readonly date: string
}

export type Figure = { readonly value: number; readonly deviation: number; readonly pages: number }

const WORD = /[\p{L}\p{N}_]+/gu

/** Multiset of runs of four words; a shorter text is one run. */
function countRuns(text: string): Map<string, number> {
  const words = text.match(WORD) ?? []
  const runs = new Map<string, number>()
  if (words.length === 0) return runs
  for (let at = 0; at < Math.max(1, words.length - 3); at += 1) {
    const run = words.slice(at, at + 4).join('\u0001')
    runs.set(run, (runs.get(run) ?? 0) + 1)
  }
  return runs
}

/** Shares of precision and recall of one page. */
export type BodyAgreement = {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly isEmpty: boolean
}

const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b))

/** Agreement of a read body with the expected ones: that of the best. */
export function compareBody(expected: Expected, read: string): BodyAgreement {
  const got = countRuns(read)
  const size = [...got.values()].reduce((sum, count) => sum + count, 0)
  const candidates = [expected.articleBody ?? '', ...(expected.articleBodyAlt ?? [])].map((text) => {
    const wanted = countRuns(text)
    let common = 0
    let total = 0
    for (const [run, count] of wanted) {
      common += Math.min(count, got.get(run) ?? 0)
      total += count
    }
    const precision = size === 0 ? 0 : common / size
    const recall = total === 0 ? 0 : common / total
    return { precision, recall, f1: harmonic(precision, recall), isEmpty: size === 0 }
  })
  return candidates.reduce((best, each) => (each.f1 > best.f1 ? each : best))
}

export const foldForTitle = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether both titles have the same letters and digits. */
export function isSameTitle(expected: string, read: string): boolean {
  return foldForTitle(read) !== '' && foldForTitle(expected) === foldForTitle(read)
}

const strip = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '')

/** The set of names of a byline, folded. */
export function listNames(byline: string | readonly string[]): Set<string> {
  const parts =
    typeof byline === 'string' ? byline.split(/\s*(?:;|,|\||\/|&|\band\b|\by\b|\be\b|\n)\s*/i) : byline
  const names = parts.map((part) =>
    strip(part)
      .toLowerCase()
      .replace(/^\s*(?:por|by|texto|escrito por|from|de)\s*:?\s+/, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  )
  return new Set(names.filter((name) => name !== ''))
}

export function isSameByline(expected: string | readonly string[], read: string): boolean {
  const [wanted, got] = [listNames(expected), listNames(read)]
  return wanted.size === got.size && [...wanted].every((name) => got.has(name))
}

export const isSameInstant = (expected: string, read: string): boolean =>
  /\d\d:\d\d(?::\d\d)?[+-]\d\d:\d\d$/.test(read) &&
  Math.abs(Date.parse(read) - Date.parse(expected.replace(' ', 'T'))) < 60_000

/** A seeded generator of numbers in [0, 1), so that deviations repeat (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** A figure over pages and its bootstrap deviation: the spread of the figure over resampled sets of the same size. */
export function measure<Row>(
  rows: readonly Row[],
  figure: (rows: readonly Row[]) => number,
  rounds = 1000,
): Figure {
  const random = makeRandom(1)
  const values: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const sample = rows.flatMap(() => rows[Math.floor(random() * rows.length)] ?? [])
    values.push(figure(sample))
  }
  const centre = mean(values)
  const deviation = Math.sqrt(mean(values.map((value) => (value - centre) ** 2)))
  return { value: figure(rows), deviation, pages: rows.length }
}

export const meanOf = (rows: readonly boolean[]): number => mean(rows.map(Number))

/**
 * F1 of the mean precision and mean recall over pages, as the article-extraction benchmark of Scrapinghub defines it: a page
 * of which nothing was read counts for recall only.
 */
export function bodyF1(rows: readonly BodyAgreement[]): number {
  const read = rows.filter(({ isEmpty }) => !isEmpty)
  return harmonic(mean(read.map(({ precision }) => precision)), mean(rows.map(({ recall }) => recall)))
}
