import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../src/config/sources.ts'

const ZONE = 'America/Mexico_City'
const FILE = 'sources/mx-jal/el-correo.yml'

const GOOD = `name: El Correo
url: https://correo.example.mx
medium: portal
tier: 2
every: 20m
channels:
  - feed: https://correo.example.mx/feed/
  - page: https://correo.example.mx/local/
    item: article
    link: h2 a
    date: { selector: time, value: datetime }
`

function faultsOf(text: string): string[] {
  const declared = readSource(FILE, text, 'mx-jal/el-correo', ZONE)
  return declared.ok ? [] : declared.faults.map((fault) => fault.message)
}

describe('a source file', () => {
  it('becomes a source with its defaults filled and unknown facts null', () => {
    const declared = readSource(FILE, GOOD, 'mx-jal/el-correo', ZONE)
    expect(declared).toMatchObject({
      ok: true,
      value: {
        id: 'mx-jal/el-correo',
        everyMinutes: 20,
        timeZone: ZONE,
        isEnabled: true,
        audience: null,
        rights: 'cita',
        channels: [
          { kind: 'feed', url: 'https://correo.example.mx/feed/' },
          {
            kind: 'page',
            select: {
              item: 'article',
              link: { selector: 'h2 a', value: 'href' },
              date: { selector: 'time', value: 'datetime' },
              title: null,
            },
          },
        ],
      },
    })
  })

  it('reads a YouTube id and a Telegram handle as the addresses they stand for', () => {
    const text = GOOD.replace(/ {2}- feed[\s\S]*/, '  - youtube: UCabc123\n  - telegram: "@talaalmomento"\n')
    expect(readSource(FILE, text, 'x', ZONE)).toMatchObject({
      value: {
        channels: [
          { kind: 'youtube', url: 'https://www.youtube.com/feeds/videos.xml?channel_id=UCabc123' },
          { kind: 'telegram', url: 'https://t.me/s/talaalmomento' },
        ],
      },
    })
  })

  it('says file, line, column and the nearest key when a key does not exist', () => {
    expect(faultsOf(GOOD.replace('channels:', 'chanels:'))[0]).toBe(
      `${FILE}:6:1: la clave «chanels» no existe; ¿quisiste decir «channels»?`,
    )
  })

  it('lists the possible keys when none is near', () => {
    expect(faultsOf(`${GOOD}colorDeLaPortada: rojo\n`)[0]).toContain(
      'las claves posibles son: name, url, medium',
    )
  })

  it('points inside a channel at the key that does not exist', () => {
    expect(faultsOf(GOOD.replace('    item: article', '    itm: article'))[0]).toBe(
      `${FILE}:9:5: la clave «itm» no existe; ¿quisiste decir «item»?`,
    )
  })

  it('names every value that is allowed when they are numbers', () => {
    expect(faultsOf(GOOD.replace(/tier: \d/, 'tier: alto'))[0]).toMatch(
      /«tier» vale «alto», y debe ser uno de: 1, 2, 3$/,
    )
  })

  it('says what was found and what is allowed when a value is not one of the list', () => {
    expect(faultsOf(GOOD.replace('portal', 'portla'))[0]).toBe(
      `${FILE}:3:9: «medium» vale «portla», y debe ser uno de: periodico, portal, radio, tv, agencia, revista, red-social (¿portal?)`,
    )
  })

  it('reports every mistake of a file at once', () => {
    const faults = faultsOf(
      GOOD.replace('tier: 2', 'tier: 9').replace('20m', 'veinte').replace('name: El Correo\n', ''),
    )
    expect(faults).toHaveLength(3)
    expect(faults.join('\n')).toContain('falta «name»')
    expect(faults.join('\n')).toContain('debe ser un intervalo como 20m, 2h o 1d')
  })

  it('asks for the selector of the links when a section page is declared without it', () => {
    expect(faultsOf(GOOD.replace('    link: h2 a\n', ''))[0]).toContain('necesita «link»')
  })

  it('does not let a source be switched off without saying why', () => {
    expect(faultsOf(`${GOOD}enabled: false\n`)[0]).toContain(
      'una fuente apagada dice por qué en «disabledBecause»',
    )
  })

  it('refuses addresses that are not http or https', () => {
    expect(faultsOf(GOOD.replace('https://correo.example.mx\n', 'file:///etc/passwd\n'))[0]).toContain(
      'http://',
    )
  })

  it('explains a tabulator and a repeated key with their line', () => {
    expect(faultsOf('name: x\n\turl: y\n')[0]).toMatch(/^sources\/mx-jal\/el-correo\.yml:2:\d+: /)
    expect(faultsOf(`${GOOD}name: otra\n`)[0]).toMatch(/:12:1: la clave se repite/)
  })

  it('stops an alias bomb instead of expanding it', () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const inside = level === 0 ? '"lol"' : Array.from({ length: 9 }, () => `*a${level - 1}`).join(',')
      return `a${level}: &a${level} [${inside}]`
    })
    expect(faultsOf(levels.join('\n'))[0]).toContain('demasiados alias')
  })

  it('runs no code from a tag', () => {
    expect(faultsOf(`${GOOD}city: !!js/function "function () { return 1 }"\n`)).not.toHaveLength(2)
  })

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(Array.isArray(faultsOf(text))).toBe(true)
      }),
    )
  })
})

describe('an account of a network', () => {
  const account = (rest: string) =>
    readSource(
      FILE,
      `name: Tala al Momento\nurl: https://t.me/talaalmomento\nmedium: red-social\ntier: 3\n${rest}`,
      'x',
      ZONE,
    )
  const CHANNEL = 'channels:\n  - telegram: talaalmomento\n'

  it('is no press unless its file says that it is an outlet', () => {
    expect(account(CHANNEL)).toMatchObject({ value: { isSocial: true } })
    const outlet = account(`${CHANNEL}press: true\n`)
    expect(outlet.ok && outlet.value.isSocial).toBeUndefined()
  })

  it('of the municipality itself is its own, and cannot be press too', () => {
    const own = account(`${CHANNEL}own: true\n`)
    expect(own.ok && [own.value.isOwn, own.value.isSocial]).toEqual([true, undefined])
    expect(account(`${CHANNEL}own: true\npress: true\n`)).toMatchObject({
      ok: false,
      faults: [{ message: expect.stringContaining('no es prensa: quita uno de los dos') }],
    })
  })

  it.each([
    ['mastodon: "#Tala@mastodon.social"'],
    ['{ threads: Tala Jalisco, token: TH }'],
    ['{ bluesky: "buscar: Tala", token: BS }'],
  ])('found by a search is never an outlet: %s', (channel) => {
    const search = `channels:\n  - ${channel}\n`
    expect(account(search)).toMatchObject({ value: { isSocial: true } })
    const said = { ok: false, faults: [{ message: expect.stringContaining('muchas cuentas') }] }
    expect(account(`${search}press: true\n`)).toMatchObject(said)
    expect(readSource(FILE, GOOD.replace(/channels:[\s\S]*/, search), 'x', ZONE)).toMatchObject(said)
  })
})
