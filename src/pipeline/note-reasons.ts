// A note of the archive → why nothing is known of its reach.
import type { Source } from '../model.ts'
import { explainUnknownReach } from '../score/reach.ts'

/** Why a note of an outlet has no reach, in Spanish, as its file declares it today. */
export function explainMissingReach(source: Source | null): string {
  if (source === null) return 'su medio ya no está declarado'
  return explainUnknownReach(source.audience) ?? 'la audiencia se declaró después de captarla'
}
