// Publications → the sheet of 18 columns as CSV and as a workbook that a reader opens: dates as dates, no formula, nothing invented.
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { parseDocument } from 'htmlparser2'
import readExcel from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { printSheetCsv } from '../../src/deliver/csv.ts'
import { SHEET_COLUMNS } from '../../src/deliver/sheet.ts'
import { printSheetXlsx } from '../../src/deliver/xlsx.ts'
import { ROW } from './page.ts'

const HEADS = [
  'Año',
  '#Mes',
  'Mes',
  'Fecha',
  'Título de la nota',
  '¿Es relevante?',
  'Tema',
  'Campaña',
  'Radio',
  'Televisión',
  'Digitales',
  'Impresos',
  'Otros (X, FB, YouTube)',
  'Informativo/Positivo/Negativo',
  'Link',
  'Autor',
  'Publicación de boletín (Sí/No)',
  'Resumen',
]
const FORMULAS = [
  '=1+1',
  '+521',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =HYPERLINK("http://x")',
  '＝1+1',
  '%0A',
  '|cmd',
]

async function readRows(rows: Parameters<typeof printSheetXlsx>[0]) {
  const [sheet] = await readExcel(Buffer.from(printSheetXlsx(rows, 'Notas')))
  return sheet?.data ?? []
}

const linesOf = (csv: string) => csv.slice(1).split('\r\n').slice(1, -1)

it('has the eighteen columns of the sheet that broadcasters keep', () => {
  expect(SHEET_COLUMNS.map(({ head }) => head)).toEqual(HEADS)
})

describe('the workbook', () => {
  it('is read back with its columns, its date as a date and the outlet in the column of its kind', async () => {
    const [heads, row] = await readRows([ROW])
    expect(heads).toEqual(HEADS)
    expect(row).toEqual([
      2026,
      11,
      'noviembre',
      new Date('2026-11-06T00:00:00Z'),
      ROW.title,
      'Sí',
      'Agua y servicios',
      null,
      null,
      null,
      'El Medio',
      null,
      null,
      'Negativo',
      ROW.link,
      'Íñigo Peña',
      'No',
      'La colonia recibe pipas cada tercer día.',
    ])
  })

  it('says «sin dato» where nobody knows, never zero nor a date that is not', async () => {
    const [, row] = await readRows([
      { ...ROW, date: null, isRelevant: null, tone: null, author: null, summary: null, topic: null },
    ])
    expect(row?.filter((cell) => cell === 'sin dato')).toHaveLength(9)
    expect(row?.slice(0, 4)).toEqual(['sin dato', 'sin dato', 'sin dato', 'sin dato'])
  })

  it('is a zip of well-formed parts that name each other', () => {
    const parts = unzipSync(printSheetXlsx([ROW, { ...ROW, title: '<&>"\u0001' }], 'No/tas'))
    expect(Object.keys(parts)).toHaveLength(7)
    for (const [name, bytes] of Object.entries(parts)) {
      const xml = strFromU8(bytes)
      expect([name, parseDocument(xml, { xmlMode: true }).children.length > 0]).toEqual([name, true])
      expect(xml).not.toMatch(/[\0-\x08]/)
    }
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const links = strFromU8(parts['xl/worksheets/_rels/sheet1.xml.rels'] ?? new Uint8Array())
    expect([...sheet.matchAll(/r:id="(rId\d+)"/g)].map(([, id]) => id)).toEqual(
      [...links.matchAll(/ Id="(rId\d+)"/g)].map(([, id]) => id),
    )
  })

  it('holds no formula: what looks like one is text under the apostrophe of Excel', () => {
    const sheet = strFromU8(
      unzipSync(
        printSheetXlsx(
          FORMULAS.map((title) => ({ ...ROW, title })),
          'Notas',
        ),
      )['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
    )
    expect(sheet).not.toContain('<f>')
    expect(sheet.match(/s="4" t="inlineStr"/g)).toHaveLength(FORMULAS.length)
  })

  it('gives the same bytes for the same rows', () => {
    expect(printSheetXlsx([ROW], 'Notas')).toEqual(printSheetXlsx([ROW], 'Notas'))
  })

  it('makes no link of an address that a browser should not open', () => {
    const parts = unzipSync(printSheetXlsx([{ ...ROW, link: 'javascript:alert(1)' }], 'Notas'))
    expect(strFromU8(parts['xl/worksheets/_rels/sheet1.xml.rels'] ?? new Uint8Array())).not.toContain(
      'javascript',
    )
  })

  it('survives any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (title) => {
        const [, row] = await readRows([{ ...ROW, title: `x${title}` }])
        expect(String(row?.[4])).toMatch(/^x/)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the CSV', () => {
  it('opens in Excel as it should: its mark, CRLF, commas, dates that every locale reads', () => {
    const csv = printSheetCsv([ROW])
    expect(csv.startsWith('\ufeff"Año","#Mes","Mes","Fecha"')).toBe(true)
    expect(csv.endsWith('\r\n')).toBe(true)
    expect(linesOf(csv)).toEqual([
      '2026,11,"noviembre",2026-11-06,"Vecinos de San Isidro llevan seis días sin agua","Sí","Agua y servicios",,,,"El Medio",,,"Negativo","https://www.elmedio.test/agua?a=1&b=2","Íñigo Peña","No","La colonia recibe pipas cada tercer día."',
    ])
  })

  it.each(FORMULAS)('disarms «%s»', (title) => {
    expect(printSheetCsv([{ ...ROW, title }])).toContain(
      `"'${title.replace(/"/g, '""').replace(/\r/g, '\n')}"`,
    )
  })

  it('keeps quotes, commas and lines of a title in one cell', () => {
    expect(linesOf(printSheetCsv([{ ...ROW, title: 'Dijo: "agua", y\nse fue' }]))[0]).toContain(
      '"Dijo: ""agua"", y\nse fue"',
    )
  })
})
