// `sintesis extract` → the note of an address or a saved page, with its reasons, in Spanish, with or without a workspace.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer } from '../collect/server.ts'
import { plainPage, prose } from '../extract/captures.ts'
import { type Said, sintesis } from './run.ts'

const PAGE = new URL('../extract/pages/wordpress.html', import.meta.url).pathname
const PRESS = join(import.meta.dirname, '../../bench/press/workspace')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sintesis-extract-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const extract = (...args: string[]): Promise<Said> => sintesis(['extract', ...args], { cwd: folder })

describe('a saved page', () => {
  it('is shown as the note that would be kept, without a workspace', async () => {
    const { code, out, err } = await extract(PAGE)
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(
      /^Rehabilitan la red de agua del barrio de San Miguel\n\nFecha {7}2026-11-19 09:30\n/m,
    )
    expect(out).toMatch(/ {2}El organismo operador comenzó ayer/)
    expect(out).not.toMatch(/DE DÓNDE|Te recomendamos/)
  })

  it('is explained block by block and field by field within eighty columns', async () => {
    const { out } = await extract(PAGE, '--explain')
    expect(out).toMatch(/confianza alta: coinciden datos JSON-LD, metadatos/)
    expect(out).toMatch(/ {2}- promoción de otra nota: Te recomendamos/)
    expect(out).toMatch(/ {2}- pie de foto: Una cuadrilla/)
    expect(out).toMatch(/body: 'div\.td-post-content/)
    const long = out.split('\n').filter((line) => [...line].length > 80 && !line.includes('https://'))
    expect(long).toEqual([])
  })

  it('is given whole as JSON', async () => {
    const { out } = await extract(PAGE, '--json')
    const read = JSON.parse(out) as { article: { title: string }; fields: unknown[]; blocks: unknown[] }
    expect(read.article.title).toBe('Rehabilitan la red de agua del barrio de San Miguel')
    expect(read.fields.length).toBeGreaterThan(8)
    expect(read.blocks.length).toBeGreaterThan(30)
  })

  it('is read by the charset that it declares', async () => {
    const html = plainPage(prose).replace('utf-8', 'iso-8859-1').replaceAll('Una nota', 'El niño de Ñuñoa')
    const file = join(folder, 'latina.html')
    await writeFile(file, Buffer.from(html, 'latin1'))
    expect((await extract(file)).out).toMatch(/^El niño de Ñuñoa/)
  })

  it('is read with the selectors of a source', async () => {
    const workspace = join(folder, 'espacio')
    await mkdir(join(workspace, 'sources/mx-jal'), { recursive: true })
    const municipality = await readFile(join(PRESS, 'municipality.yml'), 'utf8')
    await writeFile(join(workspace, 'municipality.yml'), municipality.replace(/^logo:.*\n/m, ''))
    const yml =
      'name: La Prueba\nurl: https://prueba.example.mx\nmedium: portal\ntier: 2\nchannels:\n  - feed: https://prueba.example.mx/feed\narticle:\n  remove: [.intruso]\n'
    await writeFile(join(workspace, 'sources/mx-jal/prueba.yml'), yml)
    const file = join(folder, 'nota.html')
    const url = '<link rel="canonical" href="https://prueba.example.mx/nota">'
    const intruder =
      '<p class="intruso">El intruso dice que la tienda abre los domingos hasta las tres de la tarde.</p>'
    await writeFile(file, plainPage(`${prose}${intruder}${prose.replaceAll('cabildo', 'congreso')}`, url))
    const plain = await extract(file, '--explain', '--workspace', workspace)
    expect(plain.out).toMatch(/El intruso/)
    expect(plain.out.replace(/\s+/g, ' ')).toMatch(/Esta dirección es de mx-jal\/prueba/)
    const chosen = await extract(file, '--source', 'mx-jal/prueba', '--workspace', workspace)
    expect(chosen.out).not.toMatch(/El intruso/)
    const wrong = await extract(file, '--source', 'mx-jal/otra', '--workspace', workspace)
    expect([wrong.code, wrong.err]).toEqual([
      2,
      expect.stringMatching(/no hay ninguna fuente «mx-jal\/otra»/),
    ])
  })
})

describe('an address', () => {
  it('is read through the web’s door', async () => {
    const server = await startServer((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end()
      else response.setHeader('content-type', 'text/html; charset=utf-8').end(plainPage(prose))
    })
    const demo = join(folder, 'demo.json')
    const hosts = { 'www.prueba.test': server.port }
    await writeFile(demo, JSON.stringify({ hosts, now: '2026-11-06T06:50:00-06:00' }))
    const { code, out } = await sintesis(['extract', 'http://www.prueba.test/nota'], {
      cwd: folder,
      env: { SINTESIS_DEMO: demo },
    })
    await server.close()
    expect(code).toBe(0)
    expect(out).toMatch(/^Una nota\n/)
    expect(out).toMatch(/El cabildo aprobó ayer/)
  })

  it('of this machine or network is refused', async () => {
    const { code, err } = await extract('http://127.0.0.1:1/nota')
    expect(code).toBe(1)
    expect(err).toMatch(/\p{L}/u)
    expect(err).not.toMatch(/Error inesperado/)
  })
})

it.each([
  [['no-hay.html'], 2, /^no-hay\.html: no existe; si es una dirección, escríbela con https:\/\//],
  [['www.medio.mx/nota'], 2, /escríbela con https:\/\/: https:\/\/www\.medio\.mx\/nota/],
  [[PAGE, '--url', 'medio'], 2, /^--url: «medio» no es una dirección/],
  [[PAGE, '--source', 'mx-jal/x'], 2, /^--source: aquí no hay espacio de trabajo/],
  [[join(import.meta.dirname, '../../LICENSE')], 1, /no entregó una página/],
])('%j is answered in Spanish', async (args, expected, message) => {
  const { code, err } = await extract(...args)
  expect(err).toMatch(message)
  expect(code).toBe(expected)
})
