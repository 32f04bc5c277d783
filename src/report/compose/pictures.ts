// The bytes of a captured image → a picture that can be printed, or the reason why its frame stays empty.
import type { Picture } from '../picture.ts'
import { PICTURE_REASONS } from '../words/pictures.ts'

/** Larger files would make the edition too heavy to send by telephone. */
const LARGEST_BYTES = 1_500_000
const LARGEST_SIDE = 6000

type Size = { readonly width: number; readonly height: number }

/** Reads a JPEG or PNG. Null bytes stand for an image that was expected and could not be captured. */
export function readPicture(bytes: Uint8Array | null, caption: string, alt: string): Picture {
  if (bytes === null) return { kind: 'missing', reason: PICTURE_REASONS.notCaptured }
  const size = measurePicture(bytes)
  if (size === null || size.width === 0 || size.height === 0) {
    return { kind: 'missing', reason: PICTURE_REASONS.unreadable }
  }
  if (bytes.length > LARGEST_BYTES || Math.max(size.width, size.height) > LARGEST_SIDE) {
    return { kind: 'missing', reason: PICTURE_REASONS.tooLarge }
  }
  return { kind: 'image', bytes, caption, alt }
}

/** Width and height of a whole JPEG or opaque PNG; null of anything else. */
export const measurePicture = (bytes: Uint8Array): Size | null => readJpegSize(bytes) ?? readPngSize(bytes)

/** Whether bytes are an image that the painter can set: a whole JPEG, or a PNG without transparency. */
export const isPrintable = (bytes: Uint8Array): boolean => readPicture(bytes, '', '').kind === 'image'

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const START_OF_FRAME = new Set([0xc0, 0xc1, 0xc2])

/** Walks the segments of a JPEG to its frame header. Null when it is none, is cut off or is in four inks. */
function readJpegSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const hasEnd = bytes.subarray(-64).some((byte, index, tail) => byte === 0xff && tail[index + 1] === 0xd9)
  const view = viewOf(bytes)
  for (let at = 2; hasEnd && at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    if (!START_OF_FRAME.has(bytes[at + 1] ?? 0)) continue
    const isThreeInksOrFewer = bytes[at + 4] === 8 && (bytes[at + 9] ?? 4) <= 3
    return isThreeInksOrFewer ? { height: view.getUint16(at + 5), width: view.getUint16(at + 7) } : null
  }
  return null
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const PNG_WITHOUT_ALPHA = new Set([0, 2, 3])

/** Reads a PNG's header. Null when it is none, is cut off, or carries transparency, which PDF readers draw slowly. */
function readPngSize(bytes: Uint8Array): Size | null {
  const isPng = bytes.length > 45 && PNG_SIGNATURE.every((byte, index) => bytes[index] === byte)
  const hasEnd = new TextDecoder('latin1').decode(bytes.subarray(-8)).startsWith('IEND')
  if (!isPng || !hasEnd || !PNG_WITHOUT_ALPHA.has(bytes[25] ?? 4)) return null
  const view = viewOf(bytes)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
