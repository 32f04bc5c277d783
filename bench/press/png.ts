// Pixels → a PNG file, 8 bits of red, green and blue (ISO/IEC 15948).
import { crc32, deflateSync } from 'node:zlib'
import type { Picture } from './picture.ts'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const head = Buffer.alloc(4)
  head.writeUInt32BE(data.length)
  const tail = Buffer.alloc(4)
  tail.writeUInt32BE(crc32(body))
  return Buffer.concat([head, body, tail])
}

/** Each row as its difference from the row above (filter 2), which suits skies and fields. */
function filterRows({ width, height, pixels }: Picture): Buffer {
  const row = width * 3
  const rows = Buffer.alloc((row + 1) * height)
  for (let y = 0; y < height; y++) {
    rows[y * (row + 1)] = 2
    for (let x = 0; x < row; x++) {
      const above = y === 0 ? 0 : (pixels[(y - 1) * row + x] ?? 0)
      rows[y * (row + 1) + 1 + x] = (pixels[y * row + x] ?? 0) - above
    }
  }
  return rows
}

export function encodePng(picture: Picture): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(picture.width, 0)
  header.writeUInt32BE(picture.height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(filterRows(picture))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
