// A person at the command line → what waits for a decision, what was decided, and how often the program agrees with people.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Note } from '../../src/model.ts'
import type { House } from '../../src/pipeline/house.ts'
import { findNotes, findNotesById } from '../../src/store/notes.ts'
import { findOpenReviews } from '../../src/store/reviews.ts'
import { makeFolder, openRegion, type Region, readAll } from '../pipeline/region.ts'
import { type Said, sintesis } from './run.ts'

let root: string
let region: Region
let house: House
let rated: Note

beforeAll(async () => {
  root = await makeFolder('sintesis-decisiones-')
  region = await openRegion()
  house = await region.open()
  await readAll(house)
  const demo = { hosts: Object.fromEntries(region.press.hosts), now: region.clock().toISOString() }
  await writeFile(join(root, 'demo.json'), JSON.stringify(demo))
  const window = { from: new Date(0), to: new Date('2100-01-01') }
  const found = (await findNotes(region.store.db, window)).find(({ tone }) => tone?.label === 'negativo')
  if (found === undefined) throw new Error('no note of the small press is negative')
  rated = found
})
afterAll(async () => {
  await house?.close()
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

const toneOf = async () => (await findNotesById(region.store.db, [rated.id]))[0]?.tone

describe('a tone', () => {
  it('that a person corrects is the one that counts, and the note tells who said what and why', async () => {
    const id = String(rated.id)
    const { code, out } = await run('tone', 'set', id, 'neutro', '--why', 'solo informa', '--by', 'Paola')
    expect(code).toBe(0)
    expect(out).toContain(`Nota ${id}: negativo → neutro.`)
    expect(await toneOf()).toMatchObject({ label: 'neutro', score: 0, confidence: null, needsReview: false })
    const { out: explained } = await run('explain', id)
    expect(explained).toMatch(/^Tono: neutro \(lo dio Paola\)$/m)
    expect(explained).toMatch(
      /^Decisión de Paola, 2026-11-06 06:50: tono negativo → neutro \(solo informa\)$/m,
    )
  })

  it('that does not exist, or of a note that does not, is refused and nothing changes', async () => {
    const before = await toneOf()
    const wrong = await run('tone', 'set', String(rated.id), 'malo')
    expect([wrong.code, wrong.err]).toEqual([
      2,
      'tono: «malo» no es un tono. Hay: positivo, neutro, negativo, mixto, sin evaluar.\n',
    ])
    const unknown = await run('tone', 'set', '999999', 'neutro')
    expect([unknown.code, unknown.err]).toEqual([
      1,
      expect.stringMatching(/^No hay ninguna nota «999999» en el archivo\.$/m),
    ])
    expect(await toneOf()).toEqual(before)
  })

  it('is compared with the one that people gave, and each disagreement is shown', async () => {
    const { out } = await run('tone', 'eval')
    expect(out).toMatch(/^1 notas? calificadas? por personas\.$/m)
    expect(out).toMatch(/^Acuerdo: 0 % de 1; kappa de Cohen .*Signo contrario: 0\.$/m)
    expect(out).toContain(`${rated.id}  negativo → neutro  ${rated.article.title}\n      solo informa`)
    expect(out).toMatch(/^El tono se califica como viene el programa\.$/m)
  })

  it('is not fitted to an office on a single judgement', async () => {
    const { code, out } = await run('tone', 'calibrate')
    expect(code).toBe(0)
    expect(out).toMatch(/^Todavía no alcanza: hacen falta al menos 60 notas calificadas por personas/)
  })

  it('can be asked of a person for notes drawn by lot, which nobody has judged', async () => {
    const { out } = await run('tone', 'sample', '5')
    const ids = [...out.matchAll(/^(\d+) {2}/gm)].map(([, id]) => Number(id))
    expect(ids).toHaveLength(5)
    expect(ids).not.toContain(rated.id)
  })
})

describe('a review', () => {
  it('says what is doubtful and how to decide it, and is gone once decided', async () => {
    const open = await findOpenReviews(region.store.db, 1_000)
    const doubtful = open.find(({ kind }) => kind === 'mencion')
    const { out } = await run('review', '--limit', '1000')
    expect(out).toContain(`Esperan revisión ${open.length}; aquí van ${open.length}.`)
    for (const { noteId, kind, subjectId } of open)
      expect(out).toContain(
        kind === 'tono'
          ? `→ sintesis tone set ${noteId} positivo|neutro|negativo|mixto`
          : `→ sintesis mention set ${noteId} ${subjectId} nuestra|ajena`,
      )
    const [subject] = house.workspace.municipality.subjects
    const noteId = String(doubtful?.noteId ?? rated.id)
    const { code, out: said } = await run(
      'mention',
      'set',
      noteId,
      subject?.id ?? '',
      'ajena',
      '--by',
      'Paola',
    )
    expect(code).toBe(0)
    expect(said).toMatch(/: (nuestra|dudosa|no reconocida) → ajena\.$/m)
    const [note] = await findNotesById(region.store.db, [Number(noteId)])
    expect(note?.mentions.map(({ subjectId }) => subjectId)).not.toContain(subject?.id)
    expect((await run('explain', noteId)).out).toMatch(/^Decisión de Paola, .*: .* → ajena$/m)
  })

  it('of a subject that municipality.yml does not have is refused, with those it has', async () => {
    const { code, err } = await run('mention', 'set', String(rated.id), 'talla', 'nuestra')
    expect(code).toBe(2)
    expect(err).toMatch(/^sujeto: no hay ninguno «talla» en municipality\.yml\. Hay: tala, presidencia,/m)
  })
})
