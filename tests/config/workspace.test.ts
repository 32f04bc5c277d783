import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readWorkspace } from '../../src/config/workspace.ts'

const MUNICIPALITY = `name: Tala
state: MX-JAL
stateName: Jalisco
office: Dirección de Comunicación Social
contact: comunicacion@tala.example
subjects:
  - { id: tala, name: Tala, role: municipio, aliases: ['Ayuntamiento de Tala'], ambiguous: [Tala] }
`
const SOURCE = `name: El Correo
url: https://correo.example.mx
medium: portal
tier: 2
channels:
  - feed: https://correo.example.mx/feed/
`
const BOLETIN = `---
folio: 2026/0045
fecha: 2026-11-03T10:30
titulo: Arranca la feria
---

El Gobierno de Tala invita
a la feria.

La entrada es libre.
`

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workspace-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function write(files: Record<string, string>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
}

describe('a workspace', () => {
  it('gives what is right and lists the files that are not, each with its place', async () => {
    await write({
      'municipality.yml': MUNICIPALITY,
      'sources/mx-jal/bueno.yml': SOURCE,
      'sources/mx-jal/roto.yml': SOURCE.replace('channels', 'chanels'),
      'reports/sintesis.yml':
        "title: Síntesis\nkind: sintesis\ndays: 1\nschedule: { weekdays: [1], deadline: '07:00' }\n",
      'reports/notes/2026-11-13.yml': 'agenda: []\n',
    })
    const workspace = await readWorkspace(folder)
    expect(workspace.sources.map(({ id }) => id)).toEqual(['mx-jal/bueno'])
    expect(workspace.briefs).toMatchObject([{ id: 'sintesis', schedule: { weekendDeadline: '07:00' } }])
    expect(workspace.faults.map(({ message }) => message)).toEqual([
      'sources/mx-jal/roto.yml:5:1: la clave «chanels» no existe; ¿quisiste decir «channels»?',
    ])
  })

  it('reads a boletín with its paragraphs joined and its hour in the zone of the municipality', async () => {
    await write({ 'municipality.yml': MUNICIPALITY, 'boletines/2026/0045-feria.md': BOLETIN })
    expect((await readWorkspace(folder)).boletines).toEqual([
      {
        folio: '2026/0045',
        title: 'Arranca la feria',
        paragraphs: ['El Gobierno de Tala invita a la feria.', 'La entrada es libre.'],
        dependencia: null,
        sentAt: new Date('2026-11-03T16:30:00Z'),
        file: 'boletines/2026/0045-feria.md',
      },
    ])
  })

  it('counts the lines of a boletín from the top of its file', async () => {
    const text = BOLETIN.replace('2026/0045', '45')
    await write({ 'municipality.yml': MUNICIPALITY, 'boletines/2026/0045-feria.md': text })
    expect((await readWorkspace(folder)).faults[0]?.message).toBe(
      'boletines/2026/0045-feria.md:2:8: «folio» vale «45», y debe ser AAAA/NNNN, como 2026/0045',
    )
  })

  it('does not let two boletines share a folio', async () => {
    await write({ 'municipality.yml': MUNICIPALITY, 'boletines/a.md': BOLETIN, 'boletines/b.md': BOLETIN })
    const workspace = await readWorkspace(folder)
    expect(workspace.boletines.map(({ file }) => file)).toEqual(['boletines/a.md'])
    expect(workspace.faults[0]?.message).toContain('ya lo usa boletines/a.md')
  })

  it('stops with every mistake listed when municipality.yml is wrong', async () => {
    await write({
      'municipality.yml': MUNICIPALITY.replace('MX-JAL', 'Jalisco').replace('role: municipio', 'role: tema'),
    })
    await expect(readWorkspace(folder)).rejects.toThrow(/municipality\.yml: tiene 2 errores|MX-JAL/)
  })

  it('refuses a masthead colour that cannot be read on white', async () => {
    await write({ 'municipality.yml': `${MUNICIPALITY}brandColor: '#FFE8A3'\n` })
    await expect(readWorkspace(folder)).rejects.toThrow('no se lee sobre blanco')
  })

  it('says what to do when there is no municipality.yml', async () => {
    await expect(readWorkspace(folder)).rejects.toThrow('ejecuta «sintesis init»')
  })

  it('does not follow a link that leaves the workspace', async () => {
    await write({ 'municipality.yml': MUNICIPALITY, 'sources/a.yml': SOURCE })
    await symlink('/etc/hostname', join(folder, 'sources/afuera.yml'))
    const workspace = await readWorkspace(folder)
    expect(workspace.sources).toHaveLength(1)
    expect(workspace.faults).toHaveLength(0)
  })
})
