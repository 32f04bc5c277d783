// What people decided of a note → the lines that tell it: who, when, from what to what, and why.
import type { Dossier } from '../store/dossier.ts'
import { PROGRAM } from '../store/tones.ts'
import { formatInstant } from './boletin.ts'

/** Lines about the decisions of people; none when nobody decided anything. `names` of the subjects by id. */
export function describeDecisions(
  { tones, decisions, boletinDecisions }: Dossier,
  names: ReadonlyMap<string, string>,
  timeZone: string,
): string[] {
  const changes = tones.flatMap(({ tone, by, at, comment }, index) => {
    if (by === PROGRAM) return []
    const before = tones[index - 1]?.tone.label ?? 'sin tono'
    return [{ at, line: `tono ${before} → ${tone.label}`, by, comment }]
  })
  const verdicts = decisions.map(({ subjectId, before, after, by, at, comment }) => ({
    at,
    line: `${names.get(subjectId) ?? subjectId}: ${before ?? 'no reconocido'} → ${after}`,
    by,
    comment,
  }))
  const confirmed = boletinDecisions.map(({ folio, before, after, by, at, comment }) => ({
    at,
    line: `boletín ${folio}: ${before ?? 'no propuesto'} → ${after === 'si' ? 'citada' : 'no'}`,
    by,
    comment,
  }))
  return [...changes, ...verdicts, ...confirmed]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(
      ({ at, line, by, comment }) =>
        `Decisión de ${by}, ${formatInstant(at, timeZone)}: ${line}${comment === null ? '' : ` (${comment})`}`,
    )
}
