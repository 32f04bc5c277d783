// The bytes of a PDF as the library writes it → the same document with its small objects compressed together: less than half.
import { deflateSync } from 'node:zlib'

/** Objects per stream: a reader unpacks a whole stream for one of them. */
const MOST_PACKED = 200

type PdfObject = { readonly id: number; readonly body: Uint8Array; readonly isStream: boolean }

/** Where an object is: at a byte of the file, or the so-manieth of an object stream. */
type Place =
  | { readonly kind: 'at'; readonly offset: number }
  | { readonly kind: 'in'; readonly stream: number; readonly index: number }

/**
 * Rewrites a document with object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8; PDF/A-3 allows both).
 * Expects one cross-reference table, generations of zero and no encryption, as pdfkit writes; throws otherwise. Same bytes in,
 * same bytes out.
 */
export function packObjects(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const { offsets, size, trailer, header } = readTable(file)
  const objects = readObjects(file, offsets)
  const places = new Map<number, Place>()
  const parts: Buffer[] = [header]
  let offset = header.length
  const write = (id: number, body: Buffer): void => {
    const part = Buffer.concat([Buffer.from(`${id} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    places.set(id, { kind: 'at', offset })
    parts.push(part)
    offset += part.length
  }
  for (const { id, body } of objects.filter(({ isStream }) => isStream)) write(id, Buffer.from(body))
  const small = objects.filter(({ isStream }) => !isStream)
  let next = size
  for (let start = 0; start < small.length; start += MOST_PACKED) {
    const packed = small.slice(start, start + MOST_PACKED)
    for (const [index, { id }] of packed.entries()) places.set(id, { kind: 'in', stream: next, index })
    write(next, writeObjectStream(packed))
    next += 1
  }
  const table = offset
  places.set(next, { kind: 'at', offset: table })
  write(next, writeReferences(places, next + 1, trailer))
  parts.push(Buffer.from(`startxref\n${table}\n%%EOF\n`))
  return new Uint8Array(Buffer.concat(parts))
}

function readTable(file: Buffer): {
  readonly offsets: ReadonlyMap<number, number>
  readonly size: number
  readonly trailer: string
  readonly header: Buffer
} {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.toString('latin1', file.length - 64))?.[1])
  const text = file.toString('latin1', start)
  const [, first, count, trailer] = /^xref\s+(\d+) (\d+)\s.*?trailer\s*<<\s*(.*?)\s*>>/s.exec(text) ?? []
  if (first !== '0' || trailer === undefined)
    throw new Error('the library no longer writes one reference table')
  const entries = [...text.matchAll(/^(\d{10}) \d{5} ([nf])/gm)].slice(0, Number(count))
  const offsets = new Map(
    entries.flatMap(([, at, use], id) => (use === 'n' ? [[id, Number(at)] as const] : [])),
  )
  const header = file.subarray(0, Math.min(start, ...offsets.values()))
  return { offsets, size: Number(count), trailer: trailer.replace(/\/Size \d+\s*/, ''), header }
}

function readObjects(file: Buffer, offsets: ReadonlyMap<number, number>): PdfObject[] {
  const byPlace = [...offsets].toSorted(([, one], [, other]) => one - other)
  return byPlace.map(([id, from], index) => {
    const to = byPlace[index + 1]?.[1] ?? file.lastIndexOf('xref\n', file.lastIndexOf('startxref') - 1)
    const opening = `${id} 0 obj\n`
    const end = file.lastIndexOf('endobj', to)
    if (file.toString('latin1', from, from + opening.length) !== opening || end < from)
      throw new Error(`object ${id} is not where the reference table says`)
    const body = file.subarray(from + opening.length, end - 1)
    return { id, body, isStream: body.toString('latin1', body.length - 9) === 'endstream' }
  })
}

function writeObjectStream(objects: readonly PdfObject[]): Buffer {
  let at = 0
  const heads = objects.map(({ id, body }) => {
    const head = `${id} ${at}`
    at += body.length + 1
    return head
  })
  const head = `${heads.join(' ')}\n`
  const bodies = objects.flatMap(({ body }) => [body, Buffer.from('\n')])
  const data = deflateSync(Buffer.concat([Buffer.from(head), ...bodies]), { level: 9 })
  return writeStream(`/Type /ObjStm /N ${objects.length} /First ${head.length}`, data)
}

/** One row of 1 + 4 + 2 bytes for each object: its kind, its place, and its place inside that. */
function writeReferences(places: ReadonlyMap<number, Place>, size: number, trailer: string): Buffer {
  const rows = Buffer.alloc(size * 7)
  for (let id = 0; id < size; id += 1) {
    const place = places.get(id)
    const at = id * 7
    if (place === undefined) {
      rows.writeUInt16BE(65_535, at + 5)
      continue
    }
    rows[at] = place.kind === 'at' ? 1 : 2
    rows.writeUInt32BE(place.kind === 'at' ? place.offset : place.stream, at + 1)
    rows.writeUInt16BE(place.kind === 'at' ? 0 : place.index, at + 5)
  }
  const data = deflateSync(rows, { level: 9 })
  return writeStream(`/Type /XRef /Size ${size} /W [1 4 2]\n${trailer}`, data)
}

const writeStream = (entries: string, data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<<\n${entries}\n/Filter /FlateDecode /Length ${data.length}\n>>\nstream\n`, 'latin1'),
    data,
    Buffer.from('\nendstream'),
  ])
