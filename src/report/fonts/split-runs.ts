// A text in one face → runs that a single font can set each, with «[…]» where no font has the character.
import { EMOJI_SLICES, type Face, type FontKey, latinOf, openFont, SCRIPTS } from './faces.ts'

export type FontRun = { readonly key: FontKey; readonly text: string }

const IN_LATIN_SLICE =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u00ff\u2010-\u2015\u2018-\u201d\u2022\u2026\u2191\u2193\u2212]*$/
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u
const PLAIN_PICTOGRAPH = /^[\d#*©®™]$/u
/** Variation selectors and the joiner: they ask for a form and have no glyph of their own. */
const SILENT = new Set([0xfe0e, 0xfe0f, 0x200d])
const UNPRINTABLE = '[…]'

const graphemes = new Intl.Segmenter('es', { granularity: 'grapheme' })
const found = new Map<string, FontKey | null>()

const codePointsOf = (text: string): number[] =>
  [...text].map((character) => character.codePointAt(0) ?? 0).filter((code) => !SILENT.has(code))

function hasAll(key: FontKey, codes: readonly number[]): boolean {
  const font = openFont(key)
  return codes.every((code) => font.hasGlyphForCodePoint(code))
}

function candidatesFor(face: Face, grapheme: string): FontKey[] {
  const scripts = SCRIPTS.map((script) => `${face}/${script}`)
  const isEmoji = EMOJI.test(grapheme) && !PLAIN_PICTOGRAPH.test(grapheme)
  const emoji = isEmoji ? Array.from({ length: EMOJI_SLICES }, (_, slice) => `emoji/${slice}`) : []
  return [...emoji, ...scripts, 'symbols']
}

function findFont(face: Face, grapheme: string): FontKey | null {
  const id = `${face}|${grapheme}`
  const known = found.get(id)
  if (known !== undefined) return known
  const codes = codePointsOf(grapheme)
  const key = candidatesFor(face, grapheme).find((candidate) => hasAll(candidate, codes)) ?? null
  found.set(id, key)
  return key
}

/** A cluster that no font has whole (a family, a flag with a modifier) is set as its first character, or as «[…]». */
function runOf(face: Face, grapheme: string): FontRun {
  const whole = findFont(face, grapheme)
  if (whole !== null) return { key: whole, text: grapheme }
  const first = String.fromCodePoint(grapheme.codePointAt(0) ?? 0x20)
  const partial = findFont(face, first)
  if (partial !== null) return { key: partial, text: first }
  return { key: latinOf(face), text: UNPRINTABLE }
}

/** Splits a text into runs. Neighbouring unprintable characters share one «[…]». */
export function splitRuns(face: Face, text: string): FontRun[] {
  if (IN_LATIN_SLICE.test(text)) return [{ key: latinOf(face), text }]
  const runs: { key: FontKey; text: string }[] = []
  for (const { segment } of graphemes.segment(text)) {
    const run = runOf(face, segment)
    const last = runs.at(-1)
    if (run.text === UNPRINTABLE && last?.text.trimEnd().endsWith(UNPRINTABLE) === true) continue
    if (last?.key === run.key) last.text += run.text
    else runs.push({ ...run })
  }
  return runs
}
