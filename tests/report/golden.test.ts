// Every kind of day, drawn and compared with the picture that was looked at and approved. `UPDATE_GOLDENS=1` approves anew.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { composePosicionamiento } from '../../src/report/compose-posicionamiento.ts'
import { composeSintesis } from '../../src/report/compose-sintesis.ts'
import { drawPosicionamiento, drawSintesis } from '../../src/report/draw.ts'
import { layoutSintesis } from '../../src/report/layout-sintesis.ts'
import { findAnchors } from '../../src/report/page/flow.ts'
import { makeConvenioInput } from './convenios.ts'
import { listPosicionamientoExtremes, listSintesisExtremes } from './extremes.ts'
import { compareRasters, decodePng, encodePng, type Raster, rasterPage } from './raster.ts'
import { openPdf } from './read-pdf.ts'

const FOLDER = join(import.meta.dirname, 'golden')
const SCALE = 0.5
/** Share of visibly different points that other machines' smoothing of letters may cause. */
const TOLERANCE = 0.0015
/** First pages of each document that are compared. */
const PAGES = 2

async function compareWithGolden(name: string, number: number, raster: Raster): Promise<number> {
  const file = join(FOLDER, `${name}-${number}.png`)
  if (process.env.UPDATE_GOLDENS === '1') {
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(file, encodePng(raster))
  }
  return compareRasters(raster, await decodePng(readFileSync(file)))
}

/** Also holds the weight: a telephone previews files of up to 1.5 MB. */
async function comparePages(
  name: string,
  bytes: Uint8Array,
  only: readonly number[] | null = null,
): Promise<number[]> {
  expect(bytes.length).toBeLessThan(1_500_000)
  const pdf = await openPdf(bytes)
  const numbers = only ?? Array.from({ length: Math.min(PAGES, pdf.numPages) }, (_, index) => index + 1)
  return Promise.all(
    numbers.map(async (number) => compareWithGolden(name, number, await rasterPage(pdf, number, SCALE))),
  )
}

describe('the drawn pages', () => {
  it.each([...listSintesisExtremes()])('of the síntesis «%s» look as approved', async (name, make) => {
    const differences = await comparePages(name, await drawSintesis(composeSintesis(make()), 'carta'))
    expect(Math.max(...differences)).toBeLessThan(TOLERANCE)
  })

  it.each([...listPosicionamientoExtremes()])('of the report «%s» look as approved', async (name, make) => {
    const differences = await comparePages(
      name,
      await drawPosicionamiento(composePosicionamiento(make()), 'carta'),
    )
    expect(Math.max(...differences)).toBeLessThan(TOLERANCE)
  })

  it.each(['vacio', 'dia-normal'])('of the síntesis «%s» on a telephone look as approved', async (name) => {
    const make = listSintesisExtremes().get(name)
    if (make === undefined) throw new Error(`no day «${name}»`)
    const differences = await comparePages(
      `${name}-movil`,
      await drawSintesis(composeSintesis(make()), 'movil'),
    )
    expect(Math.max(...differences)).toBeLessThan(TOLERANCE)
  })

  it.each([
    ['carta', [3, 4]],
    ['movil', [6, 8]],
  ] as const)('of the agreements of a week in %s look as approved', async (format, pages) => {
    const report = composePosicionamiento(makeConvenioInput(8))
    const differences = await comparePages(
      `convenios-${format}`,
      await drawPosicionamiento(report, format),
      pages,
    )
    expect(Math.max(...differences)).toBeLessThan(TOLERANCE)
  })

  it.each([
    ['redes', 'redes'],
    ['sesenta-publicaciones', 'redes'],
  ])('of the síntesis «%s» look as approved where its «%s» begin', async (name, anchor) => {
    const make = listSintesisExtremes().get(name)
    if (make === undefined) throw new Error(`no day «${name}»`)
    const report = composeSintesis(make())
    for (const format of ['carta', 'movil'] as const) {
      const number = findAnchors(layoutSintesis(report, format)).get(anchor) ?? 0
      const pdf = await openPdf(await drawSintesis(report, format))
      const raster = await rasterPage(pdf, number, SCALE)
      expect(await compareWithGolden(`${name}-${anchor}-${format}`, 1, raster)).toBeLessThan(TOLERANCE)
    }
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
