// Front pages over HTTP: told by their bytes, found by the day in their address or by a page, or refused with a reason.
import { createCanvas } from '@napi-rs/canvas'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import { fillDay, takeFrontPage } from '../../src/collect/front-page.ts'
import { drawFirstPage, isPdf } from '../../src/collect/pdf-page.ts'
import { openTestWeb } from './press.ts'
import { type Routes, startSite } from './server.ts'

const DAY = '2026-11-06'

const opened: { close: () => Promise<unknown> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()))
})

const paper = (width = 900, height = 1600): Buffer => createCanvas(width, height).toBuffer('image/jpeg')

function pdf(): Promise<Buffer> {
  return new Promise((resolve) => {
    const document = new PDFDocument({ size: [300, 500], margin: 0 })
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.rect(0, 0, 300, 500).fill('#204080')
    document.addPage().rect(0, 0, 300, 500).fill('#ffffff')
    document.end()
  })
}

async function take(pages: Readonly<Record<string, Uint8Array | string>>, path: string, selector?: string) {
  const routes = Object.entries(pages).map(([at, body]): [string, Routes[string]] => [
    at,
    (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(body),
  ])
  const site = await startSite(Object.fromEntries(routes))
  const web = openTestWeb()
  opened.push(site, web)
  const image = selector === undefined ? null : { selector, value: 'src' }
  return { site, taken: await takeFrontPage({ url: `${site.url}${path}`, image }, DAY, web) }
}

describe('a front page', () => {
  it('is found by the day in its address, and printed small from the bytes that are kept as they came', async () => {
    const body = paper()
    const { taken } = await take({ '/2026/11/06/1.php': body }, '/{yyyy}/{mm}/{dd}/1.php')
    if ('reason' in taken) throw new Error(taken.reason)
    expect(Buffer.from(taken.original.body).equals(body)).toBe(true)
    expect(await sharp(taken.printed.body).metadata()).toMatchObject({ format: 'jpeg', height: 460 })
    expect(taken.url).toMatch(/\/2026\/11\/06\/1\.php$/)
  })

  it('is found by the image of a page', async () => {
    const page = '<p><img class="logo" src="/logo.png"><img class="portada" src="../hoy/1.jpg"></p>'
    const { taken, site } = await take(
      { '/impreso/': page, '/hoy/1.jpg': paper(300, 400) },
      '/impreso/',
      'img.portada',
    )
    expect(taken).toMatchObject({ url: `${site.url}/hoy/1.jpg`, original: expect.anything() })
  })

  it.each([
    [
      'a page without the image',
      '<p>Hoy no hay edición</p>',
      'se esperaba la imagen de la portada (img.portada)',
    ],
    [
      'an image that no address names',
      '<img class="portada" src="javascript:alert(1)">',
      'se esperaba la imagen',
    ],
  ])('says what was expected of %s', async (_, page, reason) => {
    const { taken } = await take({ '/impreso/': page }, '/impreso/', 'img.portada')
    expect(taken).toMatchObject({ reason: expect.stringContaining(reason) })
  })

  it.each([
    [
      'a page that is called a picture',
      '<html><p>No existe</p></html>',
      'no es una imagen que se pueda abrir',
    ],
    [
      'a drawing that may name other files',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
      'no es una imagen',
    ],
    ['a picture that was cut off', paper().subarray(0, 900), 'no es una imagen'],
    ['a PDF that is none', '%PDF-1.7 nada', 'no se pudo dibujar la primera página'],
  ])('refuses %s by its bytes', async (_, body, reason) => {
    const { taken } = await take({ '/1.jpg': body }, '/1.jpg')
    expect(taken).toMatchObject({ reason: expect.stringContaining(reason) })
  })

  it('refuses more than ten megabytes', async () => {
    const { taken } = await take(
      { '/1.jpg': Buffer.concat([paper(), Buffer.alloc(10 * 1024 * 1024)]) },
      '/1.jpg',
    )
    expect(taken).toMatchObject({ reason: expect.stringMatching(/pasa de 10240 KB/) })
  })

  it('that is not there says so', async () => {
    const { taken } = await take({}, '/{yy}-{m}-{d}.jpg')
    expect(taken).toMatchObject({ reason: expect.stringContaining('404') })
  })

  it('of a PDF is its first page, drawn by poppler; without poppler it says that it is missing', async () => {
    const { taken } = await take({ '/edicion.pdf': await pdf() }, '/edicion.pdf')
    if ('reason' in taken) {
      expect(taken.reason).toContain('falta poppler')
      return
    }
    const point = { left: 90, top: 90, width: 1, height: 1 }
    const [red = 0, green = 0, blue = 0] = await sharp(taken.printed.body).extract(point).raw().toBuffer()
    expect([red < 50, green < 90, blue > 100]).toEqual([true, true, true])
  })

  it('of a PDF says what is missing where poppler is not installed', async () => {
    const body = await pdf()
    expect(isPdf(body)).toBe(true)
    await expect(drawFirstPage(body, 'sin-pdftoppm')).rejects.toThrow(/falta poppler \(pdftoppm\)/)
  })
})

describe('the day in an address', () => {
  it('is written whole, short or without zeros, and other braces stay', () => {
    expect(fillDay('/{yyyy}{mm}{dd}/{yy}-{m}-{d}/{x}', '2026-03-09')).toBe('/20260309/26-3-9/{x}')
  })
})
