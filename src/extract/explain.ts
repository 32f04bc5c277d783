// A capture and its outlet → why each block was kept or cut and where each field came from, in Spanish.
import type { Capture, Source } from '../model.ts'
import { extractArticle, readCapturedPage } from './extract.ts'

export type ExplainedBlock = { readonly text: string; readonly isKept: boolean; readonly reason: string }

export type Explanation = {
  /** One line per field: its value and where it was found. */
  readonly fields: readonly { readonly field: string; readonly value: string; readonly from: string }[]
  /** Every date the page gave, the decisive one first, with the weight it had. */
  readonly dates: readonly { readonly value: string; readonly from: string; readonly weight: number }[]
  readonly blocks: readonly ExplainedBlock[]
}

const orNone = (text: string | null): string => text ?? 'sin dato'

/** Explains an extraction. Throws `Unreadable` as `extractArticle` does. */
export function explainExtraction(capture: Capture, source: Source): Explanation {
  if (capture.kind === 'entry') {
    const article = extractArticle(capture, source)
    const listed = { from: 'listado del canal' }
    return {
      fields: [
        { field: 'título', value: article.title, ...listed },
        { field: 'firma', value: orNone(article.byline), ...listed },
        { field: 'fecha', value: orNone(article.publishedAt?.toISOString() ?? null), ...listed },
      ],
      dates: [],
      blocks: article.paragraphs.map((text) => ({ text, isKept: true, reason: 'texto del listado' })),
    }
  }
  const { article, body, title, byline, publication, extent, textFrom } = readCapturedPage(capture, source)
  const dates = publication.evidence
    .map(({ parsed, from, weight }) => ({ value: parsed.instant.toISOString(), from, weight }))
    .sort(
      (a, b) =>
        Number(b.from === publication.because) - Number(a.from === publication.because) ||
        b.weight - a.weight,
    )
  return {
    fields: [
      { field: 'título', value: article.title, from: title?.from ?? 'selector de la fuente' },
      { field: 'firma', value: orNone(article.byline), from: byline?.from ?? 'ninguna señal' },
      {
        field: 'fecha',
        value: orNone(article.publishedAt?.toISOString() ?? null),
        from: publication.because,
      },
      { field: 'bajada', value: orNone(article.standfirst), from: 'entre título y texto' },
      { field: 'sección', value: orNone(article.section), from: 'datos y metadatos' },
      { field: 'imagen', value: orNone(article.image), from: 'datos y metadatos' },
      { field: 'dirección', value: article.canonicalUrl, from: 'liga canónica' },
      { field: 'texto', value: `${article.paragraphs.length} párrafos`, from: textFrom },
      { field: 'integridad', value: article.completeness, from: extent.because },
    ],
    dates,
    blocks: body.verdicts.map(({ block, isKept, reason }) => ({ text: block.text, isKept, reason })),
  }
}
