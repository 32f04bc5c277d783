// Notes as a municipal office meets them → the tone towards the government that they must receive.
import { describe, expect, it } from 'vitest'
import { findMentions } from '../../src/match/mentions.ts'
import { prepareSubjects } from '../../src/match/subjects.ts'
import type { Tone } from '../../src/model.ts'
import { rateTone } from '../../src/score/tone.ts'
import { makeArticle, makeSource, SUBJECTS } from '../match/tala.ts'

const index = prepareSubjects(SUBJECTS)

function rate(title: string, ...paragraphs: readonly string[]): Tone {
  const article = makeArticle(title, paragraphs)
  return rateTone(article, findMentions(article, makeSource('Tala'), index), SUBJECTS)
}

describe('the tone towards the municipal government', () => {
  it('is negative when citizens blame the government for a failing service', () => {
    const tone = rate(
      'Denuncian vecinos abandono del Ayuntamiento de Tala',
      'Habitantes de Los Ruiseñores acusaron al Ayuntamiento de Tala de negligencia, pues llevan ocho días sin agua y nadie les responde.',
    )
    expect(tone.label).toBe('negativo')
    expect(tone.score).toBeLessThan(0)
  })

  it('is positive when the government delivers a work', () => {
    const tone = rate(
      'Entrega Ayuntamiento de Tala rehabilitación de la calle Morelos',
      'La presidenta municipal, Marcela Ruvalcaba Ontiveros, inauguró la obra, que beneficia a 800 familias de Tala.',
    )
    expect(tone.label).toBe('positivo')
    expect(tone.score).toBeGreaterThan(0)
  })

  it('is neutral when a crime merely happens in the municipality', () => {
    const tone = rate(
      'Asesinan a dos hombres en Tala, Jalisco',
      'Dos hombres fueron asesinados a balazos la noche del martes en la colonia El Refugio. La Fiscalía investiga el caso.',
    )
    expect(tone.label).toBe('neutro')
  })

  it('is not negative when the government reproaches somebody else', () => {
    const tone = rate(
      'Exige alcaldesa de Tala a la compañía de luz terminar con los apagones',
      'Marcela Ruvalcaba reprochó a la empresa la indolencia con que atiende a Ahuisculco.',
    )
    expect(tone.label).not.toBe('negativo')
  })

  it('is not negative when irregularities are denied', () => {
    const tone = rate(
      'Descarta Auditoría irregularidades en la cuenta pública de Tala',
      'La revisión no encontró irregularidades en el Ayuntamiento de Tala.',
    )
    expect(tone.label).not.toBe('negativo')
  })

  it('is unrated, never neutral, when nothing of the house is mentioned', () => {
    const article = makeArticle('Sube el precio del aguacate', [
      'El kilo llegó a noventa pesos en los mercados.',
    ])
    expect(rateTone(article, [], SUBJECTS)).toMatchObject({
      label: 'sin evaluar',
      score: null,
      confidence: null,
    })
  })

  it('is unrated when there is too little text', () => {
    expect(rate('Ayuntamiento de Tala').label).toBe('sin evaluar')
  })

  it('gives the sentences that moved it, with words that stand in them', () => {
    const tone = rate('Acusan opacidad del Ayuntamiento de Tala en el gasto de la feria')
    expect(tone.reasons.length).toBeGreaterThan(0)
    for (const { sentence, words } of tone.reasons)
      for (const { text } of words) expect(sentence).toContain(text)
  })
})
