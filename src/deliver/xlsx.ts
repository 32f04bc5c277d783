// Rows of publications → the bytes of an Excel workbook (ECMA-376): one sheet, dates as dates, links as links, no formula.
import { strToU8, zipSync } from 'fflate'
import type { SheetRow } from './edition-content.ts'
import { type Cell, composeSheetOf, type Sheet } from './sheet.ts'

/** Styles by their place in `cellXfs`. */
const STYLE = { plain: 0, head: 1, date: 2, link: 3, risky: 4 } as const
/** Serial 0 of the calendar of spreadsheets. */
const DAY_ZERO = Date.UTC(1899, 11, 30)
const DAY = 86_400_000
/** The same rows give the same bytes: files in the zip bear the first date that a zip can. */
const ZIP_DATE = new Date(1980, 0, 1)

/** Two lines: the longest heads are broken. */
const HEAD_POINTS = 32
/** Who prints it has the heads on each sheet of paper, and the eighteen columns on two. */
const PAPER = '<pageSetup orientation="landscape" fitToWidth="2" fitToHeight="0"/>'

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The workbook of a sheet. `name` is that of its tab. */
export function printSheetXlsx(rows: readonly SheetRow[], name: string): Uint8Array {
  const composed = composeSheetOf(rows)
  const links: string[] = []
  const sheet = printSheet(composed, links)
  const files = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relations([`${REL}/officeDocument`, 'xl/workbook.xml', null]),
    'xl/workbook.xml': printWorkbook(name, lastCell(composed)),
    'xl/_rels/workbook.xml.rels': relations(
      [`${REL}/worksheet`, 'worksheets/sheet1.xml', null],
      [`${REL}/styles`, 'styles.xml', null],
    ),
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': sheet,
    'xl/worksheets/_rels/sheet1.xml.rels': relations(
      ...links.map((href): Relation => [`${REL}/hyperlink`, href, 'External']),
    ),
  }
  const bytes = Object.entries(files).map(([path, xml]) => [path, strToU8(xml)] as const)
  return zipSync(Object.fromEntries(bytes), { mtime: ZIP_DATE, level: 6 })
}

function printSheet(sheet: Sheet, links: string[]): string {
  const { rows } = sheet
  const columns = sheet.columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const heads = sheet.columns.map(({ head }, index) => inlineText(`${letter(index)}1`, head, STYLE.head))
  const places: string[] = []
  const body = rows.map((row, line) => {
    const printed = row.map((cell, index) => {
      const place = `${letter(index)}${line + 2}`
      if (cell.kind === 'link') {
        links.push(cell.href)
        places.push(`<hyperlink ref="${place}" r:id="rId${links.length}"/>`)
      }
      return printCell(place, cell)
    })
    return `<row r="${line + 2}">${printed.join('')}</row>`
  })
  const hyperlinks = places.length === 0 ? '' : `<hyperlinks>${places.join('')}</hyperlinks>`
  return `${HEAD}<worksheet xmlns="${NS}" xmlns:r="${REL}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData><row r="1" ht="${HEAD_POINTS}" customHeight="1">${heads.join('')}</row>${body.join('')}</sheetData><autoFilter ref="A1:${lastCell(sheet).join('')}"/>${hyperlinks}${PAPER}</worksheet>`
}

function printCell(place: string, cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
      return ''
    case 'number':
      return `<c r="${place}"><v>${cell.value}</v></c>`
    case 'date':
      return `<c r="${place}" s="${STYLE.date}"><v>${serialOf(cell.date)}</v></c>`
    case 'link':
      return inlineText(place, cell.href, STYLE.link)
    case 'text':
      return inlineText(place, cell.text, cell.isRisky ? STYLE.risky : STYLE.plain)
  }
}

const inlineText = (place: string, text: string, style: number): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`

const serialOf = (date: string): number => (Date.parse(`${date}T00:00:00Z`) - DAY_ZERO) / DAY

const letter = (index: number): string => String.fromCharCode(65 + index)

/** Column and row. */
const lastCell = ({ columns, rows }: Sheet): [string, number] => [letter(columns.length - 1), rows.length + 1]

const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

type Relation = readonly [kind: string, target: string, mode: 'External' | null]

function relations(...all: readonly Relation[]): string {
  const lines = all.map(
    ([kind, target, mode], index) =>
      `<Relationship Id="rId${index + 1}" Type="${kind}" Target="${escapeXml(target)}"${mode === null ? '' : ` TargetMode="${mode}"`}/>`,
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`
}

/** A tab's name holds 31 characters and none of `[]:*?/\`. The filter is known to programs by its name. */
function printWorkbook(name: string, [column, row]: readonly [string, number]): string {
  const tab =
    escapeXml(
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .slice(0, 31)
        .trim(),
    ) || 'Notas'
  const quoted = tab.replace(/'/g, "''")
  return `${HEAD}<workbook xmlns="${NS}" xmlns:r="${REL}"><sheets><sheet name="${tab}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'${quoted}'!$A$1:$${column}$${row}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">'${quoted}'!$1:$1</definedName></definedNames></workbook>`
}

const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const CONTENT_TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${MAIN}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${MAIN}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${MAIN}.styles+xml"/></Types>`

/** In the order of `STYLE`: plain, head, date, link, and text that could be a formula (the apostrophe of Excel). */
const STYLES = `${HEAD}<styleSheet xmlns="${NS}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><u/><sz val="11"/><color rgb="FF0B5394"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7ECEE"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left"/></xf><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
