// Text from the press or a person → text that can be set: no invisible marks, no fancy letters, units bound to their number.

/** Marks that change or hide text and have no shape: a single soft hyphen also makes a PDF's real hyphens vanish. */
const INVISIBLE_MARKS: readonly string[] = [
  '\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f', // controls
  '\\u00ad\\u115f\\u1160\\u3164', // soft hyphen, Hangul fillers
  '\\u061c\\u200b\\u200c\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f', // zero-width and bidirectional
  '\\ufeff\\ufff9-\\ufffb\\ud800-\\udfff', // byte order, interlinear, lone surrogates
  '\\u{e0000}-\\u{e0fff}', // tags and supplementary variation selectors
]
const INVISIBLE = new RegExp(`[${INVISIBLE_MARKS.join('')}]|\\u034f|[\\u17b4\\u17b5]|[\\u180b-\\u180e]`, 'gu')
/** "Mathematical", full-width and enclosed letters, which posts use as decoration. */
const FANCY =
  /[\u{1d400}-\u{1d7ff}\uff01-\uff5e\u24b6-\u24e9\u{1f130}-\u{1f149}\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu
const SKIN_TONES = /[\u{1f3fb}-\u{1f3ff}]/gu
/** More than two combining marks on a letter are an attack on the line above, not a language. */
const PILED_MARKS = /(\p{M}{2})\p{M}+/gu
const SPACES = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/gu

/** Signs that none of the faces has, and the ones that stand for them. */
const SUBSTITUTES: Readonly<Record<string, string>> = {
  '→': '›',
  '⇒': '›',
  '←': '‹',
  '≥': '>=',
  '≤': '<=',
  '≈': '~',
  '≠': '<>',
  '№': 'N.º',
  '\u2011': '-',
  '\ufffd': '?',
}
const SUBSTITUTED = new RegExp(`[${Object.keys(SUBSTITUTES).join('')}]`, 'g')

/** One line of clean text: NFC, without invisible marks, white space collapsed and trimmed. HTML stays as letters. */
export function cleanText(text: string): string {
  return text
    .replace(SPACES, ' ')
    .replace(FANCY, (letter) => letter.normalize('NFKC'))
    .replace(SKIN_TONES, '')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(PILED_MARKS, '$1')
    .replace(SUBSTITUTED, (sign) => SUBSTITUTES[sign] ?? sign)
    .replace(SPACES, ' ')
    .trim()
}

/** Last guard before the page: drops what must never be set, and keeps no-break spaces, which are our own. */
export function dropUnsettable(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').replace(INVISIBLE, '')
}

const NUMBER_AND_UNIT = /(\d) (?=(?:%|mil\b|millones\b|M\b|km\b|min\b|h\b|s\b|de \d|a\.\s?m\.|p\.\s?m\.))/g
const ABBREVIATION_AND_NUMBER = /(^|[\s(])(pp?\.|[Nn]úm\.|N\.º|[Aa]rt\.|boletín|est\.|acción) (?=\d)/g
const TITLE_AND_NAME = /(^|[\s(])(C|Lic|Dra?|Ing|Mtr[oa]|Arq|Sra?|Profra?)\. (?=\p{Lu})/gu

/** Puts no-break spaces where a line must not end: «92 %», «18 mil», «p. 3», «Lic. Sandoval». */
export function bindWords(text: string): string {
  return text
    .replace(NUMBER_AND_UNIT, '$1\u00a0')
    .replace(ABBREVIATION_AND_NUMBER, '$1$2\u00a0')
    .replace(TITLE_AND_NAME, '$1$2.\u00a0')
}

/** A link that may leave the document: http or https, else null. */
export function safeLink(url: string): string | null {
  const parsed = URL.parse(url)
  return parsed !== null && (parsed.protocol === 'https:' || parsed.protocol === 'http:') ? parsed.href : null
}
