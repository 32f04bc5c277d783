// What this room uses of two packages that ship no types.
declare module 'fontkit' {
  export type Glyph = {
    readonly codePoints: readonly number[]
    readonly path: { readonly commands: readonly unknown[] }
  }
  export type GlyphRun = { readonly advanceWidth: number; readonly glyphs: readonly Glyph[] }
  export type Font = {
    readonly unitsPerEm: number
    readonly ascent: number
    readonly descent: number
    readonly capHeight: number
    readonly xHeight: number
    layout(text: string): GlyphRun
    readonly characterSet: readonly number[]
    glyphForCodePoint(codePoint: number): Glyph
    hasGlyphForCodePoint(codePoint: number): boolean
  }
  export function create(bytes: Uint8Array): Font
}

declare module 'hyphen/es/index.js' {
  const patterns: {
    readonly hyphenateSync: (
      text: string,
      options: { readonly hyphenChar: string; readonly minWordLength: number },
    ) => string
  }
  export = patterns
}
