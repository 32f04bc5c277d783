// The body of an answer as it arrives, compressed or not → its bytes, never more than the cap.
import { pipeline as chain, Readable, Transform, type TransformCallback } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { Unreadable } from '../failure.ts'

export type Body = {
  readonly bytes: Uint8Array
  /** The connection broke or the cap was reached: what is here came before that. */
  readonly isTruncated: boolean
}

/** More encodings one inside another than any server uses: a bomb. */
const MAX_ENCODINGS = 3

function oversized(maxBytes: number): Unreadable {
  return new Unreadable(
    'oversized',
    `la respuesta pasa de ${Math.round(maxBytes / 1024)} KB y se dejó de leer`,
  )
}

/** Counts what comes over the wire too: a compressed stream can be endless and give nothing. */
function meter(maxBytes: number): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      seen += chunk.length
      done(seen > maxBytes ? oversized(maxBytes) : null, chunk)
    },
  })
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

function isZlib(head: Uint8Array): boolean {
  const [first = 0, second = 0] = head
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0
}

/** The decoder of one encoding; null for none, or when the outermost bytes show that the header lies. */
function decoderOf(encoding: string, head: Uint8Array | null): Transform | null {
  const whole = { finishFlush: constants.Z_SYNC_FLUSH } // a stream cut short gives what it had
  if (encoding === 'gzip' || encoding === 'x-gzip') {
    return head === null || isGzip(head) ? createGunzip(whole) : null
  }
  if (encoding === 'deflate')
    return head === null || isZlib(head) ? createInflate(whole) : createInflateRaw(whole)
  if (encoding === 'br') return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH })
  if (encoding === 'identity' || encoding === '') return null
  throw new Unreadable(
    'not-html',
    `la respuesta viene en una compresión desconocida («${encoding.slice(0, 40)}»)`,
  )
}

function decodersFor(contentEncoding: string, head: Uint8Array): Transform[] {
  const encodings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((encoding) => encoding.trim())
    .filter((encoding) => encoding !== '')
    .reverse() // the last one named was applied last
  if (encodings.length > MAX_ENCODINGS) {
    throw new Unreadable('oversized', `la respuesta viene comprimida ${encodings.length} veces`)
  }
  return encodings.flatMap((encoding, index) => decoderOf(encoding, index === 0 ? head : null) ?? [])
}

/** Joins two streams so that a failure of either ends both. */
function compose(source: Readable, next: Transform): Transform {
  return chain(source, next, () => {}) // the failure reaches the last stream, where it is read
}

async function* prepend(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}

/** Our own refusals and the deadline are final; anything else is the other side hanging up. */
function isBrokenConnection(error: unknown, signal: AbortSignal): boolean {
  return !(error instanceof Unreadable) && !signal.aborted
}

/**
 * Reads a body whole. `maxBytes` bounds both the bytes on the wire and the bytes they unpack to; over it the answer is
 * `Unreadable('oversized')`, or is cut there when `onOverflow` is `cut`. A connection that breaks after something
 * arrived gives what arrived. The abort of `signal` is thrown as it is.
 */
export async function readBody(
  stream: Readable,
  contentEncoding: string,
  limits: { readonly maxBytes: number; readonly onOverflow: 'fail' | 'cut'; readonly signal: AbortSignal },
): Promise<Body> {
  const chunks: Buffer[] = []
  let size = 0
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      size += chunk.length
      if (size > limits.maxBytes) throw oversized(limits.maxBytes)
      chunks.push(chunk)
    }
  }
  try {
    const iterator: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]()
    const first = await iterator.next()
    if (first.done === true) return { bytes: new Uint8Array(), isTruncated: false }
    const decoded = decodersFor(contentEncoding, first.value).reduce<Readable>(
      (source, decoder) => compose(source, decoder),
      compose(Readable.from(prepend(first.value, iterator)), meter(limits.maxBytes)),
    )
    await pipeline(decoded, collect, { signal: limits.signal })
    return { bytes: Buffer.concat(chunks), isTruncated: false }
  } catch (error) {
    const isCut = limits.onOverflow === 'cut' && error instanceof Unreadable && error.reason === 'oversized'
    if (isCut || (size > 0 && isBrokenConnection(error, limits.signal))) {
      return { bytes: Buffer.concat(chunks), isTruncated: true }
    }
    throw error
  } finally {
    stream.destroy()
  }
}
