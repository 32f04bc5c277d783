// Mentions of a municipality named like a common noun: what counts, what does not, and what is left to a person.
import { describe, expect, test } from 'vitest'
import { decideBelonging, findMentions } from '../../src/match/mentions.ts'
import { prepareSubjects } from '../../src/match/subjects.ts'
import { makeArticle, makeSource, SUBJECTS, TALA } from './tala.ts'

const index = prepareSubjects(SUBJECTS)
const state = makeSource('Guadalajara')
const national = makeSource(null, null)
const home = makeSource('Tala')
const region = makeSource('Ameca')

const find = (title: string, paragraphs: string[] = [], source = state) =>
  findMentions(makeArticle(title, paragraphs), source, index)
const belongingOf = (id: string, ...args: Parameters<typeof find>) =>
  find(...args).find(({ subjectId }) => subjectId === id)?.belonging ?? null
const tala = (...args: Parameters<typeof find>) => belongingOf('tala', ...args)

describe('findMentions', () => {
  test('finds an alias whatever its case and accents', () => {
    expect(tala('Anuncia obras el AYUNTAMIENTO DE TALA')).toBe('nuestra')
    expect(belongingOf('director-agua', 'Responde RUBEN AMEZCUA TEJEDA a vecinos')).toBe('nuestra')
  })

  test('does not match inside longer words', () => {
    expect(find('Talavera y Talala reciben turistas de Navajasola')).toEqual([])
  })

  test('tells ñ from n', () => {
    expect(find('Sin agua en Villas del Canaveral')).toEqual([])
    expect(tala('Sin agua en Villas del Cañaveral')).toBe('nuestra')
  })

  test.each([
    ['Detienen a tres por tala clandestina en La Primavera', 'La tala de árboles crece en Jalisco.'],
    ['TALA ILEGAL ARRASA CON EL BOSQUE', 'Vecinos de Zapopan denunciaron que la tala sigue.'],
    ['CONTRA LA TALA, MARCHAN EN GUADALAJARA', 'Piden frenar la tala en el bosque La Primavera, en Jalisco.'],
    [
      'Choque en la calle Tala de Guadalajara',
      'El accidente ocurrió en la calle Tala, colonia Mezquitán, en Guadalajara.',
    ],
    ['Gana Juan Tala el maratón de Jalisco', 'El corredor Juan Tala llegó primero en Guadalajara.'],
    ['Cae “El Tala”, presunto ladrón', 'Detuvieron a José N., alias Tala, en Zapopan, Jalisco.'],
    ['Fiesta criolla en Tala, Uruguay', 'Miles llegaron a Tala, Uruguay.'],
    ['Inundación en Rosario del Tala', 'La ciudad argentina de Rosario del Tala sufrió lluvias.'],
  ])('gives no mention for the namesake in «%s»', (title, body) => {
    expect(tala(title, [body])).toBeNull()
  })

  test.each([
    ['Choque deja dos heridos en Tala', 'Ocurrió en la carretera a Ameca.'],
    ['TALA SIN AGUA', 'Colonias de Tala, en Jalisco, cumplen tres días sin servicio.'],
    ['Avanza la zafra', 'El municipio de tala espera buena cosecha.'],
  ])('takes «%s» as the municipality in an outlet of its state', (title, body) => {
    expect(tala(title, [body])).toBe('nuestra')
  })

  test('leaves a bare name in a national outlet to a person, and takes it once the state is named', () => {
    expect(tala('Hallan fosa en Tala', ['Autoridades trabajan en el lugar.'], national)).toBe('dudosa')
    expect(tala('Hallan fosa en Tala', ['La Fiscalía de Jalisco trabaja en el lugar.'], national)).toBe(
      'nuestra',
    )
  })

  test('leaves to a person a name whose text also speaks of the namesake', () => {
    expect(tala('Feria en Tala', ['Llegaron visitantes de Canelones.'], national)).not.toBe('nuestra')
  })

  test('finds the municipality and the noun in the same note, and counts only the municipality', () => {
    const [mention] = find('Denuncian tala clandestina en Tala', [
      'La tala ocurre en un predio de Tala, cerca de Ahuisculco.',
    ])
    expect(mention?.belonging).toBe('nuestra')
    expect(mention?.hits.map(({ text }) => text)).toEqual(['Tala', 'Tala', 'Ahuisculco'])
  })

  test('gives offsets that point at the text of each hit', () => {
    const article = makeArticle('Vecinos de Tala protestan', ['En 2026, Tala, Jalisco, creció.'], {
      standfirst: 'Piden agua en Cuisillos',
    })
    const fields = { title: article.title, standfirst: article.standfirst, body: article.paragraphs[0] }
    for (const { hits } of findMentions(article, state, index)) {
      for (const hit of hits) expect(fields[hit.field]?.slice(hit.start, hit.end)).toBe(hit.text)
    }
  })

  test('says in Spanish why a note is ours', () => {
    const [mention] = find('Choque en Tala', ['Fue.', 'La Fiscalía de Jalisco investiga.'], national)
    expect(mention?.evidence).toContain('«Tala» en el título: sigue a «en».')
    expect(mention?.evidence).toContain('«Jalisco» en el párrafo 2 la confirma.')
  })

  test('does not see the name of one place inside the longer name of another', () => {
    expect(find('Fiesta en San Martín Hidalgo').map(({ subjectId }) => subjectId)).toEqual([
      'vecino-san-martín-hidalgo',
    ])
  })

  describe('people and offices', () => {
    test('takes «la alcaldesa» as ours when the text names the municipality', () => {
      expect(
        belongingOf('alcaldesa', 'Inaugura la alcaldesa puente', ['El puente une Tala con Cuisillos.']),
      ).toBe('nuestra')
    })

    test('does not take «la alcaldesa» without anything local', () => {
      expect(find('Inaugura la alcaldesa puente', ['Fue por la mañana.'])).toEqual([])
    })

    test('takes «la alcaldesa» as ours in an outlet of the town', () => {
      expect(belongingOf('alcaldesa', 'Inaugura la alcaldesa puente', ['Fue por la mañana.'], home)).toBe(
        'nuestra',
      )
    })

    test('knows the mayor of a neighbour, named or not in the configuration', () => {
      const body = ['El municipio de Tala también participó.']
      expect(belongingOf('alcaldesa', 'La alcaldesa de Ameca inaugura puente', body)).toBeNull()
      expect(belongingOf('alcaldesa', 'La alcaldesa de Etzatlán inaugura puente', body)).toBeNull()
    })

    test('leaves to a person an office named after a neighbour', () => {
      const body = ['Representantes de Tala y de Ameca se reunieron. La alcaldesa pidió recursos.']
      expect(belongingOf('alcaldesa', 'Reunión regional', body)).toBe('dudosa')
    })

    test('leaves to a person a short name with nothing else of the house beside it', () => {
      const match = ['El guardameta Óscar Villaseñor detuvo dos penales en Tepatitlán.']
      expect(belongingOf('comisario', 'Empatan sin goles', match)).toBe('dudosa')
      expect(belongingOf('comisario', 'Empatan sin goles', match, home)).toBe('nuestra')
      expect(
        belongingOf('comisario', 'Habla el comisario', ['“Vamos bien”, dijo Óscar Villaseñor Luna.']),
      ).toBe('nuestra')
    })

    test('does not take a state office for the municipal one', () => {
      expect(belongingOf('pc-tala', 'Incendio en Tala', ['Acudió Protección Civil estatal.'])).toBeNull()
      expect(belongingOf('pc-tala', 'Incendio en Tala', ['Acudió Protección Civil Jalisco.'])).toBeNull()
      expect(belongingOf('pc-tala', 'Incendio en Tala', ['Acudió Protección Civil.'], region)).toBe('nuestra')
    })
  })

  describe('people and their periods', () => {
    const office = { ambiguous: ['la alcaldesa', 'el alcalde', 'presidente municipal', 'Robles'] } as const
    const none = { exclusions: [], context: [], antiContext: [] } as const
    const former = {
      ...none,
      ...office,
      id: 'anterior',
      name: 'Pedro Robles Lara',
      role: 'persona',
      aliases: ['Pedro Robles Lara', 'Pedro Robles'],
      inOffice: { since: '2021-10-01', until: '2024-09-30' },
    } as const
    const current = {
      ...none,
      ambiguous: office.ambiguous.slice(0, 3),
      id: 'actual',
      name: 'Marcela Ruvalcaba Ontiveros',
      role: 'persona',
      aliases: ['Marcela Ruvalcaba Ontiveros'],
      inOffice: { since: '2024-10-01', until: null },
    } as const
    const mayors = prepareSubjects([TALA, former, current])
    const named = (day: string | null, title: string, body = 'Fue en el centro de Tala, Jalisco.') => {
      const publishedAt = day === null ? null : new Date(`${day}T18:00:00Z`)
      const mentions = findMentions(makeArticle(title, [body], { publishedAt }), state, mayors)
      return mentions.flatMap(({ subjectId, belonging }) =>
        subjectId === 'tala' ? [] : [`${subjectId} ${belonging}`],
      )
    }

    test.each([
      ['2023-05-10', ['anterior nuestra']],
      ['2024-09-30', ['anterior nuestra']],
      ['2024-10-01', ['actual nuestra']],
      ['2026-11-13', ['actual nuestra']],
    ])('on %s «el alcalde» is who was in office', (day, expected) => {
      expect(named(day, 'Inaugura el alcalde un puente')).toEqual(expected)
    })

    test('the day is that of the place: the last evening of a period is still of it', () => {
      const publishedAt = new Date('2024-10-01T03:00:00Z')
      const article = makeArticle('Inaugura el alcalde un puente', ['En Tala, Jalisco.'], { publishedAt })
      expect(findMentions(article, state, mayors).map(({ subjectId }) => subjectId)).toEqual([
        'tala',
        'anterior',
      ])
    })

    test('a name counts outside the period, doubtful where nothing else is of the municipality', () => {
      expect(named('2026-11-13', 'Pedro Robles Lara presenta libro')).toEqual(['anterior nuestra'])
      expect(named('2026-11-13', 'Pedro Robles Lara presenta libro', 'Fue en Madrid.')).toEqual([
        'anterior dudosa',
      ])
      expect(named('2026-11-13', 'Robles vuelve a la plaza')).toEqual(['anterior nuestra'])
    })

    test('a former mayor does not make a note of today ours', () => {
      const note = makeArticle('Pedro Robles Lara presenta libro', ['Acudió gente a Tala.'], {
        publishedAt: new Date('2026-11-13T18:00:00Z'),
      })
      const mentions = findMentions(note, national, mayors)
      expect(mentions.find(({ subjectId }) => subjectId === 'tala')?.belonging).toBe('dudosa')
    })

    test.each([
      'La entonces alcaldesa firmó el convenio',
      'La ex alcaldesa firmó el convenio',
      'La exalcaldesa firmó el convenio',
      'Rinde protesta el alcalde electo',
      'El alcalde Enrique Alfaro vino a la feria',
    ])('nobody of today is named in «%s»', (title) => {
      expect(named('2026-11-13', title)).toEqual([])
    })

    test('an office before its own name is its own', () => {
      expect(named('2026-11-13', 'La alcaldesa Marcela Ruvalcaba vino a la feria')).toEqual([
        'actual nuestra',
      ])
    })
  })

  describe('namesakes of other municipalities', () => {
    const place = (name: string, of: string, context: string[], antiContext: string[]) =>
      prepareSubjects([
        {
          id: 'nuestro',
          name,
          role: 'municipio',
          aliases: [`${name}, ${of}`],
          ambiguous: [name],
          exclusions: [],
          context: [of, ...context],
          antiContext,
        },
      ])
    const PLACES = {
      Atengo: place('Atengo', 'Jalisco', ['Soyatlán del Oro'], ['Tezontepec', 'Hidalgo', 'Texcoco']),
      Benito: place('Benito Juárez', 'Quintana Roo', ['Cancún'], ['CDMX', 'Guerrero']),
      Salto: place('El Salto', 'Jalisco', ['Juanacatlán'], ['Durango']),
      Tequila: place('Tequila', 'Jalisco', ['Amatitán'], []),
      Zapata: place('Emiliano Zapata', 'Morelos', ['Cuernavaca'], ['Tabasco']),
      Morelos: place('Morelos', 'Zacatecas', ['Vetagrande'], ['Cuernavaca']),
    }
    const HOME = {
      Atengo: 'MX-JAL',
      Benito: 'MX-ROO',
      Salto: 'MX-JAL',
      Tequila: 'MX-JAL',
      Zapata: 'MX-MOR',
      Morelos: 'MX-ZAC',
    }

    test.each([
      ['Atengo', 'estado', 'Alcalde de Atengo pide recursos', '', 'nuestra'],
      ['Atengo', 'nacional', 'Vuelca camión en Atengo', 'Iba a Soyatlán del Oro.', 'nuestra'],
      ['Atengo', 'nacional', 'Bloqueo en Atengo', 'Vecinos de Tezontepec cerraron el paso.', null],
      ['Atengo', 'nacional', 'Feria de Atengo, Hidalgo', 'Habrá charreada.', null],
      ['Atengo', 'nacional', 'San Salvador Atenco marcha', 'Fue en Texcoco.', null],
      ['Atengo', 'nacional', 'Sismo se siente en Atengo', 'No hay daños.', 'dudosa'],
      ['Benito', 'estado', 'Recolectan sargazo en Benito Juárez', 'Cancún limpió sus playas.', 'nuestra'],
      ['Benito', 'nacional', 'Operativo en Benito Juárez', 'La policía de la CDMX detuvo a tres.', null],
      ['Benito', 'estado', 'Reparan la primaria Benito Juárez', 'Está en Tulum.', null],
      ['Benito', 'estado', 'Develan busto de Benito Juárez', 'Mide tres metros.', null],
      ['Benito', 'estado', 'Cierran la avenida Benito Juárez', 'En Chetumal.', null],
      ['Benito', 'estado', 'Sin agua la colonia Benito Juárez', 'En Cozumel.', null],
      ['Benito', 'nacional', 'Demoras', 'En el Aeropuerto Internacional Benito Juárez.', null],
      ['Salto', 'estado', 'Mal olor en El Salto', 'También llega a Juanacatlán.', 'nuestra'],
      ['Salto', 'nacional', 'Nieve en El Salto', 'La sierra de Durango amaneció blanca.', null],
      ['Salto', 'nacional', 'El salto de la economía', 'Creció 2 por ciento.', null],
      ['Tequila', 'estado', 'Turistas llenan Tequila', 'Vinieron de Amatitán.', 'nuestra'],
      ['Tequila', 'estado', 'Sube la exportación de tequila', 'Jalisco exportó más.', null],
      ['Tequila', 'nacional', 'Tequila y mezcal ganan medallas', 'Fue en Londres.', null],
      ['Zapata', 'estado', 'Ayuntamiento de Emiliano Zapata da becas', '', 'nuestra'],
      ['Zapata', 'estado', 'Hallan carta de Emiliano Zapata', 'Está en Cuernavaca.', null],
      ['Zapata', 'nacional', 'Inundación en Emiliano Zapata, Tabasco', '', null],
      ['Morelos', 'nacional', 'Morelos suma 40 homicidios', 'Dijo la fiscalía de Cuernavaca.', null],
      [
        'Morelos',
        'estado',
        'Robo en Morelos',
        'El robo en Vetagrande y Morelos sigue, dijo Zacatecas.',
        'nuestra',
      ],
    ] as const)('%s, medio %s: «%s» %s → %s', (key, outlet, title, body, expected) => {
      const source = outlet === 'estado' ? makeSource('Otra', HOME[key]) : national
      const [mention] = findMentions(makeArticle(title, [body]), source, PLACES[key])
      expect(mention?.belonging ?? null).toBe(expected)
    })

    test('a street of that name in the note leaves a name that only looks like the place to a person', () => {
      expect(tala('Balacera en la calle Tala', ['Ocurrió entre Tala y Ameca, en Jalisco.'])).not.toBe(
        'nuestra',
      )
    })
  })

  describe('names in company', () => {
    test('takes a name at the start of a phrase as a place among other places', () => {
      const table = ['Ameca, 45. Teuchitlán, 12. Tala, 33. Tequila, 8.']
      expect(tala('Casos de dengue por municipio', table)).toBe('nuestra')
      expect(tala('Casos de dengue por municipio', ['Tala, 33.'])).toBe('dudosa')
    })

    test('explains what cannot be told by a person of that name elsewhere in the note', () => {
      expect(
        tala('Tala vuelve a cantar en Ameca', ['La bolerista Tala Berumen presentará su disco.']),
      ).toBeNull()
    })

    test('takes the place a note is written from as a place', () => {
      expect(tala('Piden agua', ['TALA.- Vecinos de Jalisco pidieron agua.'])).toBe('nuestra')
    })
  })

  describe('queries', () => {
    const roads = {
      ...(SUBJECTS[0] ?? TALA),
      id: 'calles',
      role: 'tema',
      aliases: [],
      ambiguous: [],
    } as const
    const queried = prepareSubjects([{ ...roads, query: '(bache* OR bacheo) NEAR/6 Hidalgo' }])

    test('find a subject where its words stand as the query asks, and say so', () => {
      const article = makeArticle('Tapan baches de la avenida Hidalgo', ['Fue ayer.'])
      const [mention] = findMentions(article, state, queried)
      expect(mention).toMatchObject({ subjectId: 'calles', belonging: 'nuestra', prominence: 'titular' })
      expect(mention?.hits[0]?.text).toBe('baches de la avenida Hidalgo')
      expect(mention?.evidence[0]).toContain('lo pide la búsqueda')
    })

    test('find nothing where its words are apart', () => {
      expect(findMentions(makeArticle('Tapan baches', ['En la Hidalgo no.']), state, queried)).toEqual([])
    })
  })

  describe('decideBelonging', () => {
    const decide = (...args: Parameters<typeof find>) => decideBelonging(find(...args), SUBJECTS)
    test('makes a note ours by the municipality, its people or its offices, never by a neighbour alone', () => {
      expect(decide('Informa el SIAPTA sobre el pozo')).toBe('nuestra')
      expect(decide('Fiesta en Teuchitlán')).toBeNull()
    })

    test('makes a note that carries text of a boletín ours', () => {
      const pickup = {
        folio: '2026/0001',
        kind: 'citada',
        shareOfBoletin: 0.1,
        shareOfArticle: 0.2,
        passages: [],
      } as const
      const pickups = [{ ...pickup, isTitleKept: false, isCredited: false, lagHours: null }]
      expect(decideBelonging([], SUBJECTS, pickups)).toBe('nuestra')
    })
  })

  describe('prominence', () => {
    const prominenceOf = (title: string, paragraphs: string[]) => find(title, paragraphs)[0]?.prominence
    test('follows the place of the hits', () => {
      const other = ['Uno.', 'Dos.', 'Tres.', 'Cuatro.']
      expect(prominenceOf('Sin agua en Tala', other)).toBe('titular')
      expect(prominenceOf('Sin agua', ['En Tala falta.', ...other])).toBe('entrada')
      expect(prominenceOf('Sin agua', [...other, 'En Tala y en Cuisillos falta.'])).toBe('cuerpo')
      expect(prominenceOf('Sin agua', [...other, 'También falta en Tala, dijo.'])).toBe('incidental')
    })

    test('is incidental for one name of a list, and never the headline for a locality alone', () => {
      const list = ['Habrá frío en Ameca, Tequila, Teuchitlán, Tala, El Arenal y Zapopan, en Jalisco.']
      expect(find('Llega el frío', list)[0]?.prominence).toBe('incidental')
      expect(find('Arde cañaveral en Cuisillos', ['Hubo humo.'])[0]?.prominence).toBe('cuerpo')
    })
  })
})
