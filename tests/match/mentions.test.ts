// Mentions of a municipality named like a common noun: what counts, what does not, and what is left to a person.
import { describe, expect, test } from 'vitest'
import { findMentions } from '../../src/match/mentions.ts'
import { prepareSubjects } from '../../src/match/subjects.ts'
import { makeArticle, makeSource, SUBJECTS } from './tala.ts'

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
    expect(belongingOf('director-agua', 'Responde ruben amezcua a vecinos')).toBe('nuestra')
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

    test('does not take a state office for the municipal one', () => {
      expect(belongingOf('pc-tala', 'Incendio en Tala', ['Acudió Protección Civil estatal.'])).toBeNull()
      expect(belongingOf('pc-tala', 'Incendio en Tala', ['Acudió Protección Civil Jalisco.'])).toBeNull()
      expect(belongingOf('pc-tala', 'Incendio en Tala', ['Acudió Protección Civil.'], region)).toBe('nuestra')
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
  })
})
