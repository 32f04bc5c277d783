// The sample press over HTTP → what a round of every source keeps, what it leaves out, and what each failure costs.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Certificate, EndedItem, Note, Round } from '../../src/model.ts'
import type { House } from '../../src/pipeline/house.ts'
import { findCertificate } from '../../src/store/certificate.ts'
import { findNotes } from '../../src/store/notes.ts'
import { instantAt, openRegion, type Region, readAll } from './region.ts'

const NEEDS_BROWSER = 'ruta70'
const ALWAYS = { from: new Date(0), to: instantAt('2026-12-31T00:00') }

let region: Region
let house: House
let first: readonly Round[]
let second: readonly Round[]
let notes: readonly Note[]
let certificate: Certificate

beforeAll(async () => {
  region = await openRegion({ without: [] })
  house = await region.open()
  first = await readAll(house)
  notes = await findNotes(house.store.db, ALWAYS)
  certificate = await findCertificate(house.store.db, {
    from: new Date(0),
    to: instantAt('2026-11-06T06:50'),
    declaredSources: house.workspace.sources,
    misdeclared: [],
    ourSubjects: house.lens.ourSubjects,
  })
  region.setClock('2026-11-06T06:55')
  second = await readAll(house)
})
afterAll(async () => {
  await house?.close()
  await region?.drop()
})

function roundOf(rounds: readonly Round[], outlet: string): Round {
  const round = rounds.find(({ sourceId }) => sourceId === `mx-jal/${outlet}`)
  if (round === undefined) throw new Error(`no round of ${outlet}`)
  return round
}

function endsOf(rounds: readonly Round[]): EndedItem[] {
  return rounds.flatMap(({ ends }) => ends)
}

/** The note of the press with a defect, and its address. */
function defective(defectId: string): string {
  const defect = region.press.defects.find(({ id }) => id === defectId)
  const [noteId] = defect?.noteIds ?? []
  if (noteId === undefined) throw new Error(`no note with ${defectId}`)
  return region.press.addressOf(noteId)
}

describe('a round of every source', () => {
  it('keeps every note that the press shows, each once and under its own outlet', () => {
    const shown = region.press.notes.filter(
      ({ at, outlet }) => instantAt(at) <= instantAt('2026-11-06T06:50') && outlet !== NEEDS_BROWSER,
    )
    const kept = notes.map(({ article, sourceId }) => `${sourceId} ${region.press.noteAt(article.url)?.id}`)
    expect(kept.toSorted()).toEqual(shown.map(({ id, outlet }) => `mx-jal/${outlet} ${id}`).toSorted())
    expect(shown.length).toBeGreaterThanOrEqual(20)
  })

  it('ends every listed entry in exactly one way, and the ends add up to the certificate', () => {
    const { listed, ...counts } = certificate.counts
    expect(listed).toBe(endsOf(first).length)
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(listed)
    expect(counts.kept).toBe(notes.length)
    const decided = endsOf(first).filter(
      ({ end, reason }) => end !== 'excluded' || !/repetida/.test(reason ?? ''),
    )
    expect(new Set(decided.map(({ url }) => url)).size).toBe(decided.length)
  })

  it('says in Spanish why an entry is no note', () => {
    const reasons = new Map(endsOf(first).map(({ url, reason }) => [new URL(url).pathname, reason]))
    expect(reasons.get('/impreso/portada-2026-11-05.html')).toBe('regla de la fuente: /impreso/')
    expect(reasons.get('/2026/11/02/prueba-de-publicacion-favor-de-ignorar/')).toMatch(/no existe \(404\)/)
    expect(reasons.get('/privado/edicion-digital-5-de-noviembre/')).toMatch(/robots\.txt .* no permite leer/)
  })

  it('gives the certificate the same reasons that the round told', () => {
    const told = endsOf(first).filter(({ end }) => end === 'excluded' || end === 'unreadable')
    const reasons = certificate.reasons.map(({ end, reason }) => `${end}: ${reason}`)
    expect(new Set(reasons)).toEqual(new Set(told.map(({ end, reason }) => `${end}: ${reason}`)))
  })

  it('keeps a page that answers 500 once', () => {
    expect(notes.map(({ article }) => article.url)).toContain(defective('error-500-una-vez'))
  })

  it('keeps a page that answers 403 with the text that its feed carried', () => {
    const note = notes.find(({ article }) => article.url === defective('pagina-403'))
    expect(note?.article.paragraphs.length).toBeGreaterThan(2)
  })

  it('charges a silent, a looping, a forbidding and a script-only outlet with their own failure and no other', () => {
    const failed = first.filter(({ state }) => state === 'con-falla')
    expect(failed.map(({ sourceId }) => sourceId).toSorted()).toEqual([
      'mx-jal/ameca',
      'mx-jal/heraldo',
      'mx-jal/pagina3',
      'mx-jal/ruta70',
    ])
    expect(roundOf(first, 'heraldo').reason).toMatch(/no terminó de responder/)
    expect(roundOf(first, 'ameca').reason).toMatch(/redirige sin fin/)
    expect(roundOf(first, 'pagina3').reason).toMatch(/no permite leerla \(respondió 403\)/)
    expect(roundOf(first, NEEDS_BROWSER).reason).toMatch(/necesita un navegador/)
    expect(endsOf(failed)).toEqual([])
  })

  it('reads an outlet by its second channel when the first lies, and says so', () => {
    expect(roundOf(first, 'zapopan')).toMatchObject({ state: 'leida', channel: 'page' })
    expect(roundOf(first, 'zapopan').reason).toMatch(/se esperaba RSS\/Atom y se encontró una página HTML/)
  })

  it('leaves out a source file with a mistake, names its line, and reads the others', () => {
    expect(house.workspace.faults.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^sources\/mx-jal\/roto\.yml:\d+:\d+: .*«chanels».*«channels»/),
    ])
    expect(first).toHaveLength(house.workspace.sources.length)
  })

  it('keeps nothing twice when it is run again', async () => {
    expect(endsOf(second).filter(({ end }) => end === 'kept' || end === 'unreadable')).toEqual([])
    expect(await findNotes(house.store.db, ALWAYS)).toEqual(notes)
  })
})
