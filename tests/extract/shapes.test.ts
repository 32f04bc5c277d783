// Pages in the shapes Mexican outlets publish in → exactly the note, and nothing of what surrounds it.
import { describe, expect, it } from 'vitest'
import { readShape } from './captures.ts'

describe('a WordPress note with Yoast data', () => {
  const note = readShape('wordpress', 'https://lavozdelaribera.example.mx/local/rehabilitan-red-agua/')

  it('keeps paragraphs, subheads, lists and quotes in order and cuts everything else', () => {
    expect(note.paragraphs).toEqual([
      'El organismo operador comenzó ayer el cambio de dos kilómetros de tubería en el barrio de San Miguel, donde las fugas dejaban sin presión a unas cuatrocientas casas cada verano.',
      '“Llevábamos tres años pidiéndolo”, dijo Rosario Pineda, presidenta del comité vecinal. Los trabajos durarán ocho semanas.',
      'Cierres en tres calles',
      'Habrá cierres parciales en las calles Morelos, Aldama y Privada del Río; el paso peatonal queda libre a toda hora.',
      'Morelos, del 20 al 30 de noviembre',
      'Aldama, del 1 al 12 de diciembre',
      '“El agua no volverá el lunes, pero volverá entera”, resumió el director del organismo.',
      'El costo es de 3.4 millones de pesos y se paga con recursos propios.',
    ])
  })

  it('takes title, author, section, standfirst, image and address without the outlet’s name', () => {
    expect(note).toMatchObject({
      title: 'Rehabilitan la red de agua del barrio de San Miguel',
      byline: 'Elvira Montaño',
      section: 'Local',
      standfirst: 'Las cuadrillas cambiarán dos kilómetros de tubería en ocho semanas.',
      image: 'https://lavozdelaribera.example.mx/wp-content/uploads/2026/11/obra.jpg',
      canonicalUrl: 'https://lavozdelaribera.example.mx/local/rehabilitan-red-agua/',
      completeness: 'completa',
      flags: [],
    })
  })

  it('takes the publication, not the update nor today’s date of the header', () => {
    expect(note.publishedAt?.toISOString()).toBe('2026-11-19T15:30:00.000Z')
    expect(note).toMatchObject({ publishedFrom: 'json-ld', hasHour: true })
  })
})

describe('an Arc note', () => {
  const note = readShape('arc', 'https://eloccidente.example.mx/estado/transporte-escolar/')

  it('cuts advertising, links between paragraphs and related boxes', () => {
    expect(note.paragraphs).toHaveLength(3)
    expect(note.paragraphs.join(' ')).not.toMatch(/Lee también|tarifa del camión|Publicidad/)
  })

  it('converts a UTC stamp to the outlet’s day when the dateline agrees', () => {
    expect(note.publishedAt?.toISOString()).toBe('2026-11-20T03:45:00.000Z')
    expect(note.flags).toEqual([])
  })

  it('joins two authors', () => {
    expect(note.byline).toBe('Ignacio Lara y Sofía Bernal')
  })
})

describe('an OEM note, whose HTML prints the body twice', () => {
  const note = readShape('oem', 'https://www.elsoldelosvalles.example.mx/local/productores-9123456.html')

  it('keeps the body once, with its subhead and without the call to Google Noticias', () => {
    expect(note.paragraphs).toEqual([
      'Productores de caña de la zona pidieron una báscula pública a la entrada del ingenio, porque aseguran que cada carga pierde hasta 300 kilos entre el campo y el patio.',
      'DOS PESADAS',
      '“Pesamos aquí y pesamos allá, y nunca coincide”, explicó Armando Zepeda, líder de los cañeros, que entregó a la Secretaría copias de 140 boletas.',
      'La empresa respondió que sus básculas se verifican cada año y que está abierta a una revisión conjunta antes del inicio de la zafra.',
    ])
  })

  it('reads the visible dateline and the signature without the outlet', () => {
    expect(note).toMatchObject({ publishedFrom: 'text', hasHour: false, byline: 'Teodoro Fuentes' })
    expect(note.publishedAt?.toISOString()).toBe('2026-11-19T18:00:00.000Z')
  })

  it('keeps the standfirst apart', () => {
    expect(note.standfirst).toBe('Dicen que cada carga pierde hasta 300 kilos entre el campo y el ingenio')
  })
})

describe('a Blogger note written with line breaks', () => {
  const note = readShape('blogger', 'https://cuisilloshoy.example.com/2026/11/se-fue-la-luz.html')

  it('makes a paragraph of each run between double breaks', () => {
    expect(note.paragraphs).toEqual([
      'Vecinos, les contamos que desde las siete de la noche no hay luz en la colonia Jardines ni en la parte baja del Centro.',
      'Hablamos con la Comisión y nos dijeron que un camión tiró un poste en la carretera; dicen que a medianoche queda.',
      '¡Cuídense al manejar porque los semáforos tampoco sirven!',
    ])
  })

  it('takes the title from the post and not from the window, and the hour from the mark under it', () => {
    expect(note.title).toBe('Se fue la luz en media colonia')
    expect(note.publishedAt?.toISOString()).toBe('2026-11-19T02:15:00.000Z')
  })
})

describe('a hand-made page in tables with today’s date on top', () => {
  const note = readShape('php', 'https://canaveral.example.mx/nota.php?id=311', 'La Voz del Cañaveral')

  it('separates paragraphs written with single breaks', () => {
    expect(note.paragraphs).toHaveLength(3)
    expect(note.paragraphs[1]).toMatch(/^Doña Rosa Maldonado .* vecinas\.$/)
  })

  it('is not fooled by today’s date in the header nor by the link to another day', () => {
    expect(note.publishedAt?.toISOString()).toBe('2026-11-17T18:00:00.000Z')
  })

  it('finds the title among bold text', () => {
    expect(note.title).toBe('Cuatro días sin agua y nadie da la cara')
  })
})

describe('other shapes', () => {
  it('marks a note behind a wall as cut short and keeps what there is', () => {
    const note = readShape('paywall', 'https://norte.example.mx/feria')
    expect(note.completeness).toBe('truncada')
    expect(note.paragraphs).toHaveLength(2)
  })

  it('leaves out machine summaries, embedded posts, gallery captions and calls, and keeps tables as text', () => {
    const note = readShape('embeds', 'https://prueba.example.mx/rescatan-perro')
    expect(note.paragraphs).toEqual([
      'Bomberos municipales sacaron ayer a un perro que llevaba dos días atrapado en el canal de riego, a la altura del puente viejo.',
      'El animal, de unos tres años, quedó en manos del refugio La Esperanza, que busca a sus dueños.',
      'Año',
      'Rescates',
      '2025',
      '41',
      '2026',
      '57',
      'Para reportar un caso hay que llamar al 911 y decir la calle y una seña cercana.',
    ])
  })

  it('gives a naive time the zone of the outlet', () => {
    const note = readShape('embeds', 'https://prueba.example.mx/rescatan-perro')
    expect(note.publishedAt?.toISOString()).toBe('2026-11-20T17:20:00.000Z')
  })

  it('keeps each entry of a live blog with its heading', () => {
    const note = readShape('live', 'https://prueba.example.mx/eleccion')
    expect(note.paragraphs).toHaveLength(6)
    expect(note.paragraphs[0]).toBe('Cierran las casillas')
  })

  it('reads AMP pages and their original address', () => {
    const note = readShape('amp', 'https://portal.example.mx/nieva-en-el-nevado/amp/')
    expect(note.paragraphs).toHaveLength(2)
    expect(note).toMatchObject({
      byline: 'Marta Quiroz',
      canonicalUrl: 'https://portal.example.mx/nieva-en-el-nevado/',
    })
  })
})
