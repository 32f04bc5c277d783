// Tables as Meta Business Suite and spreadsheets write them → posts, with every row accounted for.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCsv } from '../../src/collect/csv.ts'
import { readPostExport } from '../../src/collect/post-export.ts'

const ZONE = 'America/Mexico_City'
const NOW = new Date('2026-11-21T18:00:00Z')

const ENGLISH = `\ufeff"Post ID","Page ID","Page name",Title,Description,"Duration (sec)","Publish time","Caption type",Permalink,"Is crosspost","Is share","Post type",Languages,"Custom labels","Funded content status","Data comment",Date,Views,Reach,"Reactions, Comments and Shares",Reactions,Comments,Shares,"Total clicks"
122101,1020,"Radio Tala","Sin agua en el Centro","Sin agua en el Centro
Los vecinos dicen ""ya basta"", y esperan.",0,"11/06/2026 10:30",,https://www.facebook.com/radiotala/posts/122101,0,0,Photos,,,,,Lifetime,"1,250",900,64,50,4,10,7
122102,1020,"Radio Tala",,"Feria",0,"11/13/2026 08:05",,https://www.facebook.com/radiotala/posts/122102,0,0,Photos,,,,,Lifetime,,,,,,,
122103,1020,"Radio Tala",,"Historia",0,"11/14/2026 08:05",,,0,0,Stories,,,,,Lifetime,,,,,,,
`

const SPANISH = `"Identificador de la publicación";"Identificador de la cuenta";"Nombre de usuario de la cuenta";"Nombre de la cuenta";"Descripción";"Duración (segundos)";"Hora de publicación";"Enlace permanente";"Tipo de publicación";"Comentario sobre los datos";"Fecha";"Visualizaciones";"Alcance";"Me gusta";"Veces que se compartió";"Seguidores";"Comentarios";"Veces que se guardó"
179;178;radiotala;Radio Tala;"La plaza; de noche";0;"11/07/2026 19:00";https://www.instagram.com/p/C1/;Imagen de IG;;Total;4210;;88;3;0;4;1
`

describe('an export of Meta Business Suite', () => {
  it('is read in English, with quotes, line ends inside a text and a byte order mark', () => {
    const { posts, refused } = readPostExport(ENGLISH, ZONE, NOW)
    expect(posts).toHaveLength(2)
    expect(posts[0]).toEqual({
      url: 'https://www.facebook.com/radiotala/posts/122101',
      title: 'Sin agua en el Centro',
      text: 'Sin agua en el Centro\nLos vecinos dicen "ya basta", y esperan.',
      author: 'Radio Tala',
      publishedAt: new Date('2026-11-06T16:30:00Z'),
      counts: { views: 1_250, reactions: 50, comments: 4, shares: 10 },
    })
    expect(posts[1]?.counts).toEqual({ views: null, reactions: null, comments: null, shares: null })
    expect(refused).toEqual([{ row: 4, reason: 'no trae la liga de la publicación' }])
  })

  it('is read in Spanish with semicolons', () => {
    const { posts } = readPostExport(SPANISH, ZONE, NOW)
    expect(posts).toEqual([
      {
        url: 'https://www.instagram.com/p/C1/',
        title: null,
        text: 'La plaza; de noche',
        author: 'Radio Tala',
        publishedAt: new Date('2026-11-08T01:00:00Z'),
        counts: { views: 4_210, reactions: 88, comments: 4, shares: 3 },
      },
    ])
  })

  it.each([
    ['month first, as Meta writes, when nothing decides', ['11/06/2026 10:00'], '2026-11-06'],
    ['month first when a day is above twelve', ['11/05/2026 10:00', '11/13/2026 10:00'], '2026-11-05'],
    ['day first when a spreadsheet turned them', ['05/11/2026 10:00', '13/11/2026 10:00'], '2026-11-05'],
    ['day first when month first would lie ahead', ['05/12/2026 10:00', '06/11/2026 10:00'], '2026-12-05'],
    [
      'day first when the posts then lie together',
      ['02/11/2026 10:00', '03/11/2026 10:00', '04/11/2026 10:00'],
      '2026-11-02',
    ],
  ])('says its days %s', (_, dates, expected) => {
    const now = new Date('2026-12-20T18:00:00Z')
    const rows = dates.map((date, index) => `https://x.example/${index},"${date}"`)
    const { posts } = readPostExport(`Permalink,Publish time\n${rows.join('\n')}\n`, ZONE, now)
    expect(posts[0]?.publishedAt?.toISOString().slice(0, 10)).toBe(expected)
  })

  it('leaves a date that is none unknown', () => {
    const { posts } = readPostExport(
      'Permalink,Publish time\nhttps://x.example/1,31/31/2026 10:00\n',
      ZONE,
      NOW,
    )
    expect(posts[0]?.publishedAt).toBeNull()
  })
})

describe('a table kept by hand', () => {
  it('is read by the names that people give its columns', () => {
    const { posts } = readPostExport(
      'Liga;Título;Texto;Fecha\nhttps://wa.me/channel/1;Aviso;No habrá agua;6 de noviembre de 2026\n',
      ZONE,
      NOW,
    )
    expect(posts).toMatchObject([
      { url: 'https://wa.me/channel/1', title: 'Aviso', publishedAt: new Date('2026-11-06T18:00:00Z') },
    ])
  })

  it('is refused with the columns that it has when none of them is an address', () => {
    expect(() => readPostExport('a,b\n1,2\n', ZONE, NOW)).toThrow(
      'se esperaba una columna «Permalink» o «Enlace permanente» y se encontró las columnas a, b',
    )
  })
})

describe('a CSV', () => {
  it('gives back what a spreadsheet would write, whatever the cells hold', () => {
    const cell = fc.stringMatching(/^[a-zñ"';,\n0-9 ]{0,12}$/).map((text) => text.trim())
    fc.assert(
      fc.property(
        fc
          .integer({ min: 2, max: 5 })
          .chain((width) =>
            fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
          ),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        (rows, separator, end) => {
          const text = rows
            .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(separator))
            .join(end)
          const kept = rows.filter((row) => row.some((one) => one !== ''))
          expect(parseCsv(text + end)).toEqual(kept)
        },
      ),
    )
  })

  it('ends whatever is thrown at it', () => {
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(parseCsv(text))))
    expect(parseCsv('sep=;\na;b\n')).toEqual([['a', 'b']])
    expect(parseCsv('a,"sin cerrar\nb')).toEqual([['a', 'sin cerrar\nb']])
  })
})

describe('a table of broadcasts and papers', () => {
  const HEAD = 'Fecha,Hora,Programa,Conductora,Duración,Tipo,Testigo,Página,Primera plana,Liga,Texto'

  it('needs no links, and what a cell does not say is absent', () => {
    const rows = [
      '2026-11-06,7:35,Primera Hora,Ana Ruiz,1:32,entrevista,1106.mp3,,,,"Sin agua en Tala, Jalisco"',
      '2026-11-06,,,,,,,1 y 3,sí,,Cuatro días sin agua',
    ]
    const { posts, refused, unknownColumns } = readPostExport(`${HEAD}\n${rows.join('\n')}\n`, ZONE, NOW)
    expect([refused, unknownColumns]).toEqual([[], []])
    expect(posts).toMatchObject([
      { url: null, publishedAt: new Date('2026-11-06T13:35:00Z') },
      { url: null, isDayOnly: true },
    ])
    expect(posts.map(({ slot }) => slot)).toEqual([
      { programme: 'Primera Hora', host: 'Ana Ruiz', seconds: 92, kind: 'entrevista', witness: '1106.mp3' },
      { pages: ['1', '3'], isFrontPage: true },
    ])
  })

  it('refuses a row with a wrong time, hour or page, and one that says neither link nor place', () => {
    const rows = [
      '2026-11-06,7:35,Primera Hora,,25:70,,,,,,Uno',
      '2026-11-06,35:70,Primera Hora,,,,,,,,Dos',
      '2026-11-06,7:35,,,,,,,,,Tres',
      '2026-11-06,7:35,Primera Hora,,,,,,,,Cuatro',
    ]
    const { posts, refused } = readPostExport(`${HEAD}\n${rows.join('\n')}\n`, ZONE, NOW)
    expect(posts.map(({ text }) => text)).toEqual(['Cuatro'])
    expect(refused.map(({ row, reason }) => `${row}: ${reason}`)).toEqual([
      '2: «25:70» no es una duración; escribe «1:32» o «1 min 32 s»',
      '3: «2026-11-06 35:70» no es una fecha; escribe «2026-11-06 10:30»',
      '4: no trae la liga de la publicación',
    ])
  })

  it('tells the columns that nobody knows', () => {
    const { unknownColumns } = readPostExport('Programa,Duracon,Texto\nPrimera Hora,1:32,Uno\n', ZONE, NOW)
    expect(unknownColumns).toEqual(['Duracon'])
  })

  it('is not what another table is that has only a type', () => {
    const { posts } = readPostExport('Liga,Tipo,Nota\nhttps://x.example/1,foto,7\n', ZONE, NOW)
    expect(posts[0]).not.toHaveProperty('slot')
  })
})
