// The bytes of a page or feed and what its server says of them → the text they really are.

/** `charset` is the WHATWG name used; `isDoubtful` when bytes contradicted every reading and some were guessed. */
export type Decoded = { readonly text: string; readonly charset: string; readonly isDoubtful: boolean }

/** HTML looks for its own declaration in the first 1,024 bytes; hand-made pages put it later. */
const DECLARATION_WINDOW = 4096

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

function nameOf(label: string | undefined): string | null {
  if (label === undefined) return null
  try {
    return new TextDecoder(label.trim()).encoding
  } catch (error) {
    if (error instanceof RangeError) return null // an unknown label says nothing
    throw error
  }
}

function bomCharset(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: markup is ASCII, so every other byte of its beginning is zero. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 64)
  if (head.length < 8) return null
  const zeros = [0, 0]
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const half = Math.floor(head.length / 2)
  if (odd > half * 0.8 && even === 0) return 'utf-16le'
  if (even > half * 0.8 && odd === 0) return 'utf-16be'
  return null
}

function declaredCharset(bytes: Uint8Array, contentType: string | null): string | null {
  const inHeader = nameOf(/charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1])
  if (inHeader !== null) return inHeader
  const head = Buffer.from(bytes.subarray(0, DECLARATION_WINDOW)).toString('latin1')
  const inXml = nameOf(/^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1])
  return inXml ?? nameOf(/<meta[^>]+?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1])
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null // not UTF-8
    throw error
  }
}

function decodeAs(bytes: Uint8Array, charset: string): string {
  return new TextDecoder(charset).decode(bytes)
}

/** UTF-8 that is right up to a last character cut in two, when something shows that it is UTF-8 at all. */
function decodeCut(bytes: Uint8Array): string | null {
  const whole = dropCutTail(bytes)
  const text = whole.length < bytes.length ? decodeStrictly(whole) : null
  return text !== null && text.length < whole.length ? text : null
}

/** Length of the valid UTF-8 sequence of two or more bytes that begins at `at`, or 0. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  const length = lead >= 0xf0 ? (lead <= 0xf4 ? 4 : 0) : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0
  for (let next = 1; next < length; next++) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0
  }
  return length === 0 || decodeStrictly(bytes.subarray(at, at + length)) === null ? 0 : length
}

/** Without the last character when the bytes end in the middle of it: a body cut off by its server or by a cap. */
function dropCutTail(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes
    if (byte >= 0xc2) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return needed > back ? bytes.subarray(0, bytes.length - back) : bytes
    }
  }
  return bytes
}

type HighBytes = { readonly inSequences: number; readonly loose: number }

function countHighBytes(bytes: Uint8Array): HighBytes {
  let inSequences = 0
  let loose = 0
  for (let at = 0; at < bytes.length; ) {
    if ((bytes[at] ?? 0) < 0x80) {
      at++
      continue
    }
    const length = sequenceLength(bytes, at)
    if (length === 0) loose++
    else inSequences += length
    at += Math.max(1, length)
  }
  return { inSequences, loose }
}

/** Reads a page pasted together from two encodings: valid sequences as UTF-8, every other high byte as windows-1252. */
function decodeMixed(bytes: Uint8Array): string {
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < bytes.length; ) {
    const length = (bytes[at] ?? 0) < 0x80 ? 1 : sequenceLength(bytes, at)
    if (length === 0) {
      parts.push(
        decodeAs(bytes.subarray(from, at), 'utf-8'),
        decodeAs(bytes.subarray(at, at + 1), 'windows-1252'),
      )
      from = at + 1
    }
    at += Math.max(1, length)
  }
  parts.push(decodeAs(bytes.subarray(from), 'utf-8'))
  return parts.join('')
}

const SPANISH = new Set('áéíóúüñÁÉÍÓÚÜÑ¿¡«»“”‘’–—…°ºª·')

function spanishShare(text: string): number {
  let high = 0
  let spanish = 0
  for (const letter of text) {
    if (letter.charCodeAt(0) < 0x80) continue
    high++
    if (SPANISH.has(letter)) spanish++
  }
  return high === 0 ? 0 : spanish / high
}

/** What nobody declared and is not UTF-8: the reading with more Spanish letters among its high bytes. */
function decodeByStatistics(bytes: Uint8Array): Decoded {
  const western = decodeAs(bytes, 'windows-1252')
  const mac = decodeAs(bytes, 'macintosh')
  const westernShare = spanishShare(western)
  const macShare = spanishShare(mac)
  if (macShare > westernShare && macShare > 0.8) return { text: mac, charset: 'macintosh', isDoubtful: true }
  return { text: western, charset: 'windows-1252', isDoubtful: westernShare < 0.8 }
}

function decodeNonUtf8(bytes: Uint8Array, declared: string | null): Decoded {
  const { inSequences, loose } = countHighBytes(bytes)
  // One stray byte in a UTF-8 page, or a Latin-1 footer included in it: more sequences than single bytes.
  if (inSequences > loose * 2 && (declared === 'utf-8' || declared === null || inSequences > 20)) {
    return { text: decodeMixed(bytes), charset: 'utf-8', isDoubtful: true }
  }
  if (declared !== null && declared !== 'utf-8') {
    const text = decodeAs(bytes, declared)
    return { text, charset: declared, isDoubtful: text.includes('\ufffd') }
  }
  return decodeByStatistics(bytes)
}

/**
 * Decodes the bytes of a page or feed: byte-order mark, then the HTTP charset, then the XML declaration or meta
 * (first 4,096 bytes), then statistics. Servers lie both ways: bytes that are valid UTF-8 are read as UTF-8 even when
 * Latin-1 was declared (a Latin-1 text almost never is by chance), and declared UTF-8 that is not is read as
 * windows-1252. `contentType` is the header's value or null. Never throws.
 */
export function decodeBytes(bytes: Uint8Array, contentType: string | null): Decoded {
  const marked = bomCharset(bytes)
  if (marked !== null) {
    const text = decodeAs(bytes, marked)
    return { text, charset: marked, isDoubtful: text.includes('\ufffd') }
  }
  const wide = unmarkedUtf16(bytes)
  if (wide !== null) return { text: decodeAs(bytes, wide), charset: wide, isDoubtful: false }
  const declared = declaredCharset(bytes, contentType)
  if (declared?.startsWith('iso-2022') === true) {
    return { text: decodeAs(bytes, declared), charset: declared, isDoubtful: false }
  }
  const utf8 = decodeStrictly(bytes) ?? decodeCut(bytes)
  if (utf8 !== null) return { text: utf8, charset: 'utf-8', isDoubtful: false }
  return decodeNonUtf8(bytes, declared)
}

/** Characters that windows-1252 and Latin-1 give for the bytes 0x80–0xFF, and the byte of each. */
const WESTERN_BYTES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 128 }, (_, index) => index + 128).flatMap((byte) => [
    [String.fromCharCode(byte), byte] as const, // as Latin-1 decoders leave the controls 0x80–0x9F
    [decodeAs(Uint8Array.of(byte), 'windows-1252'), byte] as const,
  ]),
)

const TAIL = `[${[...WESTERN_BYTES].flatMap(([letter, byte]) => (byte < 0xc0 ? [letter] : [])).join('')}]`

/**
 * One character of UTF-8 read as windows-1252: Latin letters (Â, Ã), typographic marks (â), byte-order marks and
 * variation selectors (ï), emoji (ð), and what a second round makes of those (Æ, Å, Ë). Other leads are left alone:
 * `Ñ»` and `í…»` are right Spanish and valid UTF-8.
 */
const BROKEN = new RegExp(`[ÂÃ]${TAIL}|[âï]${TAIL}{2}|ð${TAIL}{3}|Æ’|Å[“¡¾¸½’\u00a0]|Ë[œ†]`, 'gu')

/** `Ã` before a letter: an `í` (C3 AD) whose second byte, a soft hyphen, somebody removed. */
const LOST_SOFT_HYPHEN = /\u00c3(?=\p{Ll}|\s|$)/gu

/** Replacement characters, or two words with `?` where a letter was ("M?xico" and "Ayuntamiento dio informaci?n"). */
function looksBroken(text: string): boolean {
  if (text.includes('\ufffd') || text.search(BROKEN) >= 0) return true
  if (!/\?\p{Ll}/u.test(text)) return false // most texts have none, and are told so much faster
  return (text.match(/(?<![\w/=&?.%-])\p{L}{1,30}\?\p{Ll}{1,30}(?![\w=/])/gu) ?? []).length >= 2
}

function repairOne(broken: string): string {
  const bytes = Uint8Array.from(broken, (letter) => WESTERN_BYTES.get(letter) ?? 0)
  return decodeStrictly(bytes) ?? broken
}

/**
 * Undoes double encoding (UTF-8 read as windows-1252 and written again, up to three times over): "MÃ©xico" → "México".
 * Only the broken characters change, so a page that is right elsewhere stays right. `isSuspect` says that what is left
 * still looks broken (U+FFFD, stray lead bytes, question marks inside words) and should be flagged, not trusted.
 */
export function repairMojibake(text: string): {
  readonly text: string
  readonly isRepaired: boolean
  readonly isSuspect: boolean
} {
  let current = text
  for (let round = 0; round < 3; round++) {
    const next = current.replace(BROKEN, repairOne)
    if (next === current) break
    current = next
  }
  const isRepaired = current !== text
  if (isRepaired) current = current.replace(LOST_SOFT_HYPHEN, 'í')
  return { text: current, isRepaired, isSuspect: looksBroken(current) }
}
