// Arbitrary texts and addresses for the tests that nothing may crash: any UTF-16 units, any mixture of the parts of a URL.
import fc from 'fast-check'

/** Faster to set up than fast-check's `binary` unit, and wider: it also breaks pairs. */
export function anyText(maxLength: number): fc.Arbitrary<string> {
  return fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength })
    .map((units) => String.fromCharCode(...units))
}

/** Mixtures of the parts that addresses are made of, most of them wrong. */
export function anyAddress(): fc.Arbitrary<string> {
  const part = fc.constantFrom(
    ...[
      'http:',
      'https:',
      '//',
      '/',
      '?',
      '#',
      '&',
      '=',
      '%',
      '%C3%B1',
      'ñ',
      '..',
      '@',
      ':80',
      '[',
      ']',
      ' ',
    ],
    ...[
      'medio.example',
      'otro.example',
      '127.0.0.1',
      'nota-de-hoy',
      'tag',
      'utm_source',
      'PHPSESSID',
      '12345',
    ],
  )
  return fc.array(part, { maxLength: 9 }).map((parts) => parts.join(''))
}
