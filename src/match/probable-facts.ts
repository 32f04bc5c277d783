// A text → what can be checked in it: its figures, and the names of people and places, as it writes them.
import { listTokens, type Token } from '../text/tokens.ts'
import { profileNote, stemOf, type Told } from './vectors.ts'

/** `figures` and `names` are stems; `counts`: stem → weighted occurrences of every word. */
export type Facts = {
  readonly counts: ReadonlyMap<string, number>
  readonly figures: ReadonlySet<string>
  readonly names: ReadonlySet<string>
}

const FIGURE = /\d/
/** One digit is an hour or a count of anything; a year is that of every note. */
const VAGUE_FIGURE = /^(\d|20[0-4]\d)$/

export function listFacts(told: Told): Facts {
  const { counts, names } = profileNote(told)
  const all = [...names]
  return {
    counts,
    figures: new Set(all.filter((stem) => FIGURE.test(stem) && !VAGUE_FIGURE.test(stem))),
    names: new Set(all.filter((stem) => !FIGURE.test(stem))),
  }
}

/** Joins the words of a name: "Sistema de Agua Potable", "Valle de la Misericordia". */
const JOINS = new Set(['de', 'del', 'la', 'las', 'los'])
const MOST_SHOWN = 8
const SHORTEST_UNIT = 4

/** The given figures with the word that follows them, and the given names with those beside them, once each, in order. */
export function showFacts(
  { title, standfirst, paragraphs }: Told,
  shared: ReadonlySet<string>,
): { readonly figures: string[]; readonly names: string[] } {
  const figures = new Map<string, string>()
  const names = new Map<string, string>()
  for (const text of [title, standfirst ?? '', ...paragraphs]) {
    const tokens = listTokens(text)
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at]
      if (token === undefined || !shared.has(stemOf(token.form))) continue
      if (FIGURE.test(token.form)) {
        if (!figures.has(token.form)) figures.set(token.form, showFigure(text, token, tokens[at + 1]))
        continue
      }
      const last = endOfName(text, tokens, at, shared)
      const name = text.slice(token.start, tokens[last]?.end)
      const isPart = [...names.values()].some((known) => known.includes(name))
      if (isCapital(text, token) && !isPart) names.set(name, name)
      at = last
    }
  }
  return {
    figures: [...figures.values()].slice(0, MOST_SHOWN),
    names: [...names.values()].slice(0, MOST_SHOWN),
  }
}

function showFigure(text: string, { start, end }: Token, next: Token | undefined): string {
  const percent = /^\s?%/.exec(text.slice(end, end + 2))
  if (percent !== null) return `${text.slice(start, end)} %`
  const isUnit = next !== undefined && next.start === end + 1 && next.form.length >= SHORTEST_UNIT
  return text.slice(start, isUnit ? next.end : end)
}

const isCapital = (text: string, { start }: Token): boolean => /^\p{Lu}/u.test(text.slice(start, start + 2))

/** Place of the last shared word of the name that begins there. */
function endOfName(
  text: string,
  tokens: readonly Token[],
  from: number,
  shared: ReadonlySet<string>,
): number {
  let last = from
  for (let at = from + 1; at < tokens.length; at += 1) {
    const [before, token] = [tokens[at - 1], tokens[at]]
    if (before === undefined || token === undefined) break
    if (text.slice(before.end, token.start) !== ' ') break
    if (shared.has(stemOf(token.form)) && isCapital(text, token)) last = at
    else if (!JOINS.has(token.form)) break
  }
  return last
}
