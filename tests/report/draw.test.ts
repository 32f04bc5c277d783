// The PDFs as a reader finds them: text, links, structure, attachments, metadata; and the same bytes twice.
import { beforeAll, describe, expect, it } from 'vitest'
import { composePosicionamiento } from '../../src/report/compose-posicionamiento.ts'
import { composeSintesis } from '../../src/report/compose-sintesis.ts'
import { drawPosicionamiento, drawSintesis } from '../../src/report/draw.ts'
import { makeBriefingInput } from './briefings.ts'
import { listSintesisExtremes } from './extremes.ts'
import { makePosicionamientoInput, makeSintesisInput } from './fixture-input.ts'
import { makeSocialInput } from './posts.ts'
import { listNodes, type ReadPdf, readPdf, type StructureNode } from './read-pdf.ts'
import { makeResultsInput } from './results.ts'
import { makeAddendumInput, makeExtraordinaryInput } from './specials.ts'

const sintesis = composeSintesis(makeSintesisInput(38))
const reporte = composePosicionamiento(makePosicionamientoInput(60, 12))

const alcance = composeSintesis(makeAddendumInput(14, 12))
const redes = composeSintesis(makeSocialInput(6, 60))
const extraordinaria = composeSintesis(makeExtraordinaryInput())
const mensual = composePosicionamiento(makeResultsInput('mes', ['2026-10-01', '2026-11-01'], 60, 6))
const briefing = composeSintesis(makeBriefingInput())

const drawn: [name: string, draw: () => Promise<Uint8Array>][] = [
  ['síntesis, carta', () => drawSintesis(sintesis, 'carta')],
  ['síntesis, móvil', () => drawSintesis(sintesis, 'movil')],
  ['redes, carta', () => drawSintesis(redes, 'carta')],
  ['redes, móvil', () => drawSintesis(redes, 'movil')],
  ['briefing, carta', () => drawSintesis(briefing, 'carta')],
  ['briefing, móvil', () => drawSintesis(briefing, 'movil')],
  ['alcance, carta', () => drawSintesis(alcance, 'carta')],
  ['alcance, móvil', () => drawSintesis(alcance, 'movil')],
  ['extraordinaria, carta', () => drawSintesis(extraordinaria, 'carta')],
  ['reporte, carta', () => drawPosicionamiento(reporte, 'carta')],
  ['informe mensual, carta', () => drawPosicionamiento(mensual, 'carta')],
  ['informe mensual, móvil', () => drawPosicionamiento(mensual, 'movil')],
  ['reporte, móvil', () => drawPosicionamiento(reporte, 'movil')],
]

const normalize = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ')

describe.each(drawn)('%s', (_, draw) => {
  let bytes: Uint8Array
  let pdf: ReadPdf
  let nodes: StructureNode[]
  beforeAll(async () => {
    bytes = await draw()
    pdf = await readPdf(bytes)
    nodes = pdf.structures.flatMap(listNodes)
  })

  it('has the same bytes when it is drawn again', async () => {
    expect(Buffer.from(await draw()).equals(Buffer.from(bytes))).toBe(true)
  })

  it('has a title, a language and no mark outside the structure', () => {
    expect(pdf.info.Title).toMatch(
      /^(Síntesis informativa|Síntesis de SIAPTA|Alcance a la edición 1,214|Inundación en Cuisillos|Informe mensual|Reporte de posicionamiento) · Tala · /,
    )
    expect(pdf.language).toBe('es-MX')
    expect(pdf.untagged).toBe(0)
  })

  it('says in its packet that it is PDF/A-3a and PDF/UA-1', () => {
    expect(pdf.xmp).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(pdf.xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(pdf.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  it('has one first heading, then no level skipped', () => {
    const levels = nodes.flatMap(({ role }) => (/^H\d$/.test(role ?? '') ? [Number(role?.slice(1))] : []))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels.every((level, index) => level - (levels[index - 1] ?? 0) <= 1)).toBe(true)
  })

  it('gives every figure a text and every link words to speak', () => {
    expect(nodes.filter(({ role, alt }) => role === 'Figure' && (alt ?? '').length < 4)).toEqual([])
    expect(pdf.links.length).toBeGreaterThan(20)
    expect(pdf.links.filter(({ contents }) => contents.trim() === '')).toEqual([])
  })

  it('leads only to places that exist and to the web by http', () => {
    const lost = pdf.links.filter(({ dest, url }) =>
      dest === null ? !/^https?:/.test(url ?? '') : !pdf.destinations.has(dest),
    )
    expect(lost).toEqual([])
  })

  it('has tables whose rows are all as wide as their head', () => {
    const rows = nodes
      .filter(({ role }) => role === 'Table')
      .map((table) => listNodes(table).filter(({ role }) => role === 'TR'))
    for (const table of rows) {
      const widths = table.map(
        ({ children }) => (children ?? []).filter(({ role }) => role === 'TH' || role === 'TD').length,
      )
      const [head = 0] = widths
      // A cell that spans counts once here: a silent boletín has three columns in one, a note under a row has all.
      expect(widths.every((width) => width === head || width === head - 2 || width === 1)).toBe(true)
    }
  })

  it('carries its notes inside, unchanged from the composition', () => {
    const rows = JSON.parse(pdf.attachments.get('notas.json') ?? '[]') as unknown[]
    const csv = pdf.attachments.get('notas.csv') ?? ''
    expect(rows).toHaveLength(csv.trim().split('\r\n').length - 1)
    expect(csv.startsWith('\ufeffnota,id,seccion,titular')).toBe(true)
  })
})

describe('the síntesis on paper', () => {
  let bytes: Uint8Array
  let pdf: ReadPdf
  beforeAll(async () => {
    bytes = await drawSintesis(sintesis, 'carta')
    pdf = await readPdf(bytes)
  })

  it('prints on page one what was composed, in reading order', () => {
    const page = normalize(pdf.texts[0] ?? '')
    const expected = [sintesis.day.text, ...sintesis.facts.map(({ text }) => text)].map(normalize)
    const places = expected.map((text) => page.indexOf(text))
    expect(places.every((place, index) => place > (places[index - 1] ?? -1))).toBe(true)
  })

  it('prints every title, and every link is the note’s own', () => {
    const text = normalize(pdf.texts.join(' '))
    const urls = new Set(pdf.links.map(({ url }) => url))
    for (const { title, href } of sintesis.index.filter(({ isRepeat }) => !isRepeat)) {
      expect(text).toContain(normalize(title))
      expect(urls.has(href)).toBe(true)
    }
  })

  it('tells the true page of each section in its index', () => {
    const first = normalize(pdf.texts[0] ?? '')
    for (const { title, count } of sintesis.sections) {
      const head = `${title} ${normalize(count)}`
      const page = pdf.texts.findIndex((text, index) => index > 0 && normalize(text).includes(head))
      expect(first).toContain(`${title} ${page + 1}`)
    }
  })

  it('has a bookmark for every section', () => {
    const sections = sintesis.sections.map(({ title }) => title)
    const parts = ['Boletines', 'Índice de notas', 'Qué se revisó']
    expect(pdf.bookmarks).toEqual(['Síntesis informativa', ...sections, ...parts])
  })

  it('has other bytes when the edition is another', async () => {
    const later = await drawSintesis(composeSintesis(makeSintesisInput(38, { number: 1215 })), 'carta')
    expect(Buffer.from(later).equals(Buffer.from(bytes))).toBe(false)
  })
})

describe('hostile text', () => {
  it('never reaches the page unclean, breaks no packet and disarms formulas', async () => {
    const make = listSintesisExtremes().get('letras-raras')
    if (make === undefined) throw new Error('no such day')
    const pdf = await readPdf(await drawSintesis(composeSintesis(make()), 'carta'))
    const text = pdf.texts.join('\n')
    expect(text).not.toMatch(/[\u00ad\u200b\u202a-\u202e\u2066-\u2069\ufffd]/)
    expect(text).toContain('<script>alert')
    expect(text).toContain('[…]')
    expect(pdf.links.some(({ url }) => url?.startsWith('javascript'))).toBe(false)
    expect(pdf.attachments.get('notas.csv')).toContain(`"'=HYPERLINK(""x"")"`)
  })

  it('keeps a title with & and < readable in the packet', async () => {
    const input = makeSintesisInput(1)
    const municipality = { ...input.municipality, name: 'Tala & <Valles>' }
    const { xmp, info } = await readPdf(
      await drawSintesis(composeSintesis({ ...input, municipality }), 'carta'),
    )
    expect(xmp).toContain('Tala &amp; &lt;Valles&gt;')
    expect(info.Title).toContain('Tala & <Valles>')
  })
})
