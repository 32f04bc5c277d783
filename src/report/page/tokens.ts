// A page format → its sizes, styles and colours: the one place where the look of the reports is decided.
import type { PageFormat, ToneLabel } from '../../model.ts'
import type { Face } from '../fonts/faces.ts'
import type { TextStyle } from '../typeset/text-style.ts'

/** Neutral to parties; ordered by lightness so that a grey print keeps the order negative < positive < neutral. */
export const COLORS = {
  ink: '#1A2226',
  ink2: '#48535A',
  ink3: '#66717A',
  hair: '#D3D8DB',
  wash: '#F3F4F2',
  paper: '#FFFFFF',
  mark: '#FFE8A3',
  link: '#1C4E63',
  dot: '#AEB7BC',
  track: '#E3E7E9',
  pastPositive: '#93C7C1',
  pastNegative: '#D09C8D',
} as const

export type ToneColors = { readonly fill: string; readonly text: string }

/** `sin evaluar` is paper with a dashed outline: the absence of a judgement must not look like one. */
export const TONE_COLORS: Readonly<Record<ToneLabel, ToneColors>> = {
  positivo: { fill: '#2B978B', text: '#0A655D' },
  neutro: { fill: '#C3CACE', text: '#5A656C' },
  mixto: { fill: '#7B858C', text: '#48535A' },
  negativo: { fill: '#A63C20', text: '#A63C20' },
  'sin evaluar': { fill: '#FFFFFF', text: '#66717A' },
}

/** Order in which tones stand everywhere. */
export const TONE_ORDER = ['positivo', 'neutro', 'mixto', 'negativo', 'sin evaluar'] as const

/** Side of a tone glyph as a share of the size of the text beside it. */
export const GLYPH_SHARE = 0.86

const style = (face: Face, size: number, leading: number, rest: Partial<TextStyle> = {}): TextStyle => ({
  face,
  size,
  leading,
  tracking: 0,
  color: COLORS.ink,
  ...rest,
})

const quiet = { color: COLORS.ink2 }

const CARTA_STYLES = {
  nameplate: style('serif-bold', 30.5, 34, { tracking: -0.6 }),
  day: style('serif-semibold', 21.5, 25.4, { tracking: -0.28 }),
  section: style('serif-bold', 20, 23, { tracking: -0.25 }),
  block: style('serif-bold', 17, 20, { tracking: -0.2 }),
  smallBlock: style('serif-bold', 13, 17, { tracking: -0.1 }),
  leadHeadline: style('serif-semibold', 17, 19.8, { tracking: -0.18 }),
  headline: style('serif-semibold', 12.6, 15.2, { tracking: -0.06 }),
  column: style('serif-italic', 14.6, 17.2),
  leadText: style('serif', 11.4, 15.2),
  extract: style('serif', 9.7, 13.1),
  fact: style('sans', 11.4, 15),
  factBold: style('sans-semibold', 11.4, 15),
  small: style('sans', 9, 11.9),
  smallBold: style('sans-semibold', 9, 11.9),
  table: style('sans', 8.6, 11.4),
  tableBold: style('sans-semibold', 8.6, 11.4),
  meta: style('sans', 8.1, 10.6, quiet),
  metaBold: style('sans-semibold', 8.1, 10.6),
  caption: style('sans', 7.3, 9.3, { color: COLORS.ink3 }),
  captionBold: style('sans-semibold', 7.3, 9.3),
  note: style('sans-italic', 7.3, 9.3, quiet),
  eyebrow: style('sans-bold', 8.2, 10.6, { tracking: 0.55 }),
  figure: style('sans-semibold', 25, 27, { tracking: -0.4 }),
  smallFigure: style('sans-semibold', 13, 15),
  folio: style('sans', 7.8, 10, quiet),
  folioBold: style('sans-semibold', 7.8, 10),
} as const

export type StyleName = keyof typeof CARTA_STYLES
export type Styles = Readonly<Record<StyleName, TextStyle>>

const MOVIL_STYLES: Styles = {
  nameplate: style('serif-bold', 30, 32, { tracking: -0.6 }),
  day: style('serif-semibold', 22, 27, { tracking: -0.25 }),
  section: style('serif-bold', 23, 27, { tracking: -0.25 }),
  block: style('serif-bold', 21, 25, { tracking: -0.2 }),
  smallBlock: style('serif-bold', 19, 23, { tracking: -0.15 }),
  leadHeadline: style('serif-semibold', 20, 24, { tracking: -0.15 }),
  headline: style('serif-semibold', 17.5, 21.4, { tracking: -0.08 }),
  column: style('serif-italic', 19.5, 23.4),
  leadText: style('serif', 15, 20.6),
  extract: style('serif', 14.4, 20),
  fact: style('sans', 15, 20),
  factBold: style('sans-semibold', 15, 20),
  small: style('sans', 13.6, 18),
  smallBold: style('sans-semibold', 13.6, 18),
  table: style('sans', 13, 17),
  tableBold: style('sans-semibold', 13, 17),
  meta: style('sans', 12, 15.6, quiet),
  metaBold: style('sans-semibold', 12, 15.6),
  caption: style('sans', 11, 14, { color: COLORS.ink3 }),
  captionBold: style('sans-semibold', 11, 14),
  note: style('sans-italic', 11, 14, quiet),
  eyebrow: style('sans-bold', 11.4, 14.6, { tracking: 0.6 }),
  figure: style('sans-semibold', 28, 30, { tracking: -0.4 }),
  smallFigure: style('sans-semibold', 16, 18),
  folio: style('sans', 10.6, 13, quiet),
  folioBold: style('sans-semibold', 10.6, 13),
}

/** Distances that differ between paper and telephone. */
export type Rhythm = {
  readonly section: number
  readonly afterHead: number
  readonly ficha: number
  readonly fichaTop: number
  readonly inFicha: number
  readonly rowPadding: number
}

export type Tokens = {
  readonly format: PageFormat
  readonly pageWidth: number
  /** Height of the page on carta; the greatest height on móvil, where a page is as high as its content. */
  readonly pageHeight: number
  readonly margin: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }
  readonly textWidth: number
  readonly columns: 1 | 2
  readonly columnWidth: number
  readonly gutter: number
  readonly smallestText: number
  readonly styles: Styles
  readonly rhythm: Rhythm
}

const CARTA: Tokens = {
  format: 'carta',
  pageWidth: 612,
  pageHeight: 792,
  margin: { left: 44, right: 44, top: 54, bottom: 50 },
  textWidth: 524,
  columns: 2,
  columnWidth: 252,
  gutter: 20,
  smallestText: 6.9,
  styles: CARTA_STYLES,
  rhythm: { section: 16, afterHead: 9, ficha: 13, fichaTop: 7.5, inFicha: 4, rowPadding: 2.5 },
}

const MOVIL: Tokens = {
  format: 'movil',
  pageWidth: 390,
  pageHeight: 1900,
  margin: { left: 20, right: 20, top: 44, bottom: 40 },
  textWidth: 350,
  columns: 1,
  columnWidth: 350,
  gutter: 0,
  smallestText: 10.6,
  styles: MOVIL_STYLES,
  rhythm: { section: 18, afterHead: 8, ficha: 16, fichaTop: 10, inFicha: 7, rowPadding: 6 },
}

/** Tokens of a page format. */
export const tokensOf = (format: PageFormat): Tokens => (format === 'carta' ? CARTA : MOVIL)

/** The same tokens with gaps that save a page. */
export const tightenTokens = (tokens: Tokens): Tokens => ({
  ...tokens,
  rhythm: { ...tokens.rhythm, section: 8, afterHead: 6, ficha: 10 },
})
