// The 32 states of Mexico by ISO 3166-2 code, and the countries whose places share names with Mexican ones.
import { fold } from '../text/fold.ts'

/** ISO 3166-2:MX; the names are those in everyday use. */
export const STATE_NAMES: Readonly<Record<string, string>> = {
  'MX-AGU': 'Aguascalientes',
  'MX-BCN': 'Baja California',
  'MX-BCS': 'Baja California Sur',
  'MX-CAM': 'Campeche',
  'MX-CHP': 'Chiapas',
  'MX-CHH': 'Chihuahua',
  'MX-CMX': 'Ciudad de México',
  'MX-COA': 'Coahuila',
  'MX-COL': 'Colima',
  'MX-DUR': 'Durango',
  'MX-GUA': 'Guanajuato',
  'MX-GRO': 'Guerrero',
  'MX-HID': 'Hidalgo',
  'MX-JAL': 'Jalisco',
  'MX-MEX': 'Estado de México',
  'MX-MIC': 'Michoacán',
  'MX-MOR': 'Morelos',
  'MX-NAY': 'Nayarit',
  'MX-NLE': 'Nuevo León',
  'MX-OAX': 'Oaxaca',
  'MX-PUE': 'Puebla',
  'MX-QUE': 'Querétaro',
  'MX-ROO': 'Quintana Roo',
  'MX-SLP': 'San Luis Potosí',
  'MX-SIN': 'Sinaloa',
  'MX-SON': 'Sonora',
  'MX-TAB': 'Tabasco',
  'MX-TAM': 'Tamaulipas',
  'MX-TLA': 'Tlaxcala',
  'MX-VER': 'Veracruz',
  'MX-YUC': 'Yucatán',
  'MX-ZAC': 'Zacatecas',
}

/** Shortened forms as newspapers write them after a place, "Tala, Jal." */
const SHORT_NAMES: Readonly<Record<string, readonly string[]>> = {
  'MX-AGU': ['Ags'],
  'MX-CHP': ['Chis'],
  'MX-CHH': ['Chih'],
  'MX-CMX': ['CDMX'],
  'MX-COA': ['Coah'],
  'MX-COL': ['Col'],
  'MX-DUR': ['Dgo'],
  'MX-GUA': ['Gto'],
  'MX-GRO': ['Gro'],
  'MX-HID': ['Hgo'],
  'MX-JAL': ['Jal'],
  'MX-MEX': ['Edomex', 'Edoméx'],
  'MX-MIC': ['Mich'],
  'MX-MOR': ['Mor'],
  'MX-NAY': ['Nay'],
  'MX-NLE': ['NL'],
  'MX-OAX': ['Oax'],
  'MX-PUE': ['Pue'],
  'MX-QUE': ['Qro'],
  'MX-ROO': ['QRoo'],
  'MX-SLP': ['SLP'],
  'MX-SIN': ['Sin'],
  'MX-SON': ['Son'],
  'MX-TAB': ['Tab'],
  'MX-TAM': ['Tamps'],
  'MX-TLA': ['Tlax'],
  'MX-VER': ['Ver'],
  'MX-YUC': ['Yuc'],
  'MX-ZAC': ['Zac'],
}

/** Countries after which a place name is never a Mexican municipality: "Tala, Uruguay". */
const COUNTRIES: readonly string[] = [
  'Argentina',
  'Belice',
  'Bolivia',
  'Brasil',
  'Chile',
  'Colombia',
  'Costa Rica',
  'Cuba',
  'Ecuador',
  'El Salvador',
  'España',
  'Estados Unidos',
  'EU',
  'EUA',
  'Filipinas',
  'Guatemala',
  'Honduras',
  'Italia',
  'Nicaragua',
  'Panamá',
  'Paraguay',
  'Perú',
  'Portugal',
  'Puerto Rico',
  'República Dominicana',
  'Uruguay',
  'Venezuela',
  'California',
  'Texas',
  'Egipto',
  'Kenia',
  'Rumania',
]

/** Folded full name → state code. */
export const STATE_BY_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(STATE_NAMES).map(([code, name]) => [fold(name), code]),
)

/** Folded short name → state code. Several are also words ("sin", "ver"): only a capital and a full stop make them a state. */
export const STATE_BY_SHORT_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(SHORT_NAMES).flatMap(([code, names]) => names.map((name) => [fold(name), code] as const)),
)

/** Folded names of the countries. */
export const COUNTRY_NAMES: ReadonlySet<string> = new Set(COUNTRIES.map(fold))
