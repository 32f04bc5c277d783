// Notes as a municipal office meets them → the tone towards the government that they must receive.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMentions } from '../../src/match/mentions.ts'
import { prepareSubjects } from '../../src/match/subjects.ts'
import type { Mention, Tone } from '../../src/model.ts'
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
      'La regidora Silvia Noriega lamentó la indiferencia de las autoridades.',
    )
    expect(tone.label).toBe('negativo')
    expect(tone.score).toBeLessThan(0)
  })

  it('names who speaks when the criticism is somebody else’s', () => {
    const tone = rate(
      'Vecinos exigen al Ayuntamiento de Tala reparar la fuga',
      '“Nos tienen en el olvido”, reclamaron los vecinos de Pacana al gobierno municipal.',
    )
    expect(tone.label).toBe('negativo')
    expect(tone.reasons.map(({ rule }) => rule).join()).toContain('lo dice la ciudadanía')
  })

  it('is positive when the government delivers a work', () => {
    const tone = rate(
      'Entrega Ayuntamiento de Tala rehabilitación de la calle Morelos',
      'La presidenta municipal, Marcela Ruvalcaba Ontiveros, inauguró la obra, que beneficia a 800 familias de Tala.',
    )
    expect(tone.label).toBe('positivo')
    expect(tone.score).toBeGreaterThan(0)
  })

  it('is mixed when praise and complaint weigh alike', () => {
    const tone = rate(
      'Inauguran la plaza de Tala entre aplausos y reclamos',
      'La alcaldesa Marcela Ruvalcaba entregó la plaza, que quedó preciosa, reconocieron los comerciantes.',
      'Los vecinos denunciaron que el Ayuntamiento dejó a medias los baños y que la obra tiene siete meses de retraso.',
      'La directora de Obras Públicas agradeció la paciencia y anunció que se mejoró el alumbrado.',
      'Quienes viven enfrente se quejaron del abandono de la calle y exigieron al gobierno municipal que cumpla.',
    )
    expect(tone).toMatchObject({ label: 'mixto', needsReview: true })
  })

  it('is neutral when a crime merely happens in the municipality', () => {
    const tone = rate(
      'Asesinan a dos hombres en Tala, Jalisco',
      'Dos hombres fueron asesinados a balazos la noche del martes en la colonia El Refugio.',
      'La Fiscalía investiga el caso.',
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

  it('is not negative when irregularities are denied by whoever audits', () => {
    const tone = rate(
      'Descarta Auditoría irregularidades en la cuenta pública de Tala',
      'La revisión no encontró irregularidades en el Ayuntamiento de Tala.',
    )
    expect(tone.label).not.toBe('negativo')
  })

  it('is not negative when the government itself denies', () => {
    const tone = rate(
      'Niega tesorera de Tala desvío de recursos',
      '“No hay un peso fuera de norma”, sostuvo la tesorera Lorena Aceves Partida.',
    )
    expect(tone.label).not.toBe('negativo')
  })

  it('is neutral when the municipality is only named in passing', () => {
    const article = makeArticle('Suben las temperaturas en el estado', [
      'El calor seguirá hasta el viernes, pronosticó el servicio meteorológico.',
      'Se recomienda beber agua y no exponerse al sol.',
      'Los termómetros más altos se registraron en Ameca, Tequila y Tala, Jalisco.',
    ])
    const mentions = findMentions(article, makeSource('Guadalajara'), index)
    expect(rateTone(article, mentions, SUBJECTS).label).toBe('neutro')
  })

  it('sends irony to review', () => {
    const tone = rate(
      'Qué rapidez la del Ayuntamiento de Tala: tardó dos años en cambiar un foco',
      'Ahora resulta que los baches de la calle Morelos son patrimonio.',
    )
    expect(tone.needsReview).toBe(true)
  })

  it('sends to review a note that may not be about us', () => {
    const article = makeArticle('Entrega el Ayuntamiento de Tala becas a 300 alumnos', [
      'El apoyo beneficia a 300 familias.',
    ])
    const doubtful: Mention[] = findMentions(article, makeSource('Tala'), index).map((mention) => ({
      ...mention,
      belonging: 'dudosa',
    }))
    expect(rateTone(article, doubtful, SUBJECTS).needsReview).toBe(true)
  })

  it('is unrated, never neutral, when nothing of the house is mentioned', () => {
    const article = makeArticle('Sube el precio del aguacate', [
      'El kilo llegó a noventa pesos en los mercados.',
    ])
    expect(rateTone(article, [], SUBJECTS)).toEqual({
      label: 'sin evaluar',
      score: null,
      confidence: null,
      reasons: [],
      needsReview: true,
    })
  })

  it('is unrated, never neutral, when there is too little text', () => {
    expect(rate('Ayuntamiento de Tala').label).toBe('sin evaluar')
  })

  it('is unrated when only a neighbour is mentioned', () => {
    const article = makeArticle('Denuncian abandono en Teuchitlán', [
      'Vecinos acusan a la alcaldesa de Teuchitlán de negligencia.',
    ])
    const neighbours = SUBJECTS.filter(({ role }) => role === 'vecino')
    const mentions = findMentions(article, makeSource('Ameca'), prepareSubjects(neighbours))
    expect(mentions.length).toBeGreaterThan(0)
    expect(rateTone(article, mentions, SUBJECTS).label).toBe('sin evaluar')
  })

  it('counts once a post whose first line is also its title', () => {
    const line = 'Llevamos tres días sin agua en Pacana y el Ayuntamiento de Tala no responde.'
    expect(rate(line, line).score).toBeCloseTo(rate(line).score ?? 0, 5)
  })

  it('gives the sentences that moved it, with words that stand in them', () => {
    const tone = rate(
      'Acusan opacidad del Ayuntamiento de Tala en el gasto de la feria',
      'El regidor Ernesto Padilla denunció que la tesorería oculta las facturas.',
    )
    expect(tone.reasons.length).toBeGreaterThan(0)
    for (const { sentence, words, rule } of tone.reasons) {
      expect(rule).not.toBe('')
      for (const { text } of words) expect(sentence).toContain(text)
    }
  })

  it('keeps score and confidence within bounds for any text', () => {
    const word = fc.constantFrom(
      'el Ayuntamiento de Tala',
      'vecinos',
      'no',
      'denuncian',
      'inaugura',
      'sin agua',
      'muere',
      '“',
      '”',
      '.',
      ',',
      '¡',
      'Tala',
      'robo',
      'gracias',
      '🚨',
      'la alcaldesa',
    )
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 4 }), (title, paragraphs) => {
        const { label, score, confidence } = rate(`Tala, Jalisco. ${title}`, ...paragraphs)
        if (label === 'sin evaluar') return score === null && confidence === null
        return (
          score !== null && Math.abs(score) <= 1 && confidence !== null && confidence >= 0 && confidence <= 1
        )
      }),
      { numRuns: 150 },
    )
  })
})
