// A source → whether what it publishes is press: the municipality's own site and accounts, and people's accounts, are not.
import type { Source } from '../model.ts'

export const isPressSource = ({ isOwn, isSocial }: Pick<Source, 'isOwn' | 'isSocial'>): boolean =>
  !isOwn && isSocial !== true

/** Ids of the sources whose publications are no notes. */
export const listOtherVoices = (sources: readonly Source[]): ReadonlySet<string> =>
  new Set(sources.filter((source) => !isPressSource(source)).map(({ id }) => id))
