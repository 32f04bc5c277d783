// Agreements and what outlets delivered → the rows of «¿Cumplen los convenios?», each with the notes behind it.

import type { ConvenioFigures, DeliveredPieces } from '../../model.ts'
import { placeOfAll } from '../count-trail.ts'
import type { ConvenioRow, Posicionamiento } from '../posicionamiento.ts'
import type { PosicionamientoInput } from '../posicionamiento-input.ts'
import {
  describeConvenios,
  describeOpen,
  printConvenioGuide,
  printConvenioNote,
  printDelivered,
} from '../words/convenios.ts'
import { NOTES } from '../words/numbers.ts'
import { compareNames } from '../words/order.ts'
import { REPORT_LABELS } from '../words/questions.ts'
import { anchorOfCount } from './anchors.ts'
import { nameOfSource, type SourceById } from './note-facts.ts'
import type { PeriodFacts } from './period.ts'
import { traceByName } from './trails.ts'

/** Under this share of what was agreed a row is marked. */
const LEAST_SHARE = 0.75

/** Whether what lacks, if anything, is the outlet's: all of it was read, and nothing that waits for a person would make up for it. */
const isJudged = ({ agreed, delivered, pending, unreadDays }: DeliveredPieces): boolean =>
  agreed > 0 && (delivered >= agreed || (unreadDays === 0 && delivered + pending < agreed))

const shareOf = (pieces: DeliveredPieces): number | null =>
  isJudged(pieces) ? pieces.delivered / pieces.agreed : null

const isBehind = (pieces: DeliveredPieces): boolean => (shareOf(pieces) ?? 1) < LEAST_SHARE

/** «¿Cumplen los convenios?», when any agreement says what is to be delivered. */
export function askConvenios(
  { convenios = [] }: PosicionamientoInput,
  facts: PeriodFacts,
): Posicionamiento['convenios'] {
  const { sources, period } = facts
  const due = convenios.flatMap((convenio) =>
    convenio.period === null ? [] : [{ ...convenio, period: convenio.period }],
  )
  if (due.length === 0) return null
  const counted = due
    .map((convenio) => ({ convenio, row: composeRow(convenio, convenio.period, facts) }))
    .toSorted((one, other) => compareRows(one.row, other.row))
  const rows = counted.map(({ row }) => row)
  return {
    head: {
      question: REPORT_LABELS.convenios,
      finding: describeConvenios(
        counted.map(({ row, convenio }) => ({ ...row, isJudged: isJudged(convenio.period) })),
        period,
      ),
      guide: printConvenioGuide(due.map(({ counts }) => counts)),
    },
    rows,
    hasMonth: rows.some(({ month }) => month !== null),
    note: printConvenioNote({
      isSpread: due.some(({ counts }) => counts === 'boletines'),
      hasMonth: rows.some(({ month }) => month !== null),
      hasUnjudged: due.some(({ period: pieces }) => pieces.agreed > 0 && !isJudged(pieces)),
      named: listNamed(convenios, sources),
    }),
  }
}

const listNamed = (convenios: readonly ConvenioFigures[], sources: SourceById): string[] =>
  convenios
    .filter(({ period }) => period === null)
    .map(({ sourceId }) => nameOfSource(sourceId, sources))
    .toSorted(compareNames)

function composeRow(
  { sourceId, counts, month }: ConvenioFigures,
  period: DeliveredPieces,
  { sources, notes, numbers }: PeriodFacts,
): ConvenioRow {
  const name = nameOfSource(sourceId, sources)
  const ids = new Set(period.noteIds)
  const own = { name: NOTES.many, notes: notes.filter(({ id }) => ids.has(id)) }
  const trail = traceByName(anchorOfCount('convenio', sourceId), name, [own], numbers)
  const unit = counts === 'notas' ? 'notas' : ''
  return {
    name,
    agreed: period.agreed,
    delivered: period.delivered,
    text: printDelivered(period.delivered, period.agreed, unit),
    share: shareOf(period),
    isBehind: isBehind(period),
    remark: describeOpen(period),
    month:
      month === null
        ? null
        : { text: printDelivered(month.delivered, month.agreed, ''), isBehind: isBehind(month) },
    trail,
    goTo: placeOfAll(trail, ids.size),
    noteIds: period.noteIds,
  }
}

/** By how much of it is delivered; those that are not judged stand last. */
function compareRows(one: ConvenioRow, other: ConvenioRow): number {
  return (
    (other.share ?? -1) - (one.share ?? -1) ||
    other.agreed - one.agreed ||
    other.delivered - one.delivered ||
    compareNames(one.name, other.name)
  )
}
