// Boletines and the notes that reprint them → the matrix boletín × medio, and three remarks on it.

import type { Boletin, Note } from '../../model.ts'
import { type Anchor, placeOfAll, placeOfName } from '../count-trail.ts'
import type { Finding, Matrix, MatrixCell, MatrixMark, MatrixRow } from '../posicionamiento.ts'
import { cleanText } from '../typeset/clean-text.ts'
import { shortFolio } from '../words/actions.ts'
import { describeBest, describeMisused, describeUnpublished } from '../words/matrix.ts'
import { compareNames } from '../words/order.ts'
import { printBoletin } from '../words/trails.ts'
import { anchorOfCount } from './anchors.ts'
import { listPickupsOf } from './boletines.ts'
import { idsOf, nameOfSource, type SourceById, toneOf } from './note-facts.ts'
import { type NoteNumbers, traceByName, traceByTone } from './trails.ts'

/** Shares of a boletín's text from which a pick-up is almost the same, or partial. */
const ALMOST_SAME = 0.7
const PARTIAL = 0.3
/** A note this negative that carries the boletín uses it against. */
const AGAINST = 'negativo'

/**
 * Media by number of boletines published, then by notes; boletines newest first. `agreed` are the outlets with an agreement
 * in force: where there is any, the columns are told apart by it.
 */
export function composeMatrix(
  boletines: readonly Boletin[],
  notes: readonly Note[],
  sources: SourceById,
  numbers: NoteNumbers,
  agreed: ReadonlySet<string> = new Set(),
): Matrix {
  const folios = new Set(boletines.map(({ folio }) => folio))
  const pickups = notes.filter((note) => note.pickups.some(({ folio }) => folios.has(folio)))
  const media = [...new Set(pickups.map(({ sourceId }) => sourceId))]
  const ordered = boletines.toSorted(
    (one, other) => other.sentAt.getTime() - one.sentAt.getTime() || compareNames(other.folio, one.folio),
  )
  const columns = media
    .map((id) => {
      const name = nameOfSource(id, sources)
      const own = notes.filter(({ sourceId }) => sourceId === id)
      const byBoletin = ordered.map(({ folio }) => ({
        name: printBoletin(shortFolio(folio)),
        notes: listPickupsOf(folio, own),
      }))
      const all = traceByTone(anchorOfCount('medio', id), name, own, numbers)
      return {
        id,
        name,
        boletines: byBoletin.filter((boletin) => boletin.notes.length > 0).length,
        notes: own.length,
        trail: traceByName(anchorOfCount('publico', id), name, byBoletin, numbers),
        notesGoTo: placeOfAll(all, own.length),
        hasConvenio: agreed.size === 0 ? null : agreed.has(id),
      }
    })
    .toSorted(
      (one, other) =>
        other.boletines - one.boletines || other.notes - one.notes || compareNames(one.name, other.name),
    )
  const rows = ordered.map((boletin): MatrixRow => {
    const own = listPickupsOf(boletin.folio, pickups)
    const byMedium = columns.map(({ id, name }) => ({
      name,
      notes: own.filter(({ sourceId }) => sourceId === id),
    }))
    const folio = shortFolio(boletin.folio)
    const anchor = anchorOfCount('matriz', boletin.folio)
    const trail = traceByName(anchor, printBoletin(folio), byMedium, numbers)
    return {
      folio,
      title: cleanText(boletin.title),
      cells: byMedium.map((medium) => cellOf(boletin.folio, medium.notes, placeOfName(trail, medium.name))),
      media: new Set(own.map(({ sourceId }) => sourceId)).size,
      trail,
      noteIds: idsOf(own),
    }
  })
  return { columns, rows, remarks: composeRemarks(rows) }
}

/** What an outlet made of a boletín: the fullest of its notes, unless one of them turns it against. */
function cellOf(folio: string, notes: readonly Note[], goTo: Anchor | null): MatrixCell {
  const shareOf = ({ pickups }: Note) =>
    Math.max(
      ...pickups.filter((pickup) => pickup.folio === folio).map(({ shareOfBoletin }) => shareOfBoletin),
    )
  const own = notes.toSorted((one, other) => shareOf(other) - shareOf(one) || one.id - other.id)
  const against = own.find((note) => toneOf(note) === AGAINST)
  const shown = against ?? own[0]
  if (shown === undefined) return null
  return { mark: against === undefined ? markOf(shareOf(shown)) : 'en-contra', goTo }
}

const markOf = (share: number): MatrixMark =>
  share >= ALMOST_SAME ? 'casi-igual' : share >= PARTIAL ? 'parcial' : 'mencion'

/** Whether any outlet published a boletín without turning it against. */
const isUsedFor = ({ cells }: MatrixRow): boolean =>
  cells.some((cell) => cell !== null && cell.mark !== 'en-contra')

const placeOfRow = ({ trail, noteIds }: MatrixRow): Anchor | null => placeOfAll(trail, noteIds.length)

function composeRemarks(rows: readonly MatrixRow[]): Finding[] {
  const [best] = rows.filter(isUsedFor).toSorted((one, other) => other.media - one.media)
  const equals = rows.filter((row) => row !== best && row.media === best?.media).length
  const silent = rows.filter(({ media }) => media === 0)
  const misused = rows
    .map((row) => ({ row, count: row.cells.filter((cell) => cell?.mark === 'en-contra').length }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count)
  const [worst] = misused
  return [
    ...(best === undefined || best.media === 0 || equals === rows.length - 1
      ? []
      : [
          {
            ...describeBest(best.folio, best.title, best.media, equals),
            noteIds: best.noteIds,
            goTo: placeOfRow(best),
          },
        ]),
    ...(silent.length === 0
      ? []
      : [{ ...describeUnpublished(silent.map(({ folio }) => folio)), noteIds: [], goTo: null }]),
    ...(worst === undefined
      ? []
      : [
          {
            ...describeMisused(worst.row.folio, worst.row.title, worst.count),
            noteIds: worst.row.noteIds,
            goTo: placeOfRow(worst.row),
          },
        ]),
  ]
}
