// The archive of the sample press → editions: what their pages say, and that each is published once, whatever dies.
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Edition, Note } from '../../src/model.ts'
import type { House } from '../../src/pipeline/house.ts'
import { listOpenEditions, publishBrief } from '../../src/pipeline/publish.ts'
import { nameTone } from '../../src/report/words/tones.ts'
import { listOtherVoices } from '../../src/score/press.ts'
import { claimEdition, editionLock, findEdition } from '../../src/store/editions.ts'
import { findNotes } from '../../src/store/notes.ts'
import { readPdf, readPrintedAddresses } from './pdf-text.ts'
import { instantAt, listSmallPress, openRegion, publish, type Region, readAll } from './region.ts'

/** Sources that fail always, that need a browser, or whose page shows no list when there are no notes. */
const SILENT_OR_EMPTY = ['heraldo', 'ameca', 'pagina3', 'ruta70', 'canaveral', 'ingenio'].map(
  (id) => `mx-jal/${id}.yml`,
)

let region: Region
let house: House

beforeAll(async () => {
  region = await openRegion()
  house = await region.open()
  await readAll(house)
})
afterAll(async () => {
  await house?.close()
  await region?.drop()
})

describe('the edition of a day with mentions', () => {
  let edition: Edition
  let text: string
  beforeAll(async () => {
    edition = (await publish(house, 'sintesis', '2026-11-06')).edition
    text = (await readPdf(onlyFile(edition))).join(' ')
  })

  /** Notes of the window that speak of the municipality, its own site and accounts of networks apart. */
  async function findOurs(): Promise<Note[]> {
    const own = [...listOtherVoices(house.workspace.sources)]
    return (await findNotes(house.store.db, edition)).filter(
      ({ sourceId, mentions }) =>
        !own.includes(sourceId) &&
        mentions.some(({ subjectId }) => house.lens.ourSubjects.includes(subjectId)),
    )
  }

  it('is one PDF named by place, brief, date and format, of the window up to now', () => {
    expect(edition).toMatchObject({
      number: 1,
      from: instantAt('2026-11-05T07:00'),
      to: instantAt('2026-11-06T06:50'),
    })
    expect(basename(onlyFile(edition))).toBe('tala-sintesis-2026-11-06-carta.pdf')
  })

  it('prints its title, its figures, a headline, every medium that spoke of us, and its seal', async () => {
    const ours = await findOurs()
    const media = new Set(ours.map(({ sourceId }) => sourceId))
    expect(text).toContain('Síntesis informativa')
    expect(text).toContain('Viernes 6 de noviembre de 2026')
    expect(text).toMatch(new RegExp(`\\b${ours.length} ?notas en ${media.size} medios`))
    expect(ours.map(({ article }) => article.title).filter((title) => text.includes(title))).not.toEqual([])
    for (const { id, name } of house.workspace.sources) if (media.has(id)) expect(text).toContain(name)
    expect(text).toContain(edition.ledgerSha256)
  })

  it('tells a post of an account apart, as it was written, with its tone and what its network shows of it', async () => {
    const posts = (await findNotes(house.store.db, edition)).filter(
      ({ sourceId, tone }) => sourceId === 'mx-jal/momento' && tone !== null,
    )
    expect(posts).toHaveLength(1)
    const said = nameTone(posts[0]?.tone?.label ?? 'sin evaluar', 1)
    expect(text.replaceAll('\u00a0', ' ')).toContain(
      `1 mención de 1 cuenta: es ${said}; no se suma a las notas de medios`,
    )
    expect(text).toMatch(
      /Telegram Tala al Momento · 5 nov, 14:02 .*¿Tienes cobijas que ya no usas\?.* 2,500.vistas/,
    )
    expect(text).toContain('De lo que habla del municipio, una publicación es de redes y se cuenta aparte.')
  })

  it('carries a table with one row for each note that it prints', async () => {
    const addresses = (await findOurs()).map(({ article }) => article.url)
    expect((await readPrintedAddresses(onlyFile(edition))).toSorted()).toEqual(addresses.toSorted())
  })

  it('prints in its certificate how many sources were read, which were not and why', () => {
    const due = house.workspace.sources.filter(({ isEnabled }) => isEnabled).length
    expect(text).toContain(`${due - 3} de ${due} fuentes leídas`)
    expect(text).toContain('3 con falla')
    expect(text).toMatch(/Página 3 Jalisco: con falla.*no permite leerla \(respondió 403\)/)
    expect(text).toMatch(/Un archivo mal escrito quedó fuera: sources\/mx-jal\/roto\.yml:8:1/)
    expect(text).not.toContain('Las cuentas no cuadran')
  })

  it('is recorded, and published again it is the same one and nothing is written', async () => {
    const written = await stat(onlyFile(edition), { bigint: true })
    region.setClock('2026-11-06T07:30')
    expect(await publish(house, 'sintesis', '2026-11-06')).toEqual({ edition, isNew: false })
    expect(await findEdition(house.store.db, 'sintesis', '2026-11-06')).toEqual(edition)
    expect((await stat(onlyFile(edition), { bigint: true })).mtimeNs).toBe(written.mtimeNs)
    region.setClock('2026-11-06T06:50')
  })

  it('is drawn to the same bytes again from the same ledger at the same hour, in another folder', async () => {
    const first = await readFile(onlyFile(edition))
    await forgetThatItWasPublished('sintesis', '2026-11-06')
    const other = await region.open({ reports: `${region.workspace}/otra-carpeta` })
    const again = (await publish(other, 'sintesis', '2026-11-06')).edition
    await other.close()
    expect(onlyFile(again)).toBe(`${region.workspace}/otra-carpeta/tala-sintesis-2026-11-06-carta.pdf`)
    expect(again).toMatchObject({ number: edition.number, ledgerSha256: edition.ledgerSha256 })
    expect((await readFile(onlyFile(again))).equals(first)).toBe(true)
  })
})

it('publishes an edition whose process died after the claim with the same number and window', async () => {
  const [from, to] = [instantAt('2026-11-05T07:00'), instantAt('2026-11-06T06:40')]
  const lock = await house.store.tryLock(editionLock('posicionamiento', '2026-11-06'))
  if (lock === null) throw new Error('locked')
  const claim = await house.store.db.transaction().execute((trx) =>
    claimEdition(trx, lock, {
      briefId: 'posicionamiento',
      date: '2026-11-06',
      from: () => from,
      to,
      at: to,
    }),
  )
  await lock.release()
  const { edition, isNew } = await publish(house, 'posicionamiento', '2026-11-06')
  expect(isNew).toBe(true)
  expect(edition).toMatchObject({ ...claim, number: 1, from, to })
  expect((await readPdf(onlyFile(edition))).join(' ')).toContain('Reporte de posicionamiento')
})

describe('an edition whose process died after the claim and that nobody took up in time', () => {
  it('keeps its window: the next one begins where it ends, and it is finished later with its own notes', async () => {
    const left = await openRegion()
    const reader = await left.open()
    try {
      left.setClock('2026-11-05T06:50')
      await readAll(reader)
      const claim = await claimAndDie(reader, '2026-11-05', left.clock())
      left.setClock('2026-11-06T06:50')
      await readAll(reader)
      const next = (await publish(reader, 'sintesis', '2026-11-06')).edition
      expect([next.from, next.number]).toEqual([claim?.to, 2])
      const open = await listOpenEditions(reader)
      expect(open.map(({ brief, date }) => `${brief.id} ${date}`)).toEqual(['sintesis 2026-11-05'])
      const late = await publish(reader, 'sintesis', '2026-11-05')
      expect(late).toMatchObject({ isNew: true, edition: { ...claim, number: 1 } })
      const printed = [
        ...(await readPrintedAddresses(onlyFile(late.edition))),
        ...(await readPrintedAddresses(onlyFile(next))),
      ]
      expect(printed.length).toBeGreaterThan(5)
      expect(new Set(printed).size).toBe(printed.length)
      expect(await listOpenEditions(reader)).toEqual([])
    } finally {
      await reader.close()
      await left.drop()
    }
  })
})

describe('an edition asked for a day that has passed', () => {
  it('covers that day up to its deadline, from where the edition before it ended', async () => {
    const past = await openRegion({ notes: [], without: 'all' })
    const late = await past.open()
    try {
      past.setClock('2026-11-04T06:45')
      const before = (await publish(late, 'sintesis', '2026-11-04')).edition
      past.setClock('2026-11-09T10:00')
      const { edition } = await publish(late, 'sintesis', '2026-11-06')
      expect([edition.from, edition.to]).toEqual([before.to, instantAt('2026-11-06T07:00')])
      const today = (await publish(late, 'sintesis', '2026-11-09')).edition
      expect([today.from, today.to]).toEqual([edition.to, past.clock()])
      const between = (await publish(late, 'sintesis', '2026-11-05')).edition
      expect([between.from, between.to]).toEqual([before.to, instantAt('2026-11-05T07:00')])
    } finally {
      await late.close()
      await past.drop()
    }
  })
})

it("publishes without the analyst's notes when their file has a mistake, and prints the mistake", async () => {
  const quiet = await openRegion({ notes: [], without: 'all' })
  const open = await quiet.open()
  try {
    const folder = join(open.workspace.folder, 'reports/notes')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, '2026-11-06.yml'), 'actions:\n  - act: Salir a medios\n    whi: nadie\n')
    quiet.setClock('2026-11-06T06:50')
    const { edition } = await publish(open, 'sintesis', '2026-11-06')
    const text = (await readPdf(onlyFile(edition))).join(' ').replace(/\s+/g, ' ')
    expect(text).toContain(
      'Un archivo mal escrito quedó fuera: reports/notes/2026-11-06.yml:3:5: la clave «whi» no existe',
    )
  } finally {
    await open.close()
    await quiet.drop()
  }
})

it('gives way to the process that is making the same edition', async () => {
  const brief = house.workspace.briefs.find(({ id }) => id === 'sintesis')
  const lock = await house.store.tryLock(editionLock('sintesis', '2026-11-08'))
  if (brief === undefined || lock === null) throw new Error('no brief or no lock')
  const other = await region.open()
  expect(await publishBrief(other, brief, '2026-11-08')).toBe(null)
  await other.close()
  await lock.release()
  expect(await findEdition(house.store.db, 'sintesis', '2026-11-08')).toBe(null)
})

it('publishes the edition of a day without mentions, and says that all sources were read', async () => {
  const quiet = await openRegion({
    notes: listSmallPress().filter(({ id }) => /^s(60|64|84)/.test(id)),
    without: SILENT_OR_EMPTY,
  })
  const empty = await quiet.open()
  try {
    await readAll(empty)
    const { edition } = await publish(empty, 'sintesis', '2026-11-06')
    const text = (await readPdf(onlyFile(edition))).join(' ')
    const count = empty.workspace.sources.length
    expect(text).toContain(`Día sin notas sobre Tala: ${count} de ${count} fuentes leídas, sin menciones.`)
  } finally {
    await empty.close()
    await quiet.drop()
  }
})

/** Claims the síntesis of a date, cut at `to`, as a process does that dies before anything is drawn. */
async function claimAndDie({ store }: House, date: string, to: Date) {
  const lock = await store.tryLock(editionLock('sintesis', date))
  if (lock === null) throw new Error('locked')
  const from = () => new Date(to.getTime() - 86_400_000)
  const request = { briefId: 'sintesis', date, from, to, at: to }
  const claim = await store.db.transaction().execute((trx) => claimEdition(trx, lock, request))
  await lock.release()
  return claim
}

function onlyFile({ files }: Edition): string {
  const [file, ...others] = files
  if (file === undefined || others.length > 0) throw new Error(`files: ${files.join(', ')}`)
  return file
}

/** The state in which a process leaves the archive that dies between the file and its record. */
async function forgetThatItWasPublished(briefId: string, date: string): Promise<void> {
  await house.store.db
    .updateTable('edition')
    .set({ published_at: null, files: [], ledger_sha256: null })
    .where('brief_id', '=', briefId)
    .where('date', '=', date)
    .execute()
}
