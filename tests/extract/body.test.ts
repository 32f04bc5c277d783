// Blocks of a page → the note's own text, however short it is and whatever stands around it.
import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../src/extract/extract.ts'
import { makeCapture, makeSource, PROSE, prose } from './captures.ts'

const TITLE = 'Choque deja dos heridos en la salida a Ameca'
const NOTE =
  'Dos personas resultaron heridas la noche del viernes al chocar una camioneta y un taxi en la salida a Ameca, informó Vialidad.'

const page = (body: string) =>
  `<!DOCTYPE html><html lang="es"><head><title>${TITLE}</title><meta property="og:title" content="${TITLE}"></head><body>${body}</body></html>`
const textOf = (body: string) => extractArticle(makeCapture(page(body)), makeSource()).paragraphs

const card = (at: number) =>
  `<div class="item"><h3><a href="/n${at}">Otra nota del día, la número ${at}, con su título</a></h3><p>Este es el resumen de la otra nota número ${at}, que ocupa dos renglones y termina en punto, como suelen ocupar.</p></div>`
const cards = Array.from({ length: 9 }, (_, at) => card(at)).join('')

describe('a short note', () => {
  it('is found beside a column of cards with more text than it', () => {
    const html = `<div class="wrap"><div class="izq"><h1>${TITLE}</h1><div><p>${NOTE}</p></div></div><div class="der">${cards}</div></div>`
    expect(textOf(html)).toEqual([NOTE])
  })

  it('is found when cards follow it in its own column', () => {
    const html = `<div class="wrap"><h1>${TITLE}</h1><div class="texto"><p>${NOTE}</p><p>El paso quedó libre a la una.</p></div><div class="mas">${cards}</div></div>`
    expect(textOf(html)).toEqual([NOTE, 'El paso quedó libre a la una.'])
  })

  it('of one paragraph without any element of its own is kept whole', () => {
    expect(textOf(`<h1>${TITLE}</h1>${NOTE}`)).toEqual([NOTE])
  })
})

describe('a body in pieces', () => {
  it('is joined when advertising splits it into boxes of one name', () => {
    const html = `<main><h1>${TITLE}</h1><div class="parte"><p>${PROSE[0]}</p></div><div class="ad">Publicidad</div><div class="parte"><p>${PROSE[1]}</p></div></main>`
    expect(textOf(html)).toEqual(PROSE)
  })

  it('keeps the paragraph set before the box that holds the rest', () => {
    const html = `<article><h1>${TITLE}</h1><p class="t">${NOTE}</p><div class="resto">${prose}</div></article>`
    expect(textOf(html)).toEqual([NOTE, ...PROSE])
  })

  it('keeps paragraphs wrapped one by one', () => {
    const html = `<article><h1>${TITLE}</h1><div class="cuerpo">${[NOTE, ...PROSE].map((text) => `<div class="w"><p>${text}</p></div>`).join('')}</div></article>`
    expect(textOf(html)).toEqual([NOTE, ...PROSE])
  })
})

describe('names that lie', () => {
  it('do not cut a note whose wrapper says that comments are open', () => {
    const foot = `<div class="pie">${[1, 2].map((at) => `<p>La salida a Ameca número ${at} tiene ocho kilómetros y una sola curva peligrosa, según Vialidad del estado.</p>`).join('')}</div>`
    const html = `<div class="nota comments-open"><h1>${TITLE}</h1><p>${NOTE}</p>${prose}</div>${foot}`
    expect(textOf(html)).toEqual([NOTE, ...PROSE])
  })

  it('do not save a foot that is longer than the note', () => {
    const foot = `<div id="footer">${[1, 2, 3, 4, 5].map((at) => `<p>Este diario número ${at} se imprime en Tala desde hace cuarenta años y llega cada mañana a todas las colonias del municipio.</p>`).join('')}</div>`
    const html = `<div id="a"><h1>${TITLE}</h1><div class="t"><p>${NOTE}</p>${prose}</div></div>${foot}`
    expect(textOf(html)).toEqual([NOTE, ...PROSE])
  })
})

describe('several notes on one page', () => {
  const other = (at: number) =>
    `<article><h1>Otra nota distinta que carga al bajar, la ${at}</h1><div class="article-body">${prose.replaceAll('cabildo', `consejo ${at}`)}</div></article>`

  it('gives only the one that the page is about, when the others follow', () => {
    const html = `<article><h1>${TITLE}</h1><div class="article-body"><p>${NOTE}</p>${prose}</div></article>${other(1)}${other(2)}`
    expect(textOf(html)).toEqual([NOTE, ...PROSE])
  })

  it('gives only the one that the page is about, when another stands first', () => {
    const html = `${other(1)}<article><h1>${TITLE}</h1><div class="article-body"><p>${NOTE}</p>${prose}</div></article>`
    expect(textOf(html)).toEqual([NOTE, ...PROSE])
  })
})

describe('what is inside the text and is not of it', () => {
  const inside = (html: string) =>
    textOf(
      `<main><h1>${TITLE}</h1><div class="nota"><p>${NOTE}</p>${html}<p>${PROSE[0]}</p><p>${PROSE[1]}</p></div></main>`,
    )

  it.each([
    ['promotions', '<p>Lee también: <a href="/x">Cierran la carretera</a></p>'],
    [
      'promotions without a colon',
      '<p><strong>TE PUEDE INTERESAR</strong></p><p><a href="/x">Cierran la carretera por obras nocturnas</a></p>',
    ],
    ['calls to networks', '<p>Únete a nuestro canal de WhatsApp</p>'],
    [
      'calls to Google Noticias',
      '<p><a href="/g">Síguenos en Google Noticias para mantenerte siempre informado</a></p>',
    ],
    [
      'captions',
      '<figure><img src="a.jpg"><figcaption>El taxi quedó en la cuneta, a un lado de la carretera.</figcaption></figure>',
    ],
    [
      'boxes of related notes',
      '<div class="relacionadas"><h4>Relacionadas</h4><p>La salida a Ameca suma doce choques en lo que va del año, según el recuento de Vialidad.</p></div>',
    ],
    [
      'unnamed boxes',
      '<div class="x1"><div class="x2"><h4>El dato</h4><p>La carretera fue inaugurada en 1968.</p></div></div>',
    ],
    [
      'lists of links',
      '<ul><li><a href="/1">Cierran la carretera</a></li><li><a href="/2">Abren la carretera</a></li></ul>',
    ],
    ['advertising labels', '<div>Publicidad</div>'],
    ['players', '<div class="video-player"><span>Reproducir video de la nota completa</span></div>'],
    ['reading times', '<p>3 min de lectura</p>'],
    ['photo credits', '<p>Foto: Cortesía</p>'],
  ])('%s are cut', (_, html) => {
    expect(inside(html)).toEqual([NOTE, ...PROSE])
  })

  it.each([
    ['a subhead', '<h2>Doce choques en el año</h2>', ['Doce choques en el año']],
    ['a list of facts', '<ul><li>Camioneta gris</li><li>Taxi 42</li></ul>', ['Camioneta gris', 'Taxi 42']],
    [
      'a quotation',
      '<blockquote><p>“No traía luces”, dijo el taxista.</p></blockquote>',
      ['“No traía luces”, dijo el taxista.'],
    ],
    ['a short line of dialogue', '<p>—Nadie frenó.</p>', ['—Nadie frenó.']],
    [
      'a paragraph with a link',
      '<p>El <a href="/r">reglamento</a> obliga a traer luces.</p>',
      ['El reglamento obliga a traer luces.'],
    ],
    [
      'a sentence that names a network',
      '<p>El ayuntamiento avisó en su página de Facebook que habrá cierres nocturnos durante toda la semana en esa salida.</p>',
      [
        'El ayuntamiento avisó en su página de Facebook que habrá cierres nocturnos durante toda la semana en esa salida.',
      ],
    ],
  ])('%s is kept', (_, html, kept) => {
    expect(inside(html)).toEqual([NOTE, ...kept, ...PROSE])
  })
})
