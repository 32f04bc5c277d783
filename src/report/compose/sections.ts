// Stories by topic → the sections of the edition with numbered fichas, a lead where one stands out, and briefs.
import type { Ficha, SintesisSection } from '../sintesis.ts'
import { SINTESIS_LABELS } from '../words/labels.ts'
import { printBriefsTitle } from '../words/notes.ts'
import { countOf, NOTES } from '../words/numbers.ts'
import { anchorOfCount, anchorOfSection } from './anchors.ts'
import { composeFicha, type FichaFacts } from './fichas.ts'
import { countNotes, tallyTones } from './note-facts.ts'
import type { Telling } from './tellings.ts'
import type { TopicTellings } from './topics.ts'
import { indexNumbers, traceByTone } from './trails.ts'

/** Fichas in a section before the rest become briefs; the lead apart. */
const MOST_FICHAS = 8
/** Notes of a story from which it leads its section. */
const LEAST_FOR_LEAD = 3

/** Composes the sections and numbers their stories from one. Doubtful notes stand in a section of their own at the end. */
export function composeSections(
  topics: readonly TopicTellings[],
  doubtful: readonly Telling[],
  facts: FichaFacts,
): SintesisSection[] {
  const groups = [
    ...topics.map(({ id, title, tellings }) => ({
      anchor: anchorOfSection(id),
      title,
      tellings,
      mayLead: true,
    })),
    { anchor: 'por-confirmar', title: SINTESIS_LABELS.toConfirm, tellings: doubtful, mayLead: false },
  ].filter(({ tellings }) => tellings.length > 0)
  let number = 0
  return groups.map(({ anchor, title, tellings, mayLead }) => {
    const hasLead = mayLead && tellings.length > 1 && (tellings[0]?.notes.length ?? 0) >= LEAST_FOR_LEAD
    const fichas = tellings.map((telling, index) => {
      number += 1
      return composeFicha(telling, number, hasLead && index === 0, facts)
    })
    return composeSection({ anchor, title, tellings, hasLead, fichas })
  })
}

function composeSection(group: {
  readonly anchor: string
  readonly title: string
  readonly tellings: readonly Telling[]
  readonly hasLead: boolean
  readonly fichas: readonly Ficha[]
}): SintesisSection {
  const { anchor, title, tellings, hasLead, fichas } = group
  const notes = tellings.flatMap((telling) => telling.notes)
  const tally = tallyTones(notes)
  const numbers = indexNumbers(
    tellings.map((telling, index) => ({ telling, number: fichas[index]?.number ?? 0, isSure: true })),
  )
  const rest = hasLead ? fichas.slice(1) : fichas
  const briefs = rest.slice(MOST_FICHAS)
  return {
    title,
    anchor,
    count: countOf(countNotes(tally), NOTES),
    tally,
    trail: traceByTone(anchorOfCount('seccion', anchor), title, notes, numbers),
    lead: hasLead ? (fichas[0] ?? null) : null,
    fichas: rest.slice(0, MOST_FICHAS),
    briefs,
    briefsTitle: briefs.length === 0 ? null : printBriefsTitle(briefs.length),
  }
}

/** Number of each story in the edition. */
export function numberStories(sections: readonly SintesisSection[]): ReadonlyMap<string, number> {
  const fichas = sections.flatMap(({ lead, fichas: full, briefs }) => [
    ...(lead === null ? [] : [lead]),
    ...full,
    ...briefs,
  ])
  return new Map(fichas.map(({ anchor, number }) => [anchor, number]))
}
