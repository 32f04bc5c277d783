// Notes of the same stories → how much less a number of them says than as many notes that have nothing to do with one another.
import type { NoteFigures } from '../model.ts'

/**
 * Dispersion of notes that come by stories: Σm²/Σm, m the notes of each story; 1 when each tells another one. It is the
 * variance over the mean of their number, a compound Poisson count (Feller, *An Introduction to Probability Theory*, I, ch.
 * XII), and the design effect of a mean over them where those of a story agree (Kish, 1965, *Survey Sampling*, ch. 5): the
 * most that it can be. That of the tone is not estimated from the notes, because with a dozen stories it would come out too
 * small, and changes would be announced twice as often as they should.
 */
export function measureSpread(notes: readonly Pick<NoteFigures, 'storyId'>[]): number {
  const sizes = [...Map.groupBy(notes, ({ storyId }) => storyId).values()].map(({ length }) => length)
  return notes.length === 0 ? 1 : sizes.reduce((sum, size) => sum + size ** 2, 0) / notes.length
}
