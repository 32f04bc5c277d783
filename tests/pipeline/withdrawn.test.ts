// A source whose file is deleted or changed between two editions → its notes stay what it was when it was declared last.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Source } from '../../src/model.ts'
import { exportSpan } from '../../src/pipeline/deliver-export.ts'
import type { House } from '../../src/pipeline/house.ts'
import { ingestByHand } from '../../src/pipeline/manual.ts'
import { refreshHouse } from '../../src/pipeline/refresh.ts'
import { readPdf } from './pdf-text.ts'
import { openRegion, publish, type Region } from './region.ts'

const ACCOUNT = 'medium: red-social\n'
const OWN = 'medium: red-social\nown: true\n'
const OUTLET = 'medium: red-social\npress: true\n'

let region: Region
let house: House

beforeEach(async () => {
  region = await openRegion({ notes: [], without: 'all' })
  await mkdir(join(region.workspace, 'sources/mx-jal'), { recursive: true })
})
afterEach(async () => {
  await house.close()
  await region.drop()
})

const fileOf = (name: string): string => join(region.workspace, `sources/mx-jal/${name}.yml`)

async function declare(name: string, kind: string): Promise<void> {
  const off = 'enabled: false\ndisabledBecause: se captura a mano\n'
  await writeFile(
    fileOf(name),
    `name: Página ${name}\nurl: https://www.facebook.com/${name}\ntier: 3\n${kind}${off}`,
  )
}

function sourceOf(name: string): Source {
  const source = house.workspace.sources.find(({ id }) => id === `mx-jal/${name}`)
  if (source === undefined) throw new Error(`${name} is not declared`)
  return source
}

/** Keeps a post of the account, signed by a person. */
async function post(name: string, id: number): Promise<void> {
  const round = await ingestByHand(
    house,
    sourceOf(name),
    {
      url: `https://www.facebook.com/${name}/posts/${id}`,
      text: `El Ayuntamiento de Tala, Jalisco, dejó sin agua ${id} días a la colonia Centro.`,
      title: null,
      author: 'Guadalupe Ibarra Ornelas',
      publishedAt: region.clock(),
      counts: null,
    },
    null,
  )
  expect(round.ends.map(({ end }) => end)).toEqual(['kept'])
}

/** The house as the resident process has it after somebody changed the workspace. */
async function readAgain(): Promise<void> {
  house = (await refreshHouse({ house, stamp: '' })).house
}

async function printSintesis(date: string): Promise<string> {
  const { edition } = await publish(house, 'sintesis', date)
  return (await readPdf(edition.files[0] ?? '')).join(' ').replaceAll('\u00a0', ' ')
}

const countSheet = async (): Promise<number> =>
  (await exportSpan(house, { from: '2026-11-05', to: '2026-11-07' }, 'csv')).notes

describe('an account that is withdrawn between two editions', () => {
  beforeEach(async () => {
    await declare('vecinos', ACCOUNT)
    house = await region.open()
    await post('vecinos', 3)
    await printSintesis('2026-11-06')
    region.setClock('2026-11-06T20:00')
    await post('vecinos', 4)
    await rm(fileOf('vecinos'))
    region.setClock('2026-11-07T06:50')
  })

  const expectPost = async () => {
    const text = await printSintesis('2026-11-07')
    expect(text).toContain('1 mención')
    expect(text).toMatch(/0 ?notas/)
    expect(text).toContain('cuenta ciudadana')
    expect(text).not.toContain('Guadalupe')
    expect(text).not.toContain('Página vecinos')
    expect(text).toContain('una publicación es de redes y se cuenta aparte')
    expect(await countSheet()).toBe(0)
  }

  it('still counts as posts and names nobody, in the process that saw it go', async () => {
    await readAgain()
    await expectPost()
  })

  it('still counts as posts and names nobody, in a process that never knew its file', async () => {
    await house.close()
    house = await region.open()
    await expectPost()
  })
})

describe('our own page that is withdrawn between two editions', () => {
  it('stays our own voice: neither a note nor a post', async () => {
    await declare('ayuntamiento', OWN)
    house = await region.open()
    await post('ayuntamiento', 3)
    await rm(fileOf('ayuntamiento'))
    await readAgain()
    const text = await printSintesis('2026-11-06')
    expect(text).toMatch(/0 ?notas/)
    expect(text).not.toContain('mención')
    expect(text).not.toContain('Guadalupe')
    expect(await countSheet()).toBe(0)
  })
})

describe('a source that changes what it is', () => {
  beforeEach(async () => {
    await declare('noticias', ACCOUNT)
    house = await region.open()
    await post('noticias', 3)
    await declare('noticias', OUTLET)
    await readAgain()
  })

  it('counts by its latest declaration while it is declared', async () => {
    expect(await printSintesis('2026-11-06')).toMatch(/1 ?nota\b/)
    expect(await countSheet()).toBe(1)
  })

  it('counts by its latest declaration when it is withdrawn, under its name', async () => {
    await rm(fileOf('noticias'))
    await readAgain()
    const text = await printSintesis('2026-11-06')
    expect(text).toMatch(/1 ?nota\b/)
    expect(text).toContain('Página noticias')
    expect(text).not.toContain('mx-jal/noticias')
    expect(await countSheet()).toBe(1)
  })

  it('is an account again when its file says so again', async () => {
    await declare('noticias', ACCOUNT)
    await readAgain()
    expect(await countSheet()).toBe(0)
  })
})

it('a withdrawn outlet that comes back is what its file says, once', async () => {
  await declare('noticias', OUTLET)
  house = await region.open()
  await post('noticias', 3)
  await rm(fileOf('noticias'))
  await readAgain()
  expect(house.withdrawn.map(({ id, name }) => [id, name])).toEqual([['mx-jal/noticias', 'Página noticias']])
  await declare('noticias', OUTLET)
  await readAgain()
  expect(house.withdrawn).toEqual([])
})
