// Notes that tell a boletín in other words → proposed to a person; notes of the same topic, people or boilerplate are not.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startInventing } from '../../bench/pickup/invented.ts'
import { countPress, readPressArticle, readSentBoletines } from '../../bench/pickup/probable.ts'
import { startRewriting } from '../../bench/pickup/rewritten.ts'
import { instantOf } from '../../bench/press/calendar.ts'
import { type PressNote, readPressBoletines, readStories } from '../../bench/press/stories.ts'
import { makeRandom } from '../../bench/random.ts'
import { prepareBoletines } from '../../src/match/boletines.ts'
import { tracePickups } from '../../src/match/pickups.ts'
import { prepareProbable, proposeBoletin } from '../../src/match/probable.ts'
import { reportsItself } from '../../src/match/probable-voice.ts'
import type { Boletin } from '../../src/model.ts'
import { makeArticle } from './tala.ts'

const HOUR = 3_600_000
const press = join(import.meta.dirname, '../../bench/press')
const notes = readStories(join(press, 'stories'), readPressBoletines(join(press, 'workspace/boletines/2026')))
const boletines = readSentBoletines()
const index = prepareProbable(boletines)
const background = countPress(notes)

function noteOf(id: string): PressNote {
  const note = notes.find((each) => each.id === id)
  if (note === undefined) throw new Error(`no note ${id}`)
  return note
}
const propose = (id: string, at = instantOf(noteOf(id).at)) =>
  proposeBoletin(readPressArticle({ ...noteOf(id) }), at, index, background)

describe('a note of the sample press that tells a boletín in other words', () => {
  it('is proposed with the figures that both have, though it reprints no passage', () => {
    const note = noteOf('s11-b')
    expect(tracePickups(readPressArticle(note), instantOf(note.at), prepareBoletines(boletines))).toEqual([])
    expect(propose('s11-b')).toMatchObject({
      folio: '2026/0231',
      figures: ['23', '75 %'],
      lagHours: expect.any(Number),
    })
  })

  it('would be proposed too where its passages were not found, with names of people and places as it writes them', () => {
    const found = propose('s02-c')
    expect(found).toMatchObject({ folio: '2026/0222' })
    expect(found?.names).toEqual(expect.arrayContaining(['Rubén Amezcua Tejeda', 'Privada del Trapiche']))
    expect(found?.figures).toEqual(expect.arrayContaining(['312 tomas', '190 familias']))
  })

  it('is not proposed before the boletín was sent, nor four days after', () => {
    const { sentAt } = boletines.find(({ folio }) => folio === '2026/0231') as Boletin
    const article = readPressArticle(noteOf('s11-b'))
    const at = (hours: number) => new Date(sentAt.getTime() + hours * HOUR)
    const tell = (hours: number) =>
      proposeBoletin({ ...article, publishedAt: at(hours) }, at(hours), index, background)?.folio ?? null
    expect([-2, 1, 71, 73].map(tell)).toEqual([null, '2026/0231', '2026/0231', null])
  })
})

describe('a note of the sample press', () => {
  it('is proposed for no boletín but the one it comes from', () => {
    const due = (note: PressNote) => note.truth.pickup?.folio ?? (note.id === 's11-b' ? '2026/0231' : null)
    const wrong = notes.filter((note) => {
      const folio = propose(note.id)?.folio ?? null
      return note.outlet !== 'gobierno' && folio !== null && folio !== due(note)
    })
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  it('of a reporter who went and asked is their own, whatever figures of the boletín they check', () => {
    const note = noteOf('s02-f')
    const silent = {
      ...note,
      paragraphs: note.paragraphs.map((text) => text.replace(/Recorrimos|Platicamos/g, '')),
    }
    const at = instantOf(note.at)
    expect(proposeBoletin(readPressArticle(silent), at, index, background)?.folio).toBe('2026/0222')
    expect(propose('s02-f')).toBeNull()
  })
})

describe('an outlet', () => {
  it('reports itself when it says that it asked, not when somebody it quotes does', () => {
    expect(reportsItself(['En entrevista, la alcaldesa negó el hecho.'])).toBe(true)
    expect(reportsItself(['El director nos confirmó la fecha.'])).toBe(true)
    expect(reportsItself(['“Recorrimos la colonia y nos dijeron que falta agua”, señaló el edil.'])).toBe(
      false,
    )
    expect(reportsItself(['El Ayuntamiento entregó 40 becas.'])).toBe(false)
  })
})

describe('boletines of a series with the same boilerplate', () => {
  const random = makeRandom(8)
  const rewriter = startRewriting(startInventing(notes, random), random)
  const first = rewriter.inventFactual(0)
  const series = [first]
  for (let number = 1; number < 6; number += 1)
    series.push(rewriter.inventNext(series.at(-1) ?? first, number))
  const both = prepareProbable([...series, ...boletines])
  const ask = (paragraphs: readonly string[], of: Boletin) => {
    const at = new Date(of.sentAt.getTime() + 12 * HOUR)
    return proposeBoletin(makeArticle('Una nota', paragraphs, { publishedAt: at, hasHour: true }), at, both)
  }

  it('are not taken for each other when one is retold', () => {
    const answers = series.flatMap((boletin) =>
      Array.from({ length: 20 }, () => ({
        due: boletin.folio,
        given: ask(rewriter.rewrite(boletin), boletin)?.folio,
      })),
    )
    const given = answers.filter((each) => each.given !== undefined)
    expect(given.filter((each) => each.given !== each.due)).toEqual([])
    expect(given.length).toBeGreaterThan(answers.length / 2)
  })

  it('are not proposed for the same work, people and places at another fact', () => {
    const answers = series.flatMap((boletin) =>
      Array.from({ length: 20 }, () => ask(rewriter.tellOther(boletin), boletin)),
    )
    expect(answers.filter((each) => each !== null).length).toBeLessThanOrEqual(answers.length / 50)
  })

  it('leave a note that has nothing but their boilerplate to nobody', () => {
    const closing = first.paragraphs.at(-1) ?? ''
    expect(ask([closing, closing], first)).toBeNull()
  })
})
