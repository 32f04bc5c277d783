// The inputs of editions outside the schedule: addenda to the edition of Tala, and an extraordinary one.
import type { Correction, SintesisInput } from '../../src/report/sintesis-input.ts'
import { makeFigures, makeSintesisInput, makeTally } from './fixture-input.ts'
import { CUT_OFF, makeNotes } from './fixtures.ts'

const HOUR = 3_600_000

/** Corrections of every sort, over notes that an edition told. */
export function makeCorrections(count: number): Correction[] {
  return makeNotes(38)
    .slice(20, 20 + count)
    .map((note, index): Correction => {
      if (index % 3 === 0) return { kind: 'tono', note, before: 'neutro', after: 'negativo' }
      const after = index % 3 === 1 ? 'ajena' : 'nuestra'
      const before = index % 3 === 1 ? 'nuestra' : 'dudosa'
      return { kind: 'mencion', note, subjectId: 'tala', before, after }
    })
}

export function makeAddendumInput(
  count: number,
  corrections: number,
  rest: Partial<SintesisInput> = {},
): SintesisInput {
  const notes = makeNotes(count)
  return makeSintesisInput(count, {
    notes,
    number: 1,
    from: CUT_OFF,
    to: new Date(CUT_OFF.getTime() + 5 * HOUR),
    now: new Date(CUT_OFF.getTime() + 5 * HOUR),
    history: [],
    figures: makeFigures(CUT_OFF, 1, makeTally({ neutro: count })),
    special: { kind: 'alcance', of: 1214, ordinal: 1, corrections: makeCorrections(corrections) },
    ...rest,
  })
}

export function makeExtraordinaryInput(): SintesisInput {
  return makeAddendumInput(14, 0, {
    number: 3,
    special: { kind: 'extraordinaria', title: 'Inundación en Cuisillos' },
  })
}
