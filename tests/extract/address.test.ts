// Addresses a page declares → the note's own.
import { expect, it, test } from 'vitest'
import { absoluteUrl, chooseCanonical } from '../../src/extract/address.ts'

const page = 'https://www.prueba.com.mx/local/nota-1/'

test.each([
  ['of the same site', 'https://prueba.com.mx/local/nota-1/', 'https://prueba.com.mx/local/nota-1/'],
  ['relative', '/local/nota-uno/', 'https://www.prueba.com.mx/local/nota-uno/'],
  ['of another subdomain', 'https://amp.prueba.com.mx/nota', 'https://amp.prueba.com.mx/nota'],
  ['the cover', 'https://www.prueba.com.mx/', page],
  ['another site', 'https://otra.com.mx/nota', page],
  ['a neighbour under the same public suffix', 'https://otra.com.mx/local/nota-1/', page],
  ['not an address', 'javascript:void(0)', page],
  ['absent', null, page],
])('a canonical %s', (_, declared, expected) => {
  expect(chooseCanonical([declared], page)).toBe(expected)
})

it('takes the second when the first will not do', () => {
  expect(chooseCanonical(['https://www.prueba.com.mx/', 'https://www.prueba.com.mx/n/2'], page)).toBe(
    'https://www.prueba.com.mx/n/2',
  )
})

it('drops fragments and refuses other schemes', () => {
  expect(absoluteUrl('/a#b', page)).toBe('https://www.prueba.com.mx/a')
  expect(absoluteUrl('data:image/png;base64,xx', page)).toBeNull()
})
