// The bytes of a PDF → its objects as they are written: dictionaries, arrays, names, references; streams unpacked.
import { inflateSync } from 'node:zlib'

export type PdfName = { readonly name: string }
export type PdfReference = { readonly ref: number }
export type PdfDictionary = { readonly [key: string]: PdfValue }
export type PdfStream = { readonly dictionary: PdfDictionary; readonly bytes: Buffer }
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfReference
  | { readonly string: Buffer }
  | readonly PdfValue[]
  | { readonly dict: PdfDictionary }
  | { readonly stream: PdfStream }

export type PdfFile = {
  readonly header: string
  readonly trailer: PdfDictionary
  readonly objects: ReadonlyMap<number, PdfValue>
}

/** Reads a file of this house: one cross-reference stream, no encryption. Throws on anything else. */
export function readObjects(bytes: Uint8Array): PdfFile {
  const file = Buffer.from(bytes)
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.toString('latin1', file.length - 64))?.[1])
  const table = streamOf(parseIndirect(file, start))
  const [, wide = 0, deep = 0] = (table.dictionary.W as readonly number[]) ?? []
  const size = table.dictionary.Size as number
  const objects = new Map<number, PdfValue>()
  const packed = new Map<number, readonly PdfValue[]>()
  const rowLength = 1 + wide + deep
  for (let id = 0; id < size; id += 1) {
    const row = table.bytes.subarray(id * rowLength, (id + 1) * rowLength)
    const [kind, place, index] = [row[0], row.readUIntBE(1, wide), row.readUIntBE(1 + wide, deep)]
    if (kind === 1) objects.set(id, parseIndirect(file, place, id))
    if (kind !== 2) continue
    const members =
      packed.get(place) ?? unpack(streamOf(parseIndirect(file, offsetOf(table, place, rowLength, wide))))
    packed.set(place, members)
    objects.set(id, members[index] ?? null)
  }
  return { header: file.toString('latin1', 0, 16), trailer: table.dictionary, objects }
}

const offsetOf = (table: PdfStream, id: number, rowLength: number, wide: number): number =>
  table.bytes.readUIntBE(id * rowLength + 1, wide)

function streamOf(value: PdfValue): PdfStream {
  if (value === null || typeof value !== 'object' || !('stream' in value)) throw new Error('not a stream')
  return value.stream
}

function unpack({ dictionary, bytes }: PdfStream): PdfValue[] {
  const [count, first] = [dictionary.N as number, dictionary.First as number]
  const heads = bytes.toString('latin1', 0, first).trim().split(/\s+/).map(Number)
  return Array.from({ length: count }, (_, index) =>
    parseValue({ file: bytes, at: first + (heads[index * 2 + 1] ?? 0) }),
  )
}

type Cursor = { readonly file: Buffer; at: number }

function parseIndirect(file: Buffer, at: number, id?: number): PdfValue {
  const head = /^(\d+) 0 obj\s/.exec(file.toString('latin1', at, at + 24))
  if (head === null || (id !== undefined && Number(head[1]) !== id))
    throw new Error(`no object ${id ?? ''} at ${at}`)
  const cursor = { file, at: at + head[0].length }
  const value = parseValue(cursor)
  if (value === null || typeof value !== 'object' || !('dict' in value)) return value
  const opening = /^\s*stream\r?\n/.exec(file.toString('latin1', cursor.at, cursor.at + 12))
  if (opening === null) return value
  const from = cursor.at + opening[0].length
  const raw = file.subarray(from, from + (value.dict.Length as number))
  const filter = value.dict.Filter
  const isDeflated = filter !== undefined && JSON.stringify(filter).includes('FlateDecode')
  return { stream: { dictionary: value.dict, bytes: isDeflated ? inflateSync(raw) : raw } }
}

const SPACE = /[\0\t\n\f\r ]/
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]/

const charAt = ({ file, at }: Cursor): string => String.fromCharCode(file[at] ?? 0)

function skipSpace(cursor: Cursor): void {
  while (cursor.at < cursor.file.length && SPACE.test(charAt(cursor))) cursor.at += 1
}

function readWord(cursor: Cursor): string {
  const from = cursor.at
  while (cursor.at < cursor.file.length && REGULAR.test(charAt(cursor))) cursor.at += 1
  return cursor.file.toString('latin1', from, cursor.at)
}

function parseValue(cursor: Cursor): PdfValue {
  skipSpace(cursor)
  const two = cursor.file.toString('latin1', cursor.at, cursor.at + 2)
  if (two === '<<') return parseDictionary(cursor)
  if (two.startsWith('<')) return parseHex(cursor)
  if (two.startsWith('(')) return parseLiteral(cursor)
  if (two.startsWith('[')) return parseArray(cursor)
  if (two.startsWith('/')) {
    cursor.at += 1
    return {
      name: readWord(cursor).replace(/#([0-9a-fA-F]{2})/g, (_, hex) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    }
  }
  const word = readWord(cursor)
  if (word === '') throw new Error(`unexpected «${two}» at ${cursor.at}`)
  const reference = /^ \d+ R(?![A-Za-z])/.exec(cursor.file.toString('latin1', cursor.at, cursor.at + 10))
  if (/^\d+$/.test(word) && reference !== null) {
    cursor.at += reference[0].length
    return { ref: Number(word) }
  }
  return word === 'null' ? null : word === 'true' ? true : word === 'false' ? false : Number(word)
}

function parseDictionary(cursor: Cursor): PdfValue {
  cursor.at += 2
  const entries: Record<string, PdfValue> = {}
  for (;;) {
    skipSpace(cursor)
    if (cursor.file.toString('latin1', cursor.at, cursor.at + 2) === '>>') break
    const key = parseValue(cursor) as PdfName
    entries[key.name] = parseValue(cursor)
  }
  cursor.at += 2
  return { dict: entries }
}

function parseArray(cursor: Cursor): readonly PdfValue[] {
  cursor.at += 1
  const values: PdfValue[] = []
  for (;;) {
    skipSpace(cursor)
    if (charAt(cursor) === ']') break
    values.push(parseValue(cursor))
  }
  cursor.at += 1
  return values
}

function parseHex(cursor: Cursor): PdfValue {
  const end = cursor.file.indexOf('>', cursor.at)
  const hex = cursor.file.toString('latin1', cursor.at + 1, end).replace(/\s/g, '')
  cursor.at = end + 1
  return { string: Buffer.from(hex, 'hex') }
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

function parseLiteral(cursor: Cursor): PdfValue {
  const bytes: number[] = []
  let depth = 0
  do {
    const code = cursor.file[cursor.at] ?? 0
    const char = String.fromCharCode(code)
    cursor.at += 1
    if (char === '\\') {
      const next = charAt(cursor)
      const octal = /^[0-7]{1,3}/.exec(cursor.file.toString('latin1', cursor.at, cursor.at + 3))?.[0]
      cursor.at += octal?.length ?? 1
      bytes.push(octal === undefined ? (ESCAPES[next] ?? next.charCodeAt(0)) : Number.parseInt(octal, 8))
      continue
    }
    if (char === '(') depth += 1
    if (char === ')') depth -= 1
    if ((char !== '(' || depth > 1) && (char !== ')' || depth > 0)) bytes.push(code)
  } while (depth > 0)
  return { string: Buffer.from(bytes) }
}

/** A text string: UTF-16 with its mark, or one byte a letter. */
export function textOf(value: PdfValue | undefined): string | null {
  if (value === null || value === undefined || typeof value !== 'object' || !('string' in value)) return null
  const { string } = value
  if (string[0] === 0xfe && string[1] === 0xff)
    return Buffer.from(string.subarray(2)).swap16().toString('utf16le')
  return string.toString('latin1')
}

/** What a value is once references are followed. */
export function follow(file: PdfFile, value: PdfValue | undefined): PdfValue {
  if (value === undefined) return null
  return value !== null && typeof value === 'object' && 'ref' in value
    ? follow(file, file.objects.get(value.ref) ?? null)
    : value
}

/** The entries of a dictionary or of a stream; none for anything else. */
export function entriesAt(file: PdfFile, value: PdfValue | undefined): PdfDictionary {
  const found = follow(file, value)
  if (found === null || typeof found !== 'object') return {}
  if ('dict' in found) return found.dict
  return 'stream' in found ? found.stream.dictionary : {}
}

export function listAt(file: PdfFile, value: PdfValue | undefined): readonly PdfValue[] {
  const found = follow(file, value)
  return Array.isArray(found) ? found : found === null ? [] : [found]
}

export function bytesAt(file: PdfFile, value: PdfValue | undefined): Buffer | null {
  const found = follow(file, value)
  return found !== null && typeof found === 'object' && 'stream' in found ? found.stream.bytes : null
}

export const nameAt = (file: PdfFile, value: PdfValue | undefined): string | null => {
  const found = follow(file, value)
  return found !== null && typeof found === 'object' && 'name' in found ? found.name : null
}
