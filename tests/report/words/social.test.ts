// What was said in networks → one sentence that a person could say, whatever its numbers.
import { describe, expect, it } from 'vitest'
import { composeSocialSentence, printMetrics, type SocialFacts } from '../../../src/report/words/social.ts'

const say = (facts: Partial<SocialFacts>): string =>
  composeSocialSentence({
    posts: 214,
    accounts: { count: 131, isWhole: true },
    topic: null,
    evaluated: 214,
    negative: 92,
    only: null,
    ...facts,
  })
    .join('')
    .replaceAll('\u00a0', ' ')

describe('the sentence about networks', () => {
  it('says how many posts of how many accounts, how many are against, what they are about, and that they stand apart', () => {
    expect(say({ topic: { title: 'Agua y servicios', posts: 86 } })).toBe(
      '214 menciones de 131 cuentas: el 43 % es negativo y el tema más frecuente es Agua y servicios (86); no se suman a las notas de medios.',
    )
  })

  it.each([
    [{ posts: 7, evaluated: 7, negative: 3 }, '3 de 7 son negativas'],
    [{ posts: 7, evaluated: 7, negative: 1 }, '1 de 7 es negativa'],
    [{ posts: 7, evaluated: 5, negative: 2 }, '2 de las 5 evaluadas son negativas'],
    [{ posts: 7, evaluated: 7, negative: 7 }, 'todas son negativas'],
    [{ posts: 7, evaluated: 3, negative: 3 }, 'todas las evaluadas son negativas'],
    [{ posts: 7, evaluated: 1, negative: 1 }, 'la única evaluada es negativa'],
    [{ posts: 7, evaluated: 7, negative: 0 }, 'ninguna es negativa'],
    [{ posts: 7, evaluated: 5, negative: 0 }, 'ninguna de las evaluadas es negativa'],
    [{ posts: 7, evaluated: 0, negative: 0 }, 'ninguna está evaluada'],
    [{ posts: 40, evaluated: 20, negative: 5 }, 'el 25 % de las evaluadas es negativo'],
  ])('gives a share only of ten or more: %j', (facts, tone) => {
    expect(say(facts)).toContain(`: ${tone}; no se suman`)
  })

  it('of a single post says its tone, in singular', () => {
    const one = { posts: 1, accounts: { count: 1, isWhole: true }, evaluated: 1, negative: 0 }
    expect(say({ ...one, only: 'mixto' })).toBe(
      '1 mención de 1 cuenta: es mixta; no se suma a las notas de medios.',
    )
    expect(say({ ...one, evaluated: 0, only: 'sin evaluar' })).toContain(': no está evaluada; no se suma')
  })

  it('says no more of who wrote than it knows', () => {
    expect(say({ accounts: { count: 12, isWhole: false } })).toMatch(/^214 menciones de al menos 12 cuentas:/)
    expect(say({ accounts: { count: 0, isWhole: false } })).toMatch(/^214 menciones: el 43 %/)
  })
})

describe('what a network shows of a post', () => {
  it('bears the names that the network gives it, in singular and plural', () => {
    const print = (network: string) =>
      printMetrics(network, { views: 18_000, reactions: 1, comments: 2, shares: 1 })?.replaceAll(
        '\u00a0',
        ' ',
      )
    expect(print('Facebook')).toBe('18,000 vistas · 1 reacción · 2 comentarios · 1 compartido')
    expect(print('X')).toBe('18,000 impresiones · 1 me gusta · 2 comentarios · 1 republicación')
    expect(print('Mastodon')).toBe('18,000 vistas · 1 favorito · 2 comentarios · 1 impulso')
  })

  it('is nothing where it shows nothing: unknown is not zero', () => {
    expect(printMetrics('X', { views: null, reactions: null, comments: null, shares: null })).toBeNull()
    expect(printMetrics('X', undefined)).toBeNull()
    expect(printMetrics('X', { views: null, reactions: 0, comments: null, shares: null })).toContain('0')
  })
})
