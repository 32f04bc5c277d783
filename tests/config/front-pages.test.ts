// What an analyst declares and leaves of front pages → where they are and what is said of them, or each mistake with its file.
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDroppedFrontPages } from '../../src/config/dropped-front-pages.ts'
import { readSource } from '../../src/config/sources.ts'

const declare = (portada: string) =>
  readSource(
    'sources/x.yml',
    `name: El Diario\nurl: https://diario.example\nmedium: periodico\ntier: 1\nchannels:\n  - feed: https://diario.example/rss\nportada: ${portada}\n`,
    'x',
    'America/Mexico_City',
  )

describe('the key «portada»', () => {
  it('is an address that may hold the day, or a page and the image in it', () => {
    const dated = 'https://diario.example/{yyyy}/{mm}/{dd}.pdf'
    expect(declare(dated)).toMatchObject({ value: { frontPage: { url: dated, image: null } } })
    expect(declare('{ page: https://diario.example/hoy, image: img.portada }')).toMatchObject({
      value: {
        frontPage: { url: 'https://diario.example/hoy', image: { selector: 'img.portada', value: 'src' } },
      },
    })
  })

  it.each(['portadas/hoy.jpg', 'file:///etc/passwd', 'https://diario.example/{fecha}.jpg'])(
    'refuses %s, saying how a day is written',
    (address) => {
      const declared = declare(`'${address}'`)
      expect(declared.ok).toBe(false)
      expect(declared.ok ? '' : declared.faults.map(({ message }) => message).join()).toContain('portada')
    },
  )
})

describe('front pages that a person left', () => {
  let workspace: string
  beforeEach(async () => {
    workspace = await mkdtemp(join(tmpdir(), 'planas-'))
  })
  afterEach(() => rm(workspace, { recursive: true }))

  const leave = async (name: string, content: string | Uint8Array) => {
    const file = join(workspace, 'portadas/2026-11-06', name)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
  const read = () => readDroppedFrontPages(workspace, '2026-11-06', ['mx-jal/diario', 'mx-jal/sol'])

  it('are none where there is no folder', async () => {
    expect(await read()).toEqual({ pages: [], faults: [] })
  })

  it('are a picture, what it says, or both', async () => {
    await leave('mx-jal/diario.jpg', 'bytes')
    await leave('mx-jal/diario.yml', 'titular: Sin agua\nnos-menciona: true\nnota: 57\n')
    await leave('mx-jal/sol.yml', 'titular: La Feria\n')
    const { pages, faults } = await read()
    expect(faults).toEqual([])
    expect(pages).toMatchObject([
      {
        sourceId: 'mx-jal/diario',
        headline: 'Sin agua',
        mentionsUs: true,
        noteId: 57,
        picture: { file: 'portadas/2026-11-06/mx-jal/diario.jpg' },
      },
      { sourceId: 'mx-jal/sol', headline: 'La Feria', mentionsUs: null, noteId: null, picture: null },
    ])
  })

  it('with a mistake are left out, one by one, and the mistake names the file and what to do', async () => {
    await leave('mx-jal/diaro.jpg', 'bytes')
    await leave('mx-jal/sol.webp', 'bytes')
    await leave('mx-jal/diario.yml', 'titulo: Sin agua\n')
    await leave('mx-jal/sol.jpg', new Uint8Array(10 * 1024 * 1024 + 1))
    const { pages, faults } = await read()
    expect(pages).toEqual([])
    expect(faults.map(({ message }) => message)).toEqual([
      'portadas/2026-11-06/mx-jal/diario.yml:1:1: la clave «titulo» no existe; ¿quisiste decir «titular»?',
      expect.stringMatching(/diaro\.jpg.*no hay fuente «mx-jal\/diaro» \(¿mx-jal\/diario\?\)/),
      expect.stringMatching(/sol\.jpg.*pesa más de 10 MB/),
      expect.stringMatching(/sol\.webp.*va en \.jpg o \.png/),
    ])
  })

  it('are never read through a link, which may lead out of the workspace', async () => {
    await leave('mx-jal/sol.yml', 'titular: La Feria\n')
    await symlink('/etc/hostname', join(workspace, 'portadas/2026-11-06/mx-jal/diario.jpg'))
    expect((await read()).pages.map(({ sourceId }) => sourceId)).toEqual(['mx-jal/sol'])
  })
})
