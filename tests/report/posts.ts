// How many posts, and from where → the posts of a day about Tala, with the accounts and searches that found them. All of it is invented.
import type { Counts, Note, Source, ToneLabel } from '../../src/model.ts'
import type { SintesisInput } from '../../src/report/sintesis-input.ts'
import { makeCertificate, makeFigures, makeSintesisInput, makeTally } from './fixture-input.ts'
import { CUT_OFF, makeNotes, makeSource, SOURCES } from './fixtures.ts'

const social = (id: string, name: string, channels: Source['channels'], rest: Partial<Source> = {}): Source =>
  makeSource(id, name, 'red-social', {
    url: channels[0]?.url ?? `https://${id}.example`,
    channels,
    isSocial: true,
    ...rest,
  })

/** Accounts that are declared, a tag and a search. */
export const SOCIAL_SOURCES: readonly Source[] = [
  social('denuncia', 'Denuncia Ciudadana Tala', [
    { kind: 'facebook', url: 'https://www.facebook.com/denunciatala', token: 'FB' },
  ]),
  social('foodie', 'Tala Foodie', [
    { kind: 'instagram', url: 'https://www.instagram.com/tala.foodie', viewer: '1', token: 'FB' },
  ]),
  social('ruta', 'Ruta Ameca en vivo', [
    { kind: 'x', url: 'https://x.com/rutaameca', token: 'X', monthlyPosts: 900 },
  ]),
  social('avisos', 'Avisos Tala', [{ kind: 'telegram', url: 'https://t.me/s/avisostala' }]),
  social('etiqueta', 'Etiqueta #Tala', [{ kind: 'mastodon', url: 'https://mastodon.social/tags/Tala' }]),
]

type Said = {
  readonly source: string
  readonly url: string
  readonly author: string | null
  readonly tone: ToneLabel
  readonly section: string | null
  readonly text: string
  readonly counts: Counts | null
}

const counts = (
  views: number | null,
  reactions: number | null,
  comments: number | null,
  shares: number | null,
): Counts => ({ views, reactions, comments, shares })

const SAID: readonly Said[] = [
  {
    source: 'denuncia',
    url: 'https://www.facebook.com/denunciatala/posts/1',
    author: 'Denuncia Ciudadana Tala',
    tone: 'negativo',
    section: 'agua',
    text: '🚰😡 4 DÍAS SIN AGUA en Tala y nadie da la cara. Mañana 17 h en la Ameca 💧 compartan 🙏',
    counts: counts(null, 1240, 386, 512),
  },
  {
    source: 'foodie',
    url: 'https://www.instagram.com/p/abc/',
    author: 'tala.foodie',
    tone: 'positivo',
    section: 'cultura',
    text: 'Feria de la Caña 🎡🍬 lo que sí tienes que probar este finde en 𝐓𝐚𝐥𝐚 ✨',
    counts: counts(48_300, 2910, null, null),
  },
  {
    source: 'ruta',
    url: 'https://x.com/rutaameca/status/3',
    author: 'Ruta Ameca',
    tone: 'neutro',
    section: 'obras',
    text: '⚠️ Cierre en la carretera Tala–Teuchitlán hasta el domingo. Alterna por Cuisillos 🚗 → salida a Ameca',
    counts: counts(18_000, 96, 1, 212),
  },
  {
    source: 'etiqueta',
    url: 'https://mastodon.social/@lupita_g/114',
    author: 'Guadalupe García',
    tone: 'negativo',
    section: 'agua',
    text: 'Otra noche esperando la pipa en Villas del Cañaveral, Tala. Ya van cuatro. #Tala',
    counts: counts(null, 41, 7, 18),
  },
  {
    source: 'avisos',
    url: 'https://t.me/avisostala/77',
    author: null,
    tone: 'mixto',
    section: 'agua',
    text: 'Llegó el agua al Centro de Tala, pero Los Ruiseñores sigue sin servicio según sus vecinos.',
    counts: counts(1, null, null, null),
  },
]

/** Five posts as they are, and after them the same under other places, each by another person. */
export function makePosts(count: number): Note[] {
  const models = makeNotes(1)
  return Array.from({ length: count }, (_, index): Note => {
    const said = SAID[index % SAID.length] as Said
    const round = Math.floor(index / SAID.length)
    const model = models[0] as Note
    const at = new Date(CUT_OFF.getTime() - (1 + ((index * 7) % 22)) * 3_600_000 - index * 60_000)
    const own =
      round === 0
        ? said
        : { ...said, source: 'etiqueta', url: `https://mastodon.social/@vecina${index}/${index}` }
    const text = round === 0 ? said.text : `${said.text} (${round})`
    return {
      ...model,
      id: 8000 + index,
      sourceId: own.source,
      storyId: 8000 + index,
      sectionId: said.section,
      capturedAt: new Date(at.getTime() + 300_000),
      pickups: [],
      reach: null,
      tone: { label: said.tone, score: 0, confidence: 0.8, reasons: [], needsReview: false },
      article: {
        ...model.article,
        url: own.url,
        canonicalUrl: own.url,
        title: text.replace(/^[^\p{L}\p{N}¿¡"“«(#@]+/u, '').replace(/([.!?]) .*$/, '$1'),
        byline: said.author,
        publishedAt: at,
        paragraphs: [text],
      },
    }
  })
}

export const countsOf = (posts: readonly Note[]): ReadonlyMap<number, Counts> =>
  new Map(
    posts.flatMap(({ id }, index) => {
      const said = SAID[index % SAID.length]?.counts ?? null
      if (said === null) return []
      const round = Math.floor(index / SAID.length)
      return [[id, round === 0 ? said : counts(null, 3 + (index % 9), index % 3, index % 4)] as const]
    }),
  )

/** A day with so many notes and so many posts. */
export function makeSocialInput(
  notes: number,
  posts: number,
  rest: Partial<SintesisInput> = {},
): SintesisInput {
  const said = makePosts(posts)
  const kept = { ours: notes + posts, doubtful: 0, other: 1200, posts }
  const certificate = makeCertificate(notes + posts, { kept })
  return makeSintesisInput(notes, {
    notes: [...makeNotes(notes), ...said],
    sources: [...SOURCES, ...SOCIAL_SOURCES],
    counts: countsOf(said),
    certificate,
    figures: makeFigures(CUT_OFF, 1, makeTally({ neutro: notes })),
    ...rest,
  })
}
