// A face of the reports, or one of its fallbacks → the opened font, read once from the packages that carry them.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { create, type Font } from 'fontkit'
import { unwrapWoff } from './unwrap-woff.ts'

export type Face =
  | 'serif'
  | 'serif-italic'
  | 'serif-semibold'
  | 'serif-bold'
  | 'sans'
  | 'sans-italic'
  | 'sans-semibold'
  | 'sans-bold'

/** One font file: a face and its script slice (`serif/latin`), an emoji slice (`emoji/3`) or the symbols (`symbols`). */
export type FontKey = string

const FACES: Readonly<Record<Face, readonly [family: string, style: string]>> = {
  serif: ['source-serif-4', '400-normal'],
  'serif-italic': ['source-serif-4', '400-italic'],
  'serif-semibold': ['source-serif-4', '600-normal'],
  'serif-bold': ['source-serif-4', '700-normal'],
  sans: ['source-sans-3', '400-normal'],
  'sans-italic': ['source-sans-3', '400-italic'],
  'sans-semibold': ['source-sans-3', '600-normal'],
  'sans-bold': ['source-sans-3', '700-normal'],
}

/** Script slices of a face, in the order in which they are asked for a character. */
export const SCRIPTS = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'] as const
export const EMOJI_SLICES = 11

const require = createRequire(import.meta.url)
const opened = new Map<FontKey, Font>()

function fileOf(key: FontKey): readonly [family: string, file: string] {
  const [face = '', slice = ''] = key.split('/')
  if (face === 'emoji') return ['noto-emoji', `noto-emoji-${slice}-400-normal.woff`]
  if (face === 'symbols') return ['noto-sans-symbols-2', 'noto-sans-symbols-2-symbols-400-normal.woff']
  const [family, style] = FACES[face as Face]
  return [family, `${family}-${slice}-${style}.woff`]
}

/** Opens a font. WOFF and never WOFF2: the engine cannot take accented (composite) glyphs out of the latter. */
export function openFont(key: FontKey): Font {
  const known = opened.get(key)
  if (known !== undefined) return known
  const [family, file] = fileOf(key)
  const folder = dirname(require.resolve(`@fontsource/${family}/package.json`))
  const font = create(unwrapWoff(readFileSync(join(folder, 'files', file))))
  nameGlyphs(font)
  opened.set(key, font)
  return font
}

/**
 * Makes every glyph stand for its first character. The engine keeps the characters of a glyph from when it first met it:
 * met as a part of another (the n of «ñ») it would stand for none, and that letter could not be read, searched or copied.
 */
function nameGlyphs(font: Font): void {
  for (const code of font.characterSet.toSorted((one, other) => one - other)) font.glyphForCodePoint(code)
}

/** The font that sets a face's own language: its Latin slice. */
export const latinOf = (face: Face): FontKey => `${face}/latin`
