// The words of dates → their values: months, weekdays, units, numerals and zones as the press writes them.

/** Month names and abbreviations, folded, in Spanish, English and the tongues of the wires and neighbours. */
const MONTH_NAMES: readonly string[] = [
  'enero ene january jan janeiro janvier janv januar gennaio gen januari gener xaneiro janner jaenner stycznia styczen ledna leden января січня ocak ianuarie tammikuuta sijecnja',
  'febrero feb february fevereiro fev fevrier fevr februar febbraio febr februari febrer febreiro feber lutego luty unora unor февраля лютого subat februarie helmikuuta veljace',
  'marzo mar march marco mars marz maerz maart marc mrz marca marzec brezna brezen марта березня mart martie marcius maaliskuuta',
  'abril abr april apr avril avr aprile kwietnia kwiecien dubna duben апреля квітня nisan aprilie aprilis huhtikuuta',
  'mayo may maio mai mag maggio mei maig maja maj kvetna kveten мая травня mayıs mayis majus toukokuuta',
  'junio jun june junho juin juni giugno giu juny xuno czerwca czerwiec cervna cerven июня червня haziran iunie junius kesakuuta',
  'julio jul july julho juillet juil juli luglio lug juliol xullo lipca lipiec cervence cervenec июля липня temmuz iulie julius heinakuuta',
  'agosto ago august aug aout augusti augustus agost sierpnia sierpien srpna srpen августа серпня agustos augusztus elokuuta',
  'septiembre setiembre sep sept set september setembro septembre settembre setembre wrzesnia wrzesien zari сентября вересня eylul septembrie szeptember syyskuuta',
  'octubre oct october outubro out octobre oktober okt ottobre ott pazdziernika pazdziernik rijna rijen октября жовтня ekim octombrie lokakuuta',
  'noviembre nov november novembro novembre listopada listopad listopadu ноября листопада kasım kasim noiembrie marraskuuta',
  'diciembre dic december dec dezembro dez decembre dezember dicembre desembre desember decembro grudnia grudzien prosince prosinec декабря грудня aralık aralik decembrie joulukuuta',
]

/** Folded month word → 1–12. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
)

/** Weekday names and abbreviations, folded, from Monday. */
const WEEKDAY_NAMES: readonly string[] = [
  'lunes lun monday mon segunda lundi montag lunedi maandag poniedzialek',
  'martes tuesday tue tues terca mardi dienstag martedi dinsdag wtorek',
  'miercoles mie mier wednesday wed quarta mercredi mittwoch mercoledi woensdag sroda',
  'jueves jue thursday thu thur thurs quinta jeudi donnerstag giovedi donderdag czwartek',
  'viernes vie friday fri sexta vendredi freitag venerdi vrijdag piatek',
  'sabado sab saturday sat samedi samstag sabato zaterdag sobota',
  'domingo dom sunday sun dimanche sonntag domenica zondag niedziela',
]

/** Folded weekday word, whole or abbreviated → 1 Monday … 7 Sunday. Read over beside a year; beside none, it tells which. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  WEEKDAY_NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
)

/** Folded unit of "hace 2 horas" → its length in milliseconds; days and longer know only the day. */
export const UNITS: ReadonlyMap<string, { readonly ms: number; readonly knowsHour: boolean }> = new Map(
  (
    [
      ['segundo segundos seg segs second seconds sec secs sekunden secondes secondi', 1_000, true],
      ['minuto minutos min mins minute minutes minuten minuti', 60_000, true],
      ['hora horas hr hrs h hs hour hours stunde stunden heure heures ora ore uur', 3_600_000, true],
      ['dia dias d day days tag tagen jour jours giorno giorni dagen', 86_400_000, false],
      ['semana semanas sem week weeks woche wochen semaine semaines settimana settimane', 604_800_000, false],
    ] as const
  ).flatMap(([words, ms, knowsHour]) => words.split(' ').map((word) => [word, { ms, knowsHour }] as const)),
)

/** Folded small numerals of "hace una hora". */
export const NUMERALS: ReadonlyMap<string, number> = new Map(
  'un:1 una:1 uno:1 an:1 a:1 one:1 dos:2 two:2 tres:3 cuatro:4 cinco:5 seis:6 siete:7 ocho:8 nueve:9 diez:10 quince:15 veinte:20 treinta:30'
    .split(' ')
    .map((pair) => {
      const [word = '', value = ''] = pair.split(':')
      return [word, Number(value)] as const
    }),
)

/** Upper-case zone abbreviation → minutes east of UTC, or the IANA zone whose calendar decides. */
export const ZONES: ReadonlyMap<string, number | string> = new Map<string, number | string>([
  ['Z', 0],
  ['UTC', 0],
  ['GMT', 0],
  ['UT', 0],
  ['WET', 0],
  ['WEST', 60],
  ['BST', 60],
  ['CET', 60],
  ['CEST', 120],
  ['EET', 120],
  ['EEST', 180],
  ['MSK', 180],
  ['EST', -300],
  ['EDT', -240],
  ['CST', -360],
  ['CDT', -300],
  ['MST', -420],
  ['MDT', -360],
  ['PST', -480],
  ['PDT', -420],
  ['ART', -180],
  ['BRT', -180],
  ['CLT', -240],
  ['CLST', -180],
  ['COT', -300],
  ['PET', -300],
  ['VET', -240],
  ['ET', 'America/New_York'],
  ['CT', 'America/Chicago'],
  ['MT', 'America/Denver'],
  ['PT', 'America/Los_Angeles'],
])
