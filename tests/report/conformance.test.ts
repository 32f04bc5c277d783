// Every kind of day in both formats against the rules of PDF/A-3a and PDF/UA-1 that its objects can show.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PageFormat } from '../../src/model.ts'
import { composePosicionamiento } from '../../src/report/compose-posicionamiento.ts'
import { composeSintesis } from '../../src/report/compose-sintesis.ts'
import { drawPosicionamiento, drawSintesis } from '../../src/report/draw.ts'
import { findArchiveFaults } from './conformance/archive.ts'
import { findFontFaults } from './conformance/fonts.ts'
import { findStructureFaults } from './conformance/structure.ts'
import { listPosicionamientoExtremes, listSintesisExtremes } from './extremes.ts'
import {
  entriesAt,
  nameAt,
  type PdfDictionary,
  type PdfFile,
  type PdfValue,
  readObjects,
} from './pdf-objects.ts'

const FORMATS: readonly PageFormat[] = ['carta', 'movil']

const documents = FORMATS.flatMap((format) => [
  ...[...listSintesisExtremes()].map(
    ([name, make]) => [name, format, () => drawSintesis(composeSintesis(make()), format)] as const,
  ),
  ...[...listPosicionamientoExtremes()].map(
    ([name, make]) =>
      [name, format, () => drawPosicionamiento(composePosicionamiento(make()), format)] as const,
  ),
])

/** Whether a program of the system answers. */
function hasTool(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** What qpdf says of the syntax of a file; where it is not installed, our own reading is all there is. */
function checkWithQpdf(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'sintesis-qpdf-'))
  const path = join(folder, 'documento.pdf')
  writeFileSync(path, bytes)
  try {
    return execFileSync('qpdf', ['--check', path], { encoding: 'utf8', stdio: 'pipe' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const hasQpdf = hasTool('qpdf')

describe.each(documents)('«%s» in %s', (_, __, draw) => {
  it('breaks no rule of PDF/A-3a or PDF/UA-1', async () => {
    const bytes = await draw()
    const file = readObjects(bytes)
    const faults = [...findArchiveFaults(file), ...findFontFaults(file), ...findStructureFaults(file)]
    expect([...new Set(faults)].slice(0, 20)).toEqual([])
    if (hasQpdf) expect(checkWithQpdf(bytes)).toContain('No syntax or stream encoding errors found')
  })
})

describe('the rules', () => {
  type Change = (file: PdfFile, id: number, entries: PdfDictionary) => PdfValue | undefined
  const roleOf = (file: PdfFile, entries: PdfDictionary) => nameAt(file, entries.S)
  const changes: [fault: string, change: Change][] = [
    [
      'a link that says nothing',
      (file, _, entries) =>
        nameAt(file, entries.Subtype) === 'Link'
          ? { dict: { ...entries, Contents: { string: Buffer.from(' ') } } }
          : undefined,
    ],
    [
      'a link outside the structure',
      (file, _, entries) =>
        nameAt(file, entries.Subtype) === 'Link' ? { dict: { ...entries, StructParent: 99_999 } } : undefined,
    ],
    [
      'has no text in its place',
      (file, _, entries) =>
        roleOf(file, entries) === 'Figure' ? { dict: { ...entries, Alt: null } } : undefined,
    ],
    [
      'has no scope',
      (file, _, entries) => (roleOf(file, entries) === 'TH' ? { dict: { ...entries, A: null } } : undefined),
    ],
    [
      'is empty',
      (file, _, entries) => (roleOf(file, entries) === 'P' ? { dict: { ...entries, K: [] } } : undefined),
    ],
    [
      'is no known role',
      (file, _, entries) =>
        roleOf(file, entries) === 'H3' ? { dict: { ...entries, S: { name: 'Titular' } } } : undefined,
    ],
    [
      'not one first heading',
      (file, _, entries) =>
        roleOf(file, entries) === 'H1' ? { dict: { ...entries, S: { name: 'H2' } } } : undefined,
    ],
    [
      'is not embedded',
      (file, _, entries) =>
        nameAt(file, entries.Type) === 'FontDescriptor'
          ? { dict: { ...entries, FontFile2: null, FontFile3: null } }
          : undefined,
    ],
    [
      'has letters without character',
      (file, _, entries) =>
        nameAt(file, entries.Subtype) === 'Type0' ? { dict: { ...entries, ToUnicode: null } } : undefined,
    ],
    [
      'has no media type',
      (file, _, entries) =>
        nameAt(file, entries.Type) === 'Filespec' ? { dict: { ...entries, EF: null } } : undefined,
    ],
    [
      'no output intent of PDF/A',
      (_, __, entries) =>
        entries.OutputIntents === undefined ? undefined : { dict: { ...entries, OutputIntents: null } },
    ],
    [
      'an action that nobody asked for',
      (_, __, entries) =>
        entries.OutputIntents === undefined ? undefined : { dict: { ...entries, OpenAction: { ref: 1 } } },
    ],
    [
      'no order of its links',
      (file, _, entries) =>
        nameAt(file, entries.Type) === 'Page' ? { dict: { ...entries, Tabs: null } } : undefined,
    ],
  ]

  it.each(changes)('find out a file with «%s»', async (fault, change) => {
    const make = listSintesisExtremes().get('una-nota')
    if (make === undefined) throw new Error('no such day')
    const file = readObjects(await drawSintesis(composeSintesis(make()), 'carta'))
    const objects = new Map(
      [...file.objects].map(
        ([id, value]) => [id, change(file, id, entriesAt(file, value)) ?? value] as const,
      ),
    )
    const spoiled = { ...file, objects }
    const faults = [
      ...findArchiveFaults(spoiled),
      ...findFontFaults(spoiled),
      ...findStructureFaults(spoiled),
    ]
    expect(faults.some((found) => found.includes(fault))).toBe(true)
  })
})
