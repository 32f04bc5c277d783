// What was read of a page → how far each field can be believed, and on whose word, in Spanish.
import { foldTitle } from './headline.ts'
import type { Reading } from './read-page.ts'
import { listTitles } from './title.ts'

export type Confidence = {
  readonly level: 'alta' | 'media' | 'baja'
  /** Spanish. */
  readonly because: string
}

const SELECTED: Confidence = { level: 'alta', because: 'lo señala el selector de la fuente' }

/** Two places of a page that agree are seldom wrong; one alone may be a template's. */
function ratedByWitnesses(witnesses: ReadonlySet<string>): Confidence {
  const [first = 'nada', ...others] = witnesses
  return others.length > 0
    ? { level: 'alta', because: `coinciden ${[...witnesses].slice(0, 3).join(', ')}` }
    : { level: 'media', because: `solo ${first}` }
}

export function rateTitle({ article, title, page }: Reading, listed: string | null): Confidence {
  if (title === null || foldTitle(title.text) !== foldTitle(article.title)) return SELECTED
  if (title.from === 'línea sobre el texto')
    return { level: 'baja', because: 'la página no dice cuál es su título' }
  const own = foldTitle(article.title)
  const headings = page.blocks.filter(({ level, text }) => level > 0 && level < 3 && foldTitle(text) === own)
  const alike = listTitles(page, listed).filter(({ text }) => foldTitle(text) === own)
  const shown = headings.length > 0 ? ['el encabezado'] : []
  return ratedByWitnesses(new Set([...alike.map(({ from }) => from), ...shown]))
}

export function rateByline({ article, byline, page, places }: Reading): Confidence | null {
  if (article.byline === null || byline === null) return null
  if (byline.from === 'selector de la fuente') return SELECTED
  const [name = ''] = byline.names
  const near = page.blocks.slice(Math.max(0, places.titleAt - 4), places.lastAt + 8)
  const isShown = near.some(({ text }) => text.length < 200 && foldTitle(text).includes(foldTitle(name)))
  return ratedByWitnesses(new Set([byline.from, ...(isShown ? ['texto de la página'] : [])]))
}

export function rateDate({ article, publication }: Reading): Confidence | null {
  if (article.publishedAt === null) return null
  if (publication.because === 'selector de la fuente') return SELECTED
  const doubt = article.flags.find((flag) => flag === 'fecha-dudosa' || flag === 'fecha-futura')
  if (doubt !== undefined) {
    const because = doubt === 'fecha-futura' ? 'está en el futuro' : 'la página da fechas que se contradicen'
    return { level: 'baja', because }
  }
  const deciding = publication.evidence.find(({ from }) => publication.because.startsWith(from))
  const day = deciding?.parsed.printedDay
  const agreeing = publication.evidence.filter(({ parsed }) => parsed.printedDay === day)
  return ratedByWitnesses(new Set([publication.because, ...agreeing.map(({ from }) => from)]))
}

/** Prose of three ordinary paragraphs: furniture seldom runs so long. */
const AMPLE = 600

export function rateText({ article: { paragraphs }, body, textFrom }: Reading): Confidence {
  if (textFrom === 'resumen del canal') return { level: 'baja', because: 'la página no trae texto' }
  if (textFrom !== 'página') return { level: 'media', because: 'la página trae mucho menos texto' }
  const prose = body.kept.reduce((sum, block) => sum + block.prose, 0)
  return prose >= AMPLE && paragraphs.length >= 3
    ? { level: 'alta', because: `${paragraphs.length} párrafos seguidos en un mismo lugar` }
    : { level: 'media', because: 'es poco texto: puede faltar o sobrar algo' }
}
