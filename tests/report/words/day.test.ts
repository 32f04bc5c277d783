// The sentence that opens page one, for every kind of day.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeDaySentence, type DayFacts, describeNoActions } from '../../../src/report/words/day.ts'
import { makeTally } from '../fixture-input.ts'

const facts = (rest: Partial<DayFacts>): DayFacts => ({
  place: 'Tala',
  notes: 0,
  media: 0,
  tally: makeTally({}),
  sourcesDue: 44,
  sourcesRead: 44,
  mainTopic: null,
  counterTopic: null,
  topHeadline: null,
  isUsual: null,
  ...rest,
})

describe('the day sentence', () => {
  it('says on an empty day how many sources were read', () => {
    expect(composeDaySentence(facts({}))).toBe(
      'Día sin notas sobre Tala: 44 de 44\u00a0fuentes leídas, sin menciones.',
    )
    expect(composeDaySentence(facts({ sourcesRead: 43 }))).toBe(
      'Día sin notas sobre Tala: 43 de 44\u00a0fuentes leídas, sin menciones; 1 no respondió.',
    )
  })

  it('says on a day without notes that only networks spoke', () => {
    expect(composeDaySentence(facts({ posts: 3 }))).toBe(
      'Día sin notas sobre Tala: 44 de 44\u00a0fuentes leídas, 3\u00a0menciones solo en redes.',
    )
    expect(composeDaySentence(facts({ posts: 1, sourcesRead: 43 }))).toContain(
      '1\u00a0mención solo en redes; 1 no',
    )
  })

  it('names the topic, its share and tone, and the counterweight', () => {
    const sentence = composeDaySentence(
      facts({
        notes: 38,
        media: 14,
        tally: makeTally({ positivo: 14, neutro: 15, mixto: 1, negativo: 8 }),
        mainTopic: { title: 'Agua y servicios', notes: 11, tally: makeTally({ neutro: 4, negativo: 7 }) },
        counterTopic: { title: 'Turismo', notes: 10, tally: makeTally({ positivo: 9, neutro: 1 }) },
      }),
    )
    expect(sentence).toBe(
      'El tema del día es agua y servicios: 11 de 38\u00a0notas, 7 negativas. Turismo lo equilibra con 9 positivas.',
    )
  })

  it('never calls neutral what nobody evaluated', () => {
    const sentence = composeDaySentence(
      facts({ notes: 12, media: 5, tally: makeTally({ 'sin evaluar': 12 }) }),
    )
    expect(sentence).toContain('sin evaluar')
    expect(sentence).not.toContain('neutr')
  })

  it('agrees a single note in number and quotes its headline', () => {
    const sentence = composeDaySentence(
      facts({
        notes: 1,
        media: 1,
        tally: makeTally({ negativo: 1 }),
        topHeadline: { title: 'Sin agua en Tala', medium: 'El Correo', notes: 1 },
      }),
    )
    expect(sentence).toBe('Una nota sobre Tala, negativa, en El Correo: “Sin agua en Tala”.')
  })

  it('warns first when fewer than four of five sources were read', () => {
    const sentence = composeDaySentence(
      facts({ notes: 3, media: 2, tally: makeTally({ neutro: 3 }), sourcesRead: 1 }),
    )
    expect(sentence).toMatch(/^Edición incompleta: se leyó 1 de 44\u00a0fuentes\. /)
  })

  it('calls no silence what was not read', () => {
    expect(composeDaySentence(facts({ sourcesRead: 1 }))).toBe(
      'Edición incompleta: se leyó 1 de 44\u00a0fuentes; en lo leído no hay notas sobre Tala.',
    )
    expect(composeDaySentence(facts({ sourcesRead: 0, posts: 2 }))).toBe(
      'Edición incompleta: no se pudo leer ninguna fuente y no se sabe si hubo notas sobre Tala; 2\u00a0menciones solo en redes.',
    )
  })

  it('says that all notes tell one story', () => {
    const sentence = composeDaySentence(
      facts({
        notes: 5,
        media: 5,
        tally: makeTally({ negativo: 5 }),
        topHeadline: { title: 'Sin agua en Tala', medium: 'El Correo', notes: 5 },
      }),
    )
    expect(sentence).toBe(
      'Las 5\u00a0notas del día cuentan la misma historia, “Sin agua en Tala”: todas negativas.',
    )
  })

  it('makes neither of two equal topics the day’s', () => {
    const topic = (title: string) => ({ title, notes: 10, tally: makeTally({ negativo: 10 }) })
    const sentence = composeDaySentence(
      facts({
        notes: 38,
        media: 9,
        tally: makeTally({ negativo: 20, neutro: 18 }),
        equalTopics: [topic('Agua y servicios'), topic('Seguridad')],
      }),
    )
    expect(sentence).toBe(
      'Dos temas van a la par, con 10 de 38\u00a0notas cada uno: agua y servicios; seguridad. En total, 18\u00a0neutras y 20\u00a0negativas.',
    )
  })

  it('says that a topic balances another only with half as many notes of the other tone', () => {
    const day = (positive: number) =>
      composeDaySentence(
        facts({
          notes: 38,
          media: 9,
          tally: makeTally({ negativo: 10, positivo: positive, neutro: 28 - positive }),
          mainTopic: { title: 'Agua', notes: 12, tally: makeTally({ negativo: 10, neutro: 2 }) },
          counterTopic: { title: 'Turismo', notes: positive, tally: makeTally({ positivo: positive }) },
        }),
      )
    expect(day(5)).toMatch(/Turismo lo equilibra con 5 positivas\.$/)
    expect(day(4)).toMatch(/El tema con más positivas es turismo, con 4\.$/)
  })

  it('keeps within 150 characters whatever the topics are called', () => {
    const count = fc.integer({ min: 0, max: 400 })
    const tally = fc.record({
      positivo: count,
      neutro: count,
      mixto: count,
      negativo: count,
      'sin evaluar': count,
    })
    const topic = fc.record({
      title: fc.constantFrom('Agua', 'Salud, bienestar y programas sociales', 'DIF'),
      notes: count,
      tally,
    })
    fc.assert(
      fc.property(
        tally,
        fc.option(topic),
        fc.option(topic),
        fc.integer({ min: 1, max: 44 }),
        (all, main, counter, read) => {
          const notes = Object.values(all).reduce((total, one) => total + one, 0)
          const sentence = composeDaySentence(
            facts({
              notes,
              media: Math.min(notes, 14),
              tally: all,
              mainTopic: main,
              counterTopic: counter,
              sourcesRead: read,
            }),
          )
          expect(sentence.length).toBeLessThanOrEqual(170)
          expect(sentence).toMatch(/\.$/)
          expect(sentence).not.toMatch(/undefined|NaN|null/)
        },
      ),
    )
  })
})

it('says that nothing asks for an answer of the part of the day that the edition is read in', () => {
  const at = (hour: string) =>
    describeNoActions(new Date(`2026-11-13T${hour}:00-06:00`), 'America/Mexico_City')
  expect(at('06:40')).toContain('esta mañana')
  expect(at('14:00')).toContain('esta tarde')
  expect(at('21:30')).toContain('esta noche')
})
