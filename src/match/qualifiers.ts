// The words right after a place name → the state or country that says which place of that name it is.
import type { Field } from './fields.ts'
import { COUNTRY_NAMES, STATE_BY_NAME, STATE_BY_SHORT_NAME } from './states.ts'

const CAPITAL = /^\p{Lu}/u
const LONGEST_STATE_NAME = 4

/** Text between the words `left` and `left + 1`; up to the field's ends where there is no such word. */
export function gapAfter(field: Field, left: number): string {
  return field.text.slice(field.tokens[left]?.end ?? 0, field.tokens[left + 1]?.start ?? field.text.length)
}

/** State code, `otro-pais`, or null: "Tala, Jalisco", "Tala (Uruguay)", "Tala, Jal.", "Tala Jalisco". */
export function findQualifier({ field, to }: { readonly field: Field; readonly to: number }): string | null {
  const gap = gapAfter(field, to - 1)
  if (!/^\s*[,(]?\s*$/.test(gap)) return null
  const hasMark = gap.trim() !== ''
  for (let length = LONGEST_STATE_NAME; length > 0; length -= 1) {
    const words = field.tokens.slice(to, to + length)
    const first = words[0]
    if (first === undefined || words.length < length) continue
    if (!CAPITAL.test(field.text.slice(first.start, first.end))) return null
    const name = words.map((word) => word.form).join(' ')
    const state = STATE_BY_NAME.get(name)
    if (state !== undefined) return state
    if (hasMark && COUNTRY_NAMES.has(name)) return 'otro-pais'
    const isShort = hasMark && field.casing === 'mixed' && /^[.)]/.test(gapAfter(field, to - 1 + length))
    const shortened = isShort ? STATE_BY_SHORT_NAME.get(name) : undefined
    if (shortened !== undefined) return shortened
  }
  return null
}
