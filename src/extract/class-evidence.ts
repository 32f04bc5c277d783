// An element's tag, class, id and role → what those names say the element is.
import type { PageNode } from './page-tree.ts'

/** What an element says it is. `body` is the article's text; `standfirst`, `caption` and `meta` stand beside it; the rest is furniture. */
export type Role =
  | 'body'
  | 'standfirst'
  | 'caption'
  | 'media'
  | 'byline'
  | 'date'
  | 'kicker'
  | 'title'
  | 'navigation'
  | 'sharing'
  | 'related'
  | 'newsletter'
  | 'comments'
  | 'advertising'
  | 'tags'
  | 'legal'
  | 'author-box'
  | 'subscription'
  | 'cookies'
  | 'form'
  | 'hidden'
  | 'summary-by-machine'
  | 'player'
  | 'embed'
  | 'aside'
  | 'footer'

/** Single words of a class or id, with what they mean. */
const WORDS: readonly (readonly [Role, string])[] = [
  [
    'navigation',
    'nav navbar navigation menu submenu megamenu breadcrumb breadcrumbs crumb crumbs migas masthead topbar toolbar pagination paginator pager paginacion hamburger subnav skip',
  ],
  [
    'sharing',
    'share sharing shares sharebar compartir comparte social socials socialmedia redes addtoany addthis sharedaddy sharethis shariff whatsapp follow siguenos follows',
  ],
  [
    'related',
    'related relateds relacionada relacionadas relacionado relacionados relacion recomendados recomendadas recomendado recomendada recommended recommendation recommendations recommend recirculation recirc trending popular ranking masleidas masvistas masleido leidas leidos vistas interesar outbrain taboola zergnet mgid upnext infinitescroll teasers yarpp crp relatedposts ligas interesante lateral sidebar sidebars siderail rightrail rail',
  ],
  ['newsletter', 'newsletter newsletters boletin boletines mailchimp mailing'],
  [
    'comments',
    'comment comments comentario comentarios disqus respond commentlist fbcomments kommentar kommentare kommentarliste commentaire commentaires commento commenti reacties komentarz komentarze',
  ],
  [
    'advertising',
    'ad ads adv advert adverts advertisement advertising publicidad publicitario publi anuncio anuncios banner banners sponsor sponsored sponsors patrocinado patrocinador adsbygoogle dfp gpt teads robapaginas roba skyscraper billboard leaderboard adslot adunit adbox admanager',
  ],
  ['tags', 'tags tagcloud taglist etiquetas etiqueta keywords topics temas'],
  ['legal', 'copyright legal disclaimer derechos'],
  ['author-box', 'authorbox authorbio bio biography acercade aboutauthor'],
  [
    'subscription',
    'subscribe subscription subscriptions suscripcion suscribete suscripciones regwall registerwall metered premiumbox',
  ],
  ['cookies', 'cookie cookies consent gdpr onetrust didomi'],
  ['hidden', 'hidden hide invisible oculto screenreader'],
  ['player', 'player videoplayer audioplayer jwplayer brightcove'],
  [
    'form',
    'login register signin signup modal popup dialog lightbox overlay tooltip poll encuesta search buscador',
  ],
  [
    'media',
    'image images img imagen imagenes foto fotos photo photos picture pictures media gallery galeria slider slideshow carousel carrusel video videos multimedia infografia',
  ],
  [
    'caption',
    'caption captions figcaption pie piefoto epigrafe credit credits credito creditos leyenda photocredit',
  ],
  [
    'byline',
    'byline bylines author authors autor autores autora firma firmas signature vcard writer periodista redactor',
  ],
  ['date', 'date dates fecha fechas timestamp time published pubdate updated dateline hora datetime'],
  ['kicker', 'kicker volanta antetitulo cintillo categoria category categories seccion overline'],
  [
    'standfirst',
    'standfirst subtitle subtitulo subhead subheadline bajada copete entradilla sumario drophead deck dek excerpt lead sapo summary resumen description balazo',
  ],
  ['footer', 'footer foot sitefooter'],
]

const ROLE_OF_WORD: ReadonlyMap<string, Role> = new Map(
  WORDS.flatMap(([role, words]) => words.split(' ').map((word) => [word, role] as const)),
)

/** Whole names that outlets give to the element that holds the article's text. */
const BODY_NAME =
  /(?:^|[\s_-])(?:article|articulo|art|story|post|entry|nota|noticia|news|single|detail|detalle|contenido|c|rich)[\s_-]{0,2}(?:body|text|texto|content|contents|contenido|cuerpo|copy|main|story|detail)(?:$|[\s_-])|(?:^|[\s_-])(?:articlebody|articletext|storybody|entrycontent|postcontent|cuerpo|cuerpo-?nota|td-post-content|texto-?nota|nota-?texto|body-?nota|paywall-?content)(?:$|[\s_-])/i

const MACHINE_SUMMARY =
  /\b(?:ai|ia)[-_]?(?:summary|resumen)|(?:summary|resumen)[-_]?(?:ai|ia)\b|key-?points|keypoints|puntos-?clave/i

const ROLE_OF_TAG: ReadonlyMap<string, Role> = new Map([
  ['nav', 'navigation'],
  ['aside', 'aside'],
  ['footer', 'footer'],
  ['form', 'form'],
  ['button', 'form'],
  ['dialog', 'form'],
  ['figcaption', 'caption'],
  ['figure', 'caption'],
  ['address', 'byline'],
  ['menu', 'navigation'],
  ['label', 'form'],
  ['video', 'player'],
])

const ROLE_OF_ARIA: ReadonlyMap<string, Role> = new Map([
  ['navigation', 'navigation'],
  ['banner', 'navigation'],
  ['search', 'form'],
  ['dialog', 'form'],
  ['contentinfo', 'footer'],
  ['complementary', 'aside'],
  ['menu', 'navigation'],
  ['menubar', 'navigation'],
  ['alert', 'form'],
])

/** Embedded posts and videos: text of others inside the note. */
const EMBED_NAME =
  /(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|fb-video|bluesky-embed|telegram-post|embedly-card|reddit-card)/

const AUTHOR_PATH =
  /\/(?:autor|autora|autores|author|authors|firmas?|periodistas?|columnistas?|colaborador(?:es)?|profile|redactor)\//i

function isAuthorLink({ attributes }: PageNode): boolean {
  return (
    attributes.rel === 'author' ||
    (attributes.href !== undefined && AUTHOR_PATH.test(attributes.href.slice(0, 200)))
  )
}

const NO_ROLES: readonly Role[] = []

/** A word of a name: "relatedNews" has two. */
const WORD = /[A-Z]*[a-z]+|[A-Z]+/g

/** Roles that one class or id says: as a whole name, and by the words it is made of ("related-news", "shareButton"). */
function rolesOfName(name: string): readonly Role[] {
  const roles = new Set<Role>()
  if (EMBED_NAME.test(name)) roles.add('embed')
  if (BODY_NAME.test(name)) roles.add('body')
  if (MACHINE_SUMMARY.test(name)) roles.add('summary-by-machine')
  for (const word of name.match(WORD) ?? []) {
    const role = ROLE_OF_WORD.get(word.toLowerCase())
    if (role !== undefined) roles.add(role)
  }
  return roles.size === 0 ? NO_ROLES : [...roles]
}

/** Longer lists of classes are generated; the first names say what the element is. */
const LONGEST_NAMES = 500

/** An outlet's pages repeat few names many times: what each says is remembered, up to what some hundreds of outlets use. */
const MOST_REMEMBERED = 100_000
const LONGEST_REMEMBERED = 200

/** A string of its own: what is cut out of a page would keep the whole page in memory. */
const detach = (names: string): string => Buffer.from(names, 'utf16le').toString('utf16le')

/** A reader that remembers what it has read of short names. */
function remember(read: (names: string) => readonly Role[]): (names: string) => readonly Role[] {
  const known = new Map<string, readonly Role[]>()
  return (names) => {
    const found = known.get(names)
    if (found !== undefined) return found
    const roles = read(names)
    if (known.size >= MOST_REMEMBERED) known.clear()
    if (names.length <= LONGEST_REMEMBERED) known.set(detach(names), roles)
    return roles
  }
}

const readName = remember(rolesOfName)
const readNames = remember((names) => {
  const each = names.slice(0, LONGEST_NAMES).split(/\s+/)
  return each.length === 1 ? readName(names.trim()) : [...new Set(each.flatMap(readName))]
})

/** What an element's tag, class, id, role and microdata say it is. */
export function rolesOf(node: PageNode): readonly Role[] {
  const { class: classes, id, role, itemprop } = node.attributes
  const byTag = ROLE_OF_TAG.get(node.tag) ?? (node.tag === 'a' && isAuthorLink(node) ? 'byline' : undefined)
  const named = classes === undefined || classes === '' ? NO_ROLES : readNames(classes)
  if (byTag === undefined && id === undefined && role === undefined && itemprop === undefined) return named
  const roles = new Set(named)
  if (id !== undefined) for (const each of readNames(id)) roles.add(each)
  if (byTag !== undefined) roles.add(byTag)
  const byAria = role === undefined ? undefined : ROLE_OF_ARIA.get(role)
  if (byAria !== undefined) roles.add(byAria)
  if (itemprop !== undefined && /articlebody/i.test(itemprop)) roles.add('body')
  if (itemprop !== undefined && /^author$/i.test(itemprop)) roles.add('byline')
  return [...roles]
}
