// What was said in networks → the sentence about it, what each network calls its counts, and the fixed words of the block.
import type { Counts, ToneLabel } from '../../model.ts'
import { agree, countOf, type Noun, printCount, printShare } from './numbers.ts'
import { TONE_NOUNS } from './tones.ts'

export const SOCIAL_LABELS = {
  title: 'Redes',
  all: 'Todas las publicaciones',
  bar: 'las publicaciones en redes',
  citizen: 'cuenta ciudadana',
  network: 'Red social',
  onlyLink: 'La fuente solo permite la liga.',
} as const

export const POST_HEADS = {
  tone: 'Tono',
  post: 'Publicación',
  account: 'Cuenta',
  where: 'Red y hora',
} as const

const MENTIONS: Noun = { one: 'mención', many: 'menciones' }
const ACCOUNTS: Noun = { one: 'cuenta', many: 'cuentas' }

/** Fewer evaluated posts than this are told by their count, not by a share. */
const LEAST_FOR_SHARE = 10

export type SocialFacts = {
  readonly posts: number
  /** Distinct accounts; not whole when the author of some post is not known. */
  readonly accounts: { readonly count: number; readonly isWhole: boolean }
  readonly topic: { readonly title: string; readonly posts: number } | null
  readonly evaluated: number
  readonly negative: number
  /** Of a single post, its tone. */
  readonly only: ToneLabel | null
}

/**
 * «214 menciones», « de 131 cuentas: », «el 43 % es negativo», « y el tema más frecuente es Agua y servicios (86); no se
 * suman a las notas de medios.»: the first part and the third stand for posts that can be shown.
 */
export function composeSocialSentence(
  facts: SocialFacts,
): readonly [count: string, by: string, tone: string, rest: string] {
  const { posts, accounts, topic } = facts
  const by =
    accounts.count === 0
      ? ''
      : ` de ${accounts.isWhole ? '' : 'al menos '}${countOf(accounts.count, ACCOUNTS)}`
  const about =
    topic === null ? '' : ` y el tema más frecuente es ${topic.title} (${printCount(topic.posts)})`
  const apart = posts === 1 ? 'no se suma' : 'no se suman'
  return [
    countOf(posts, MENTIONS),
    `${by}: `,
    describeTone(facts),
    `${about}; ${apart} a las notas de medios.`,
  ]
}

function describeTone({ posts, evaluated, negative, only }: SocialFacts): string {
  if (evaluated === 0) return posts === 1 ? 'no está evaluada' : 'ninguna está evaluada'
  if (only !== null) return `es ${TONE_NOUNS[only].one}`
  const ofThose = evaluated < posts ? ' de las evaluadas' : ''
  if (negative === 0) return `ninguna${ofThose} es negativa`
  if (negative === evaluated) {
    if (evaluated === 1) return 'la única evaluada es negativa'
    return ofThose === '' ? 'todas son negativas' : 'todas las evaluadas son negativas'
  }
  const rounded = Math.round((negative / evaluated) * 100)
  // Neither «el 0 %» of some nor «el 100 %» of almost all.
  if (evaluated >= LEAST_FOR_SHARE && rounded > 0 && rounded < 100)
    return `el ${printShare(negative / evaluated)}${ofThose} es negativo`
  const counted = `${printCount(negative)} de ${evaluated < posts ? 'las ' : ''}${printCount(evaluated)}`
  return `${counted}${evaluated < posts ? ' evaluadas' : ''} ${negative === 1 ? 'es negativa' : 'son negativas'}`
}

/** Posts that wait for a person; null when none does. */
export const describeDoubtfulPosts = (count: number): string | null =>
  count === 0
    ? null
    : `${printCount(count)} más ${agree(count, { one: 'espera', many: 'esperan' })} confirmación y no ${agree(count, { one: 'cuenta', many: 'cuentan' })}.`

export const describeMostListed = (listed: number, all: number): string =>
  `Se listan las ${printCount(listed)} con más interacciones de ${printCount(all)}; todas van adjuntas en este PDF (redes.csv).`

/** What the certificate says of posts, which its ledger keeps with the notes. */
export const describePostsApart = (count: number): string[] =>
  count === 0
    ? []
    : [
        count === 1
          ? 'De lo que habla del municipio, una publicación es de redes y se cuenta aparte.'
          : `De lo que habla del municipio, ${printCount(count)} publicaciones son de redes y se cuentan aparte.`,
      ]

type CountNouns = Readonly<Record<keyof Counts, Noun>>

const NOUNS: CountNouns = {
  views: { one: 'vista', many: 'vistas' },
  reactions: { one: 'reacción', many: 'reacciones' },
  comments: { one: 'comentario', many: 'comentarios' },
  shares: { one: 'compartido', many: 'compartidos' },
}
const LIKES: Noun = { one: 'me gusta', many: 'me gusta' }
const REPOSTS: Noun = { one: 'republicación', many: 'republicaciones' }

/** What each network calls its own counts where it is not the usual. */
const NETWORK_NOUNS: Readonly<Record<string, Partial<CountNouns>>> = {
  X: { views: { one: 'impresión', many: 'impresiones' }, reactions: LIKES, shares: REPOSTS },
  Bluesky: { reactions: LIKES, shares: REPOSTS },
  Threads: { reactions: LIKES, shares: REPOSTS },
  Mastodon: {
    reactions: { one: 'favorito', many: 'favoritos' },
    shares: { one: 'impulso', many: 'impulsos' },
  },
  Instagram: { reactions: LIKES },
  TikTok: { reactions: LIKES },
  YouTube: { reactions: LIKES },
}

const ORDER = ['views', 'reactions', 'comments', 'shares'] as const

/** `1,240 reacciones · 386 comentarios`; what the network does not show is left out. */
export function printMetrics(network: string, counts: Counts | undefined): string | null {
  const shown = ORDER.flatMap((kind) => {
    const count = counts?.[kind] ?? null
    return count === null ? [] : [countOf(count, NETWORK_NOUNS[network]?.[kind] ?? NOUNS[kind])]
  })
  return shown.length === 0 ? null : shown.join(' · ')
}
