// An article and who is named in it → the tone towards the municipality.
import type { Article, Mention, Subject, Tone } from '../model.ts'

/** Rates the tone of an article towards the municipal government. */
export function rateTone(_article: Article, _mentions: readonly Mention[], _subjects: readonly Subject[]): Tone {
  return { label: 'sin evaluar', score: null, confidence: null, reasons: [], needsReview: true }
}
