// The words of an article that are its own → whether it says that what it tells comes from the municipality.
import { fold } from '../text/fold.ts'

/** "Boletín", "comunicado de prensa": saying so credits the origin wherever it stands. */
const NAMES_A_RELEASE =
  /\b(boletin(es)?|comunicados?( de prensa| oficial)?|nota informativa|tarjeta informativa|comunicacion social|sala de prensa)\b/

const OFFICE =
  '(el |la |las )?(gobierno|ayuntamiento|municipio|autoridades? municipal(es)?|administracion municipal|presidencia municipal|alcaldia|direccion de|comisaria|alcaldesa|alcalde)'

/** "Según informó el Ayuntamiento", "de acuerdo con el Gobierno municipal", "con información de…". */
const ATTRIBUTES = new RegExp(
  `\\b(inform(o|aron)|dio a conocer|dieron a conocer|comunico|anuncio|segun( lo)?|de acuerdo (con|a)|con informacion de|fuente:?) ${OFFICE}\\b`,
)

/** `texts` are the parts of the article that do not come from the boletín: its byline, title and own sentences. */
export function creditsOrigin(texts: readonly string[]): boolean {
  return texts.some((text) => {
    const folded = fold(text)
    return NAMES_A_RELEASE.test(folded) || ATTRIBUTES.test(folded)
  })
}
