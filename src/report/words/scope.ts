// What a brief is about → its name in a sentence, and what the brief says when there is nothing of it.
import { joinList, lowerFirst } from './grammar.ts'
import { countOf, NOTES, printCount } from './numbers.ts'

/** A name longer than this would fill the sentence that opens page one. */
const LONGEST_NAME = 64

const FEMININE =
  /^(?:sub)?(?:direcci[oó]n|secretar[ií]a|comisar[ií]a|coordinaci[oó]n|jefatura|tesorer[ií]a|sindicatura|oficial[ií]a|contralor[ií]a|unidad|delegaci[oó]n|regidur[ií]a|presidencia|polic[ií]a|procuradur[ií]a|gerencia|agencia|comisi[oó]n|junta|feria|casa|hacienda)(?!\p{L})/iu
const MASCULINE =
  /^(?:sistema|instituto|departamento|ayuntamiento|organismo|consejo|registro|rastro|centro|dif|cabildo|hospital|programa|comit[eé]|archivo|museo|juzgado)(?!\p{L})/iu

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

/** What stands where there is nothing. `scope` is null for the whole municipality. */
export function describeNothing(scope: string | null): SilenceWords {
  const about = scope ?? 'el municipio'
  return {
    facts: `Nada que reportar: ninguna fuente leída publicó notas sobre ${about}.`,
    bar: `Sin notas sobre ${about} en esta edición`,
    boletines:
      scope === null
        ? 'No se enviaron boletines en los últimos tres días.'
        : `En los últimos tres días no se envió ningún boletín de ${scope}.`.replace(/\bde el /g, 'del '),
  }
}

/** `Este reporte trata solo de SIAPTA: 3 notas de las 38 que nombran al municipio.` */
export function describeScope(scope: string, printed: number, ours: number): string {
  const of = `de ${scope}`.replace(/^de el /, 'del ')
  const all = ours === 1 ? 'de la única que habla' : `de las ${printCount(ours)} que hablan`
  return `Este reporte trata solo ${of}: ${ours === 0 ? 'ninguna nota habla' : `${countOf(printed, NOTES)} ${all}`} del municipio.`
}
