// RFC 9309 as cases of our own: grouping, precedence, wildcards, encoding, and the liberties that real files take.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideRobots, parseRobots } from '../../src/collect/robots.ts'
import { anyAddress, anyText } from './any-text.ts'

const SITE = 'https://elmedio.example'
const may = (robots: string, path: string, crawler = 'Sintesis') =>
  decideRobots(parseRobots(robots, crawler), SITE + path).isAllowed

describe('groups (§2.2.1)', () => {
  it('follows the group that names this crawler and not the one for everybody', () => {
    const robots = 'User-agent: *\nDisallow: /\n\nUser-agent: Sintesis\nDisallow: /privado'
    expect(may(robots, '/nota')).toBe(true)
    expect(may(robots, '/privado/x')).toBe(false)
    expect(may(robots, '/nota', 'Otro')).toBe(false)
  })

  it('compares names without case and up to the first character that a token cannot have', () => {
    expect(may('user-agent: SINTESIS/2.0 (x)\ndisallow: /', '/nota')).toBe(false)
    expect(may('User-Agent: SintesisX\nDisallow: /', '/nota')).toBe(true)
  })

  it('merges the groups that name the same crawler', () => {
    const robots =
      'User-agent: Sintesis\nDisallow: /a\n\nUser-agent: Otro\nDisallow: /\n\nUser-agent: sintesis\nDisallow: /b'
    expect([may(robots, '/a'), may(robots, '/b'), may(robots, '/c')]).toEqual([false, false, true])
  })

  it('shares the rules below several user-agent lines', () => {
    const robots = 'User-agent: Uno\nUser-agent: Sintesis\nDisallow: /a\nUser-agent: Tres\nDisallow: /b'
    expect([may(robots, '/a'), may(robots, '/b')]).toEqual([false, true])
  })

  it('ends no group at a sitemap, an unknown line, a comment or a blank line', () => {
    const robots =
      'User-agent: Sintesis\nSitemap: https://elmedio.example/s.xml\nNoindex: /x\n# nada\n\nDisallow: /a'
    expect(may(robots, '/a')).toBe(false)
  })

  it('ignores rules that stand before any user-agent', () => {
    expect(may('Disallow: /\nUser-agent: Otro\nDisallow: /', '/nota')).toBe(true)
  })

  it('allows everything where no group applies, and where the file is empty or is an HTML page', () => {
    expect(may('User-agent: Otro\nDisallow: /', '/nota')).toBe(true)
    expect(may('', '/nota')).toBe(true)
    expect(may('<!doctype html><html><body><h1>Página no encontrada</h1></body></html>', '/nota')).toBe(true)
  })
})

describe('precedence (§2.2.2)', () => {
  it.each([
    ['Allow: /nota\nDisallow: /', '/nota/1', true],
    ['Disallow: /\nAllow: /nota', '/nota/1', true],
    ['Allow: /p\nDisallow: /privado', '/privado', false],
    ['Allow: /a\nDisallow: /a', '/a', true],
    ['Disallow: /a\nAllow: /a', '/a', true],
    ['Allow: /$\nDisallow: /', '/', true],
    ['Allow: /$\nDisallow: /', '/x', false],
    ['Disallow:', '/nota', true],
    ['Disallow: /*.htm\nAllow: /p', '/p.html', false],
  ])('%j gives %s → %s', (rules, path, expected) => {
    expect(may(`User-agent: *\n${rules}`, path)).toBe(expected)
  })
})

describe('wildcards (§2.2.3)', () => {
  it.each([
    ['/*.php', '/nota.php?id=3', true],
    ['/*.php$', '/nota.php', true],
    ['/*.php$', '/nota.php?id=3', false],
    ['/a*z', '/abcz/x', true],
    ['/a*z', '/abc', false],
    ['/*/imprimir', '/2026/11/imprimir', true],
    ['*', '/cualquiera', true],
    ['/nota$', '/nota', true],
    ['/nota$', '/notas', false],
    ['/a**b$', '/a-b', true],
    ['/a*b$', '/ab-b', true],
    ['/a*b$', '/ab-c', false],
    ['/precio-$-final', '/precio-$-final', true],
    ['/?s=', '/?s=tala', true],
    ['/Nota', '/nota', false],
  ])('%s matches %s: %s', (pattern, path, isClosed) => {
    expect(may(`User-agent: *\nDisallow: ${pattern}`, path)).toBe(!isClosed)
  })
})

describe('encoding (§2.2.2)', () => {
  it.each([
    ['/año', '/a%C3%B1o', false],
    ['/a%c3%b1o', '/a%C3%B1o', false],
    ['/a%C3%B1o', '/a%c3%b1o', false],
    ['/sección/policía', '/secci%C3%B3n/polic%C3%ADa/1', false],
  ])('a rule for %s also speaks of %s', (pattern, path, expected) => {
    expect(may(`User-agent: *\nDisallow: ${pattern}`, path)).toBe(expected)
  })
})

describe('files as people write them', () => {
  it.each([
    ['a mark at the beginning', '\ufeffUser-agent: *\nDisallow: /a'],
    ['Windows line ends', 'User-agent: *\r\nDisallow: /a\r\n'],
    ['old Macintosh line ends', 'User-agent: *\rDisallow: /a\r'],
    ['spaces everywhere', '   User-agent :  *  \n\tDisallow :\t/a  '],
    ['comments after the value', 'User-agent: * # todos\nDisallow: /a # nada de esto'],
    ['forgotten colons', 'User-agent *\nDisallow /a'],
    ['misspelt keys', 'useragent: *\ndissallow: /a'],
    ['capital letters', 'USER-AGENT: *\nDISALLOW: /a'],
  ])('reads %s', (_, robots) => {
    expect([may(robots, '/a'), may(robots, '/b')]).toEqual([false, true])
  })

  it('reads the sitemaps and the pause of the group that applies', () => {
    const robots =
      'User-agent: *\nCrawl-delay: 2,5\nSitemap: https://elmedio.example/a.xml\nUser-agent: Otro\nCrawl-delay: 90\nSite-map: /b.xml'
    expect(parseRobots(robots, 'Sintesis')).toMatchObject({
      group: '*',
      crawlDelaySeconds: 2.5,
      sitemaps: ['https://elmedio.example/a.xml', '/b.xml'],
    })
  })

  it('ignores a pause that is not a number', () => {
    expect(parseRobots('User-agent: *\nCrawl-delay: lento', 'Sintesis').crawlDelaySeconds).toBeNull()
    expect(parseRobots('User-agent: *\nCrawl-delay: -1', 'Sintesis').crawlDelaySeconds).toBeNull()
  })

  it('says which line decided, and in whose group', () => {
    const rules = parseRobots('User-agent: *\nDisallow: /privado', 'Sintesis')
    expect(decideRobots(rules, `${SITE}/privado/x`)).toEqual({
      isAllowed: false,
      rule: 'Disallow: /privado',
      group: '*',
    })
    expect(decideRobots(rules, `${SITE}/nota`)).toEqual({ isAllowed: true, rule: null, group: '*' })
  })

  it('never throws, whatever the file and the address', () => {
    const line = fc.oneof(
      anyText(20),
      fc
        .tuple(fc.constantFrom('user-agent', 'disallow', 'allow', 'crawl-delay'), fc.string())
        .map((pair) => pair.join(':')),
    )
    fc.assert(
      fc.property(fc.array(line), anyAddress(), (lines, path) => {
        expect(typeof may(lines.join('\n'), path)).toBe('boolean')
      }),
    )
  })

  it('decides a hostile pattern of thousands of stars without being stopped by it', () => {
    expect(may(`User-agent: *\nDisallow: /${'*a'.repeat(5000)}b`, `/${'a'.repeat(4000)}`)).toBe(true)
  })
})
