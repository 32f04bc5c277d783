// A printed sentence → what is wrong with its Spanish, as a proof-reader would mark it; what it quotes is not ours.

const NOUNS =
  '(?:notas|medios|fuentes|días|horas|boletines|piezas|municipios|personas|semanas|menciones|cuentas|publicaciones|correcciones|historias|cifras|temas|periodos)'
const SINGULAR_NOUNS =
  '(?:nota|medio|fuente|día|hora|boletín|pieza|municipio|persona|semana|mención|cuenta|publicación|corrección|historia|cifra|tema|periodo)'

const MARKS: readonly (readonly [fault: string, found: RegExp])[] = [
  ['dos espacios seguidos', /[ \u00a0]{2,}/u],
  ['espacio antes de un signo', /[ \u00a0][,.;:!?)”’»]/u],
  ['dos puntos finales', /\.\.|[.!?…]”?\.\.|[!?…]\./u],
  ['«de el» sin contraer', /(?<!\p{L})(?:de|a) el(?!\p{L})/u],
  ['palabra repetida', /(?<!\p{L})(de|del|el|la|los|las|a|y|en|que|con) \1(?!\p{L})/iu],
  ['uno con plural', new RegExp(`(?<![\\d.,])1[ \u00a0]${NOUNS}(?!\\p{L})`, 'u')],
  [
    'varios con singular',
    new RegExp(`(?<![\\d.,−])(?:0|[2-9]|\\d[\\d.,]*\\d)[ \u00a0]${SINGULAR_NOUNS}(?!\\p{L})`, 'u'),
  ],
  ['frase vacía', /[,;:]\s*[,;:.]|\(\s*\)|“\s*”|^\s*[,;:.]|[,;:]\s*$/u],
  ['hueco de programa', /undefined|null|NaN|Infinity|\[object/u],
  ['menos con guion', /(?<![\p{L}\d])-\d/u],
  ['porcentaje sin espacio duro', /\d(?: |)%/u],
  ['empieza en minúscula', /^\p{Ll}/u],
  ['«y» ante el sonido i', /(?<!\p{L})y h?[ií](?![aeoáéó])\p{L}/iu],
]

/** Quoted titles become one word: their words are their author's. */
const unquote = (text: string): string => text.replace(/“[^“”]*”/gu, '“T”')

/** The faults of a whole sentence or headline. */
export function listFaults(text: string): string[] {
  const own = unquote(text)
  const found = MARKS.filter(([, mark]) => mark.test(own)).map(([fault]) => `${fault}: ${text}`)
  const opens = text.split(/[“]/u).length - text.split(/[”]/u).length
  return [...found, ...(opens === 0 ? [] : [`comillas sin pareja: ${text}`])]
}

/** The faults of a text that must end as sentences do. */
export const listSentenceFaults = (text: string): string[] => [
  ...listFaults(text),
  ...(/[.!?…][”)]?$/u.test(text) ? [] : [`sin punto final: ${text}`]),
]
