// Pixels → a baseline JPEG file (ITU-T T.81): YCbCr without subsampling, one table of each kind for all components.
import type { Picture } from './picture.ts'

/** Order in which the 64 frequencies of a block are written (T.81, figure A.6). */
const ZIGZAG = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46,
  53, 60, 61, 54, 47, 55, 62, 63,
]

/** Steps of quantization for brightness, row by row (T.81, table K.1), halved: quality about 75. */
const STEPS = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22,
  29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103,
  121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
].map((step) => Math.max(1, Math.round(step / 2)))

/** Codes of each length from 1 to 16, and the symbols in order (T.81, tables K.3 and K.5). */
const DC_COUNTS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]
const DC_SYMBOLS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const AC_COUNTS = [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7d]
const AC_SYMBOLS = [
  ...Buffer.from(
    '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a' +
      '434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aa' +
      'b2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa',
    'hex',
  ),
]

type Code = { readonly bits: number; readonly length: number }

function buildCodes(counts: readonly number[], symbols: readonly number[]): Map<number, Code> {
  const codes = new Map<number, Code>()
  let bits = 0
  let next = 0
  for (const [index, count] of counts.entries()) {
    for (const symbol of symbols.slice(next, next + count))
      codes.set(symbol, { bits: bits++, length: index + 1 })
    next += count
    bits <<= 1
  }
  return codes
}

const DC_CODES = buildCodes(DC_COUNTS, DC_SYMBOLS)
const AC_CODES = buildCodes(AC_COUNTS, AC_SYMBOLS)

const COSINES = Array.from({ length: 64 }, (_, index) => {
  const frequency = index >> 3
  const scale = frequency === 0 ? Math.SQRT1_2 : 1
  return (scale / 2) * Math.cos(((2 * (index & 7) + 1) * frequency * Math.PI) / 16)
})

/** The 64 frequencies of a block of 8 × 8 values, rows first and then columns. */
function transform(block: Float64Array): Float64Array {
  const rows = new Float64Array(64)
  const done = new Float64Array(64)
  for (let y = 0; y < 8; y++) {
    for (let u = 0; u < 8; u++) {
      let sum = 0
      for (let x = 0; x < 8; x++) sum += (block[y * 8 + x] ?? 0) * (COSINES[u * 8 + x] ?? 0)
      rows[y * 8 + u] = sum
    }
  }
  for (let v = 0; v < 8; v++) {
    for (let u = 0; u < 8; u++) {
      let sum = 0
      for (let y = 0; y < 8; y++) sum += (rows[y * 8 + u] ?? 0) * (COSINES[v * 8 + y] ?? 0)
      done[v * 8 + u] = sum
    }
  }
  return done
}

/** Writes bits, and a zero byte after each 0xFF as the format asks. */
function createBitWriter() {
  const bytes: number[] = []
  let held = 0
  let count = 0
  const write = (bits: number, length: number) => {
    for (let index = length - 1; index >= 0; index--) {
      held = (held << 1) | ((bits >> index) & 1)
      if (++count === 8) {
        bytes.push(held)
        if (held === 0xff) bytes.push(0)
        held = 0
        count = 0
      }
    }
  }
  return { bytes, write, finish: () => write(0x7f, count === 0 ? 0 : 8 - count) }
}

type BitWriter = ReturnType<typeof createBitWriter>

function writeCode(out: BitWriter, codes: Map<number, Code>, symbol: number): void {
  const code = codes.get(symbol)
  if (code === undefined) throw new Error(`no code for ${symbol}`)
  out.write(code.bits, code.length)
}

function sizeOf(value: number): number {
  return 32 - Math.clz32(Math.abs(value))
}

function writeValue(out: BitWriter, value: number, size: number): void {
  out.write(value >= 0 ? value : value + (1 << size) - 1, size)
}

/** Writes one block and returns its mean, from which the next one counts. */
function writeBlock(out: BitWriter, block: Float64Array, before: number): number {
  const frequencies = transform(block)
  const levels = ZIGZAG.map((place) => Math.round((frequencies[place] ?? 0) / (STEPS[place] ?? 1)))
  const [mean = 0, ...rest] = levels
  const size = sizeOf(mean - before)
  writeCode(out, DC_CODES, size)
  writeValue(out, mean - before, size)
  let zeros = 0
  for (const level of rest.slice(0, rest.findLastIndex((each) => each !== 0) + 1)) {
    if (level === 0) {
      zeros++
      continue
    }
    for (; zeros > 15; zeros -= 16) writeCode(out, AC_CODES, 0xf0)
    writeCode(out, AC_CODES, zeros * 16 + sizeOf(level))
    writeValue(out, level, sizeOf(level))
    zeros = 0
  }
  if (levels[63] === 0) writeCode(out, AC_CODES, 0)
  return mean
}

/** Brightness and two colour differences of one pixel, around zero (JFIF 1.02). */
function toYcc(red: number, green: number, blue: number): readonly [number, number, number] {
  return [
    0.299 * red + 0.587 * green + 0.114 * blue - 128,
    -0.168736 * red - 0.331264 * green + 0.5 * blue,
    0.5 * red - 0.418688 * green - 0.081312 * blue,
  ]
}

function writeScan({ width, height, pixels }: Picture): number[] {
  const out = createBitWriter()
  const before = [0, 0, 0]
  const blocks = [new Float64Array(64), new Float64Array(64), new Float64Array(64)]
  for (let top = 0; top < height; top += 8) {
    for (let left = 0; left < width; left += 8) {
      for (let place = 0; place < 64; place++) {
        const x = Math.min(width - 1, left + (place & 7))
        const y = Math.min(height - 1, top + (place >> 3))
        const at = (y * width + x) * 3
        const values = toYcc(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0)
        for (const [index, block] of blocks.entries()) block[place] = values[index] ?? 0
      }
      for (const [index, block] of blocks.entries())
        before[index] = writeBlock(out, block, before[index] ?? 0)
    }
  }
  out.finish()
  return out.bytes
}

function segment(marker: number, data: readonly number[]): number[] {
  const length = data.length + 2
  return [0xff, marker, length >> 8, length & 0xff, ...data]
}

export function encodeJpeg(picture: Picture): Uint8Array {
  const { width, height } = picture
  const size = [height >> 8, height & 0xff, width >> 8, width & 0xff]
  const components = [1, 2, 3].flatMap((id) => [id, 0x11, 0])
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, [...Buffer.from('JFIF\0', 'latin1'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xdb, [0, ...ZIGZAG.map((place) => STEPS[place] ?? 1)]),
    ...segment(0xc0, [8, ...size, 3, ...components]),
    ...segment(0xc4, [0x00, ...DC_COUNTS, ...DC_SYMBOLS]),
    ...segment(0xc4, [0x10, ...AC_COUNTS, ...AC_SYMBOLS]),
    ...segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
    ...writeScan(picture),
    ...[0xff, 0xd9],
  ])
}
