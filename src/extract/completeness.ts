// A note's text and the signs of walls around it → whether the whole note was read, with the evidence.
import type { Completeness } from '../model.ts'
import { fold } from '../text/fold.ts'

export type Extent = { readonly completeness: Completeness; readonly because: string }

const WALL =
  /(?:suscrib(?:ete|ase|irte) (?:para|y) (?:seguir|continuar|leer)|(?:para|si quieres|si desea) (?:seguir|continuar) leyendo|contenido (?:exclusivo|solo) para suscriptores|exclusiv[oa] para suscriptores|inicia(?:r)? sesion para (?:leer|continuar|seguir)|hazte suscriptor|solo para suscriptores|nota exclusiva|subscribe to (?:continue|read)|already a subscriber|this article is for subscribers)/
const CUT_END = /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\[&hellip;\])\s*(?:leer m[aá]s|read more|contin[uú]a)?\W*$/i

/** Where a text was cut is told by its last few letters. */
const LONGEST_END = 60

const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0

/**
 * Judges completeness. `stated` is the body another source gives (linked data or feed); `cutLines` the lines cut around the
 * text, where walls speak; `isFree` what the page declares.
 */
export function judgeExtent(
  paragraphs: readonly string[],
  cutLines: readonly string[],
  isFree: boolean | null,
  stated: string | null,
): Extent {
  const text = paragraphs.join(' ')
  const words = countWords(text)
  if (words === 0) return { completeness: 'solo-titular', because: 'la página no trae texto' }
  const wall = cutLines.find((line) => line.length < 400 && WALL.test(fold(line)))
  const statedWords = stated === null ? 0 : countWords(stated)
  if (statedWords > words * 1.6 + 40) {
    return {
      completeness: 'truncada',
      because: `el sitio declara ${statedWords} palabras y se leyeron ${words}`,
    }
  }
  if (wall !== undefined && words < 250)
    return { completeness: 'truncada', because: `aviso de pago: «${wall.slice(0, 80)}»` }
  if (isFree === false && words < 120)
    return { completeness: 'truncada', because: 'el sitio la declara de pago' }
  if (words < 90 && CUT_END.test(paragraphs.at(-1)?.slice(-LONGEST_END) ?? ''))
    return { completeness: 'avance', because: 'el texto termina en puntos suspensivos' }
  return { completeness: 'completa', because: `${words} palabras y ninguna señal de corte` }
}

/** Fewer words than this make a note worth a look: a title and a line. */
export const BRIEF_WORDS = 50

export const isBrief = (paragraphs: readonly string[]): boolean =>
  countWords(paragraphs.join(' ')) < BRIEF_WORDS
