// Pages of a PDF → their pictures in greys, alone or on one sheet; two pictures → how much of them differs.
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
    const from = at * 4
    const [red, green, blue] = [pixels[from] ?? 0, pixels[from + 1] ?? 0, pixels[from + 2] ?? 0]
    grey[at] = Math.round(red * 0.299 + green * 0.587 + blue * 0.114)
  }
  return { width, height, grey }
}

/** Pages of a document as they lie on one sheet. */
export type Sheet = { readonly raster: Raster; readonly frames: readonly Frame[] }
export type Frame = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const ACROSS = 4
const GAP = 6
const GROUND = 136

/** Lays pages side by side, four in a row, on a grey ground. */
export function makeSheet(pages: readonly Raster[]): Sheet {
  const widest = Math.max(...pages.map(({ width }) => width))
  const rows = Array.from({ length: Math.ceil(pages.length / ACROSS) }, (_, row) =>
    pages.slice(row * ACROSS, (row + 1) * ACROSS),
  )
  let y = GAP
  const frames = rows.flatMap((row) => {
    const placed = row.map(({ width, height }, at) => ({ x: GAP + at * (widest + GAP), y, width, height }))
    y += Math.max(...row.map(({ height }) => height)) + GAP
    return placed
  })
  const width = GAP + Math.min(ACROSS, pages.length) * (widest + GAP)
  const grey = new Uint8Array(width * y).fill(GROUND)
  for (const [index, page] of pages.entries()) {
    const { x, y: top } = frames[index] ?? { x: 0, y: 0 }
    for (let line = 0; line < page.height; line += 1) {
      const from = line * page.width
      grey.set(page.grey.subarray(from, from + page.width), (top + line) * width + x)
    }
  }
  return { raster: { width, height: y, grey }, frames }
}

/** A part of a picture. */
export function cutFrame(sheet: Raster, { x, y, width, height }: Frame): Raster {
  const grey = new Uint8Array(width * height)
  for (let line = 0; line < height; line += 1) {
    const from = (y + line) * sheet.width + x
    grey.set(sheet.grey.subarray(from, from + width), line * width)
  }
  return { width, height, grey }
}

/** A PNG of 16 greys (colour type 0, depth 4, each line as the difference from the one above): a tenth of a colour one. */
export function encodePng({ width, height, grey }: Raster): Uint8Array {
  const stride = Math.ceil(width / 2)
  const packed = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const level = Math.round((grey[y * width + x] ?? 0) / 17)
      const at = y * stride + (x >> 1)
      packed[at] = (packed[at] ?? 0) | (x % 2 === 0 ? level << 4 : level)
    }
  }
  const lines = Buffer.alloc((stride + 1) * height)
  for (let y = 0; y < height; y += 1) {
    lines[y * (stride + 1)] = FILTER_UP
    for (let x = 0; x < stride; x += 1) {
      const above = y === 0 ? 0 : (packed[(y - 1) * stride + x] ?? 0)
      lines[y * (stride + 1) + 1 + x] = ((packed[y * stride + x] ?? 0) - above) & 0xff
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 4
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
