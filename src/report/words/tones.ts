// A tone → the words that name it beside its glyph.
import type { ToneLabel, ToneTally } from '../../model.ts'
import { joinList } from './grammar.ts'
import { agree, countOf, type Noun } from './numbers.ts'

/** The tone of one note, feminine as «nota» is. */
export const TONE_NAMES: Readonly<Record<ToneLabel, string>> = {
  positivo: 'Positiva',
  neutro: 'Neutra',
  mixto: 'Mixta',
  negativo: 'Negativa',
  'sin evaluar': 'Sin evaluar',
}

/** A tone read aloud before what it belongs to. */
export const speakTone = (tone: ToneLabel): string => `${TONE_NAMES[tone]}: `

export const TONE_NOUNS: Readonly<Record<ToneLabel, Noun>> = {
  positivo: { one: 'positiva', many: 'positivas' },
  neutro: { one: 'neutra', many: 'neutras' },
  mixto: { one: 'mixta', many: 'mixtas' },
  negativo: { one: 'negativa', many: 'negativas' },
  'sin evaluar': { one: 'sin evaluar', many: 'sin evaluar' },
}

const ORDER = ['positivo', 'neutro', 'mixto', 'negativo', 'sin evaluar'] as const

/** `2 positivas y una negativa` with counts; tones without notes are left out. */
export function nameTally(tally: ToneTally): string {
  return joinList(
    ORDER.filter((tone) => tally[tone] > 0).map((tone) => countOf(tally[tone], TONE_NOUNS[tone])),
  )
}

/** `positivas`, agreeing with its count. */
export const nameTone = (tone: ToneLabel, count: number): string => agree(count, TONE_NOUNS[tone])
