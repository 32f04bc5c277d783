// Why a note is in its story, where it was before, and what else tells it → lines for a person.
import type { StoryTrail } from '../store/story-trail.ts'
import { formatInstant } from './boletin.ts'

/** One line per fact, indented under the story's own line. */
export function describeStory(trail: StoryTrail | null, timeZone: string): string[] {
  if (trail === null) return []
  const { basis, similarity, moves, size, others } = trail
  const likeness = similarity === null || similarity === 0 ? '' : ` (parecido ${similarity.toFixed(2)})`
  return [
    `Por qué está en su historia: ${basis === null ? 'no quedó registrado, porque es anterior a que se anotara' : `${basis}${likeness}`}`,
    ...moves.map(
      ({ at, from, into, reason }) =>
        `  ${formatInstant(at, timeZone)}: pasó de la historia ${from} a la ${into}. ${reason}`,
    ),
    size === 1
      ? 'Ninguna otra nota cuenta esta historia.'
      : `Historia ${trail.storyId}: la cuentan ${size} notas; además de esta:`,
    ...others.map(({ noteId, source, title }) => `  ${noteId} · ${source}: ${title}`),
    ...(size - 1 > others.length ? [`  … y ${size - 1 - others.length} más`] : []),
  ]
}
