// The completeness certificate → its sentences: sources read, where every listed item ended, what stayed unread.
import type { Certificate, ItemEnd, SourceReading } from '../../model.ts'
import { printInstant } from './dates.ts'
import { endSentence, joinList } from './grammar.ts'
import { countOf, NOTES, printCount, SOURCES } from './numbers.ts'

const RECORDS = { one: 'publicación', many: 'publicaciones' }

export const CERTIFICATE_HEADS = {
  failures: 'Fuentes que no se pudieron leer',
  readings: 'Última lectura de cada fuente',
} as const

/** `16 de 18 fuentes leídas (3 sin novedad) y 2 con falla.`: the quiet ones are among those read. */
export function summarizeReadings(readings: readonly SourceReading[]): string {
  const read = readings.filter(({ state }) => state === 'leida' || state === 'callada').length
  const quiet = readings.filter(({ state }) => state === 'callada').length
  const failed = readings.filter(({ state }) => state === 'con-falla').length
  const untried = readings.filter(({ state }) => state === 'no-leida').length
  const parts = [
    `${printCount(read)} de ${countOf(readings.length, SOURCES)} ${readings.length === 1 ? 'leída' : 'leídas'}${quiet > 0 ? ` (${printCount(quiet)} sin novedad)` : ''}`,
    failed > 0 ? `${printCount(failed)} con falla` : '',
    untried > 0 ? `${printCount(untried)} sin intentar` : '',
  ]
  return `${joinList(parts.filter(Boolean))}.`
}

/** `1,932 publicaciones revisadas; de las 1,200 que se guardaron, 38 hablan del municipio.` */
export function summarizeItems({ counts, kept }: Certificate): string {
  const listed = `${countOf(counts.listed, RECORDS)} ${counts.listed === 1 ? 'revisada' : 'revisadas'}`
  if (counts.listed === 0) return 'No hubo publicaciones que revisar.'
  if (counts.kept === 0) return `${listed}; no se guardó ninguna.`
  return `${listed}; ${describeKept(counts.kept, kept)}.`
}

function describeKept(all: number, { ours, doubtful }: Certificate['kept']): string {
  const waiting =
    doubtful > 0 ? ` y ${printCount(doubtful)} ${doubtful === 1 ? 'espera' : 'esperan'} confirmación` : ''
  if (all === 1) {
    const fate =
      ours === 1
        ? 'la única que se guardó habla'
        : doubtful === 1
          ? 'falta confirmar si la única que se guardó habla'
          : 'la única que se guardó no habla'
    return `${fate} del municipio`
  }
  const speak = ours === 0 ? 'ninguna habla' : `${printCount(ours)} ${ours === 1 ? 'habla' : 'hablan'}`
  return `de las ${printCount(all)} que se guardaron, ${speak} del municipio${waiting}`
}

export const END_LABELS: Readonly<Record<ItemEnd | 'listed', string>> = {
  listed: 'Publicaciones listadas',
  kept: 'guardadas en el archivo',
  known: 'ya conocidas',
  excluded: 'excluidas por regla',
  unreadable: 'no se pudieron leer',
  later: 'para la siguiente ronda',
}

/** The same of a single item. */
const END_LABELS_OF_ONE: Readonly<Record<ItemEnd, string>> = {
  kept: 'guardada en el archivo',
  known: 'ya conocida',
  excluded: 'excluida por regla',
  unreadable: 'no se pudo leer',
  later: 'para la siguiente ronda',
}

/** Whether the ends add up to what was listed; when they do not, the edition says so. */
export function checkSums({ counts }: Certificate): string | null {
  const ends = counts.kept + counts.known + counts.excluded + counts.unreadable + counts.later
  if (ends === counts.listed) return null
  return `Las cuentas no cuadran: se listaron ${printCount(counts.listed)} y los destinos suman ${printCount(ends)}.`
}

/** `Motivos: 12 excluidas por regla (fuera de sección) y 1 no se pudo leer (sin texto).` */
export function printReasons({ reasons }: Certificate): string | null {
  const shown = reasons
    .slice(0, 8)
    .map(
      ({ end, reason, count }) =>
        `${printCount(count)} ${(count === 1 ? END_LABELS_OF_ONE : END_LABELS)[end]} (${reason})`,
    )
  return shown.length === 0 ? null : `Motivos: ${joinList(shown)}.`
}

export const printMisdeclared = (misdeclared: readonly string[]): string | null =>
  misdeclared.length === 0
    ? null
    : `${misdeclared.length === 1 ? 'Un archivo mal escrito quedó' : `${printCount(misdeclared.length)} archivos mal escritos quedaron`} fuera: ${endSentence(misdeclared.join('; '))}`

/** State of one source in a table: its last good reading, or since when it fails. */
export function printReading(reading: SourceReading, timeZone: string): string {
  const last = reading.lastSuccessAt === null ? null : printInstant(reading.lastSuccessAt, timeZone)
  if (reading.state === 'no-leida') return 'sin intentar'
  if (reading.state === 'con-falla') {
    if (reading.failedSince !== null) return `con falla desde ${printInstant(reading.failedSince, timeZone)}`
    return 'con falla'
  }
  const hour = last ?? 'leída'
  return reading.state === 'callada' ? `${hour}, sin novedad` : hour
}

/** Edition, cut-off and seal of the ledger. */
export function printSeal(facts: {
  readonly briefId: string
  readonly date: string
  readonly number: number
  readonly to: Date
  readonly ledgerSha256: string
  readonly timeZone: string
}): string {
  const { briefId, date, number, to, ledgerSha256, timeZone } = facts
  return `Edición ${briefId}/${date}, núm. ${printCount(number)} · corte: ${printInstant(to, timeZone)} · huella del archivo (SHA-256): ${ledgerSha256}`
}

/** Said when the archive's figures and the notes printed in the edition differ. */
export function checkAgainstArchive(archive: number, printed: number): string | null {
  if (archive === printed) return null
  return `El archivo cuenta ${countOf(archive, NOTES)} y esta edición imprime ${printCount(printed)}; valen las impresas.`
}
