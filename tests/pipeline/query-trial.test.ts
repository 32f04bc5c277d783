// A query tried on an archive: what it finds and why, what it misses, and how it stands against a subject.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../src/model.ts'
import { tryQuery } from '../../src/pipeline/query-trial.ts'
import { keepNote } from '../../src/store/notes.ts'
import { keepSources } from '../../src/store/sources.ts'
import { parseQuery } from '../../src/text/query.ts'
import { SUBJECTS } from '../match/tala.ts'
import { openTestStore, type TestStore } from '../store/harness.ts'
import {
  MORNING,
  minutesLater,
  OURS,
  sampleArticle,
  sampleCapture,
  sampleNote,
  sampleSource,
} from '../store/samples.ts'

const NOTES: readonly [name: string, title: string, paragraph: string, minutes: number][] = [
  ['a', 'Tapan baches en Tala', 'Fue en la calle Hidalgo.', 0],
  ['b', 'Un bache más', 'Vecinos de la calle Hidalgo protestan.', 1],
  ['c', 'Feria en Tala', 'Habrá música en la plaza.', 2],
  ['d', 'Baches de hace un mes', 'En la Hidalgo.', -45 * 24 * 60],
]

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
  await keepSources(store.db, [sampleSource()], MORNING)
  for (const [name, title, paragraph, minutes] of NOTES) {
    const url = `https://correo.example/${name}`
    const changes: Partial<Article> = {
      title,
      standfirst: null,
      paragraphs: [paragraph],
      publishedAt: minutesLater(minutes),
    }
    const capture = { ...sampleCapture(url), takenAt: minutesLater(minutes) }
    const mentions = name === 'a' || name === 'c' ? [OURS] : []
    await store.db
      .transaction()
      .execute((trx) =>
        keepNote(trx, sampleNote(url, { capture, article: sampleArticle(url, changes), mentions })),
      )
  }
})
afterAll(() => store?.drop())

const tried = (query: string, subjectId: string | null = null) => {
  const workspace = { sources: [sampleSource()], municipality: { subjects: SUBJECTS } }
  const archive = { store, clock: () => minutesLater(60), workspace, withdrawn: [] } as unknown as Parameters<
    typeof tryQuery
  >[0]
  return tryQuery(archive, parseQuery(query), { days: 28, subjectId })
}

describe('tryQuery', () => {
  it('finds the notes of the days asked for, ours first, with the words that matched', async () => {
    const { notes, found } = await tried('bache*')
    expect(notes).toBe(3)
    expect(found.map(({ title, isOurs }) => [title, isOurs])).toEqual([
      ['Tapan baches en Tala', true],
      ['Un bache más', false],
    ])
    expect(found[0]).toMatchObject({
      sourceName: 'El Correo de Tala',
      extracts: [{ place: 'el título', hit: 'baches' }],
    })
  })

  it('tells each note that it misses once, under the least change that finds it', async () => {
    const { found, missed } = await tried('bache AND plaza')
    expect(found).toEqual([])
    expect(missed.map(({ change, notes }) => [change, notes.map(({ title }) => title)])).toEqual([
      ['si no pidiera «bache»', ['Feria en Tala']],
      ['si no pidiera «plaza»', ['Un bache más']],
    ])
    expect((await tried('bache AND Hidalgo')).missed[0]).toMatchObject({
      change: 'con ~bache (plural y género)',
      notes: [{ title: 'Tapan baches en Tala', extracts: [{ hit: 'baches' }, { hit: 'Hidalgo' }] }],
    })
  })

  it('lists what is a subject today and the query does not find', async () => {
    const { unfoundOfSubject } = await tried('bache*', OURS.subjectId)
    expect(unfoundOfSubject?.map(({ title }) => title)).toEqual(['Feria en Tala'])
    expect((await tried('bache*')).unfoundOfSubject).toBeNull()
  })
})
