// The words with which a person says where in a broadcast or in a paper a note stood → that place, or what is wrong with each word.
import type { BroadcastKind, Slot } from '../model.ts'
import { cleanText } from '../text/clean.ts'
import { parseDuration } from '../text/durations.ts'
import { fold } from '../text/fold.ts'

/** As written; absent or empty: not said. */
export type SlotWords = {
  readonly programme?: string | undefined
  readonly host?: string | undefined
  readonly duration?: string | undefined
  readonly kind?: string | undefined
  readonly witness?: string | undefined
  readonly pages?: string | undefined
  readonly frontPage?: string | undefined
}

/** `slot` is null when nothing is said. A fault names the field and says in Spanish what was found and what to write. */
export type ReadSlot = {
  readonly slot: Slot | null
  readonly faults: readonly { readonly field: keyof SlotWords; readonly message: string }[]
}

const KINDS: Readonly<Record<string, BroadcastKind>> = {
  nota: 'nota',
  entrevista: 'entrevista',
  mencion: 'mencion',
  spot: 'spot',
  llamada: 'llamada',
}

const YES = /^(?:si|s|x|1|true|verdadero)$/
const NO = /^(?:no|n|0|false|falso)$/
const PAGE = /^[a-z]{0,2}-?\d{1,4}$/i
const LONGEST = 200

const clean = (text: string | undefined): string | undefined =>
  cleanText(text ?? '').slice(0, LONGEST) || undefined

/** `p. 1 y 3`, `1, 3`, `A4` → each as printed; undefined when one is none. `2-4` is not read: it may be two pages or three. */
function readPages(text: string): readonly string[] | undefined {
  const pages = text
    .replace(/^\s*(?:p[aá]ginas?|p[aá]gs?|pp?)\b\.?\s*/i, '')
    .split(/\s*(?:[,;]|\by\b)\s*/i)
    .filter((page) => page !== '')
  return pages.length > 0 && pages.every((page) => PAGE.test(page))
    ? pages.map((page) => page.toUpperCase())
    : undefined
}

/** Reads the words of one note. */
export function readSlot(words: SlotWords): ReadSlot {
  const faults: { field: keyof SlotWords; message: string }[] = []
  const read = <Value>(
    field: keyof SlotWords,
    parse: (text: string) => Value | null | undefined,
    hint: string,
  ): Value | undefined => {
    const text = clean(words[field])
    if (text === undefined) return undefined
    const value = parse(text)
    if (value === null || value === undefined) faults.push({ field, message: `«${text}» no es ${hint}` })
    return value ?? undefined
  }
  const slot = {
    programme: clean(words.programme),
    host: clean(words.host),
    kind: read(
      'kind',
      (text) => KINDS[fold(text)],
      'un tipo; escribe nota, entrevista, mención, spot o llamada',
    ),
    seconds: read('duration', parseDuration, 'una duración; escribe «1:32» o «1 min 32 s»'),
    witness: clean(words.witness),
    pages: read('pages', readPages, 'una página; escribe «1», «A4» o «1 y 3»'),
    isFrontPage: read('frontPage', readYes, 'sí ni no; escribe «sí» o «no», o deja vacío lo que no sepas'),
  }
  const said = Object.entries(slot).filter(([, value]) => value !== undefined)
  return { slot: said.length === 0 ? null : (Object.fromEntries(said) as Slot), faults }
}

function readYes(text: string): boolean | null {
  const word = fold(text)
  if (YES.test(word)) return true
  return NO.test(word) ? false : null
}
