// The body of an answer as it arrives, compressed or not → its bytes, never more than the cap.
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { brotliDecompress, constants, gunzip, inflate, inflateRaw } from 'node:zlib'
import { Unreadable } from '../failure.ts'

export type Body = {
  readonly bytes: Uint8Array
  /** The connection broke or the cap was reached: what is here came before that. */
  readonly isTruncated: boolean
}

export type BodyLimits = {
  /** Bytes over the wire, and bytes that they unpack to. */
  readonly maxBytes: number
  readonly onOverflow: 'fail' | 'cut'
  readonly signal: AbortSignal
}

/** More encodings one inside another than any server uses: a bomb. */
const MAX_ENCODINGS = 3

const unpackGzip = promisify(gunzip)
const unpackZlib = promisify(inflate)
const unpackDeflate = promisify(inflateRaw)
const unpackBrotli = promisify(brotliDecompress)

function oversized(maxBytes: number): Unreadable {
  return new Unreadable(
    'oversized',
    `la respuesta pasa de ${Math.round(maxBytes / 1024)} KB y se dejó de leer`,
  )
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

function isZlib(head: Uint8Array): boolean {
  const [first = 0, second = 0] = head
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0
}

/** Unpacks one encoding. Streams cut short give what they had; bytes that are not gzip at all stay as they are. */
async function unpackOne(bytes: Uint8Array, encoding: string, maxBytes: number): Promise<Uint8Array> {
  const options = { maxOutputLength: maxBytes, finishFlush: constants.Z_SYNC_FLUSH }
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return isGzip(bytes) ? unpackGzip(bytes, options) : bytes
    case 'deflate':
      return isZlib(bytes) ? unpackZlib(bytes, options) : unpackDeflate(bytes, options)
    case 'br':
      return unpackBrotli(bytes, { maxOutputLength: maxBytes, finishFlush: constants.BROTLI_OPERATION_FLUSH })
    case 'identity':
      return bytes
    default:
      throw new Unreadable(
        'not-html',
        `la respuesta viene en una compresión desconocida («${encoding.slice(0, 40)}»)`,
      )
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}

async function unpack(bytes: Uint8Array, contentEncoding: string, maxBytes: number): Promise<Uint8Array> {
  const encodings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((encoding) => encoding.trim())
    .filter((encoding) => encoding !== '')
  if (encodings.length > MAX_ENCODINGS) {
    throw new Unreadable('oversized', `la respuesta viene comprimida ${encodings.length} veces`)
  }
  let unpacked = bytes
  // The last one named was applied last.
  for (const encoding of encodings.reverse()) {
    try {
      unpacked = await unpackOne(unpacked, encoding, maxBytes)
    } catch (error) {
      throw isTooLarge(error) ? oversized(maxBytes) : error
    }
  }
  return unpacked
}

type Wire = { readonly bytes: Buffer; readonly isBroken: boolean; readonly isCut: boolean }

/** Reads what comes over the wire up to the cap. A connection that breaks after something came gives what came. */
async function readWire(stream: Readable, limits: BodyLimits): Promise<Wire> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (size + chunk.length > limits.maxBytes) {
        chunks.push(chunk.subarray(0, limits.maxBytes - size))
        return { bytes: Buffer.concat(chunks), isBroken: false, isCut: true }
      }
      size += chunk.length
      chunks.push(chunk)
    }
    return { bytes: Buffer.concat(chunks), isBroken: false, isCut: false }
  } catch (error) {
    if (size === 0 || limits.signal.aborted) throw error
    return { bytes: Buffer.concat(chunks), isBroken: true, isCut: false }
  } finally {
    stream.destroy()
  }
}

/**
 * Reads a body whole, under one cap for the bytes on the wire and for those they unpack to. Over it the answer is
 * `Unreadable('oversized')`, or plain text is cut there when `onOverflow` is `cut`. The abort of `signal` is thrown as
 * it is.
 */
export async function readBody(stream: Readable, contentEncoding: string, limits: BodyLimits): Promise<Body> {
  const wire = await readWire(stream, limits)
  if (wire.isCut && limits.onOverflow === 'fail') throw oversized(limits.maxBytes)
  const bytes =
    wire.bytes.length === 0 ? wire.bytes : await unpack(wire.bytes, contentEncoding, limits.maxBytes)
  return { bytes, isTruncated: wire.isBroken || wire.isCut }
}
