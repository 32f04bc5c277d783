import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readAnalystNotes } from '../../src/config/analyst-notes.ts'
import { readBoletin } from '../../src/config/boletines.ts'
import { nextFolio, writeBoletin } from '../../src/config/new-boletin.ts'
import {
  findTwin,
  idForSource,
  type NewSource,
  renderSource,
  writeSource,
} from '../../src/config/new-source.ts'
import { findState, writeWorkspace } from '../../src/config/new-workspace.ts'
import { readSource } from '../../src/config/sources.ts'
import { readWorkspace } from '../../src/config/workspace.ts'
import type { Channel } from '../../src/model.ts'

const ZONE = 'America/Mexico_City'
const SOURCE: NewSource = {
  name: 'La Voz: del «Cañaveral» #1',
  url: 'https://voz.example.mx/',
  medium: 'portal',
  state: 'MX-JAL',
  city: 'Tala',
  tier: 3,
  channels: [
    { kind: 'feed', url: 'https://voz.example.mx/feed/' },
    {
      kind: 'page',
      url: 'https://voz.example.mx/',
      select: {
        item: 'article',
        link: { selector: 'h2 > a', value: 'href' },
        title: null,
        date: { selector: 'time', value: 'datetime' },
        summary: null,
      },
    },
  ],
  verified: { on: '2026-11-13', evidence: 'lo anuncia la portada: 12 notas' },
  remarks: ['WordPress', 'No sirve: feed https://voz.example.mx/rss · 404'],
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'new-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('a new source', () => {
  it('is written in the form that is read back, with its remarks as comments', () => {
    const text = renderSource(SOURCE)
    expect(text).toContain('# No sirve: feed https://voz.example.mx/rss · 404')
    expect(readSource('x.yml', text, 'mx-jal/voz', ZONE)).toMatchObject({
      ok: true,
      value: { name: SOURCE.name, channels: SOURCE.channels, verified: SOURCE.verified, everyMinutes: 60 },
    })
  })

  it('gets a file name of plain letters in the folder of its state', () => {
    expect(idForSource(SOURCE)).toBe('mx-jal/la-voz-del-canaveral-1')
    expect(idForSource({ name: '¡¿?!', state: null })).toBe('mx/sin-nombre')
  })

  it('never overwrites a file that exists', async () => {
    await writeSource(folder, SOURCE)
    await expect(writeSource(folder, SOURCE)).rejects.toThrow('ya existe; edítalo o usa otro nombre')
  })

  it('is recognised as one that is declared already by its domain, not by its name', async () => {
    await writeWorkspace(folder, {
      name: 'Tala',
      state: 'Jalisco',
      office: 'CS',
      contact: 'a@b.mx',
      mayor: null,
    })
    await writeSource(folder, SOURCE)
    const workspace = await readWorkspace(folder)
    expect(findTwin(workspace, 'https://www.voz.example.mx/local', [])).toBe('mx-jal/la-voz-del-canaveral-1')
    expect(findTwin(workspace, 'https://otra.mx/', [])).toBeNull()
    const channel = { kind: 'telegram', url: 'https://t.me/s/tala' } as const
    await writeSource(folder, { ...SOURCE, name: 'Tala', url: channel.url, channels: [channel] })
    const networked = await readWorkspace(folder)
    expect(findTwin(networked, 'https://t.me/s/ameca', [])).toBeNull()
    expect(findTwin(networked, channel.url, [channel])).toBe('mx-jal/tala')
  })

  it('declares together the channels that are to be read together', async () => {
    const feeds = ['/local/rss', '/policia/rss'].map(
      (path): Channel => ({ kind: 'feed', url: SOURCE.url + path }),
    )
    const sitemap: Channel = { kind: 'sitemap', url: `${SOURCE.url}/sitemap.xml` }
    const together = [feeds.map(({ url }) => url)]
    const text = renderSource({ ...SOURCE, channels: [...feeds, sitemap], together })
    const read = readSource('x.yml', text, 'x', 'America/Mexico_City')
    expect(read.ok ? read.value : read.faults).toMatchObject({ channels: [...feeds, sitemap], together })
  })
})

describe('a new workspace', () => {
  it('reads back without a fault, with the outlets of its state and those of the nation', async () => {
    const answers = {
      name: 'San Luis Río',
      state: 'san luis potosi',
      office: 'CS',
      contact: 'a@b.mx',
      mayor: 'Ana Ruiz',
    }
    await writeWorkspace(folder, answers)
    const workspace = await readWorkspace(folder)
    expect(workspace.faults).toEqual([])
    expect(workspace.municipality).toMatchObject({
      name: 'San Luis Río',
      state: 'MX-SLP',
      stateName: 'San Luis Potosí',
    })
    expect(workspace.municipality.subjects.map(({ role }) => role)).toEqual(['municipio', 'persona'])
    expect(workspace.municipality.sections.length).toBeGreaterThan(3)
    expect(new Set(workspace.sources.map(({ id }) => id.split('/')[0]))).toEqual(new Set(['mx', 'mx-slp']))
    expect(workspace.briefs.map(({ id }) => id)).toEqual(['posicionamiento', 'sintesis'])
  })

  it('refuses a folder that has one', async () => {
    const answers = { name: 'Tala', state: 'Jalisco', office: 'CS', contact: 'a@b.mx', mayor: null }
    await writeWorkspace(folder, answers)
    await expect(writeWorkspace(folder, answers)).rejects.toThrow('ya existe; edítalo o elige otra carpeta')
  })

  it('knows a state by name without accents and by code, and no other', () => {
    expect(findState('michoacan')).toBe('MX-MIC')
    expect(findState('mx-jal')).toBe('MX-JAL')
    expect(findState('Cataluña')).toBeNull()
  })
})

describe('a new boletín', () => {
  it('gets the folio after the last of its year and reads back as it was written', async () => {
    const sentAt = new Date('2026-11-13T18:05:00Z')
    const old = { folio: '2026/0045', title: 'x', paragraphs: [], dependencia: null, sentAt, file: 'x' }
    const boletin = {
      folio: null,
      title: 'Año «nuevo»: feria',
      paragraphs: ['Uno.', 'Dos.'],
      dependencia: 'Turismo',
      sentAt,
    }
    const { folio, file } = await writeBoletin(folder, [old], boletin, ZONE)
    expect({ folio, file }).toEqual({ folio: '2026/0046', file: 'boletines/2026/0046-ano-nuevo-feria.md' })
    const text = await readFile(join(folder, file), 'utf8')
    expect(readBoletin(file, text, ZONE)).toEqual({ ok: true, value: { ...boletin, folio, file } })
  })

  it('starts each year at 0001', () => {
    expect(nextFolio([], 2027)).toBe('2027/0001')
  })
})

describe("the analyst's notes of an edition", () => {
  it('are absent when nobody wrote them, and a mistake in them is told with its line', async () => {
    await writeWorkspace(folder, {
      name: 'Tala',
      state: 'Jalisco',
      office: 'CS',
      contact: 'a@b.mx',
      mayor: null,
    })
    expect(await readAnalystNotes(folder, '2026-11-13')).toBeNull()
    const file = join(folder, 'reports/notes')
    await import('node:fs/promises').then(({ mkdir }) => mkdir(file))
    await writeFile(join(file, '2026-11-13.yml'), "agenda:\n  - { hour: '11:00', text: Feria }\n")
    expect(await readAnalystNotes(folder, '2026-11-13')).toMatchObject({
      agenda: [{ hour: '11:00', text: 'Feria' }],
    })
    await writeFile(join(file, '2026-11-13.yml'), "agenda:\n  - { hora: '11:00', text: Feria }\n")
    await expect(readAnalystNotes(folder, '2026-11-13')).rejects.toThrow(
      '2026-11-13.yml:2:7: la clave «hora» no existe',
    )
  })
})
