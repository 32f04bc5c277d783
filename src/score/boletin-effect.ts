// The boletines sent in a period and the notes that reprinted them → what came of them.
import type { Boletin, BoletinEffect, Note, Source } from '../model.ts'
import { listOtherVoices } from './press.ts'
import { estimateShare } from './share-interval.ts'

/** Measures the effect of boletines. A note that carries two counts for both; the municipality's own site and people's accounts are not press. */
export function measureBoletinEffect(
  boletines: readonly Boletin[],
  notes: readonly Note[],
  sources: readonly Source[],
): BoletinEffect {
  const others = listOtherVoices(sources)
  const folios = new Set(boletines.map(({ folio }) => folio))
  const printings = notes
    .filter(({ sourceId }) => !others.has(sourceId))
    .flatMap(({ id, sourceId, pickups }) =>
      pickups.filter(({ folio }) => folios.has(folio)).map((pickup) => ({ id, sourceId, ...pickup })),
    )
  const pairs = new Set(printings.map(({ folio, sourceId }) => `${folio} ${sourceId}`))
  return {
    sent: boletines.length,
    printed: estimateShare(new Set(printings.map(({ folio }) => folio)).size, boletines.length),
    notes: new Set(printings.map(({ id }) => id)).size,
    media: new Set(printings.map(({ sourceId }) => sourceId)).size,
    mediaPerBoletin: boletines.length === 0 ? null : pairs.size / boletines.length,
    medianShare: medianOf(printings.map(({ shareOfBoletin }) => shareOfBoletin)),
    medianLagHours: medianOf(printings.flatMap(({ lagHours }) => (lagHours === null ? [] : [lagHours]))),
  }
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}
