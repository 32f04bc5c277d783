// What a brief is about → its name in a sentence, and what the brief says when there is nothing of it.
import { contract, joinList, lowerFirst } from './grammar.ts'
import { countOf, NOTES, printCount } from './numbers.ts'

/** A name longer than this would fill the sentence that opens page one. */
const LONGEST_NAME = 64

const FEMININE =
  /^(?:sub)?(?:direcci[oó]n|secretar[ií]a|comisar[ií]a|coordinaci[oó]n|jefatura|tesorer[ií]a|sindicatura|oficial[ií]a|contralor[ií]a|unidad|delegaci[oó]n|regidur[ií]a|presidencia|polic[ií]a|procuradur[ií]a|gerencia|agencia|comisi[oó]n|junta|feria|casa|hacienda|alcald[ií]a|fiscal[ií]a|oficina|biblioteca|guardia|universidad|escuela|red|presidenta|directora|regidora|s[ií]ndica|alcaldesa|tesorera|contralora)(?!\p{L})/iu
const MASCULINE =
  /^(?:sub)?(?:sistema|instituto|departamento|ayuntamiento|organismo|consejo|registro|rastro|centro|dif|cabildo|hospital|programa|comit[eé]|archivo|museo|juzgado|[oó]rgano|gobierno|municipio|patronato|pante[oó]n|mercado|parque|teatro|fideicomiso|congreso|tribunal|presidente|director|secretario|regidor|s[ií]ndico|alcalde|tesorero|contralor)(?!\p{L})/iu

/** `la Dirección de Obras Públicas`, `el DIF Tala`, `SIAPTA`: with its article where the first word tells which. */
export function withArticle(name: string): string {
  if (FEMININE.test(name)) return `la ${name}`
  return MASCULINE.test(name) ? `el ${name}` : name
}

/** What a brief is about, as it stands after «sobre»; sections come without capital. */
export function nameScope(subjects: readonly string[], sections: readonly string[]): string {
  const name = joinList([...subjects.map(withArticle), ...sections.map(lowerFirst)])
  return name.length > LONGEST_NAME ? 'los temas de este reporte' : name
}

export type SilenceWords = {
  readonly facts: string
  /** Inside the empty bar of tones. */
  readonly bar: string
  readonly boletines: string
}

/** What stands where there is nothing. `scope` is null for the whole municipality; `read` are the sources that were read. */
export function describeNothing(scope: string | null, read: number): SilenceWords {
  const about = scope ?? 'el municipio'
  return {
    facts:
      read === 0
        ? `No se pudo leer ninguna fuente: no se sabe si hubo notas sobre ${about}.`
        : `Nada que reportar: ninguna fuente leída publicó notas sobre ${about}.`,
    bar: `Sin notas sobre ${about} en esta edición`,
    boletines:
      scope === null
        ? 'No se enviaron boletines en los últimos tres días.'
        : contract(`En los últimos tres días no se envió ningún boletín de ${scope}.`),
  }
}

/** `Este reporte trata solo de SIAPTA: 3 notas de las 38 que nombran al municipio.` */
export function describeScope(scope: string, printed: number, ours: number): string {
  const of = contract(`de ${scope}`)
  return `Este reporte trata solo ${of}: ${countOfOurs(printed, ours)} del municipio.`
}

function countOfOurs(printed: number, ours: number): string {
  if (ours === 0) return 'ninguna nota habla'
  if (ours === 1) return printed === 0 ? 'no es de eso la única nota que habla' : 'la única nota que habla'
  if (printed === 0) return `ninguna de las ${countOf(ours, NOTES)} que hablan`
  if (printed === ours) return `las ${countOf(ours, NOTES)} que hablan`
  return `${countOf(printed, NOTES)} de las ${printCount(ours)} que hablan`
}
