// The posts of an edition → «Redes»: what was said there, counted apart from the press, and the posts that most people touched.
import type { Counts, Municipality, Note, ToneLabel } from '../../model.ts'
import { fold } from '../../text/fold.ts'
import type { Post, SocialPart } from '../sintesis.ts'
import type { SintesisInput } from '../sintesis-input.ts'
import { cleanText, safeLink } from '../typeset/clean-text.ts'
import { endSentence, shorten } from '../words/grammar.ts'
import { printWhen } from '../words/notes.ts'
import {
  composeSocialSentence,
  describeDoubtfulPosts,
  describeMostListed,
  printMetrics,
  SOCIAL_LABELS,
} from '../words/social.ts'
import { type Account, nameNetwork, openAccounts } from './accounts.ts'
import { anchorOfPosts, SOCIAL_ANCHOR } from './anchors.ts'
import type { EditionFacts } from './edition.ts'
import { countEvaluated, idsOf, instantOf, nameOfSource, tallyTones, toneOf } from './note-facts.ts'
import { composePostRow } from './post-rows.ts'

/** Posts that are printed as they were written. */
const MOST_CHOSEN = 4
/** Posts that are listed in a line each; beyond, those that most people touched. */
const MOST_LISTED = 80
/** Characters of a post that are printed. */
const LONGEST = 280
/** A topic is named when it has this share of the posts and at least so many. */
const LEAST_SHARE = 0.25
const LEAST_POSTS = 3

const TONES: readonly ToneLabel[] = ['positivo', 'neutro', 'mixto', 'negativo', 'sin evaluar']

type Whose = (post: Note) => Account

type CountsById = ReadonlyMap<number, Counts>

/** Composes the block; null of a day without posts, and of an addendum, which tells notes. */
export function composeSocial(input: SintesisInput, facts: EditionFacts): SocialPart | null {
  const { posts, doubtfulPosts } = facts
  if (posts.length === 0) return null
  const counts: CountsById = input.counts ?? new Map()
  const whose = openAccounts(facts.sources)
  const ranked = posts.toSorted((one, other) => comparePosts(one, other, counts))
  const chosen = choosePosts(ranked, whose)
  const listed = posts.length === chosen.length ? [] : ranked.slice(0, MOST_LISTED)
  const compose = (note: Note) => composePost(note, counts.get(note.id), input, facts, whose)
  const byTone = (one: Note, other: Note) =>
    TONES.indexOf(toneOf(one)) - TONES.indexOf(toneOf(other)) ||
    instantOf(one).getTime() - instantOf(other).getTime() ||
    one.id - other.id
  return {
    sentence: composeSentence(facts, input.municipality, whose),
    noteIds: idsOf(posts),
    doubt: describeDoubtfulPosts(doubtfulPosts),
    tally: tallyTones(posts),
    chosen: chosen.map((note) => shortenPost(compose(note))),
    listed: listed.toSorted(byTone).map(compose),
    guide:
      listed.length < posts.length && listed.length > 0
        ? describeMostListed(listed.length, posts.length)
        : null,
    data: posts.map((note) => {
      const post = compose(note)
      return composePostRow(note, post, post.text, counts.get(note.id))
    }),
  }
}

function composeSentence(
  { posts }: EditionFacts,
  municipality: Municipality,
  whose: Whose,
): SocialPart['sentence'] {
  const tally = tallyTones(posts)
  const keys = posts.map((note) => whose(note).key)
  const known = new Set(keys.filter((key) => key !== null))
  const [first] = posts
  const [count, by, tone, rest] = composeSocialSentence({
    posts: posts.length,
    accounts: { count: known.size, isWhole: !keys.includes(null) },
    topic: findTopic(posts, municipality),
    evaluated: countEvaluated(tally),
    negative: tally.negativo,
    only: posts.length === 1 && first !== undefined ? toneOf(first) : null,
  })
  return [
    { text: count, goTo: SOCIAL_ANCHOR },
    { text: by, goTo: null },
    { text: tone, goTo: tally.negativo > 0 ? anchorOfPosts('negativo') : null },
    { text: rest, goTo: null },
  ]
}

/** The section that most posts fall in, when it stands out; null between two with as many. */
function findTopic(
  posts: readonly Note[],
  { sections }: Municipality,
): { readonly title: string; readonly posts: number } | null {
  const counted = sections
    .map(({ id, title }) => ({ title, posts: posts.filter(({ sectionId }) => sectionId === id).length }))
    .toSorted((one, other) => other.posts - one.posts)
  const [main, next] = counted
  if (main === undefined || main.posts < LEAST_POSTS || main.posts < posts.length * LEAST_SHARE) return null
  return main.posts === next?.posts ? null : main
}

/** Those that most people answered or passed on first; then the most seen, the negative, the newest. */
function comparePosts(one: Note, other: Note, counts: CountsById): number {
  const touched = ({ id }: Note) => {
    const { reactions, comments, shares } = counts.get(id) ?? {}
    return (reactions ?? 0) + (comments ?? 0) + (shares ?? 0)
  }
  const views = ({ id }: Note) => counts.get(id)?.views ?? 0
  const isNegative = (note: Note) => Number(toneOf(note) === 'negativo')
  return (
    touched(other) - touched(one) ||
    views(other) - views(one) ||
    isNegative(other) - isNegative(one) ||
    instantOf(other).getTime() - instantOf(one).getTime() ||
    one.id - other.id
  )
}

/** The first of each account, then the others; the same words are printed once. */
function choosePosts(ranked: readonly Note[], whose: Whose): Note[] {
  const texts = new Set<string>()
  const distinct = ranked.filter((note) => {
    const text = fold(textOf(note))
    return texts.size < texts.add(text).size
  })
  const accounts = new Set<string>()
  const isFirst = distinct.map((note) => {
    const key = whose(note).key ?? `${note.id}`
    return accounts.size < accounts.add(key).size
  })
  const firsts = distinct.filter((_, place) => isFirst[place])
  const others = distinct.filter((_, place) => !isFirst[place])
  const chosen = new Set([...firsts, ...others].slice(0, MOST_CHOSEN))
  return ranked.filter((note) => chosen.has(note))
}

/** A post as written: a video's title stands before its description, a first sentence that serves as title does not. */
function textOf({ article }: Note): string {
  const text = cleanText(article.paragraphs.join(' '))
  const title = cleanText(article.title)
  return text.includes(title.replace(/…$/, '')) ? text : `${endSentence(title)} ${text}`.trim()
}

function composePost(
  note: Note,
  counts: Counts | undefined,
  { municipality }: SintesisInput,
  { sources }: EditionFacts,
  whose: Whose,
): Post {
  const { article, capturedAt } = note
  const source = sources.get(note.sourceId)
  const account = whose(note).source
  const network = nameNetwork(note, source)
  return {
    id: note.id,
    tone: toneOf(note),
    network,
    account: account === null ? SOCIAL_LABELS.citizen : nameOfSource(account.id, sources),
    when: printWhen(article, capturedAt, municipality.timeZone),
    text: source?.rights === 'titulo-y-liga' ? null : textOf(note),
    metrics: printMetrics(network, counts),
    href: account === null ? null : (safeLink(article.canonicalUrl) ?? safeLink(article.url)),
  }
}

const shortenPost = (post: Post): Post =>
  post.text === null ? post : { ...post, text: shorten(post.text, LONGEST) }
