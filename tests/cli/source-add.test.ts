// `sintesis source add` as a new user meets it: what it writes, and what it says and advises when it cannot.
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addSource } from '../../src/cli/source-add.ts'
import { writeWorkspace } from '../../src/config/new-workspace.ts'
import { readWorkspace } from '../../src/config/workspace.ts'
import { type Asked, type Network, openNetwork, type Reply } from '../collect/network-server.ts'
import { feedOf, NOON } from '../collect/press.ts'

const HOME = 'https://elmedio.example'
const HTML = { 'content-type': 'text/html; charset=utf-8' }
const XML = { 'content-type': 'application/rss+xml' }

let folder: string
let network: Network | null
let said: string[]
beforeEach(async () => {
  folder = await mkdtemp(join(await realpath(tmpdir()), 'sintesis-add-'))
  await writeWorkspace(folder, {
    name: 'Tala',
    state: 'Jalisco',
    office: 'CS',
    contact: 'a@b.mx',
    mayor: null,
  })
  network = null
  said = []
})
afterEach(async () => {
  await network?.close()
  await rm(folder, { recursive: true, force: true })
})

/** What adding an address says, with its failure as the last line. */
async function add(
  address: string,
  answer: (asked: Asked) => Reply | null = () => null,
  robots = '',
): Promise<string> {
  const resolve = async (host: string) => {
    throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' })
  }
  network = await openNetwork({ 'elmedio.example': answer }, { robots, resolve })
  const terminal = {
    print: (line = '') => void said.push(line),
    warn: (line: string) => void said.push(line),
    progress: () => {},
    settle: () => {},
  }
  const environment = () => ({
    workspace: folder,
    databaseUrl: null,
    credentials: new Map<string, string>(),
    demonstration: null,
  })
  const workspace = await readWorkspace(folder)
  await addSource(workspace, network.web, { terminal, environment, clock: () => NOON }, address, {
    yes: true,
  }).catch((error: Error) => said.push(error.message))
  return said.join('\n')
}

const front = (...feeds: string[]): Reply => ({
  headers: HTML,
  body: `<html><head><title>El Medio</title>${feeds.map((path) => `<link rel="alternate" type="application/rss+xml" href="${path}">`).join('')}</head><body></body></html>`,
})

describe('an outlet with section feeds', () => {
  it('is written with them together, and reads back', async () => {
    const text = await add('elmedio.example', ({ path }) => {
      if (path === '/') return front('/local.xml', '/policia.xml')
      if (path === '/local.xml') return { headers: XML, body: feedOf(HOME, 8) }
      if (path === '/policia.xml') return { headers: XML, body: feedOf(HOME, 6, { path: '/policia/nota-' }) }
      return null
    })
    expect(text).toContain('Se leerán juntos, porque cada uno trae notas que los otros no: 2 canales.')
    const file = await readFile(join(folder, 'sources/mx-jal/el-medio.yml'), 'utf8')
    expect(file).toContain(
      `channels:\n  - together:\n      - feed: ${HOME}/local.xml\n      - feed: ${HOME}/policia.xml\n`,
    )
    const source = (await readWorkspace(folder)).sources.find(({ id }) => id === 'mx-jal/el-medio')
    expect(source?.together).toEqual([[`${HOME}/local.xml`, `${HOME}/policia.xml`]])
  })

  it('that is declared already shows what serves today and which file to edit, and writes nothing', async () => {
    const answer = ({ path }: Asked): Reply =>
      path === '/feed' ? { headers: XML, body: feedOf(HOME, 8) } : front('/feed')
    await add('elmedio.example', answer)
    await network?.close()
    said = []
    expect(await add('elmedio.example/local/', answer)).toMatch(
      / {2}channels:\n {4}- feed: https:\/\/elmedio\.example\/feed\nEse medio ya está: mx-jal\/el-medio .*No se escribió nada: .*copia los de arriba en sources\/mx-jal\/el-medio\.yml\.$/,
    )
  })
})

describe('what cannot be added', () => {
  it.each([
    [
      'hola mundo',
      /^«hola mundo» no es la dirección de un medio\. Cópiala del navegador, como www\.elmedio\.mx\.$/,
    ],
    ['prensa@tala.gob.mx', /es un correo\. Escribe la página del medio/],
    ['@talaalmomento', /es el nombre de una cuenta\. .*t\.me\/s\/talaalmomento/],
    ['sources/mx-jal/x.yml', /es un archivo\. .*«sintesis source try»/],
    ['ftp://elmedio.example', /no es la dirección de un medio/],
    ['http://10.0.0.8', /es una dirección interna o reservada y no se consulta\. Escribe la página pública/],
    ['http://localhost:5432', /El puerto 5432 .*Escribe la página pública/],
    ['www.facebook.com/radiotala', /Facebook solo se lee con token .*«sintesis capture»/],
    ['www.threads.com/@radiotala', /Threads solo se lee con token, por búsqueda/],
    ['no-existe.example', /[nN]o existe el dominio no-existe\.example.*Revisa cómo se escribe/],
  ])('is told of %s in Spanish with what to do', async (address, words) => {
    expect(await add(address)).toMatch(words)
  })

  it.each([
    [404, /elmedio\.example responde que no existe \(404\)\. Prueba con la portada: elmedio\.example\.$/],
    [403, /no permite leerla \(respondió 403\)\. El sitio no deja leer a programas .*«enabled: false»/],
    [401, /respondió 401\)\. El sitio no deja leer a programas/],
    [500, /está fallando \(respondió 500\)\. Vuelve a intentarlo más tarde/],
  ])('is told of a front page that answers %i', async (status, words) => {
    expect(await add('elmedio.example/portada', () => ({ status, headers: HTML, body: '' }))).toMatch(words)
  })

  it('is told of a site whose robots.txt is closed', async () => {
    const text = await add('elmedio.example', () => front(), 'User-agent: *\nDisallow: /')
    expect(text).toMatch(/El medio pide a los programas que no la lean y se respeta: pídele permiso/)
  })

  it('is told of a PDF', async () => {
    const pdf = { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.7' }
    expect(await add('elmedio.example/edicion.pdf', () => pdf)).toMatch(
      /La dirección es de un PDF, no de un medio\. Escribe la portada del medio: elmedio\.example\.$/,
    )
  })

  it('is told of a page behind a login', async () => {
    const body = '<html><body><form><input type="password"></form></body></html>'
    expect(
      await add('elmedio.example', ({ path }) => (path === '/' ? { headers: HTML, body } : null)),
    ).toMatch(/Ningún canal pasó la prueba: .*No se escribió nada\. La página pide usuario y contraseña/)
  })

  it('is told of a page that is no outlet, with every usual place in one line', async () => {
    const body = '<html><head><title>Ferretería</title></head><body><p>Clavos y martillos</p></body></html>'
    const text = await add('elmedio.example', ({ path }) => (path === '/' ? { headers: HTML, body } : null))
    expect(text).toMatch(/✗ tampoco hay nada que sirva en: \/feed\/ \/rss .*\/sitemap\.xml/)
    expect(text).toMatch(/Si no es un medio, no hay nada que agregar\.$/)
  })
})
