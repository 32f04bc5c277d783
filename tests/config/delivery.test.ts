// delivery.yml and SINTESIS_SMTP_URL: what people write about who receives what, and every mistake with its place.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDelivery } from '../../src/config/delivery.ts'
import { readMailServer } from '../../src/config/delivery-server.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sintesis-entrega-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function read(text: string) {
  await writeFile(join(folder, 'delivery.yml'), text)
  return readDelivery(folder, ['sintesis', 'posicionamiento'])
}

const faultsOf = async (text: string) => (await read(text)).faults.map(({ message }) => message)

describe('delivery.yml', () => {
  it('sends nothing to anybody when it does not exist', async () => {
    expect(await readDelivery(folder, ['sintesis'])).toEqual({ briefs: new Map(), faults: [] })
  })

  it('says for each brief who receives it, how many they are, and what goes with it', async () => {
    const { briefs, faults } = await read(
      'from: Síntesis <a@tala.mx>\nbriefs:\n  sintesis:\n    mail: [Uno@tala.mx, dos@tala.mx]\n    count: 2\n    attach: [pdf, xlsx]\n    folders: [{ path: /srv/nube, files: [texto] }]\n',
    )
    expect(faults).toEqual([])
    expect(briefs.get('sintesis')).toEqual({
      briefId: 'sintesis',
      listId: 'sintesis',
      longestBytes: 20_000_000,
      addendum: null,
      extraordinary: null,
      from: 'Síntesis <a@tala.mx>',
      mail: ['uno@tala.mx', 'dos@tala.mx'],
      count: 2,
      attach: ['pdf', 'xlsx'],
      folders: [{ path: '/srv/nube', files: ['texto'] }],
    })
  })

  it('sends what is outside the schedule to nobody, to the same, or to a list of its own', async () => {
    const { briefs } = await read(
      'from: a@tala.mx\nmaxMegabytes: 8\nbriefs:\n  sintesis:\n    mail: [uno@tala.mx]\n    count: 1\n    addendum: true\n    extraordinary: { mail: [Dos@tala.mx], count: 1, attach: [texto] }\n',
    )
    const { addendum, extraordinary } = briefs.get('sintesis') ?? {}
    expect(addendum).toMatchObject({ listId: 'sintesis', mail: ['uno@tala.mx'], longestBytes: 8_000_000 })
    expect(extraordinary).toMatchObject({
      listId: 'sintesis/extraordinaria',
      mail: ['dos@tala.mx'],
      attach: ['texto'],
    })
  })

  it('tells a mistake inside a list of its own where it stands', async () => {
    const inside = (list: string) =>
      faultsOf(`from: a@tala.mx\nbriefs:\n  sintesis:\n    addendum: ${list}\n`)
    expect(await inside('{ mail: [uno@tala.mx, UNO@tala.mx] }')).toEqual([
      expect.stringMatching(/^delivery\.yml:4:37: .*ya está en la lista/),
    ])
    expect(await inside('{ mail: [uno] }')).toEqual([
      expect.stringMatching(/^delivery\.yml:4:24: .*debe ser un solo correo/),
    ])
    expect(await inside('{ mails: [] }')).toEqual([
      expect.stringMatching(/^delivery\.yml:4:17: la clave «mails» no existe; ¿quisiste decir «mail»\?/),
    ])
    expect(await inside("'sí'")).toEqual([expect.stringContaining('debe ser true (a los mismos)')])
  })

  it.each([
    ['uno', 'debe ser un solo correo'],
    ['uno@tala.mx, dos@tala.mx', 'debe ser un solo correo'],
    ['uno@tala.mx\\nBcc: otro@tala.mx', 'debe ser un solo correo'],
    ['<uno@tala.mx>', 'debe ser un solo correo'],
    ['uno@tala', 'debe ser un solo correo'],
  ])('refuses «%s» as a reader, with file, line and column', async (address, message) => {
    const [fault] = await faultsOf(`from: a@tala.mx\nbriefs:\n  sintesis:\n    mail:\n      - "${address}"\n`)
    expect(fault).toMatch(/^delivery\.yml:5:9: /)
    expect(fault).toContain(message)
  })

  it('tells a reader who is twice in a list, whatever the case', async () => {
    const text = 'from: a@tala.mx\nbriefs:\n  sintesis:\n    mail: [uno@tala.mx, UNO@tala.mx]\n'
    expect(await faultsOf(text)).toEqual([
      expect.stringMatching(/^delivery\.yml:4:25: .*ya está en la lista/),
    ])
  })

  it('tells a brief that does not exist and which do', async () => {
    const [fault] = await faultsOf('briefs:\n  sintesi:\n    folders: [{ path: /x }]\n')
    expect(fault).toMatch(/^delivery\.yml:3:5: .*no hay ningún reporte «sintesi».*sintesis, posicionamiento/)
  })

  it('asks who sends when something is mailed', async () => {
    const [fault] = await faultsOf('briefs:\n  sintesis:\n    mail: [uno@tala.mx]\n    count: 1\n')
    expect(fault).toContain('quién envía')
  })

  it('names the key that was meant', async () => {
    const [fault] = await faultsOf('briefs:\n  sintesis:\n    mails: [uno@tala.mx]\n')
    expect(fault).toMatch(/^delivery\.yml:3:5: la clave «mails» no existe; ¿quisiste decir «mail»\?/)
  })
})

describe('SINTESIS_SMTP_URL', () => {
  const server = (text: string) => readMailServer({ SINTESIS_SMTP_URL: text })

  it('is no server when it is empty', () => {
    expect(server('')).toBe(null)
  })

  it('encrypts by default, whichever of the two ways', () => {
    expect(server('smtp://correo.tala.mx')).toMatchObject({ port: 587, security: 'starttls', user: null })
    expect(server('smtps://correo.tala.mx')).toMatchObject({ port: 465, security: 'tls' })
    expect(server('smtp://127.0.0.1:2525?tls=no')).toMatchObject({ port: 2525, security: 'none' })
  })

  it('reads user and password with the signs that an address must escape', () => {
    expect(server('smtps://sintesis%40tala.mx:a%2Fb%40c@correo.tala.mx')).toMatchObject({
      user: 'sintesis@tala.mx',
      password: 'a/b@c',
    })
  })

  it.each(['http://correo.tala.mx', 'correo.tala.mx', 'smtps://u:secreta@x?tls=no', 'smtp://u:%zz@x?ca=/no'])(
    'refuses «%s» without showing what is in it',
    (text) => {
      expect(() => server(text)).toThrow(/^SINTESIS_SMTP_URL: /)
      expect(() => server(text)).not.toThrow(/secreta/)
    },
  )
})
