// The address rules, as they read: what makes two links the same note and two hosts the same outlet.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostOf, isSameSite, normalizeAddress, registrableDomain } from '../../src/text/addresses.ts'

/** Mixtures of the parts that addresses are made of. */
const anyAddress = fc
  .array(
    fc.constantFrom(
      ...['//', '/', '?', '#', '#!/', '&', '=', '%C3%B1', 'ñ', '..', '@', ':80', ';jsessionid=1', ' '],
      ...['nota', 'utm_source=x', 'PHPSESSID=1', 'sid=0123456789abcdef', 'id=7'],
    ),
    { maxLength: 10 },
  )
  .map((parts) => `https://elmedio.mx${parts.join('')}`)

describe('normalizeAddress', () => {
  it.each([
    ['https://www.elmedio.mx/nota?utm_source=fb&utm_medium=x&id=7', 'https://www.elmedio.mx/nota?id=7'],
    ['https://elmedio.mx/nota?fbclid=abc', 'https://elmedio.mx/nota'],
    ['https://elmedio.mx/nota?gclid=abc&b=2&a=1', 'https://elmedio.mx/nota?b=2&a=1'],
    ['http://elmedio.mx/post.php?PHPSESSID=9f8e&id_nota=3', 'http://elmedio.mx/post.php?id_nota=3'],
    ['http://elmedio.mx/nota;jsessionid=1A2B?x=1', 'http://elmedio.mx/nota?x=1'],
    ['http://elmedio.mx/?sid=0123456789abcdef0123', 'http://elmedio.mx/'],
    ['http://elmedio.mx/?sid=12', 'http://elmedio.mx/?sid=12'],
    ['https://ELMEDIO.mx.:443/Nota#comentarios', 'https://elmedio.mx/Nota'],
    ['https://elmedio.mx/#!/nota/12', 'https://elmedio.mx/#!/nota/12'],
    ['https://usuario:clave@elmedio.mx/nota', 'https://elmedio.mx/nota'],
    ['  https://elmedio.mx/nota\n', 'https://elmedio.mx/nota'],
    ['https://elmedio.mx/?s=Etzatl%C3%A1n+obra', 'https://elmedio.mx/?s=Etzatl%C3%A1n+obra'],
  ])('writes %s as %s', (given, expected) => {
    expect(normalizeAddress(given)).toBe(expected)
  })

  it.each([
    'javascript:void(0)',
    'data:text/html,x',
    'mailto:a@b.mx',
    'ftp://a.mx/x',
    '',
    '/nota',
    'https://',
  ])('refuses %s', (given) => {
    expect(normalizeAddress(given)).toBeNull()
  })

  it('completes a relative link from the page it stands on', () => {
    expect(normalizeAddress('../nota-1.html', 'https://elmedio.mx/local/2026/')).toBe(
      'https://elmedio.mx/local/nota-1.html',
    )
  })

  it('refuses an address longer than four thousand characters', () => {
    expect(normalizeAddress(`https://elmedio.mx/${'a'.repeat(5000)}`)).toBeNull()
  })

  it('changes nothing when applied to its own result', () => {
    fc.assert(
      fc.property(anyAddress, (url) => {
        const once = normalizeAddress(url)
        expect(once === null ? null : normalizeAddress(once)).toBe(once)
      }),
    )
  })

  it('never throws, whatever text it is given', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
        (text) => {
          const normalized = normalizeAddress(text, 'https://elmedio.mx/')
          expect(normalized === null || /^https?:\/\//.test(normalized)).toBe(true)
        },
      ),
    )
  })
})

describe('registrableDomain', () => {
  it.each([
    ['https://www.informador.mx/jalisco/', 'informador.mx'],
    ['https://sanluis.quadratin.com.mx/feed/', 'quadratin.com.mx'],
    ['tala.jalisco.gob.mx', 'jalisco.gob.mx'],
    ['https://noticias.udg.edu.mx/x', 'udg.edu.mx'],
    ['https://radio.algo.org.mx', 'algo.org.mx'],
    ['https://www.bbc.co.uk/mundo', 'bbc.co.uk'],
    ['https://cuisilloshoy.blogspot.com/2026/11/x.html', 'cuisilloshoy.blogspot.com'],
    ['http://127.0.0.1:8080/', '127.0.0.1'],
    ['localhost', 'localhost'],
  ])('finds the site of %s: %s', (given, expected) => {
    expect(registrableDomain(given)).toBe(expected)
  })
})

describe('isSameSite', () => {
  it('joins the hosts of one outlet and keeps apart two outlets on one platform', () => {
    expect(isSameSite('https://www.elmedio.com.mx/a', 'http://sanluis.elmedio.com.mx/b')).toBe(true)
    expect(isSameSite('https://uno.com.mx/', 'https://dos.com.mx/')).toBe(false)
    expect(isSameSite('https://uno.blogspot.com/', 'https://dos.blogspot.com/')).toBe(false)
    expect(isSameSite('', '')).toBe(false)
  })
})

describe('hostOf', () => {
  it('gives the bare host, and nothing for what is not an address', () => {
    expect(hostOf('https://WWW.ElMedio.mx:8443/x')).toBe('www.elmedio.mx')
    expect(hostOf('no es una liga')).toBe('')
  })
})
