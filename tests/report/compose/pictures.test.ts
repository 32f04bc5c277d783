// Which captured images can be printed, and what an empty frame says of the others.
import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { readPicture } from '../../../src/report/compose/pictures.ts'
import { makePhoto } from '../extremes.ts'

const kindOf = (bytes: Uint8Array | null) => readPicture(bytes, 'Foto del medio', 'Foto').kind
const reasonOf = (bytes: Uint8Array | null) => {
  const picture = readPicture(bytes, '', '')
  return picture.kind === 'missing' ? picture.reason : null
}

describe('a picture', () => {
  it('is printed when it is a whole JPEG', () => {
    expect(kindOf(makePhoto(1))).toBe('image')
  })

  it('says why when it was not captured, is cut off, is no image, or is transparent', () => {
    const transparent = new Uint8Array(createCanvas(8, 8).toBuffer('image/png'))
    expect(reasonOf(null)).toBe('Sin captura: el sitio no la entregó')
    for (const bytes of [
      makePhoto(1).subarray(0, 400),
      new Uint8Array([0xff, 0xd8]),
      transparent,
      new Uint8Array(),
    ]) {
      expect(reasonOf(bytes)).toBe('Sin imagen: el archivo está dañado')
    }
  })

  it('says so when it is too large for a page', () => {
    expect(reasonOf(makePhoto(1, 6400, 40))).toBe('Sin imagen: pesa demasiado para imprimirse')
  })

  it('is refused in four inks, which the page’s colour profile does not hold', () => {
    const cmyk = makePhoto(1).slice()
    const frame = cmyk.findIndex((byte, at) => byte === 0xff && [0xc0, 0xc2].includes(cmyk[at + 1] ?? 0))
    cmyk[frame + 9] = 4
    expect(kindOf(cmyk)).toBe('missing')
  })
})
