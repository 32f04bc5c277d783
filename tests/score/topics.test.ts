// What a note is about in general: said when sure, kept silent when not, and given to the section that asked for it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readApart, readHeadlines, readOpenings } from '../../bench/topics/headlines.ts'
import weights from '../../src/score/topic-weights.json' with { type: 'json' }
import { chooseSectionByTopic, listTopicWords, openTopicModel, readTopics } from '../../src/score/topics.ts'
import { makeArticle } from '../match/tala.ts'

const section = (id: string, topics?: Parameters<typeof chooseSectionByTopic>[1][number]['topics']) => ({
  id,
  title: id,
  terms: [],
  ...(topics === undefined ? {} : { topics }),
})

describe('the general topic of a note', () => {
  it.each([
    ['Vecinos llevan cinco días sin agua por falla en la bomba del pozo', 'agua'],
    ['Policías detienen a dos hombres por asalto a una gasolinera', 'seguridad'],
    ['Pavimentan con concreto la avenida y reparan banquetas', 'obra'],
    ['Regidores aprueban en cabildo el presupuesto de egresos', 'gobierno'],
    ['Talamontes derriban encinos en el bosque', 'ambiente'],
    ['El equipo gana la final del torneo de futbol', 'deporte'],
  ])('of «%s» is %s', (title, topic) => {
    const { chances, leastChance } = readTopics(makeArticle(title, []))
    expect(chances[0]?.topic).toBe(topic)
    expect(chances[0]?.chance).toBeGreaterThan(leastChance)
  })

  it('is shared among twelve whose chances add up to one, with the words that speak for the first', () => {
    const article = makeArticle('Reparan la fuga en la red de drenaje', [])
    const { chances } = readTopics(article)
    expect(chances).toHaveLength(12)
    expect(chances.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1)
    expect(listTopicWords(article, 'agua')).toContain('drenaje')
  })

  it('is not said of words that it does not know', () => {
    const article = makeArticle('Zyx qwerty asdfgh', [])
    const reading = readTopics(article)
    expect(listTopicWords(article, 'agua')).toEqual([])
    expect(chooseSectionByTopic(reading, [section('agua', ['agua']), section('obra', ['obra'])])).toBeNull()
  })

  it('adds the topics of a section: what wavers between culture and sport is sure for who has both', () => {
    const reading = {
      chances: [
        { topic: 'cultura', chance: 0.35 },
        { topic: 'deporte', chance: 0.3 },
        { topic: 'agua', chance: 0.35 },
      ],
      leastChance: 0.5,
    } as const
    expect(chooseSectionByTopic(reading, [section('agua', ['agua'])])).toBeNull()
    const both = [section('agua', ['agua']), section('cultura', ['cultura', 'deporte'])]
    expect(chooseSectionByTopic(reading, both)).toMatchObject({
      section: { id: 'cultura' },
      chance: expect.closeTo(0.65),
    })
  })

  it('goes to no section that did not ask for it', () => {
    const reading = readTopics(makeArticle('Policías detienen a dos por robo', []))
    expect(chooseSectionByTopic(reading, [section('seguridad'), section('agua', ['agua'])])).toBeNull()
  })
})

describe('the labelled texts', () => {
  it('keep apart what is measured: nothing of it is among what is learnt', () => {
    const learnt = [...readHeadlines().filter(({ isKeptApart }) => !isKeptApart), ...readOpenings()]
    const titles = new Set(learnt.map(({ title }) => title))
    expect(titles.size).toBe(learnt.length)
    const apart = readApart()
    expect(
      apart.flatMap(({ title, opening }) => [title, opening]).filter((text) => titles.has(text)),
    ).toEqual([])
    expect(Object.values(Object.groupBy(apart, ({ topics }) => topics[0])).map((own) => own.length)).toEqual(
      Array(12).fill(12),
    )
  })
})

describe('the weights', () => {
  it('take at most 64 KB', () => {
    const file = join(import.meta.dirname, '../../src/score/topic-weights.json')
    expect(readFileSync(file).byteLength).toBeLessThanOrEqual(65_536)
  })

  it('are refused when they are cut short', () => {
    expect(() => openTopicModel({ ...weights, weights: weights.weights.slice(0, 400) })).toThrow(
      'topic weights',
    )
  })
})
