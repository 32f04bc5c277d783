// A boletín whose file arrives after the press has printed it → traced all the same, once, whatever happens meanwhile.
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { House } from '../../src/pipeline/house.ts'
import { followNewBoletines, retraceBoletines } from '../../src/pipeline/new-boletines.ts'
import { findNotes } from '../../src/store/notes.ts'
import { instantAt, openRegion, publish, type Region, readAll } from './region.ts'

const FOLIO = '2026/0226'
const FILE = 'boletines/2026/0226-colecta-de-cobijas.md'

let region: Region
let aside: string

beforeAll(async () => {
  region = await openRegion()
  aside = join(region.workspace, '0226.md')
  await rename(join(region.workspace, FILE), aside)
  const house = await region.open()
  await readAll(house)
  await house.close()
})
afterAll(() => region?.drop())

beforeEach(async () => {
  await forgetPickups()
  await region.store.db.deleteFrom('edition_content').execute()
  await region.store.db.deleteFrom('edition').execute()
  await region.store.db.deleteFrom('boletin').where('folio', '=', FOLIO).execute()
  await writeFile(join(region.workspace, FILE), await readFile(aside))
})

async function forgetPickups(): Promise<void> {
  await region.store.db.deleteFrom('passage').where('folio', '=', FOLIO).execute()
  await region.store.db.deleteFrom('pickup').where('folio', '=', FOLIO).execute()
}

async function withHouse<T>(work: (house: House) => Promise<T>): Promise<T> {
  const house = await region.open()
  try {
    return await work(house)
  } finally {
    await house.close()
  }
}

/** Notes that reprint the boletín, by their id in the press, with how the truth and the archive call it. */
async function findReprints(): Promise<{ id: string; truth: string; found: string }[]> {
  const notes = await findNotes(region.store.db, { from: new Date(0), to: instantAt('2027-01-01T00:00') })
  return notes.flatMap((note) => {
    const pickups = note.pickups.filter(({ folio }) => folio === FOLIO)
    const pressNote = region.press.noteAt(note.article.url)
    const truth = pressNote?.truth.pickup?.folio === FOLIO ? pressNote.truth.pickup.kind : 'ninguna'
    return pickups.map(({ kind }) => ({ id: pressNote?.id ?? note.article.url, truth, found: kind }))
  })
}

const EXPECTED = [
  { id: 's06-a', truth: 'integra', found: 'integra' },
  { id: 's06-b', truth: 'integra', found: 'integra' },
  { id: 's06-d', truth: 'editada', found: 'editada' },
  { id: 's06-e', truth: 'editada', found: 'editada' },
]

const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id)

describe('a boletín whose file arrives late', () => {
  it('is not in the archive while its file is not', async () => {
    await rm(join(region.workspace, FILE))
    await withHouse(followNewBoletines)
    expect(await findReprints()).toEqual([])
  })

  it('is traced in the notes that were kept before it', async () => {
    await withHouse(followNewBoletines)
    expect((await findReprints()).toSorted(byId)).toEqual(EXPECTED)
  })

  it('is traced once when it is followed again', async () => {
    await withHouse(followNewBoletines)
    await withHouse(followNewBoletines)
    expect(await findReprints()).toHaveLength(EXPECTED.length)
  })

  it('is traced once when several tasks and processes follow it at the same moment', async () => {
    await withHouse((one) =>
      withHouse((other) =>
        Promise.all([
          followNewBoletines(one),
          followNewBoletines(one),
          followNewBoletines(other).then(() => retraceBoletines(other, new Date(0))),
          followNewBoletines(other).then(() => retraceBoletines(other, new Date(0))),
        ]),
      ),
    )
    expect((await findReprints()).toSorted(byId)).toEqual(EXPECTED)
  })

  it('is traced in every note by the next run when the process died on the way', async () => {
    await withHouse(async (house) => {
      const broken = await breakAtTheFirstPassage(() => followNewBoletines(house))
      expect(broken).toBeInstanceOf(Error)
    })
    await withHouse(followNewBoletines)
    expect((await findReprints()).toSorted(byId)).toEqual(EXPECTED)
  })

  it('is in an edition that is published with no round in between', async () => {
    await withHouse((house) => publish(house, 'sintesis', '2026-11-06'))
    expect((await findReprints()).toSorted(byId)).toEqual(EXPECTED)
  })

  it('is traced before an edition in notes that a round with older eyes kept after it was followed', async () => {
    await withHouse(async (house) => {
      await followNewBoletines(house)
      await forgetPickups()
      await publish(house, 'sintesis', '2026-11-06')
    })
    expect((await findReprints()).toSorted(byId)).toEqual(EXPECTED)
  })
})

/** Runs a task whose first passage waits for a lock, and ends its session there, as the death of its process would. */
async function breakAtTheFirstPassage(task: () => Promise<void>): Promise<unknown> {
  return region.store.db.transaction().execute(async (trx) => {
    await sql`lock table passage in share mode`.execute(trx)
    const ending = task().catch((error: unknown) => error)
    for (;;) {
      const { rows } = await sql<{ pid: number }>`
        select pid from pg_locks where not granted and relation = 'passage'::regclass`.execute(trx)
      const [waiting] = rows
      if (waiting !== undefined) {
        await sql`select pg_terminate_backend(${waiting.pid})`.execute(trx)
        return ending
      }
    }
  })
}
