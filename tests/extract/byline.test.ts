// What a page says of its author → names.
import { describe, expect, it, test } from 'vitest'
import { joinNames, splitNames } from '../../src/extract/byline.ts'
import { extractArticle } from '../../src/extract/extract.ts'
import { makeCapture, makeSource, plainPage, prose } from './captures.ts'

describe('splitNames', () => {
  test.each([
    ['Por Ana Ruiz', ['Ana Ruiz']],
    ['POR: ANA RUIZ', ['ANA RUIZ']],
    ['Por Ana Ruiz y Luis Paz', ['Ana Ruiz', 'Luis Paz']],
    ['Texto: Ana Ruiz / Fotos: Luis Paz', ['Ana Ruiz']],
    ['Ana Ruiz | 21-11-2026', ['Ana Ruiz']],
    ['Ana Ruiz, corresponsal', ['Ana Ruiz']],
    ['Ana Ruiz @anaruiz', ['Ana Ruiz']],
    ['Escrito por Ana Ruiz el 21 de noviembre de 2026', ['Ana Ruiz']],
    ['ana@correo.mx', []],
    ['https://prueba.mx/autor', []],
    ['admin', []],
    ['AFP', ['AFP']],
  ])('%s', (raw, names) => {
    expect(splitNames(raw)).toEqual(names)
  })
})

const bylineOf = (body: string, head = '') =>
  extractArticle(makeCapture(plainPage(`${body}${prose}`, head)), makeSource({ name: 'El Correo de Tala' }))
    .byline

describe('the byline', () => {
  test.each([
    ['is read from the line under the title', '<div class="autor">Por Ana Ruiz</div>', '', 'Ana Ruiz'],
    ['is read from a link to an author’s page', '<a href="/autor/ana-ruiz/">Ana Ruiz</a>', '', 'Ana Ruiz'],
    ['is read from an unmarked line that says so', '<div>Por Ana Ruiz</div>', '', 'Ana Ruiz'],
    ['comes from metadata first', '', '<meta name="author" content="Ana Ruiz">', 'Ana Ruiz'],
    [
      'prefers a person to the outlet’s own name',
      '<div class="autor">Por Ana Ruiz</div>',
      '<meta name="author" content="El Correo de Tala">',
      'Ana Ruiz',
    ],
    [
      'prefers a person to the newsroom',
      '<div class="autor">Por Ana Ruiz</div>',
      '<meta name="author" content="Redacción">',
      'Ana Ruiz',
    ],
    [
      'keeps the newsroom when nobody else signs',
      '',
      '<meta name="author" content="Redacción">',
      'Redacción',
    ],
    [
      'leaves out the outlet that a person signs for',
      '<p class="byline">Ana Ruiz | El Sol de México</p>',
      '',
      'Ana Ruiz',
    ],
    [
      'leaves out the post that a person holds and the site that prints it',
      '',
      '<meta name="author" content="Ana Ruiz, profesora de la escuela de caminos de la universidad, correodetala.mx">',
      'Ana Ruiz',
    ],
    ['follows a date on its line', '<div>Publicado el 3 de mayo de 2026 por Ana Ruiz</div>', '', 'Ana Ruiz'],
    [
      'is read from its element within a line',
      '<div><a class="author-name">Ana Ruiz</a><i>3 mayo, 2026</i></div>',
      '',
      'Ana Ruiz',
    ],
    ['is the newsroom when a line says so', '<div>Por: Redacción | 03-05-2026</div>', '', 'Redacción'],
    [
      'is whoever a line says sent it',
      '<div>Enviado por Red Jalisco el Mié, 18/11/2026 - 14:30</div>',
      '',
      'Red Jalisco',
    ],
    [
      'is not a sentence of the page',
      '<p class="autor">El autor de la denuncia pidió que no se publicara su nombre por miedo</p>',
      '',
      null,
    ],
  ])('%s', (_, body, head, byline) => {
    expect(bylineOf(body, head)).toBe(byline)
  })

  it('is null when nobody signs', () => {
    expect(bylineOf('')).toBeNull()
  })
})

it('joins names as Spanish does', () => {
  expect([['A'], ['A', 'B'], ['A', 'B', 'Inés']].map(joinNames)).toEqual(['A', 'A y B', 'A, B e Inés'])
})
