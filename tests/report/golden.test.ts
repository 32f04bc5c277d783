// Every kind of day, all its pages drawn and compared with the sheet that was looked at and approved. `UPDATE_GOLDENS=1` approves anew.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import type { PageFormat } from '../../src/model.ts'
import { composePosicionamiento } from '../../src/report/compose-posicionamiento.ts'
import { composeSintesis } from '../../src/report/compose-sintesis.ts'
import { drawPosicionamiento, drawSintesis } from '../../src/report/draw.ts'
import { listPosicionamientoExtremes, listSintesisExtremes } from './extremes.ts'
import {
  compareRasters,
  cutFrame,
  decodePng,
  encodePng,
  makeSheet,
  type Raster,
  rasterPage,
} from './raster.ts'
import { openPdf } from './read-pdf.ts'

const FOLDER = join(import.meta.dirname, 'golden')
const SCALE = 0.42
/** Share of visibly different points of a page that other machines' smoothing of letters may cause. */
const TOLERANCE = 0.0015
/** Pages on a sheet; of a longer document those on which its parts begin, and the first and last ones. */
const MOST_PAGES = 10

const SINTESIS_MOVIL = [
  'vacio',
  'dia-normal',
  'radio-tv-e-impresos',
  'redes',
  'sesenta-publicaciones',
  'redes-y-planas',
  'planas-rotas',
  'alcance',
  'briefing-de-siapta',
  'columnas-y-vecinos',
]
const POSICIONAMIENTO_MOVIL = ['semana', 'primera-semana', 'convenios', 'informe-mensual']

/** The parts of a document, as against its notes, counts and rows. */
const isPart = (place: string): boolean => !/^(nota|cifra|boletin)-/.test(place)

async function choosePages(pdf: PDFDocumentProxy): Promise<number[]> {
  const { numPages } = pdf
  const all = Array.from({ length: numPages }, (_, index) => index + 1)
  if (numPages <= MOST_PAGES) return all
  const targets = Object.entries(await pdf.getDestinations()).filter(([place]) => isPart(place))
  const opening = await Promise.all(
    targets.map(async ([place, [page]]) => ({ place, page: (await pdf.getPageIndex(page)) + 1 })),
  )
  const sections = opening.filter(({ place }) => place.startsWith('seccion-')).slice(2)
  const parts = opening.filter((one) => !sections.includes(one)).map(({ page }) => page)
  const wanted = new Set([1, 2, 3, numPages, ...parts, numPages - 1, ...all].slice(0, MOST_PAGES * 4))
  return [...wanted].slice(0, MOST_PAGES).toSorted((one, other) => one - other)
}

/** Share of each page that differs from the approved one. Also holds the weight: a telephone previews files of up to 1.5 MB. */
async function comparePages(name: string, bytes: Uint8Array): Promise<number[]> {
  expect(bytes.length).toBeLessThan(1_500_000)
  const pdf = await openPdf(bytes)
  const pages: Raster[] = []
  for (const number of await choosePages(pdf)) pages.push(await rasterPage(pdf, number, SCALE))
  const { raster, frames } = makeSheet(pages)
  const file = join(FOLDER, `${name}.png`)
  if (process.env.UPDATE_GOLDENS === '1') {
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(file, encodePng(raster))
  }
  const approved = await decodePng(readFileSync(file))
  if (approved.width !== raster.width || approved.height !== raster.height) return [1]
  return frames.map((frame, index) => compareRasters(pages[index] ?? raster, cutFrame(approved, frame)))
}

async function expectApproved(name: string, format: PageFormat, bytes: Uint8Array): Promise<void> {
  const differences = await comparePages(format === 'carta' ? name : `${name}-movil`, bytes)
  expect(
    differences.map((share, index) => ({ page: index + 1, share })).filter(({ share }) => share > TOLERANCE),
  ).toEqual([])
}

describe('the drawn pages', () => {
  it.each([...listSintesisExtremes()])('of the síntesis «%s» look as approved', async (name, make) => {
    await expectApproved(name, 'carta', await drawSintesis(composeSintesis(make()), 'carta'))
  })

  it.each([...listPosicionamientoExtremes()])('of the report «%s» look as approved', async (name, make) => {
    await expectApproved(name, 'carta', await drawPosicionamiento(composePosicionamiento(make()), 'carta'))
  })

  it.each(SINTESIS_MOVIL)('of the síntesis «%s» on a telephone look as approved', async (name) => {
    const make = listSintesisExtremes().get(name)
    if (make === undefined) throw new Error(`no day «${name}»`)
    await expectApproved(name, 'movil', await drawSintesis(composeSintesis(make()), 'movil'))
  })

  it.each(POSICIONAMIENTO_MOVIL)('of the report «%s» on a telephone look as approved', async (name) => {
    const make = listPosicionamientoExtremes().get(name)
    if (make === undefined) throw new Error(`no report «${name}»`)
    await expectApproved(name, 'movil', await drawPosicionamiento(composePosicionamiento(make()), 'movil'))
  })

  it('are told apart when one row is missing', async () => {
    const make = listSintesisExtremes().get('dia-normal')
    if (make === undefined) throw new Error('no such day')
    const report = composeSintesis(make())
    const pictures = [report, { ...report, facts: report.facts.slice(1) }].map(async (edition) =>
      rasterPage(await openPdf(await drawSintesis(edition, 'carta')), 1, SCALE),
    )
    const [one, other] = await Promise.all(pictures)
    expect(one && other && compareRasters(one, other)).toBeGreaterThan(TOLERANCE)
  })
})
