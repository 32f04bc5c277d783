// The defects of the sample press: who carries each, on which notes, and what a careful reader must make of it.
import type { ArticleFlag } from '../../src/model.ts'
import { hashOf } from './chance.ts'
import type { OutletId, PressNote } from './stories.ts'

/** Outlets that publish no note: they answer nothing useful. */
export const DEAD_IDS = ['heraldo', 'ameca', 'pagina3'] as const
export type DeadId = (typeof DEAD_IDS)[number]

/** What the archive, the log or the press's own counters must show when the defect was handled. */
export type Expected =
  /** The note is kept once, with the text of its truth and nothing of the page around it. */
  | { readonly outcome: 'whole' }
  /** The note's own page cannot be read: it is kept with the text that the feed carried. */
  | { readonly outcome: 'from-listing' }
  /** One article, however many addresses the note has. */
  | { readonly outcome: 'once' }
  /** Dated on the day of its truth. */
  | { readonly outcome: 'right-day' }
  /** Kept, with this flag. */
  | { readonly outcome: 'flagged'; readonly flag: ArticleFlag }
  /** Kept as a preview: completeness `avance` or `truncada`. */
  | { readonly outcome: 'preview' }
  /** The listed address is accounted for as unreadable and is no note. */
  | { readonly outcome: 'unreadable' }
  /** No request was ever made to these paths. */
  | { readonly outcome: 'never-asked' }
  /** All notes of the outlet were read although its first channel fails. */
  | { readonly outcome: 'other-channel' }
  /** The source failed, alone, with a reason that names this. */
  | { readonly outcome: 'source-failed'; readonly reason: RegExp }
  /** Views as the network shows them: this many, or null where it shows none. */
  | { readonly outcome: 'views' }
  /** Kept, and counted in nothing that says press. */
  | { readonly outcome: 'not-press' }

export type Defect = {
  readonly id: string
  readonly outlet: OutletId | DeadId
  /** What the outlet does, in Spanish: it is printed. */
  readonly what: string
  readonly expected: readonly Expected[]
  /** Whose notes carry it: one of those that `suits`, all of them, or none because it is no note's. */
  readonly on: 'one' | 'all' | 'none'
  readonly suits?: (note: PressNote) => boolean
  /** Paths that the expectation speaks of. */
  readonly paths?: readonly string[]
}

const WHOLE: Expected = { outcome: 'whole' }
const ONCE: Expected = { outcome: 'once' }
const RIGHT_DAY: Expected = { outcome: 'right-day' }

const isBetween = (note: PressNote, from: string, to: string) => note.at >= from && note.at < to
const isEvening = (note: PressNote) => note.at.slice(11) >= '18:00'
const wordsOf = (note: PressNote) => note.paragraphs.join(' ').split(/\s+/).length

export const DEFECTS = [
  // Pages of one note
  {
    id: 'pagina-403',
    outlet: 'correo',
    what: 'la página de la nota responde 403 a todos; el feed trae su texto completo',
    expected: [{ outcome: 'from-listing' }, ONCE, RIGHT_DAY],
    on: 'one',
    suits: (note) => isBetween(note, '2026-11-04', '2026-11-07'),
  },
  {
    id: 'error-500-una-vez',
    outlet: 'sol',
    what: 'la página responde 500 la primera vez y bien después',
    expected: [WHOLE, ONCE],
    on: 'one',
    suits: (note) => isBetween(note, '2026-11-01', '2026-11-10'),
  },
  {
    id: 'canonical-portada',
    outlet: 'tribuna',
    what: 'la etiqueta canonical de la nota apunta a la portada',
    expected: [WHOLE, ONCE],
    on: 'one',
  },
  {
    id: 'canonical-circular',
    outlet: 'observador',
    what: 'canonical apunta a la versión para imprimir, y esta a la primera',
    expected: [WHOLE, ONCE],
    on: 'one',
  },
  {
    id: 'con-y-sin-www',
    outlet: 'occidente',
    what: 'la misma nota se lista en www y sin www',
    expected: [ONCE],
    on: 'one',
  },
  {
    id: 'fecha-solo-en-lista',
    outlet: 'zapopan',
    what: 'la nota no trae fecha; solo la lista de la sección la dice',
    expected: [WHOLE, RIGHT_DAY],
    on: 'one',
  },
  {
    id: 'republicada',
    outlet: 'diario',
    what: 'una nota de hace días vuelve a la lista con otra dirección y fecha de hoy; su página dice la fecha original',
    expected: [RIGHT_DAY],
    on: 'one',
    suits: (note) => isBetween(note, '2026-10-30', '2026-11-04'),
  },
  {
    id: 'fecha-futura',
    outlet: 'cuisillos',
    what: 'la nota dice, en todas partes, una fecha de un mes después',
    expected: [WHOLE, { outcome: 'flagged', flag: 'fecha-futura' }],
    on: 'one',
    suits: (note) => isBetween(note, '2026-11-02', '2026-11-11'),
  },
  {
    id: 'nota-breve',
    outlet: 'ruta70',
    what: 'una nota de dos frases',
    expected: [WHOLE],
    on: 'one',
    suits: (note) => wordsOf(note) <= 70,
  },
  {
    id: 'muro-de-pago',
    outlet: 'occidente',
    what: 'solo el primer párrafo es libre; lo demás es para suscriptores',
    expected: [{ outcome: 'preview' }, ONCE],
    on: 'one',
    suits: (note) => note.truth.prominence === 'titular' && note.truth.pickup === null,
  },
  {
    id: 'utf8-como-latin1',
    outlet: 'tribuna',
    what: 'la página es UTF-8 y el servidor dice ISO-8859-1',
    expected: [WHOLE],
    on: 'one',
  },
  {
    id: 'latin1-como-utf8',
    outlet: 'observador',
    what: 'la página es windows-1252 y el servidor dice UTF-8',
    expected: [WHOLE],
    on: 'one',
  },

  // Entries that are no note
  {
    id: 'nota-retirada',
    outlet: 'correo',
    what: 'el feed lista una prueba que ya se borró (404)',
    expected: [{ outcome: 'unreadable' }],
    on: 'none',
    paths: ['/2026/11/02/prueba-de-publicacion-favor-de-ignorar/'],
  },
  {
    id: 'seccion-privada',
    outlet: 'correo',
    what: 'el feed lista una página que robots.txt prohíbe (/privado/)',
    expected: [{ outcome: 'never-asked' }],
    on: 'none',
    paths: ['/privado/edicion-digital-5-de-noviembre/'],
  },
  {
    id: 'portadas-impresas',
    outlet: 'sol',
    what: 'el feed lista cada día la portada impresa como si fuera nota',
    expected: [{ outcome: 'never-asked' }],
    on: 'none',
    paths: ['/impreso/'],
  },
  {
    id: 'calendario-infinito',
    outlet: 'canaveral',
    what: 'cada página liga a un calendario sin fin',
    expected: [{ outcome: 'never-asked' }],
    on: 'none',
    paths: ['/diario.php'],
  },

  // Whole outlets
  {
    id: 'feed-de-comentarios',
    outlet: 'correo',
    what: 'anuncia el feed de comentarios antes que el de notas',
    expected: [WHOLE],
    on: 'all',
  },
  {
    id: 'feed-arc-html',
    outlet: 'diario',
    what: '/arc/outboundfeeds/rss/ es HTML si no se pide outputType=xml; resumen de IA dentro del cuerpo',
    expected: [WHOLE, RIGHT_DAY],
    on: 'all',
  },
  {
    id: 'cuerpo-doble',
    outlet: 'sol',
    what: 'imprime el cuerpo dos veces; la zona de sus fechas dice CST',
    expected: [WHOLE, RIGHT_DAY],
    on: 'all',
  },
  {
    id: 'feed-reinyectado',
    outlet: 'sol',
    what: 'el domingo 8 el feed vuelve a listar todo con fecha de ese momento',
    expected: [ONCE, RIGHT_DAY],
    on: 'all',
    suits: (note) => note.at < '2026-11-08T06:00',
  },
  {
    id: 'fecha-de-hoy',
    outlet: 'canaveral',
    what: 'el encabezado de cada página dice la fecha de hoy; la de la nota va en el texto',
    expected: [RIGHT_DAY],
    on: 'all',
  },
  {
    id: 'sesion-en-ligas',
    outlet: 'canaveral',
    what: 'cada visita recibe otras ligas (PHPSESSID)',
    expected: [ONCE],
    on: 'all',
  },
  {
    id: 'codificacion-mezclada',
    outlet: 'canaveral',
    what: 'nota en windows-1252 y menú en UTF-8, sin declararlo el servidor',
    expected: [WHOLE],
    on: 'all',
  },
  {
    id: 'blog-sin-parrafos',
    outlet: 'cuisillos',
    what: 'separa los párrafos con <br>, sin <p>',
    expected: [WHOLE],
    on: 'all',
  },
  {
    id: 'solo-javascript',
    outlet: 'ruta70',
    what: 'la página llega vacía y se arma con JavaScript',
    expected: [WHOLE, RIGHT_DAY],
    on: 'all',
  },
  {
    id: 'iso-8859-1',
    outlet: 'ingenio',
    what: 'páginas en ISO-8859-1, sin feed; la fecha solo en palabras',
    expected: [WHOLE, RIGHT_DAY],
    on: 'all',
  },
  {
    id: 'vistas-ausentes',
    outlet: 'canal6',
    what: 'el feed no dice las vistas de algunos videos',
    expected: [{ outcome: 'views' }],
    on: 'all',
  },
  {
    id: 'vistas-abreviadas',
    outlet: 'momento',
    what: 'las vistas se escriben «1.5K» y el instante en UTC',
    expected: [{ outcome: 'views' }, RIGHT_DAY],
    on: 'all',
  },
  {
    id: 'doble-codificacion',
    outlet: 'radio',
    what: 'el feed está codificado dos veces (MÃ©xico)',
    expected: [WHOLE],
    on: 'all',
  },
  {
    id: 'etag-mentiroso',
    outlet: 'red',
    what: 'la ETag del feed nunca cambia y se responde 304 aunque haya notas nuevas',
    expected: [WHOLE],
    on: 'all',
  },
  {
    id: 'fechas-utc',
    outlet: 'occidente',
    what: 'las fechas de máquina van en UTC: de noche son de otro día',
    expected: [RIGHT_DAY],
    on: 'all',
    suits: isEvening,
  },
  {
    id: 'feed-identico',
    outlet: 'tribuna',
    what: 'su segundo feed es, byte por byte, el de la agencia',
    expected: [ONCE],
    on: 'all',
  },
  {
    id: 'imagenes-sin-robots',
    outlet: 'tribuna',
    what: 'el robots.txt del servidor de imágenes responde 500: las notas se leen, las imágenes no',
    expected: [WHOLE],
    on: 'all',
  },
  {
    id: 'feed-html',
    outlet: 'zapopan',
    what: 'el feed declarado es HTML con 200; la sección sí funciona',
    expected: [{ outcome: 'other-channel' }],
    on: 'all',
  },
  {
    id: 'feed-cortado',
    outlet: 'observador',
    what: 'el feed llega cortado a la mitad; lo anterior al corte se recupera y la sección tiene lo demás',
    expected: [{ outcome: 'other-channel' }],
    on: 'all',
  },
  {
    id: 'hora-local-como-utc',
    outlet: 'observador',
    what: 'la hora local lleva una Z que no es cierta',
    expected: [RIGHT_DAY],
    on: 'all',
  },
  {
    id: 'feed-declara-latin1',
    outlet: 'gobierno',
    what: 'el XML dice ISO-8859-1 y es UTF-8',
    expected: [WHOLE],
    on: 'all',
  },
  {
    id: 'sitio-propio',
    outlet: 'gobierno',
    what: 'el sitio del propio municipio no es prensa',
    expected: [{ outcome: 'not-press' }],
    on: 'all',
  },
  {
    id: 'nunca-responde',
    outlet: 'heraldo',
    what: 'acepta la conexión y no responde nunca',
    expected: [{ outcome: 'source-failed', reason: /tiempo|tard|respond|segundos/i }],
    on: 'none',
  },
  {
    id: 'redirecciones-sin-fin',
    outlet: 'ameca',
    what: 'redirige en círculo',
    expected: [{ outcome: 'source-failed', reason: /redirec|redirig/i }],
    on: 'none',
  },
  {
    id: 'sitio-403',
    outlet: 'pagina3',
    what: 'responde 403 a todo',
    expected: [{ outcome: 'source-failed', reason: /403|prohib|niega|rechaz/i }],
    on: 'none',
  },
] as const satisfies readonly Defect[]

export type DefectId = (typeof DEFECTS)[number]['id']

/** A defect and the notes that carry it in a given set; none when no note suits. */
export type PlacedDefect = Defect & { readonly id: DefectId; readonly noteIds: readonly string[] }

/**
 * Places the defects on notes. The choice depends on the notes of the outlet alone and survives new ones mostly; a note carries at most one defect
 * of its page, so that one cannot hide another.
 */
export function placeDefects(notes: readonly PressNote[]): readonly PlacedDefect[] {
  const taken = new Set<string>()
  return DEFECTS.map((defect: Defect & { readonly id: DefectId }) => {
    const suited = notes.filter((note) => note.outlet === defect.outlet && (defect.suits?.(note) ?? true))
    if (defect.on === 'none') return { ...defect, noteIds: [] }
    if (defect.on === 'all') return { ...defect, noteIds: suited.map(({ id }) => id) }
    const rank = (note: PressNote) => hashOf(`${defect.id} ${note.id}`)
    const [first] = suited
      .filter(({ id }) => !taken.has(id))
      .toSorted((one, other) => rank(one) - rank(other))
    if (first === undefined) return { ...defect, noteIds: [] }
    taken.add(first.id)
    return { ...defect, noteIds: [first.id] }
  })
}
