// The text of a note → whether it says that its outlet was there, asked or was answered: what it tells is its own reporting.
import { fold } from '../text/fold.ts'

const WENT = 'recorrimos|acudimos|visitamos|estuvimos|constatamos|comprobamos|verificamos|contamos|vimos'
const ASKED =
  'platicamos|preguntamos|entrevistamos|buscamos|hablamos|consultamos|(le|les) (marcamos|llamamos)'
const ANSWERED =
  'nos (dijo|dijeron|conto|contaron|confirmo|confirmaron|explico|explicaron|recibio|recibieron|citaron|visito|visitaron|asegura|aseguran|contesto|contestaron|respondio|escribio|escribieron)'
const HEARD =
  '(a|con) este (medio|diario|periodico|semanario|portal|noticiero)|en entrevista|(en un|durante un) recorrido|a (la|esta) cabina|al aire|nuestros? (reportero|lector|auditorio)'

const OWN = new RegExp(`\\b(${WENT}|${ASKED}|${ANSWERED}|${HEARD})\\b`)
/** What is between quotation marks is said by others: "nos dijo" in a quotation is not the outlet's. */
const QUOTED = /[“«"][^”»"]{0,2000}[”»"]/g

/** Only the note's own words are looked at: not its quotations. */
export function reportsItself(texts: readonly string[]): boolean {
  return texts.some((text) => OWN.test(fold(text.replace(QUOTED, ' '))))
}
