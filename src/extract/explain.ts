// A capture and its outlet → why each block was kept or cut and where each field came from, in Spanish.
import type { Article, Capture, Source } from '../model.ts'
import { holderOf } from './blocks.ts'
import { type Confidence, rateByline, rateDate, rateText, rateTitle } from './confidence.ts'
import { describeElement } from './element-selector.ts'
import { extractArticle, readCapturedPage } from './extract.ts'
import { findUpdate } from './fields.ts'
import type { Reading } from './read-page.ts'
import { findLanguage, findPaging, findView, listCaptions, listEmbeds, listTags } from './surroundings.ts'

export type ExplainedBlock = {
  readonly text: string
  readonly isKept: boolean
  readonly reason: string
  /** CSS selector of the box it stands in; null of what is no page. */
  readonly box: string | null
}

export type ExplainedField = {
  readonly field: string
  readonly value: string
  /** Where it was found. */
  readonly from: string
  /** Null where there is nothing to believe, or only one place to find it. */
  readonly confidence: Confidence | null
}

export type Explanation = {
  readonly article: Article
  /** CSS selector of the element in which the text was found; null of what is no page. */
  readonly textBox: string | null
  readonly fields: readonly ExplainedField[]
  /** Every date the page gave, the decisive one first, with the weight it had. */
  readonly dates: readonly { readonly value: string; readonly from: string; readonly weight: number }[]
  readonly blocks: readonly ExplainedBlock[]
}

const orNone = (text: string | null): string => text ?? 'sin dato'

function explainEntry(capture: Capture, source: Source): Explanation {
  const article = extractArticle(capture, source)
  const listed = { from: 'listado del canal', confidence: null }
  return {
    article,
    textBox: null,
    fields: [
      { field: 'título', value: article.title, ...listed },
      { field: 'firma', value: orNone(article.byline), ...listed },
      { field: 'fecha', value: orNone(article.publishedAt?.toISOString() ?? null), ...listed },
    ],
    dates: [],
    blocks: article.paragraphs.map((text) => ({
      text,
      isKept: true,
      reason: 'texto del listado',
      box: null,
    })),
  }
}

function explainFields(reading: Reading, capture: Capture): ExplainedField[] {
  const { article, title, byline, publication, extent, textFrom } = reading
  const plain = (field: string, value: string, from: string) => ({ field, value, from, confidence: null })
  return [
    {
      field: 'título',
      value: article.title,
      from: title?.from ?? 'selector de la fuente',
      confidence: rateTitle(reading, capture.item.title),
    },
    {
      field: 'firma',
      value: orNone(article.byline),
      from: byline?.from ?? 'ninguna señal',
      confidence: rateByline(reading),
    },
    {
      field: 'fecha',
      value: orNone(article.publishedAt?.toISOString() ?? null),
      from: publication.because,
      confidence: rateDate(reading),
    },
    plain('antetítulo', orNone(article.kicker ?? null), 'sobre el título'),
    plain('bajada', orNone(article.standfirst), 'entre título y texto'),
    plain('sección', orNone(article.section), 'datos y metadatos'),
    plain('imagen', orNone(article.image), 'datos y metadatos'),
    plain('pie', orNone(article.caption ?? null), 'pie de la primera imagen'),
    plain('dirección', article.canonicalUrl, explainAddress(reading)),
    {
      field: 'texto',
      value: `${article.paragraphs.length} párrafos`,
      from: textFrom,
      confidence: rateText(reading),
    },
    plain('integridad', article.completeness, extent.because),
    ...explainSurroundings(reading, capture),
  ]
}

function explainAddress({ article, page }: Reading): string {
  if (article.canonicalUrl === page.url) return 'la misma en que se encontró'
  const view = findView(page)
  return view === null ? 'liga canónica' : `liga canónica; esta es la versión ${view} de la misma nota`
}

/** What is told here and kept nowhere; what a page has none of is not told. */
function explainSurroundings(reading: Reading, capture: Capture): ExplainedField[] {
  const { article, page, body, publication } = reading
  const update = findUpdate(page, publication, { timeZone: 'UTC', now: capture.takenAt })
  const paging = findPaging(page, body)
  const told: readonly (readonly [string, string | null, string])[] = [
    ['actualizada', article.updatedAt?.toISOString() ?? null, update?.from ?? 'la página'],
    ['idioma', findLanguage(page, article.paragraphs), 'lo que declara la página y sus palabras'],
    ['etiquetas', listTags(page).join(', ') || null, 'metadatos y ligas de etiquetas'],
    ['pies de foto', listCaptions(body).join(' · ') || null, 'dentro de la nota, aparte del texto'],
    ['incrustadas', listEmbeds(page, body).join(' · ') || null, 'publicaciones de otros, aparte del texto'],
    [
      'página',
      paging === null
        ? null
        : `${paging.number}; ${paging.next === null ? 'es la última' : `sigue en ${paging.next}`}`,
      'dirección y ligas junto al texto',
    ],
  ]
  return told.flatMap(([field, value, from]) =>
    value === null ? [] : [{ field, value, from, confidence: null }],
  )
}

/** Explains an extraction. Throws `Unreadable` as `extractArticle` does. */
export function explainExtraction(capture: Capture, source: Source): Explanation {
  if (capture.kind === 'entry') return explainEntry(capture, source)
  const reading = readCapturedPage(capture, source)
  const { article, body, publication } = reading
  const dates = publication.evidence
    .map(({ parsed, from, weight }) => ({ value: parsed.instant.toISOString(), from, weight }))
    .sort(
      (a, b) =>
        Number(b.from === publication.because) - Number(a.from === publication.because) ||
        b.weight - a.weight,
    )
  return {
    article,
    textBox: describeElement(body.root),
    fields: explainFields(reading, capture),
    dates,
    blocks: body.verdicts.map(({ block, isKept, reason }) => ({
      text: block.text,
      isKept,
      reason,
      box: describeElement(holderOf(block)),
    })),
  }
}
