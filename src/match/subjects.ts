// Subjects as people declared them → an index that finds all phrases of all subjects in one pass over a text.
import type { Subject } from '../model.ts'
import { fold } from '../text/fold.ts'
import type { NamedQueries } from '../text/query.ts'
import { listTokens } from '../text/tokens.ts'
import { type PhraseTrie, startTrie } from './phrases.ts'
import { prepareQueries, type QueryIndex } from './query-index.ts'
import { STATE_BY_NAME } from './states.ts'

/** What a phrase is to a subject. `isProper`: declared with a capital, so that in lower case it is another word. */
export type PhraseUse = {
  readonly subject: number
  readonly kind: 'alias' | 'ambiguous'
  readonly isProper: boolean
}

/** A subject with its phrases as numbers of the trie. `states` are the codes of the states its own phrases name. */
export type PreparedSubject = {
  readonly subject: Subject
  readonly isPlace: boolean
  /** The words of its name. */
  readonly nameForms: readonly string[]
  /** Every word of its name and its phrases. */
  readonly ownForms: ReadonlySet<string>
  /** Its name and phrases, folded: an outlet whose town is one of them is at home. */
  readonly names: ReadonlySet<string>
  /** Its context phrases, folded: an outlet of such a town is of the region. */
  readonly nearby: ReadonlySet<string>
  readonly exclusions: ReadonlySet<number>
  readonly context: ReadonlySet<number>
  readonly antiContext: ReadonlySet<number>
  readonly states: ReadonlySet<string>
}

/**
 * All subjects ready to be searched. A phrase leads only to the subjects that it can name; what confirms or cancels is
 * looked up from the subject, so that a context word shared by thousands of subjects ("Jalisco") costs nothing by itself.
 */
export type SubjectIndex = {
  readonly prepared: readonly PreparedSubject[]
  readonly trie: PhraseTrie
  readonly phrases: readonly string[]
  readonly uses: readonly (readonly PhraseUse[])[]
  /** Folded names of all municipalities watched as our own. */
  readonly homes: ReadonlySet<string>
  readonly queries: QueryIndex
  /** The subject of each query. */
  readonly queried: readonly number[]
}

const CAPITAL = /^\p{Lu}/u

/** A phrase as its folded words with one space between: the form in which whole names are compared. */
export const foldPhrase = (phrase: string): string =>
  listTokens(phrase)
    .map((token) => token.form)
    .join(' ')

/** States named by a phrase as a whole or at its end: "Jalisco", "Tala, Jalisco". */
function listStates(phrases: readonly string[]): Set<string> {
  const codes = phrases.map((phrase) => STATE_BY_NAME.get(fold(phrase.split(',').at(-1) ?? '').trim()))
  return new Set(codes.filter((code) => code !== undefined))
}

/**
 * Prepares the subjects once per configuration. Time and memory grow with the number of phrases.
 * @throws QueryMistake when a subject's query does not parse.
 */
export function prepareSubjects(subjects: readonly Subject[], named: NamedQueries = new Map()): SubjectIndex {
  const { add, trie } = startTrie()
  const phrases: string[] = []
  const uses: PhraseUse[][] = []
  const number = (phrase: string): number[] => {
    const id = add(phrase)
    if (id === null) return []
    phrases[id] ??= phrase
    uses[id] ??= []
    return [id]
  }
  const prepared = subjects.map((subject, position): PreparedSubject => {
    for (const kind of ['alias', 'ambiguous'] as const) {
      for (const phrase of kind === 'alias' ? subject.aliases : subject.ambiguous) {
        for (const id of number(phrase))
          uses[id]?.push({ subject: position, kind, isProper: CAPITAL.test(phrase) })
      }
    }
    return {
      subject,
      isPlace: subject.role === 'municipio' || subject.role === 'vecino',
      nameForms: listTokens(subject.name).map(({ form }) => form),
      ownForms: new Set(
        [subject.name, ...subject.aliases].flatMap((phrase) => listTokens(phrase).map(({ form }) => form)),
      ),
      names: new Set([subject.name, ...subject.aliases, ...subject.ambiguous].map(foldPhrase)),
      nearby: new Set(subject.context.map(foldPhrase)),
      exclusions: new Set(subject.exclusions.flatMap(number)),
      context: new Set(subject.context.flatMap(number)),
      antiContext: new Set(subject.antiContext.flatMap(number)),
      states: listStates([...subject.aliases, ...subject.context]),
    }
  })
  const own = prepared.filter(({ subject }) => subject.role === 'municipio')
  const homes = new Set(own.flatMap(({ names }) => [...names]))
  const withQuery = subjects.flatMap(({ query }, position) =>
    typeof query === 'string' ? [{ query, position }] : [],
  )
  const queries = prepareQueries(
    withQuery.map(({ query }) => query),
    named,
  )
  const queried = withQuery.map(({ position }) => position)
  return { prepared, trie: trie(), phrases, uses, homes, queries, queried }
}
