// The subjects of a municipality whose name is also a common noun, as an analyst of Tala (Jalisco) would declare them.
import type { Article, Source, Subject } from '../../src/model.ts'

const NEIGHBOURS = [
  'Teuchitlán',
  'Ameca',
  'El Arenal',
  'Acatlán de Juárez',
  'San Martín Hidalgo',
  'Tlajomulco',
  'Zapopan',
  'Tequila',
]

export const LOCALITIES = [
  'Cuisillos',
  'Ahuisculco',
  'San Isidro Mazatepec',
  'Pacana',
  'Castro Urdiales',
  'Los Ruiseñores',
  'Villas del Cañaveral',
  'Lomas de Cuisillos',
]

const none = { aliases: [], ambiguous: [], exclusions: [], context: [], antiContext: [] } as const

const person = (
  id: string,
  name: string,
  aliases: readonly string[],
  ambiguous: readonly string[] = [],
): Subject => ({
  ...none,
  id,
  name,
  role: 'persona',
  aliases: [name, ...aliases],
  ambiguous,
})

const office = (
  id: string,
  name: string,
  aliases: readonly string[],
  ambiguous: readonly string[] = [],
): Subject => ({
  ...none,
  id,
  name,
  role: 'dependencia',
  aliases,
  ambiguous,
})

const neighbour = (name: string): Subject => ({
  ...none,
  id: `vecino-${name.toLowerCase().replaceAll(' ', '-')}`,
  name,
  role: 'vecino',
  aliases: [name],
})

export const TALA: Subject = {
  id: 'tala',
  name: 'Tala',
  role: 'municipio',
  aliases: [
    'Tala, Jalisco',
    'Ayuntamiento de Tala',
    'Gobierno de Tala',
    'Gobierno Municipal de Tala',
    'municipio de Tala',
    'Ingenio Santa Brígida',
    'Feria de la Caña',
    'carretera Tala–Teuchitlán',
    ...LOCALITIES,
  ],
  ambiguous: ['Tala', 'talense', 'talenses', 'El Refugio', 'Navajas'],
  exclusions: [
    'tala de árboles',
    'tala clandestina',
    'tala ilegal',
    'tala inmoderada',
    'tala hormiga',
    'Rosario del Tala',
    'Tala al Momento',
    'El Correo de Tala',
    'calle Tala',
  ],
  context: ['Jalisco', 'Región Valles', 'Valles', ...NEIGHBOURS, 'zafra', 'cañeros'],
  antiContext: ['Uruguay', 'Canelones', 'Argentina', 'Entre Ríos'],
}

export const SUBJECTS: readonly Subject[] = [
  TALA,
  person(
    'alcaldesa',
    'Marcela Ruvalcaba Ontiveros',
    ['Marcela Ruvalcaba', 'Ruvalcaba Ontiveros'],
    [
      'la alcaldesa',
      'la edil',
      'la munícipe',
      'la presidenta municipal',
      'la presidenta',
      'presidenta municipal',
      'alcaldesa',
      'Ruvalcaba',
    ],
  ),
  person('secretario-general', 'Héctor Iván Quiroz Peralta', ['Héctor Iván Quiroz', 'Héctor Quiroz']),
  person('director-agua', 'Rubén Amezcua Tejeda', ['Rubén Amezcua'], ['Amezcua']),
  person('comisario', 'Óscar Villaseñor Luna', ['Óscar Villaseñor'], ['el comisario', 'Villaseñor Luna']),
  person('obras', 'Daniela Cisneros Bravo', ['Daniela Cisneros']),
  person('salud', 'Norma Leticia Sandoval Ríos', ['Norma Leticia Sandoval', 'Norma Sandoval']),
  person('dif', 'María Elena Plascencia Gómez', ['María Elena Plascencia']),
  person('cultura', 'Joel Arriaga Mojica', ['Joel Arriaga']),
  person('proteccion-civil', 'Martín Godoy Saldaña', ['Martín Godoy']),
  person('tesorera', 'Lorena Aceves Partida', ['Lorena Aceves']),
  person('aseo', 'Gilberto Fonseca Ornelas', ['Gilberto Fonseca']),
  person('comunicacion', 'Paola Ibáñez Rentería', ['Paola Ibáñez']),
  person('regidor', 'Ernesto Padilla Curiel', ['Ernesto Padilla']),
  person('regidora', 'Silvia Noriega Campos', ['Silvia Noriega']),
  office('siapta', 'Sistema de Agua Potable de Tala', ['SIAPTA', 'Sistema de Agua Potable de Tala']),
  office('dif-tala', 'DIF Tala', ['DIF Tala', 'DIF de Tala'], ['el DIF', 'DIF municipal', 'Sistema DIF']),
  office(
    'pc-tala',
    'Protección Civil',
    ['Protección Civil de Tala', 'Protección Civil Tala'],
    ['Protección Civil', 'Protección Civil y Bomberos', 'Bomberos'],
  ),
  office(
    'policia',
    'Comisaría de Seguridad Pública',
    ['Policía de Tala', 'Comisaría de Tala'],
    [
      'Comisaría de Seguridad Pública',
      'policía municipal',
      'policías municipales',
      'Seguridad Pública municipal',
    ],
  ),
  office('obras-publicas', 'Obras Públicas', ['Obras Públicas de Tala'], ['Obras Públicas']),
  office(
    'ayuntamiento',
    'Ayuntamiento',
    [],
    [
      'Ayuntamiento',
      'Cabildo',
      'el DIF',
      'la Presidencia',
      'el municipio',
      'gobierno municipal',
      'presidencia municipal',
    ],
  ),
  ...NEIGHBOURS.map(neighbour),
]

/** An outlet of the given home. */
export function makeSource(city: string | null, state: string | null = 'MX-JAL'): Source {
  return {
    id: 'mx-jal/prueba',
    name: 'Prueba',
    url: 'https://prueba.example',
    medium: 'portal',
    state,
    city,
    tier: 2,
    everyMinutes: 30,
    timeZone: 'America/Mexico_City',
    isEnabled: true,
    disabledBecause: null,
    verified: null,
    channels: [],
    skip: [],
    article: { title: null, byline: null, date: null, body: null, remove: [] },
    audience: null,
    rights: 'cita',
    convenio: null,
    isOwn: false,
  }
}

/** A note with these texts; `publishedAt` null unless given. */
export function makeArticle(
  title: string,
  paragraphs: readonly string[],
  part: Partial<Article> = {},
): Article {
  return {
    url: 'https://prueba.example/nota',
    canonicalUrl: 'https://prueba.example/nota',
    title,
    byline: null,
    section: null,
    publishedAt: null,
    publishedFrom: 'none',
    hasHour: false,
    image: null,
    standfirst: null,
    paragraphs,
    completeness: 'completa',
    flags: [],
    ...part,
  }
}
