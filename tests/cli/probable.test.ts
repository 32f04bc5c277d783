// A small press that tells a boletín in other words → proposed, listed, confirmed by a person, explained; counted only then.
import { appendFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PressNote, readPressBoletines, readStories } from '../../bench/press/stories.ts'
import type { Note } from '../../src/model.ts'
import { followNewBoletines } from '../../src/pipeline/new-boletines.ts'
import { findNotes } from '../../src/store/notes.ts'
import { findProbable } from '../../src/store/probable.ts'
import { makeFolder, openRegion, type Region, readAll } from '../pipeline/region.ts'
import { type Said, sintesis } from './run.ts'

const FOLIO = '2026/0231'
const press = join(import.meta.dirname, '../../bench/press')

let root: string
let region: Region

/** Day of the discount on the predial: its boletín, who copies it, who tells it and who goes to see the queue. */
function listNotes(): PressNote[] {
  const boletines = readPressBoletines(join(press, 'workspace/boletines/2026'))
  return readStories(join(press, 'stories'), boletines).filter(({ id }) => /^s(11|34|60|64|80)-/.test(id))
}

beforeAll(async () => {
  root = await makeFolder('sintesis-probables-')
  region = await openRegion({ notes: listNotes() })
  /* The outlet that tells it lives on a network alone: its file says that its posts are notes. */
  await appendFile(join(region.workspace, 'sources/mx-jal/momento.yml'), 'press: true\n')
  region.setClock('2026-11-12T20:00')
  const house = await region.open()
  try {
    await followNewBoletines(house)
    await readAll(house)
  } finally {
    await house.close()
  }
  const demo = { hosts: Object.fromEntries(region.press.hosts), now: region.clock().toISOString() }
  await writeFile(join(root, 'demo.json'), JSON.stringify(demo))
})
afterAll(async () => {
  await region?.drop()
  await rm(root, { recursive: true, force: true })
})

const run = (...args: string[]): Promise<Said> =>
  sintesis(args, {
    cwd: root,
    env: {
      SINTESIS_DEMO: join(root, 'demo.json'),
      SINTESIS_WORKSPACE: region.workspace,
      DATABASE_URL: region.store.databaseUrl,
    },
  })

async function findAll(): Promise<Note[]> {
  return findNotes(region.store.db, { from: new Date(0), to: new Date('2100-01-01') })
}

async function findRetold(): Promise<Note> {
  const note = (await findAll()).find(({ article }) => region.press.noteAt(article.url)?.id === 's11-b')
  if (note === undefined) throw new Error('s11-b was not kept')
  return note
}

describe('a note that tells a boletín in other words', () => {
  it('is the only one proposed, and is no pickup yet', async () => {
    const notes = await findAll()
    const proposed = await findProbable(
      region.store.db,
      notes.map(({ id }) => id),
    )
    const ids = notes
      .filter(({ id }) => proposed.has(id))
      .map(({ article }) => region.press.noteAt(article.url)?.id)
    expect(ids).toEqual(['s11-b'])
    expect((await findRetold()).pickups).toEqual([])
  })

  it('waits for a person with the figures that both have and the command that decides', async () => {
    const { id } = await findRetold()
    const { code, out } = await run('review', '--limit', '1000')
    expect(code).toBe(0)
    expect(out).toContain(`¿Cuenta el boletín ${FOLIO} con otras palabras?`)
    expect(out).toContain('comparten «23»')
    expect(out).toContain(`→ sintesis boletin confirm ${id} ${FOLIO} si|no --why "…"`)
    const { out: explained } = await run('explain', String(id))
    expect(explained).toContain(`Boletín ${FOLIO}: probable, sin confirmar; no cuenta como publicado`)
  })

  it('is refused a decision that is none, or about a boletín that does not exist', async () => {
    const { id } = await findRetold()
    const vague = await run('boletin', 'confirm', String(id), FOLIO, 'quizá')
    expect([vague.code, vague.err]).toEqual([2, 'decisión: «quizá» no se entiende. Escribe «si» o «no».\n'])
    const unknown = await run('boletin', 'confirm', String(id), '2026/9999', 'si')
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('no hay boletín «2026/9999»')])
  })

  it('counts as cited once a person confirms it, and tells who, when and why', async () => {
    const { id } = await findRetold()
    const { code, out } = await run(
      ...['boletin', 'confirm', String(id), FOLIO, 'si', '--why', 'mismos horarios', '--by', 'Paola'],
    )
    expect([code, out]).toEqual([
      0,
      expect.stringContaining(`Nota ${id}, boletín ${FOLIO}: probable → citada.`),
    ])
    expect((await findRetold()).pickups).toMatchObject([
      { folio: FOLIO, kind: 'citada', confirmedBy: 'Paola' },
    ])
    const { out: explained } = await run('explain', String(id))
    expect(explained).toMatch(/^Boletín 2026\/0231: citada, confirmado por Paola/m)
    expect(explained).toMatch(
      /^Decisión de Paola, 2026-11-12 20:00: boletín 2026\/0231: probable → citada \(mismos horarios\)$/m,
    )
    expect((await run('review', '--limit', '1000')).out).not.toContain('con otras palabras')
  })

  it('counts no more when the person takes it back', async () => {
    const { id } = await findRetold()
    const { out } = await run('boletin', 'confirm', String(id), FOLIO, 'no', '--by', 'Paola')
    expect(out).toContain(`Nota ${id}, boletín ${FOLIO}: citada → no.`)
    expect((await findRetold()).pickups).toEqual([])
  })
})
