// A boletín and a way of reprinting it → the note an outlet would make of it, with the truth: kind, share, and what is copied.
import { pick } from '../random.ts'
import type { Invented, Inventor } from './invented.ts'

export type Truth = 'integra' | 'editada' | 'parcial' | 'citada' | 'ninguna'

/** `share`: of the boletín's words that the note keeps; null when it reprints nothing. `copied`: per paragraph, whether. */
export type Derived = {
  readonly paragraphs: readonly string[]
  readonly copied: readonly boolean[]
  readonly kind: Truth
  readonly share: number | null
}

/** `light`, `heavy`: which error of the share is asked of it; `exact`: whether it must be found without fail. */
export type Way = {
  readonly derive: (boletin: Invented) => Derived
  readonly weight: 'exact' | 'light' | 'heavy' | 'part' | 'none'
}

const countWords = (paragraphs: readonly string[]): number =>
  paragraphs.reduce((sum, paragraph) => sum + paragraph.split(' ').length, 0)

/** Everyday pairs with which desks retouch a boletín. */
const SYNONYMS: Readonly<Record<string, string>> = {
  informó: 'señaló',
  dijo: 'comentó',
  obra: 'trabajo',
  obras: 'trabajos',
  alcaldesa: 'edil',
  municipio: 'localidad',
  además: 'también',
  personas: 'ciudadanos',
  calle: 'vialidad',
  inició: 'arrancó',
  realizó: 'llevó',
  durante: 'en',
  gobierno: 'ayuntamiento',
  municipal: 'local',
  familias: 'hogares',
  colonia: 'barrio',
  agua: 'líquido',
  nueva: 'reciente',
  que: 'que',
  programa: 'esquema',
  apoyo: 'respaldo',
  niños: 'menores',
  mujeres: 'señoras',
  trabajo: 'labor',
  zona: 'área',
}

/** What scanners misread. */
const MISREAD: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['l', '1'],
  ['o', '0'],
  ['e', 'c'],
  ['cl', 'd'],
  ['í', 'i'],
  ['ñ', 'n'],
]

export function listWays(inventor: Inventor, random: () => number): Readonly<Record<string, Way>> {
  const { inventText, pickWord, boilerplate } = inventor
  const whole = (paragraphs: readonly string[], share: number): Derived => ({
    paragraphs,
    copied: paragraphs.map(() => true),
    kind: share >= 0.85 ? 'integra' : share >= 0.25 ? 'editada' : 'parcial',
    share,
  })
  /** Each word is changed with this probability; the share is that of the words that stayed. */
  const change = (paragraphs: readonly string[], rate: number, edit: (word: string) => string): Derived => {
    let kept = 0
    const text = paragraphs.map((paragraph) =>
      paragraph
        .split(' ')
        .map((word) => {
          const changed = random() < rate ? edit(word) : word
          if (changed === word) kept += 1
          return changed
        })
        .filter((word) => word !== '')
        .join(' '),
    )
    return whole(text, kept / countWords(paragraphs))
  }
  const replace = () => (random() < 0.7 ? pickWord() : '')
  const mistype = (word: string): string => {
    const at = Math.floor(random() * Math.max(1, word.length - 1))
    return word.length < 4
      ? word
      : word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)
  }
  const misread = (word: string): string => {
    const [from, to] = pick(MISREAD, random)
    return word.replace(from, to)
  }
  const insert = (paragraph: string, kind: Truth, of: Invented): Derived => {
    const own = inventText(5)
    const paragraphs = [...own.slice(0, 3), paragraph, ...own.slice(3)]
    const share = kind === 'ninguna' ? null : countWords([paragraph]) / countWords(of.paragraphs)
    return { paragraphs, copied: paragraphs.map((_, at) => at === 3 && share !== null), kind, share }
  }
  const shuffle = (paragraphs: readonly string[]) => paragraphs.toSorted(() => random() - 0.5)
  return {
    íntegra: { weight: 'exact', derive: ({ paragraphs }) => whole(paragraphs, 1) },
    'otro orden': { weight: 'exact', derive: ({ paragraphs }) => whole(shuffle(paragraphs), 1) },
    recortada: {
      weight: 'exact',
      derive: ({ paragraphs }) => {
        const kept = paragraphs.filter((_, at) => at % 2 === 0)
        return whole(kept, countWords(kept) / countWords(paragraphs))
      },
    },
    sinónimos: {
      weight: 'light',
      derive: ({ paragraphs }) => change(paragraphs, 1, (word) => SYNONYMS[word] ?? word),
    },
    'retoque del 5 %': { weight: 'light', derive: ({ paragraphs }) => change(paragraphs, 0.05, replace) },
    'erratas del 5 %': { weight: 'light', derive: ({ paragraphs }) => change(paragraphs, 0.05, mistype) },
    'lectura óptica': { weight: 'light', derive: ({ paragraphs }) => change(paragraphs, 0.12, misread) },
    'retoque del 25 %, otro orden': {
      weight: 'heavy',
      derive: ({ paragraphs }) => change(shuffle(paragraphs), 0.25, replace),
    },
    'un párrafo en nota propia': {
      weight: 'part',
      derive: (of) => insert(of.paragraphs[1] ?? '', 'parcial', of),
    },
    'solo la cita': { weight: 'part', derive: (of) => insert(of.paragraphs[of.quote] ?? '', 'citada', of) },
    'frase de la casa en nota propia': {
      weight: 'none',
      derive: (of) => insert(pick(boilerplate, random), 'ninguna', of),
    },
    'lista de nombres en nota propia': {
      weight: 'none',
      derive: (of) => insert(of.names === null ? '' : (of.paragraphs[of.names] ?? ''), 'ninguna', of),
    },
    'sin relación': {
      weight: 'none',
      derive: () => {
        const paragraphs = inventText(6)
        return { paragraphs, copied: paragraphs.map(() => false), kind: 'ninguna', share: null }
      },
    },
  }
}
