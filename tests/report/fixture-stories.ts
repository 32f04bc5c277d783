// Invented stories about Tala, Jalisco: what happened, who told it first, in what tone. A table of data.
import type { Prominence, ToneLabel } from '../../src/model.ts'

/** `repeats` are outlets and their tone; `folio` is the boletín that the story starts from. */
export type FixtureStory = {
  readonly section: string | null
  readonly tone: ToneLabel
  readonly outlet: string
  readonly prominence: Prominence
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly byline: string | null
  readonly repeats: readonly (readonly [outlet: string, tone: ToneLabel])[]
  readonly folio: string | null
}

const story = (
  section: string | null,
  tone: ToneLabel,
  outlet: string,
  title: string,
  paragraphs: readonly string[],
  rest: Partial<FixtureStory> = {},
): FixtureStory => ({
  section,
  tone,
  outlet,
  prominence: 'titular',
  title,
  paragraphs,
  byline: null,
  repeats: [],
  folio: null,
  ...rest,
})

export const STORIES: readonly FixtureStory[] = [
  story(
    'agua',
    'negativo',
    'canaveral',
    'Cuatro días sin agua en el oriente de Tala y nadie da la cara',
    [
      'Vecinos de Villas del Cañaveral y Los Ruiseñores cumplieron ayer cuatro días sin servicio y anunciaron que hoy a las 17:00 cerrarán la carretera Guadalajara–Ameca si no llegan las pipas.',
      '“Nos dijeron que era cosa de horas y ya van cuatro días”, reclamó Rosa Isela Maldonado Cruz, del comité vecinal. El Ayuntamiento de Tala no respondió a la solicitud de entrevista de este medio.',
      'En la colonia se ven filas de cubetas frente a una toma pública. Los colonos aseguran que solo han pasado 12 pipas desde el lunes.',
    ],
    {
      repeats: [
        ['observador', 'negativo'],
        ['momento', 'negativo'],
        ['ruta70', 'negativo'],
        ['tribuna', 'neutro'],
      ],
    },
  ),
  story(
    'agua',
    'negativo',
    'radio',
    '“Nadie nos avisó”: comerciantes del mercado de Tala reportan pérdidas por la falta de agua',
    [
      'Locatarios del Mercado Municipal de Tala estiman pérdidas de entre 800 y 1,500 pesos diarios por cerrar antes de las 14:00 horas.',
      'Teresa Dueñas Robles, presidenta de los comerciantes, pidió un horario de suministro por calle y preguntó por qué el aviso salió dos días después de la falla.',
    ],
    { byline: 'Noé Ibarra Quezada', repeats: [['cuisillos', 'negativo']] },
  ),
  story(
    'agua',
    'neutro',
    'diario',
    'Organismo de agua atribuye la falla a la bomba del pozo 3 y ofrece pipas',
    [
      'El director del Sistema de Agua Potable de Tala, Rubén Amezcua Tejeda, explicó que la refacción de la bomba del pozo 3 llega el sábado y que hay 21 pipas en ruta para la zona oriente.',
      'El funcionario reconoció que el aviso a las colonias se dio tarde y ofreció publicar un calendario de reparto.',
    ],
    { byline: 'Marisol Tovar Ledesma', repeats: [['correo', 'neutro']] },
  ),
  story(
    'agua',
    'mixto',
    'cuisillos',
    'Llega alumbrado LED a Cuisillos entre reclamos por el agua',
    [
      'Reconocemos que las 64 luminarias nuevas ayudan a caminar de noche por la calle principal, pero varios vecinos le recordaron a la alcaldesa que primero es el agua.',
      'La presidenta municipal Marcela Ruvalcaba dijo que la línea de Cuisillos entra en operación este mes.',
    ],
    { folio: '2026/0227' },
  ),
  story(
    'agua',
    'negativo',
    'observador',
    'El camión de la basura dejó de pasar tres días en Ahuisculco, acusan vecinos',
    [
      'Habitantes de Ahuisculco mostraron fotografías de bolsas acumuladas frente a la escuela primaria. Aseo y Servicios Públicos de Tala no ha dado explicación.',
    ],
  ),
  story(
    'cultura',
    'positivo',
    'correo',
    'Arranca hoy la Feria de la Caña con 60 expositores de ocho municipios',
    [
      'La Feria de la Caña abre hoy sus puertas en el parque de Tala con 60 expositores de ocho municipios, catas, danza y entrada libre hasta el 22 de noviembre.',
      'La presidenta municipal, Marcela Ruvalcaba Ontiveros, informó que habrá transporte gratuito desde las delegaciones y un operativo con 85 elementos.',
      'El programa incluye muestra gastronómica, torneo de voleibol y un encuentro de bandas de la región Valles.',
    ],
    {
      byline: 'Braulio Landeros Peña',
      folio: '2026/0225',
      repeats: [
        ['sol', 'positivo'],
        ['radio', 'positivo'],
        ['canal6', 'positivo'],
        ['momento', 'positivo'],
        ['cuisillos', 'positivo'],
        ['tribuna', 'neutro'],
      ],
    },
  ),
  story(
    'cultura',
    'positivo',
    'diario',
    'Hoteleros de Valles esperan 92 % de ocupación por la Feria de la Caña',
    [
      'La asociación de hoteleros compara con el 84 % del mismo puente de 2025 y atribuye el alza a la Feria de la Caña de Tala y a la nueva ruta de autobuses.',
    ],
    { byline: 'Rebeca Solórzano', repeats: [['sol', 'positivo']] },
  ),
  story(
    'cultura',
    'positivo',
    'ingenio',
    'Altares de Tala reúnen a tres mil visitantes en el panteón municipal',
    [
      'El director de Cultura, Joel Arriaga Mojica, destacó que los 40 altares fueron hechos por escuelas y barrios de Tala, y que la noche transcurrió sin incidentes.',
    ],
    { folio: '2026/0221' },
  ),
  story(
    'seguridad',
    'neutro',
    'ruta70',
    'Detienen a dos personas por robo de motocicletas en el centro de Tala',
    [
      'Elementos de la Comisaría de Tala detuvieron a dos personas en la calle Herrera y Cairo con una motocicleta con reporte de robo.',
      'El parte policial señala que quedaron a disposición de la Fiscalía de Jalisco.',
    ],
    {
      repeats: [
        ['sol', 'neutro'],
        ['momento', 'neutro'],
      ],
    },
  ),
  story(
    'seguridad',
    'positivo',
    'canal6',
    'Egresan 18 policías de la academia regional; se suman a la vigilancia en Tala',
    [
      'El comisario Óscar Villaseñor Luna aseguró que los 18 nuevos policías patrullarán delegaciones y accesos carreteros a partir del lunes.',
    ],
    {
      folio: '2026/0229',
      repeats: [
        ['correo', 'positivo'],
        ['radio', 'positivo'],
      ],
    },
  ),
  story(
    'obras',
    'positivo',
    'sol',
    'Repavimentan 4.2 kilómetros de la carretera Tala–Teuchitlán',
    [
      'La directora de Obras Públicas, Daniela Cisneros Bravo, detalló que la repavimentación de la carretera Tala–Teuchitlán lleva 60 % de avance y se entrega en diciembre.',
    ],
    {
      byline: 'Redacción',
      folio: '2026/0232',
      repeats: [
        ['correo', 'positivo'],
        ['occidente', 'neutro'],
      ],
    },
  ),
  story('obras', 'negativo', 'canaveral', 'Piden terminar el puente de Navajas antes de las lluvias', [
    'Ejidatarios de Navajas señalan que la obra lleva dos semanas detenida y que los niños cruzan por el arroyo para ir a la escuela. No hay postura oficial del municipio de Tala.',
  ]),
  story(
    'gobierno',
    'neutro',
    'diario',
    'Regidores de oposición piden auditar los ingresos del rastro de Tala',
    [
      'Los regidores Ernesto Padilla Curiel y Silvia Noriega Campos presentaron un punto de acuerdo para auditar los ingresos del rastro municipal de Tala; pasó a comisión.',
      'La tesorera Lorena Aceves Partida ofreció entregar la información el martes.',
    ],
    { byline: 'Ofelia Nava Rincón', repeats: [['observador', 'neutro']] },
  ),
  story(
    'gobierno',
    'neutro',
    'correo',
    'Cabildo de Tala aprueba descuentos de 15 % en el predial de enero',
    [
      'El Cabildo de Tala aprobó por mayoría descuentos de 15 % en enero y 10 % en febrero para quienes paguen el predial 2027.',
      'La tesorera Lorena Aceves Partida informó que habrá tres cajas móviles en las delegaciones.',
    ],
    {
      folio: '2026/0231',
      repeats: [
        ['sol', 'neutro'],
        ['occidente', 'neutro'],
      ],
    },
  ),
  story(
    'salud',
    'positivo',
    'radio',
    'Más de 900 consultas gratuitas en la Feria de la Salud de Pacana',
    [
      'La directora de Salud municipal, Norma Leticia Sandoval Ríos, informó que en la jornada de Pacana se dieron más de 900 consultas y 300 vacunas.',
    ],
    { folio: '2026/0224', repeats: [['momento', 'positivo']] },
  ),
  story(
    null,
    'sin evaluar',
    'zapopan',
    'Cañeros de la región piden precio justo antes de la zafra',
    [
      'Armando Zepeda Lizárraga, líder cañero, pidió a los ingenios de la región fijar el precio antes de que arranque la zafra; mencionó a productores de Tala, Ameca y San Martín Hidalgo.',
    ],
    { prominence: 'incidental', repeats: [['red', 'sin evaluar']] },
  ),
]
