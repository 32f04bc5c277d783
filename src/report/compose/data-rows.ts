// The notes of an edition → the rows of its attached data, and those rows as CSV and JSON.
import type { Municipality, Note } from '../../model.ts'
import type { DataRow } from '../sintesis.ts'
import type { PrintedBefore } from '../sintesis-input.ts'
import { cleanText, safeLink } from '../typeset/clean-text.ts'
import { tellSlot } from '../words/slots.ts'
import { printEarlierEdition } from '../words/special.ts'
import { nameOfSource, type SourceById, titleOf, toneOf } from './note-facts.ts'
import type { Telling } from './tellings.ts'

/** One row per publication, under Spanish names; what is unknown is null. */
export function composeDataRows(
  numbered: readonly { readonly telling: Telling; readonly number: number; readonly isSure: boolean }[],
  sources: SourceById,
  municipality: Municipality,
  told: ReadonlyMap<number, PrintedBefore> = new Map(),
): DataRow[] {
  const sectionTitle = new Map(municipality.sections.map(({ id, title }) => [id, title]))
  return numbered.flatMap(({ telling, number, isSure }) =>
    telling.notes.map((note) => ({
      nota: number,
      id: note.id,
      seccion: telling.sectionId === null ? null : (sectionTitle.get(telling.sectionId) ?? telling.sectionId),
      titular: titleOf(note),
      medio: nameOfSource(note.sourceId, sources),
      tipo_de_medio: sources.get(note.sourceId)?.medium ?? null,
      ...tellSlot(note.article.slot),
      autor: note.article.byline === null ? null : cleanText(note.article.byline),
      publicada: note.article.publishedAt?.toISOString() ?? null,
      capturada: note.capturedAt.toISOString(),
      tono: toneOf(note),
      confianza_del_tono: note.tone?.confidence ?? null,
      alcance: note.reach?.value ?? null,
      alcance_minimo: note.reach?.range?.[0] ?? null,
      alcance_maximo: note.reach?.range?.[1] ?? null,
      unidad_del_alcance: note.reach?.unit ?? null,
      base_del_alcance: note.reach?.basis ?? null,
      fuente_del_alcance: note.reach?.source ?? null,
      ...describeBestPickup(note),
      pertenencia: isSure ? 'nuestra' : 'dudosa',
      ya_salio_en: printEarlier(told.get(note.id)),
      // What stands for the address of a note without link leads nowhere.
      liga: safeLink(note.article.canonicalUrl) === null ? null : note.article.canonicalUrl,
      huella: note.captureSha256,
    })),
  )
}

const printEarlier = (earlier: PrintedBefore | undefined): string | null =>
  earlier === undefined ? null : printEarlierEdition(earlier)

function describeBestPickup(note: Note) {
  const best = note.pickups.toSorted((one, other) => other.shareOfBoletin - one.shareOfBoletin)[0]
  return { boletin: best?.folio ?? null, coincide: best?.shareOfBoletin ?? null }
}

const DATA_COLUMNS = [
  'nota',
  'id',
  'seccion',
  'titular',
  'medio',
  'tipo_de_medio',
  'programa',
  'conductor',
  'tipo_de_emision',
  'duracion_en_segundos',
  'paginas',
  'primera_plana',
  'testigo',
  'autor',
  'publicada',
  'capturada',
  'tono',
  'confianza_del_tono',
  'alcance',
  'alcance_minimo',
  'alcance_maximo',
  'unidad_del_alcance',
  'base_del_alcance',
  'fuente_del_alcance',
  'boletin',
  'coincide',
  'pertenencia',
  'ya_salio_en',
  'liga',
  'huella',
] as const

/** CSV that spreadsheets open: UTF-8 with its mark, CRLF, every cell quoted, formulas disarmed with an apostrophe. */
export function printCsv(rows: readonly DataRow[], columns: readonly string[] = DATA_COLUMNS): string {
  const lines = rows.map((row) => columns.map((column) => printCell(row[column] ?? null)).join(','))
  return `\ufeff${[columns.join(','), ...lines].join('\r\n')}\r\n`
}

function printCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return `"${safe.replace(/"/g, '""')}"`
}

export const printJson = (rows: readonly DataRow[]): string => `${JSON.stringify(rows, null, 1)}\n`
