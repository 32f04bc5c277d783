// A page of a PDF → its picture in greys; two pictures → how much of them differs.
import { crc32, deflateSync } from 'node:zlib'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type Raster = { readonly width: number; readonly height: number; readonly grey: Uint8Array }

/** Levels of grey by which a point must differ to count: anti-aliasing differs less between machines. */
const VISIBLE = 48

/** Draws a page on white at a scale of its points. */
export async function rasterPage(pdf: PDFDocumentProxy, number: number, scale: number): Promise<Raster> {
  const page = await pdf.getPage(number)
  const viewport = page.getViewport({ scale })
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
  const canvas = createCanvas(width, height)
  const brush = canvas.getContext('2d')
  brush.fillStyle = '#fff'
  brush.fillRect(0, 0, width, height)
  await page.render({ canvas: null, canvasContext: brush as never, viewport }).promise
  return toGreys(brush.getImageData(0, 0, width, height).data, width, height)
}

function toGreys(pixels: Uint8ClampedArray, width: number, height: number): Raster {
  const grey = new Uint8Array(width * height)
  for (let at = 0; at < grey.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at * 4, at * 4 + 3)
    grey[at] = Math.round(red * 0.299 + green * 0.587 + blue * 0.114)
  }
  return { width, height, grey }
}

/** A PNG of 8-bit greys (colour type 0, each line as the difference from the one above): a third of a colour one. */
export function encodePng({ width, height, grey }: Raster): Uint8Array {
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1) {
    lines[y * (width + 1)] = FILTER_UP
    for (let x = 0; x < width; x += 1) {
      const above = y === 0 ? 0 : (grey[(y - 1) * width + x] ?? 0)
      lines[y * (width + 1) + 1 + x] = ((grey[y * width + x] ?? 0) - above) & 0xff
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return new Uint8Array(Buffer.concat([PNG_SIGNATURE, ...chunks]))
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const FILTER_UP = 2

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

export async function decodePng(bytes: Uint8Array): Promise<Raster> {
  const image = await loadImage(Buffer.from(bytes))
  const brush = createCanvas(image.width, image.height).getContext('2d')
  brush.drawImage(image, 0, 0)
  return toGreys(brush.getImageData(0, 0, image.width, image.height).data, image.width, image.height)
}

/** Share of points that differ visibly; 1 when the sizes differ. */
export function compareRasters(one: Raster, other: Raster): number {
  if (one.width !== other.width || one.height !== other.height) return 1
  const changed = one.grey.reduce(
    (count, level, at) => count + (Math.abs(level - (other.grey[at] ?? 0)) > VISIBLE ? 1 : 0),
    0,
  )
  return changed / one.grey.length
}
