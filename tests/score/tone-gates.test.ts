// Sentences of municipal news → who is named in them, who speaks and which known shape they have.
import { describe, expect, it } from 'vitest'
import type { Subject } from '../../src/model.ts'
import { type ScannedSentence, scanArticle } from '../../src/score/tone-scan.ts'

const none = { aliases: [], ambiguous: [], exclusions: [], context: [], antiContext: [] } as const
const ZAPOTE: Subject = { ...none, id: 'zapote', name: 'El Zapote', role: 'municipio' }
const VECINO: Subject = { ...none, id: 'lagunas', name: 'Lagunas', role: 'vecino' }
const REGIDOR: Subject = { ...none, id: 'regidor', name: 'Julio Pereda', role: 'persona' }
const SUBJECTS = [ZAPOTE, VECINO, REGIDOR]

/** Scans a headline in which every name of a subject is a hit. */
function scan(title: string): ScannedSentence {
  const mentions = SUBJECTS.map((subject) => ({
    subjectId: subject.id,
    belonging: 'nuestra' as const,
    prominence: 'titular' as const,
    hits: [...title.matchAll(new RegExp(subject.name, 'g'))].map(({ index, 0: text }) => ({
      field: 'title' as const,
      paragraph: 0,
      start: index,
      end: index + text.length,
      text,
      rule: 'prueba',
    })),
    evidence: [],
  }))
  const [first] = scanArticle({ title, standfirst: null, paragraphs: [] }, mentions, SUBJECTS)
  if (first === undefined) throw new Error('no sentence')
  return first
}

const gatesOf = (title: string) => scan(title).reading.gates
const kindsOf = (title: string) => scan(title).parties.map(({ kind }) => kind)

describe('the parties of a sentence', () => {
  it('takes an office and its owner as one party of the government', () => {
    expect(scan('La directora de Obras de El Zapote explicó el retraso').parties).toMatchObject(
      [{ kind: 'gobierno', role: 'sujeto', from: 1, to: 7 }, { kind: 'servicio' }].slice(0, 1),
    )
  })

  it('tells the government of somebody else by the owner that follows', () => {
    expect(kindsOf('El alcalde de Lagunas inauguró un puente')).toContain('otro')
    expect(kindsOf('El alcalde de Lagunas inauguró un puente')).not.toContain('gobierno')
    expect(kindsOf('La policía estatal montó un retén')).toEqual(['otro'])
  })

  it('tells a municipality that acts from a place', () => {
    expect(kindsOf('El Zapote gana un premio')).toEqual(['gobierno'])
    expect(kindsOf('Llueve en El Zapote desde ayer')).toEqual(['lugar'])
  })

  it('does not count an opposition councillor as the government', () => {
    expect(kindsOf('El regidor Julio Pereda pidió cuentas')).not.toContain('gobierno')
  })

  it('tells by the preposition who is reproached', () => {
    const [, government] = scan('Vecinos reclaman al Ayuntamiento de El Zapote').parties
    expect(government).toMatchObject({ kind: 'gobierno', role: 'objeto' })
  })
})

describe('the speaker of a sentence', () => {
  it.each([
    ['“No hay agua”, dijo una vecina de El Zapote', 'ciudadania'],
    ['El alcalde de El Zapote aseguró que ya hay agua', 'gobierno'],
    ['El regidor Julio Pereda acusó opacidad', 'oposicion'],
    ['Llueve desde ayer en El Zapote', null],
  ])('of «%s» is %s', (title, speaker) => {
    expect(scan(title).reading.speaker).toBe(speaker)
  })
})

describe('the known shapes of municipal news', () => {
  it.each([
    ['Asesinan a dos en El Zapote', 'suceso ubicado aquí'],
    ['Exige alcaldesa de El Zapote a la empresa reparar la calle', 'el gobierno reclama a otro'],
    ['Reclama El Zapote a Conagua el agua que le debe', 'el gobierno reclama a otro'],
    ['Multa El Zapote a tres gaseras', 'el gobierno reclama a otro'],
    ['Exigen vecinos al Ayuntamiento de El Zapote reparar la calle', 'crítica al gobierno'],
    ['Acusan a la alcaldesa de El Zapote de mentir', 'crítica al gobierno'],
    ['Desmiente El Zapote un brote de dengue', 'desmentido'],
    ['Nadie fue despedido, aseguró el oficial mayor de El Zapote', 'desmentido'],
    ['Absuelve juez al tesorero de El Zapote', 'descargo'],
    ['No hubo corrupción en la obra de El Zapote', 'descargo'],
    ['Qué casualidad que en El Zapote todo lo gane el compadre', 'ironía'],
    ['La novela transcurre en El Zapote durante los años setenta', 'mención incidental'],
  ] as const)('«%s» is «%s»', (title, gate) => {
    expect(gatesOf(title)).toContain(gate)
  })

  it('does not take citizens who reproach the government for the government reproaching', () => {
    expect(gatesOf('Reclaman a El Zapote el pago de marzo los músicos de la banda')).not.toContain(
      'el gobierno reclama a otro',
    )
  })

  it('does not take for a denial what the government admits', () => {
    expect(gatesOf('“No hemos cumplido”, admitió el alcalde de El Zapote')).not.toContain('desmentido')
  })

  it('hears the government in headlines that leave it unsaid', () => {
    expect(gatesOf('Sin agua tres colonias de El Zapote')).not.toContain('mención incidental')
    expect(gatesOf('Entregan becas en El Zapote')).not.toContain('mención incidental')
  })
})

describe('the weight of a phrase', () => {
  const balance = (title: string) => {
    const { favour, blame } = scan(title).reading
    return favour - blame
  }

  it.each([
    'Vecinos acusan al Ayuntamiento de El Zapote de corrupción',
    'El Ayuntamiento de El Zapote no ha cumplido con la obra',
    'Llevan ocho días sin agua en El Zapote',
  ])('falls on the government in «%s»', (title) => {
    expect(balance(title)).toBeLessThan(0)
  })

  it.each([
    'El Ayuntamiento de El Zapote inaugura una clínica',
    'Vecinos agradecen al alcalde de El Zapote',
    'Cuadrillas del Ayuntamiento de El Zapote reparan la fuga',
    'Exonera tribunal al tesorero de El Zapote',
  ])('favours the government in «%s»', (title) => {
    expect(balance(title)).toBeGreaterThan(0)
  })

  it.each([
    'Alcalde de El Zapote acusa a la empresa de corrupción',
    'Asesinan a dos hombres en El Zapote',
    'Acusan de corrupción al alcalde de Lagunas',
  ])('does not fall on the government in «%s»', (title) => {
    expect(balance(title)).toBeGreaterThanOrEqual(0)
  })
})
