// The address of a picture → its pixels: a landscape of the valley, drawn by rule and always the same.
import { hashOf } from './chance.ts'
import { encodeJpeg } from './jpeg.ts'
import { encodePng } from './png.ts'

/** Rows of RGB bytes. */
export type Picture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array }

type Colour = readonly [number, number, number]

/** Sky above, sky at the horizon, far hills, near hills, ground. */
const PALETTES: readonly (readonly [Colour, Colour, Colour, Colour, Colour])[] = [
  [
    [78, 142, 201],
    [214, 231, 240],
    [122, 150, 152],
    [72, 108, 74],
    [104, 132, 52],
  ],
  [
    [44, 62, 108],
    [242, 170, 104],
    [110, 84, 104],
    [58, 52, 66],
    [64, 74, 40],
  ],
  [
    [136, 168, 190],
    [236, 234, 222],
    [150, 158, 150],
    [98, 116, 88],
    [146, 140, 84],
  ],
  [
    [30, 44, 74],
    [96, 110, 140],
    [46, 58, 82],
    [28, 36, 50],
    [22, 30, 30],
  ],
  [
    [98, 170, 214],
    [250, 240, 208],
    [142, 168, 140],
    [86, 126, 66],
    [170, 146, 92],
  ],
]

const WIDTH = 480
const HEIGHT = 270

/** The region's photographers go back to the same places: a picture costs tens of milliseconds. */
const SCENES = 24

function blend(one: Colour, other: Colour, share: number): Colour {
  const mix = (index: 0 | 1 | 2) => one[index] + (other[index] - one[index]) * share
  return [mix(0), mix(1), mix(2)]
}

/** Height of a range of hills at each column, in rows from above. */
function rangeOf(seed: number, level: number, roughness: number): number[] {
  return Array.from({ length: WIDTH }, (_, x) => {
    const wave = [1, 2.3, 4.1, 9.7].map((frequency, index) => {
      return Math.sin((x / WIDTH) * Math.PI * 2 * frequency + seed * (index + 1)) / (1 + index * 1.6)
    })
    return level + wave.reduce((sum, part) => sum + part, 0) * roughness
  })
}

/** Silhouettes in front: a church with two towers, the chimney of a mill, or nothing. */
function isBuilding(kind: number, x: number, y: number, ground: number): boolean {
  const away = x - WIDTH * 0.68
  if (kind === 0) {
    const isTower = Math.abs(Math.abs(away) - 26) < 9
    return (
      (isTower && y > ground - 88) || (Math.abs(away) < 22 && y > ground - 52 - Math.sqrt(484 - away ** 2))
    )
  }
  if (kind === 1) {
    return (Math.abs(away) < 5 && y > ground - 112) || (away > 8 && away < 90 && y > ground - 34)
  }
  return false
}

/** Stalks of cane: dark stripes that lean with the wind. */
function isCane(x: number, y: number, ground: number, seed: number): boolean {
  const depth = y - ground
  return depth > 0 && Math.sin((x + depth * 0.25) * 0.55 + Math.sin(x * 0.11 + seed) * 2) > 0.35
}

function drawPicture(scene: number): Picture {
  const hash = hashOf(`scene ${scene}`)
  const palette = PALETTES[hash % PALETTES.length] ?? PALETTES[0]
  if (palette === undefined) throw new Error('no palette')
  const [sky, horizon, farHills, nearHills, ground] = palette
  const seed = (hash % 997) / 50
  const far = rangeOf(seed, 147, 14)
  const near = rangeOf(seed * 1.7 + 2, 174, 9)
  const kind = (hash >>> 8) % 3
  const sunX = WIDTH * (0.15 + ((hash >>> 12) % 50) / 100)
  const pixels = new Uint8Array(WIDTH * HEIGHT * 3)
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const floor = 197 + Math.sin(x / 128 + seed) * 5
      let colour = blend(sky, horizon, Math.min(1, y / 158))
      if ((x - sunX) ** 2 + (y - 72) ** 2 < 20 ** 2) colour = blend(colour, [255, 244, 214], 0.8)
      if (y > (far[x] ?? 0)) colour = farHills
      if (y > (near[x] ?? 0)) colour = nearHills
      if (isBuilding(kind, x, y, floor)) colour = blend(nearHills, [30, 26, 26], 0.55)
      if (y > floor) colour = blend(ground, [20, 24, 12], ((y - floor) / 75) * 0.45)
      if (isCane(x, y, floor + 10, seed)) colour = blend(colour, [196, 204, 120], 0.3)
      pixels.set(colour, (y * WIDTH + x) * 3)
    }
  }
  return { width: WIDTH, height: HEIGHT, pixels }
}

const drawn = new Map<string, Uint8Array>()

/** The bytes of the picture at a path, in the format that its extension names. Each scene is drawn once. */
export function pictureBytes(path: string): { readonly type: string; readonly bytes: Uint8Array } {
  const isPng = path.endsWith('.png')
  const type = isPng ? 'image/png' : 'image/jpeg'
  const scene = hashOf(path) % SCENES
  const known = drawn.get(`${type} ${scene}`)
  if (known !== undefined) return { type, bytes: known }
  const picture = drawPicture(scene)
  const bytes = isPng ? encodePng(picture) : encodeJpeg(picture)
  drawn.set(`${type} ${scene}`, bytes)
  return { type, bytes }
}
