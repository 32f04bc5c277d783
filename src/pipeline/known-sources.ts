// The declared sources → the archive's mirror of them, and with it those that no file declares any more: their notes stay what they were.
import type { Source } from '../model.ts'
import type { Store } from '../store/open.ts'
import { findWithdrawnSources, keepSources } from '../store/sources.ts'
import type { House } from './house.ts'

/** Keeps what is declared now. Returns the sources that once were, each as it was declared last. */
export async function mirrorSources({ db }: Store, declared: readonly Source[], at: Date): Promise<Source[]> {
  await keepSources(db, declared, at)
  return findWithdrawnSources(db)
}

/** Every source that a note may be of: figures and lists count with these, visits and the certificate with the declared ones. */
export const listKnownSources = ({
  workspace,
  withdrawn,
}: Pick<House, 'workspace' | 'withdrawn'>): readonly Source[] => [...workspace.sources, ...withdrawn]
