// What explain says of a note's mentions and pick-ups: places on both sides, what changed, what was left out, in eighty columns.
import { describe, expect, it } from 'vitest'
import { describeMentions } from '../../src/cli/explain-mentions.ts'
import { describePickups } from '../../src/cli/explain-pickups.ts'
import { prepareBoletines } from '../../src/match/boletines.ts'
import { findMentions } from '../../src/match/mentions.ts'
import { tracePickups } from '../../src/match/pickups.ts'
import { prepareSubjects } from '../../src/match/subjects.ts'
import type { Article, Boletin } from '../../src/model.ts'
import { makeArticle, makeSource, SUBJECTS } from '../match/tala.ts'

const BOLETIN: Boletin = {
  folio: '2026/0101',
  title: 'Rehabilitan el drenaje de la calle Independencia',
  paragraphs: [
    'El Gobierno Municipal inició la rehabilitación de la línea de drenaje de la calle Independencia, que presentaba hundimientos desde el temporal.',
    'La obra contempla sustituir la tubería dañada, construir pozos de visita nuevos y reponer el empedrado en ambos carriles, con recursos propios.',
    'Durante los trabajos habrá desvíos señalizados y personal de Vialidad orientará a los conductores en los cruces con mayor tránsito.',
  ],
  dependencia: null,
  sentAt: new Date('2026-11-03T16:00:00Z'),
  file: 'boletines/2026/0101.md',
}

function explain(paragraphs: readonly string[], part: Partial<Article> = {}): string[] {
  const publishedAt = new Date('2026-11-03T18:30:00Z')
  const article = makeArticle('Abren otra vez la Independencia', paragraphs, {
    publishedAt,
    hasHour: true,
    ...part,
  })
  const pickups = tracePickups(article, publishedAt, prepareBoletines([BOLETIN]))
  return describePickups(article, pickups, new Map([[BOLETIN.folio, BOLETIN]]), 'America/Mexico_City')
}

describe('the pick-ups of a note', () => {
  const lines = explain([BOLETIN.paragraphs[1] ?? '', `Además, ${BOLETIN.paragraphs[0]}`])

  it('say the kind, both shares, the lag and the credit', () => {
    expect(lines[0]).toBe('Boletín 2026/0101: editada · enviado 2026-11-03 10:00')
    expect(lines.join(' ').replace(/ +/g, ' ')).toMatch(
      /retoma \d+ % del boletín, que es \d+ % de la nota; salió 2 h 30 min después; no dice de dónde viene/,
    )
  })

  it('place each passage on both sides', () => {
    expect(lines).toContain('    párrafo 1, letras 0–142 → párrafo 2, letras 8–150 · 21 palabras')
    expect(lines.some((line) => line.startsWith('    párrafo 2, letras 0–'))).toBe(true)
  })

  it('show both titles, and the paragraphs left out', () => {
    expect(lines).toContain('  Título del boletín: Rehabilitan el drenaje de la calle Independencia')
    expect(lines).toContain('  Omite 1 de 3 párrafos del boletín:')
    expect(lines.at(-1)).toMatch(/^ {4}3\. Durante los trabajos .*…$/)
  })

  it('fit eighty columns', () => {
    expect(lines.filter((line) => [...line].length > 80)).toEqual([])
  })

  it('say when nothing was left out, nothing changed, and nothing is known of the hour', () => {
    const whole = explain(BOLETIN.paragraphs, { title: BOLETIN.title, publishedAt: null })
    expect(whole).toContain('  Título: el del boletín')
    expect(whole).toContain('  Omite: ningún párrafo del boletín')
    expect(whole.join(' ').replace(/ +/g, ' ')).toContain('no se sabe cuánto tardó')
  })
})

describe('the mentions of a note', () => {
  it('say who, how surely, why, and each place with its rule', () => {
    const article = makeArticle('Sin agua en Tala', ['Vecinos de Tala, Jalisco, protestaron.'])
    const mentions = findMentions(article, makeSource('Ameca'), prepareSubjects(SUBJECTS))
    const lines = describeMentions(mentions, new Map([['tala', 'Tala']]))
    expect(lines[0]).toBe('Menciona a Tala: nuestra, en el titular')
    expect(lines).toContain('    título, letras 12–16: «Tala» (frase con contexto)')
    expect(lines).toContain('    párrafo 1, letras 11–24: «Tala, Jalisco» (frase propia)')
    expect(lines.filter((line) => [...line].length > 80)).toEqual([])
  })

  it('say that there are none', () => {
    expect(describeMentions([], new Map())).toEqual(['No menciona a nadie de municipality.yml'])
  })
})
