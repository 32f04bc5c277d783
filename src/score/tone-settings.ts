// How much evidence makes a tone and how sure each outcome is, as shipped; an office's own are fitted to what its people decided.
import type { ToneSettings } from '../model.ts'

/** Chosen on the half of the sample press kept for tuning and on the labelled notes (`npm run eval:tone`). */
export const SHIPPED_SETTINGS: ToneSettings = {
  leastEvidence: 0.4,
  blameShare: 0.6,
  mixedShare: 0.44,
  confidence: {
    positivo: { intercept: 0.4, slope: 1 },
    negativo: { intercept: 0, slope: 1.2 },
    neutro: { intercept: -0.2, slope: 1.6 },
    mixto: { intercept: 0.2, slope: 0 },
    incidental: { intercept: 1.2, slope: 0 },
  },
}
