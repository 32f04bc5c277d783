// Text → its bytes in the encodings of old and broken sites.

/** Letters that windows-1252 keeps in 0x80–0x9F. */
const WINDOWS_LETTERS = new Map(
  [
    ...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index)),
  ].map((letter, index) => [letter, 0x80 + index] as const),
)

/** ISO-8859-1; a letter that it lacks becomes a numeric reference, so this is for HTML only. */
export function encodeLatin1(html: string): Uint8Array {
  return encodeByLetter(html, () => undefined)
}

/** windows-1252: ISO-8859-1 and typographic quotes; other letters become numeric references. */
export function encodeWindows1252(html: string): Uint8Array {
  return encodeByLetter(html, (letter) => WINDOWS_LETTERS.get(letter))
}

function encodeByLetter(html: string, special: (letter: string) => number | undefined): Uint8Array {
  const bytes: number[] = []
  for (const letter of html) {
    const code = letter.codePointAt(0) ?? 0
    const byte = special(letter) ?? (code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : null)
    if (byte === null) bytes.push(...Buffer.from(`&#${code};`, 'latin1'))
    else bytes.push(byte)
  }
  return Uint8Array.from(bytes)
}

export function encodeUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** UTF-8 read as windows-1252 and written as UTF-8 again: `México` becomes `MÃ©xico`. */
export function doubleEncode(text: string): string {
  return new TextDecoder('windows-1252').decode(encodeUtf8(text))
}
