// Who a page says wrote the note, in its data, its head and its lines → the names, cleaned.
import { cleanText } from '../text/clean.ts'
import { fold } from '../text/fold.ts'
import { type Block, hasRole } from './blocks.ts'
import { rolesOf } from './class-evidence.ts'
import { firstMeta } from './head.ts'
import { foldTitle } from './headline.ts'
import type { Page, Places } from './page.ts'
import { type PageNode, rawText } from './page-tree.ts'

export type FoundByline = { readonly names: readonly string[]; readonly from: string }

const LEAD =
  /^(?:(?:escrito|eingestellt|publicad[oa]|redactad[oa]|elaborad[oa]|texto|textos|nota|reportaje|enviad[oa]|posted|submitted|autora?|autores|por|by|from|von|par|di|da|words|written|author|authors|redaccion)\b\s*(?:por|by|de|von)?\s*[:.\-|]*\s*)+/iu
const LEAD_FOLLOWS =
  /^(?:(?:enviad[oa]|publicad[oa]|escrit[oa]|posted|submitted) (?:por|by)|por|by|von|par|di|texto|autor|author)\b/i
const TAIL =
  /\s*(?:[|•·,(/–—-]\s*)?(?:\b(?:corresponsal|reporter[oa]|enviad[oa] especial|colaborador[a]?|periodista|editor[a]?|redactor[a]?|hace \d+|publicad[oa]|actualizad[oa]|updated|published|el \d{1,2} de|(?:el )?(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)|(?:el )?(?:lun|mar|mi[eé]|jue|vie|s[aá]b|dom)[.,]*\s+\d|\d{1,2} de [a-z]+ (?:de|del) \d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d)(?!\p{L}).*)$/iu
const HANDLE = /\s*\(?(?:@\w{2,40}|\S{1,60}@\S{1,60}\.\w{2,10})\)?/g
const NOT_A_NAME =
  /^(?:https?:|www\.|\d+$|administrador$|admin$|editor$|root$|user$|usuario$|webmaster$|null$|undefined$|unknown$|desconocido$|anonymous$|\[object|ver (?:mas|perfil)|leer mas|seguir|follow|autor$|author$|compartir|foto|comentarios?)/

function cleanName(raw: string): string {
  const text = raw.replace(HANDLE, ' ').replace(LEAD, '').replace(TAIL, '').replace(/\s+/g, ' ')
  return text.replace(/^[\s:|,.;•·/–—-]+|[\s:|,;•·/–—-]+$/g, '').trim()
}

function isName(text: string): boolean {
  const words = text.split(' ')
  return (
    (text.length >= 3 || /^\p{Lu}{2}$/u.test(text)) &&
    text.length <= 80 &&
    words.length <= 9 &&
    /\p{L}{2}/u.test(text) &&
    !NOT_A_NAME.test(fold(text)) &&
    !/[?!{}<>=]/.test(text)
  )
}

/** Splits a written byline into its names: "Por Ana Ruiz y Luis Díaz / El Sol" → three. */
export function splitNames(raw: string): string[] {
  if (raw.length > 300 || /^https?:/i.test(raw)) return []
  const parts = cleanName(raw).split(/\s*[;|/•·\n]\s*|,\s+|\s+(?:y|and|und|og|&)\s+|\s+[–—-]\s+/u)
  const names: string[] = []
  for (const part of parts) {
    const name = cleanName(part)
    if (isName(name) && !names.some((known) => foldTitle(known) === foldTitle(name))) names.push(name)
  }
  return names
}

const NEWSROOM =
  /^(?:(?:la )?redaccion|staff|editorial|equipo|newsroom|web|prensa|noticias|mesa de|admin|agencias?$)/

/** Names that are no person's: the outlet, its section or newsroom, a user of the system. */
function isImpersonal(name: string, outletNames: readonly string[]): boolean {
  const folded = foldTitle(name)
  if (NEWSROOM.test(folded)) return true
  if (!name.includes(' ') && /\d|_|\./.test(name)) return true
  const squeezed = folded.replaceAll(' ', '')
  return outletNames.some((outlet) => foldTitle(outlet).replaceAll(' ', '') === squeezed)
}

const AGENCY =
  /^(?:agencia )?(?:efe|afp|ap|reuters|notimex|xinhua|dpa|ansa|europa press|quadratin|sun|apro|proceso|el universal|reforma|infobae|bbc(?: mundo)?|cnn|dw)$/

/** A person's name as written, or a news agency's: two to six capitalised words with the particles between them. */
function isPersonal(name: string): boolean {
  const words = name.split(' ')
  if (AGENCY.test(foldTitle(name))) return true
  if (words.length < 2 || words.length > 6 || /\d/.test(name)) return false
  return words.every(
    (word) =>
      /^[\p{Lu}"“(]/u.test(word) ||
      /^(?:de|del|la|las|los|el|y|e|da|do|dos|di|van|von|der|den|al|bin|ter|le)$/.test(word),
  )
}

/** "Posted on June 14, 2011 by Tom Ward", "Publicado el 3 de mayo por Ana Ruiz": what follows the word. */
const SIGNED_AFTER_DATE =
  /\d.{0,40}?(?:\b|\d)(?:[Bb]y|[Pp]or|[Vv]on|[Pp]ar|[Dd]oor)\s*:?\s+(\p{Lu}[^\d|•·]{2,60})/u

const MOST_VISITED = 60

/** Texts of the elements under a line that are named as an author's, in order. */
function listAuthorTexts(line: PageNode): string[] {
  const found: string[] = []
  const pending: PageNode[] = [line]
  for (let visited = 0; visited < MOST_VISITED; visited += 1) {
    const node = pending.pop()
    if (node === undefined) break
    if (node !== line && rolesOf(node).includes('byline')) {
      const text = cleanText(rawText(node))
      if (text.length < 100) found.push(text)
    }
    for (let at = node.children.length - 1; at >= 0; at -= 1) {
      const child = node.children[at]
      if (typeof child === 'object') pending.push(child)
    }
  }
  return found
}

/** Names shown on the page beside the title or right after the text: people's, else whatever a line says it is signed by. */
function readVisible(blocks: readonly Block[], places: Places, outletNames: readonly string[]): string[] {
  const { titleAt, firstAt, lastAt } = places
  const near = blocks.slice(Math.max(0, titleAt - 4), firstAt + 2)
  const after = blocks.slice(lastAt, lastAt + 6)
  const short = [...near, ...after].filter(({ text }) => text.length < 160)
  const marked = short.filter((block) => hasRole(block, 'byline') && !hasRole(block, 'related', 'comments'))
  const labelled = short.filter(({ text }) => LEAD_FOLLOWS.test(text) && text.length < 100)
  const inside = short
    .filter((block) => !hasRole(block, 'related', 'comments'))
    .flatMap(({ node, text }) => listAuthorTexts(node).filter((each) => text.includes(each)))
  const signed = short.flatMap(({ text }) => SIGNED_AFTER_DATE.exec(text)?.[1] ?? [])
  let impersonal: string[] = []
  for (const text of [...[...marked, ...labelled].map((block) => block.text), ...inside, ...signed]) {
    const names = splitNames(text).filter((name) => isPersonal(name) || NEWSROOM.test(foldTitle(name)))
    const people = names.filter((name) => !isImpersonal(name, outletNames))
    if (people.length > 0) return people
    if (impersonal.length === 0 && LEAD_FOLLOWS.test(text)) impersonal = names
  }
  return impersonal
}

/** Begins an outlet's name and no person's: "Adolfo López | El Sol de México" is signed by one. */
const OUTLET_START =
  /^(?:el|la|los|las|diario|periodico|noticias|semanario|portal|grupo|revista|radio|canal|tv|organizacion)\b/

/** More words than a name has, some of them in lower case: a post and its institution. */
const isOffice = (name: string): boolean => name.split(' ').length > 5 && !isPersonal(name)

/** Names without repetition; where a person signs, without outlets, newsrooms and the posts that people hold. */
function tidyNames(names: readonly string[], outletNames: readonly string[]): string[] {
  const unique = names.filter(
    (name, at) => names.findIndex((other) => foldTitle(other) === foldTitle(name)) === at,
  )
  const people = unique.filter((name) => !OUTLET_START.test(foldTitle(name)))
  if (!people.some(isPersonal)) return unique
  return people.filter((name) => isPersonal(name) || !(isOffice(name) || isImpersonal(name, outletNames)))
}

/**
 * Finds the byline: linked data, then metadata, then what is shown, then the listing; an outlet's, a section's or a newsroom's
 * name gives way to a person's.
 */
export function findByline(
  page: Page,
  places: Places,
  section: string | null,
  listed: string | null,
): FoundByline | null {
  const { head, linked, blocks } = page
  const outletNames = section === null ? page.outletNames : [...page.outletNames, section]
  const meta = firstMeta(head, [
    'author',
    'article:author',
    'dc.creator',
    'dcterms.creator',
    'byl',
    'sailthru.author',
    'parsely-author',
    'cxenseparse:author',
    'citation_author',
    'dc.creator.name',
  ])
  const candidates = [
    { names: (linked?.authors ?? []).flatMap(splitNames), from: 'datos JSON-LD' },
    { names: meta === null ? [] : splitNames(meta), from: 'metadatos' },
    { names: readVisible(blocks, places, outletNames), from: 'texto de la página' },
    { names: listed === null ? [] : splitNames(listed), from: 'listado' },
  ].filter(({ names }) => names.length > 0)
  const unique = candidates.map(({ names, from }) => ({ names: tidyNames(names, outletNames), from }))
  const isOther = (name: string) => !isImpersonal(name, outletNames)
  const personal = unique.find(({ names }) => names.some((name) => isOther(name) && isPersonal(name)))
  const other = unique.find(({ names }) => names.some(isOther) && names.length === 1)
  return personal ?? other ?? unique[0] ?? null
}

/** "A", "A y B", "A, B e Inés". */
export function joinNames(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  const and = /^(?:i|hi(?!e))/i.test(fold(last)) ? 'e' : 'y'
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${and} ${last}`
}
