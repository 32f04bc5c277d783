// Pick-up of boletines: the kinds, the shares, the passages, and the resemblances that are no pick-up.
import { describe, expect, test } from 'vitest'
import { prepareBoletines } from '../../src/match/boletines.ts'
import { tracePickups } from '../../src/match/pickups.ts'
import type { Article, Boletin } from '../../src/model.ts'
import { makeArticle } from './tala.ts'

const HOUR = 3_600_000
const SENT = new Date('2026-11-03T16:00:00Z')

const PARAGRAPHS = [
  'El Gobierno Municipal inició la rehabilitación de la línea de drenaje de la calle Independencia, que presentaba hundimientos desde el temporal de lluvias del año pasado.',
  'La obra contempla sustituir la tubería dañada, construir pozos de visita nuevos y reponer el empedrado en ambos carriles, con una inversión de recursos propios.',
  '“Era un tramo que se reparaba cada tres meses y volvía a hundirse; preferimos abrir bien la calle una sola vez y resolver el problema de fondo”, explicó la directora de Obras Públicas.',
  'Durante los trabajos habrá desvíos señalizados y personal de Vialidad orientará a los conductores en los cruces con mayor tránsito de la zona centro.',
]

const boletin = (folio: string, paragraphs: readonly string[], sentAt = SENT): Boletin => ({
  folio,
  title: `Título de ${folio}`,
  paragraphs,
  dependencia: null,
  sentAt,
  file: `boletines/${folio}.md`,
})

const WORKS = boletin('2026/0101', PARAGRAPHS)

const OWN = [
  'Comerciantes del primer cuadro se enteraron de los trabajos por una hoja pegada en el poste de la esquina la noche del domingo.',
  'La dueña de una mercería calcula que venderá la mitad mientras dure la zanja, porque sus clientas llegan en automóvil y ya no encuentran lugar.',
  'Tres vecinos consultados recordaron que la misma calle se abrió en dos ocasiones durante la administración anterior sin que nadie rindiera cuentas.',
  'Ninguno de los entrevistados recibió visita de la autoridad antes del arranque, aunque todos coinciden en que el tubo ya no daba para más.',
  'La cámara de comercio local pidió que los trabajos se hagan de noche y que se abra un paso peatonal junto a las cortinas de los negocios.',
]

const trace = (
  paragraphs: readonly string[],
  part: Partial<Article> = {},
  others: readonly Boletin[] = [],
) => {
  const publishedAt = new Date(SENT.getTime() + 3 * HOUR)
  const article = makeArticle('Una nota', paragraphs, { publishedAt, hasHour: true, ...part })
  return tracePickups(article, article.publishedAt ?? publishedAt, prepareBoletines([WORKS, ...others]))
}

describe('tracePickups', () => {
  test('calls a whole reprint íntegra and measures both shares and the lag', () => {
    const [pickup] = trace(PARAGRAPHS, { title: 'Título de 2026/0101' })
    expect(pickup).toMatchObject({
      folio: '2026/0101',
      kind: 'integra',
      shareOfBoletin: 1,
      shareOfArticle: 1,
    })
    expect(pickup).toMatchObject({ isTitleKept: true, isCredited: false, lagHours: 3 })
  })

  test('calls a trimmed and retouched reprint editada', () => {
    const edited = PARAGRAPHS.slice(0, 3).map((text) =>
      text.replace('inició', 'arrancó').replace('contempla', 'incluye').replace('explicó', 'dijo'),
    )
    expect(trace(edited)).toMatchObject([{ folio: '2026/0101', kind: 'editada', isTitleKept: false }])
  })

  test('calls one copied paragraph inside own reporting parcial', () => {
    expect(trace([...OWN, PARAGRAPHS[1] ?? ''])).toMatchObject([{ kind: 'parcial' }])
  })

  test('calls the quotation alone citada', () => {
    expect(trace([...OWN, PARAGRAPHS[2] ?? ''])).toMatchObject([{ kind: 'citada' }])
  })

  test('finds the paragraphs in another order and with typing errors', () => {
    const moved = [...PARAGRAPHS]
      .reverse()
      .map((text) => text.replace('tubería', 'tuberia').replace('visita', 'visitas'))
    expect(trace(moved)[0]?.shareOfBoletin).toBeGreaterThan(0.95)
  })

  test('does not see own reporting on the same works as a pick-up', () => {
    expect(trace(OWN)).toEqual([])
  })

  test('places each passage in both texts', () => {
    const paragraphs = [OWN[0] ?? '', `Además: ${PARAGRAPHS[1]} Así quedó.`]
    const [pickup] = trace(paragraphs)
    for (const passage of pickup?.passages ?? []) {
      const left = PARAGRAPHS[passage.boletinParagraph]?.slice(passage.boletinStart, passage.boletinEnd)
      const right = paragraphs[passage.articleParagraph]?.slice(passage.articleStart, passage.articleEnd)
      expect(right).toBe(left)
      expect(left).toBe(PARAGRAPHS[1]?.slice(0, -1))
    }
    expect(pickup?.passages).toHaveLength(1)
  })

  test('does not trace to a boletín a note that was public before its dispatch', () => {
    expect(trace(PARAGRAPHS, { publishedAt: new Date(SENT.getTime() - 2 * HOUR) })).toEqual([])
  })

  test('forgives clocks an hour wrong and dates without hour, and never gives a negative lag', () => {
    const early = new Date(SENT.getTime() - HOUR / 2)
    expect(trace(PARAGRAPHS, { publishedAt: early })).toMatchObject([{ lagHours: 0 }])
    const noon = new Date(SENT.getTime() - 8 * HOUR)
    expect(trace(PARAGRAPHS, { publishedAt: noon, hasHour: false })).toMatchObject([{ kind: 'integra' }])
  })

  test('gives no lag when the note has no date', () => {
    expect(trace(PARAGRAPHS, { publishedAt: null })).toMatchObject([{ kind: 'integra', lagHours: null }])
  })

  test('does not credit a boletín with the boilerplate it shares with the one reprinted', () => {
    const sibling = boletin('2026/0102', [
      PARAGRAPHS[0] ?? '',
      'En otra obra, la misma dependencia pavimentará con concreto la calle Morelos y cambiará las luminarias del jardín de la delegación.',
    ])
    expect(trace(PARAGRAPHS, {}, [sibling]).map(({ folio }) => folio)).toEqual(['2026/0101'])
  })

  test('does not take a shared list of names for a pick-up', () => {
    const names =
      'Asistieron Marcela Ruvalcaba Ontiveros, Héctor Iván Quiroz Peralta, Rubén Amezcua Tejeda, Óscar Villaseñor Luna y Daniela Cisneros Bravo.'
    const act = boletin('2026/0103', [
      names,
      'Se entregaron reconocimientos a los mejores promedios de la escuela.',
    ])
    expect(trace([...OWN, names], {}, [act])).toEqual([])
  })

  test.each([
    ['Lo informó el Ayuntamiento en un boletín.', true],
    ['Según informó el Gobierno de Tala, las obras terminarán pronto.', true],
    ['Con información de la Dirección de Obras Públicas.', true],
    ['Así lo contaron los vecinos.', false],
  ])('sees whether the origin is credited in «%s»', (text, isCredited) => {
    expect(trace([...PARAGRAPHS, text])[0]?.isCredited).toBe(isCredited)
  })

  test('finds nothing without boletines or text', () => {
    expect(tracePickups(makeArticle('Nada', []), SENT, prepareBoletines([]))).toEqual([])
    expect(trace([])).toEqual([])
  })
})
