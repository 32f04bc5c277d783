// What outlets repeat, as rows: each note teaches once, two teachers at once lose nothing, and the memory stays bounded.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findCutTexts, findRepeatedBlocks } from '../../src/store/furniture.ts'
import { keepNote } from '../../src/store/notes.ts'
import { openStore } from '../../src/store/open.ts'
import { keepSources } from '../../src/store/sources.ts'
import { openTestStore, type TestStore } from './harness.ts'
import { MORNING, sampleCapture, sampleNote, sampleSource } from './samples.ts'

let store: TestStore
const IDS = ['conteo', 'dos-a-la-vez', 'limite', 'olvido', 'otra-vez', 'corte', 'sin-pagina'].map(
  (name) => `mx-jal/${name}`,
)
beforeAll(async () => {
  store = await openTestStore()
  await keepSources(
    store.db,
    IDS.map((id) => sampleSource(id)),
    MORNING,
  )
})
afterAll(() => store.drop())

const digestOf = (number: number): string => number.toString(16).padStart(16, '0')

let notes = 0
async function teach(
  sourceId: string,
  digests: readonly number[],
  { db }: Pick<TestStore, 'db'> = store,
  url = `https://correo.example/mueble/${++notes}`,
): Promise<number> {
  const note = sampleNote(url, { sourceId, capture: sampleCapture(url) })
  const lesson = { digests: digests.map(digestOf), cut: [] }
  return db.transaction().execute((trx) => keepNote(trx, { ...note, lesson }))
}

test('a block is remembered from its third note on, with its share of the notes since it was first met', async () => {
  await teach('mx-jal/conteo', [1, 2])
  await teach('mx-jal/conteo', [3])
  for (let time = 0; time < 2; time++) await teach('mx-jal/conteo', [2, 4, 4])
  expect(await findRepeatedBlocks(store.db, 'mx-jal/conteo')).toEqual(
    new Map([[digestOf(2), { notes: 3, share: 0.75 }]]),
  )
})

test('a note that is kept again teaches nothing twice', async () => {
  const url = 'https://correo.example/mueble/repetida'
  for (let time = 0; time < 4; time++) await teach('mx-jal/otra-vez', [1], store, url)
  expect(await findRepeatedBlocks(store.db, 'mx-jal/otra-vez')).toEqual(new Map())
})

test('its own reading is no evidence against a note', async () => {
  const ids = []
  for (let time = 0; time < 3; time++) ids.push(await teach('mx-jal/corte', [7]))
  const [first] = ids
  const recalled = await findRepeatedBlocks(store.db, 'mx-jal/corte', first)
  expect(recalled.get(digestOf(7))?.notes).toBe(2)
})

test('two processes that teach one outlet at once lose nothing and never stand in each other’s way', async () => {
  const other = await openStore({ dataFolder: store.dataFolder, databaseUrl: store.databaseUrl })
  const forth = Array.from({ length: 40 }, (_, at) => at + 1)
  const turns = Array.from({ length: 12 }, (_, at) =>
    at % 2 === 0
      ? teach('mx-jal/dos-a-la-vez', forth)
      : teach('mx-jal/dos-a-la-vez', forth.toReversed(), other),
  )
  await Promise.all(turns)
  await other.close()
  const recalled = await findRepeatedBlocks(store.db, 'mx-jal/dos-a-la-vez')
  expect(recalled.size).toBe(40)
  expect([...recalled.values()]).toEqual(Array.from({ length: 40 }, () => ({ notes: 12, share: 1 })))
})

test('an outlet’s memory keeps a thousand blocks, and those that it repeats before all', async () => {
  for (let lesson = 0; lesson < 25; lesson++) {
    const fresh = Array.from({ length: 60 }, (_, at) => 1_000 + lesson * 60 + at)
    await teach('mx-jal/limite', lesson < 3 ? [5, ...fresh] : fresh)
  }
  const { count } = await store.db
    .selectFrom('block_memory')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('source_id', '=', 'mx-jal/limite')
    .executeTakeFirstOrThrow()
  expect(Number(count)).toBe(1_000)
  expect([...(await findRepeatedBlocks(store.db, 'mx-jal/limite')).keys()]).toEqual([digestOf(5)])
})

test('what was not met in four hundred notes is forgotten', async () => {
  for (let time = 0; time < 3; time++) await teach('mx-jal/olvido', [9])
  await store.db
    .updateTable('source_lesson')
    .set({ notes: 424 })
    .where('source_id', '=', 'mx-jal/olvido')
    .execute()
  await teach('mx-jal/olvido', [10])
  expect(await findRepeatedBlocks(store.db, 'mx-jal/olvido')).toEqual(new Map())
})

test('a note that is no page teaches nothing, and nobody says that something was cut from it', async () => {
  const note = sampleNote('https://correo.example/mueble/post', { sourceId: 'mx-jal/sin-pagina' })
  const id = await store.db.transaction().execute((trx) => keepNote(trx, { ...note, lesson: null }))
  expect(await findCutTexts(store.db, id)).toBeNull()
})
