// Taking a note's lead picture over HTTP: what comes out is fit to print and says nothing of where it was taken.
import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import { takePicture } from '../../src/collect/picture.ts'
import { openTestWeb } from './press.ts'
import { startSite } from './server.ts'

const opened: { close: () => Promise<unknown> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()))
})

async function take(bytes: Uint8Array, status = 200) {
  const site = await startSite({
    '/foto': (_, response) => response.writeHead(status, { 'content-type': 'image/png' }).end(bytes),
  })
  const web = openTestWeb()
  opened.push(site, web)
  return takePicture(`${site.url}/foto`, web)
}

async function printed(bytes: Uint8Array) {
  const taken = await take(bytes)
  if ('reason' in taken) throw new Error(taken.reason)
  return { taken, metadata: await sharp(taken.bytes).metadata() }
}

const canvas = (width: number, height: number, background: string | object = '#204080') =>
  sharp({ create: { width, height, channels: 4, background: background as string } })

/** A PNG whose header says other dimensions than its one pixel; the sum over the header is right. */
async function lyingPng(width: number, height: number): Promise<Buffer> {
  const { crc32 } = await import('node:zlib')
  const bytes = await canvas(1, 1).png().toBuffer()
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
  return bytes
}

describe('a picture', () => {
  it.each(['webp', 'avif', 'gif', 'png', 'jpeg'] as const)(
    'comes from %s as a JPEG of the width that is printed',
    async (format) => {
      const { metadata } = await printed(await canvas(1_000, 500).toFormat(format).toBuffer())
      expect(metadata).toMatchObject({ format: 'jpeg', width: 640, height: 320, hasAlpha: false })
    },
  )

  it('is not blown up when it is smaller', async () => {
    const { metadata } = await printed(await canvas(200, 100).webp().toBuffer())
    expect(metadata).toMatchObject({ width: 200, height: 100 })
  })

  it('shows white where it was transparent', async () => {
    const clear = await canvas(20, 20, { r: 0, g: 0, b: 0, alpha: 0 }).png().toBuffer()
    const { taken } = await printed(clear)
    const [red, green, blue] = await sharp(taken.bytes).raw().toBuffer()
    expect([red, green, blue]).toEqual([255, 255, 255])
  })

  it('loses its metadata, and stands upright as they said', async () => {
    const camera = await canvas(400, 200)
      .jpeg()
      .withExif({ IFD0: { Artist: 'Ana' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '20/1 39/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    expect((await sharp(camera).metadata()).exif).toBeDefined()
    const { metadata } = await printed(camera)
    expect(metadata).toMatchObject({ width: 200, height: 400 })
    expect(metadata.exif).toBeUndefined()
    expect(metadata.orientation).toBeUndefined()
  })

  it('is the same bytes each time, named by their digest', async () => {
    const bytes = await canvas(300, 300).png().toBuffer()
    const [one, other] = [await printed(bytes), await printed(bytes)]
    expect(one.taken).toEqual(other.taken)
    expect(one.taken.sha256).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('what is no picture', () => {
  const NONE = { reason: 'el archivo no es una imagen que se pueda abrir' }

  it('is said of broken bytes, of a page and of nothing', async () => {
    const whole = await canvas(300, 300).png().toBuffer()
    expect(await take(whole.subarray(0, whole.length / 2))).toEqual(NONE)
    expect(await take(Buffer.from('<!doctype html><h1>No hay foto</h1>'))).toEqual(NONE)
    expect(await take(new Uint8Array())).toEqual(NONE)
  })

  it('is said of a bomb before it is unpacked', async () => {
    expect(await take(await lyingPng(60_000, 60_000))).toEqual(NONE)
  })

  it('is said with the status that the site gave', async () => {
    expect(await take(new Uint8Array(), 404)).toEqual({ reason: expect.stringMatching(/no existe \(404\)/) })
    expect(await take(new Uint8Array(), 503)).toEqual({ reason: expect.stringMatching(/503/) })
  })

  it('is said of a file that is too large', async () => {
    expect(await take(Buffer.alloc(13 * 1024 * 1024))).toEqual({
      reason: expect.stringMatching(/pasa de 12288 KB/),
    })
  })
})
