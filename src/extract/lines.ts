// A line of text → whether it is a line outlets put inside a note that is not part of it, and why.
import { fold } from '../text/fold.ts'

export type LineReason =
  | 'promoción de otra nota'
  | 'llamado a redes o boletín'
  | 'aviso legal o de derechos'
  | 'crédito de imagen'
  | 'etiqueta de la página'
  | 'aviso de pago'

/** Begins another note's title or a block of them. Matched against the folded line. */
const PROMO_START =
  /^(?:[^\p{L}\p{N}]{0,6})(?:te (?:puede|podria|recomendamos|sugerimos|interesa)|tambien (?:te puede|puedes|lee|lea|en\b.{0,30}:|le puede)|tal vez te interese|quizas? te interese|puede interesarte|(?:le|les) puede interesar|(?:no te|no se) pierdas?|lee (?:tambien|mas|ademas|aqui|la nota|completo)|lea (?:tambien|mas|ademas|aqui|la nota)|leer (?:mas|tambien)|lee:|lea:|lee en|ver (?:mas|tambien)[: ]|vea (?:tambien|ademas|mas)|mira (?:tambien|ademas|aqui|el video)|mire (?:tambien|ademas)|conoce mas|sigue leyendo|seguir leyendo|continua leyendo|nota relacionada|notas relacionadas|noticias? relacionadas?|articulos? relacionados?|mas (?:informacion|noticias|sobre|leidas|de esta seccion|notas)\b|contenido relacionado|relacionad[oa]s?:?$|recomendamos|recomendados?:?$|(?:le|te) sugerimos|entra(?:te)? (?:aqui|tambien)|de interes:|ademas:|puedes (?:leer|ver|consultar|escuchar)|podes leer|escucha (?:tambien|aqui)|read (?:more|also|next)|related:|see also|also read|don't miss|you may also|you might|recommended|mehr zum thema|lesen sie auch|auch interessant|lire aussi|a lire|leggi anche|leia (?:tambem|mais)|veja tambem|saiba mais|les ogsa|les mer|lue myos|czytaj (?:tez|takze|rowniez)|zobacz (?:tez|takze)|lees ook)/u

const SOCIAL =
  /(?:siguenos|siganos|sigue nuestr|sigueme|sigue a .{3,40} en (?:twitter|facebook|instagram|google|whatsapp|x\b)|suscrib(?:ete|irte|ase|irse) (?:a|al|aqui|en)|unete a|unase a nuestro|recibe (?:nuestras|las|los|en tu|gratis|todas)|canal de (?:whatsapp|telegram|youtube|difusion)|google (?:news|noticias|discover)|descarga (?:nuestra|la) app|dale (?:like|me gusta)|comparte (?:esta|la) (?:nota|noticia)|activa las notificaciones|follow us|sign up (?:for|to)|subscribe to|our newsletter|nuestro newsletter|nuestra newsletter|haz ?clic(?:k)? (?:aqui|en)|da clic(?:k)? |registrate (?:gratis|aqui)|mantente informad|mantengase informad)/

const LEGAL =
  /(?:todos los derechos reservados|derechos reservados|prohibida (?:su|la) reproduccion|reproduccion (?:total o parcial|prohibida)|queda prohibid|all rights reserved|alle rechte vorbehalten|tous droits reserves|©|\(c\) ?20\d\d|copyright|aviso de privacidad|terminos y condiciones|politica de (?:privacidad|cookies))/

const WALL =
  /(?:contenido exclusivo (?:para|de) (?:suscriptores|socios)|exclusiv[oa] para (?:nuestros )?suscriptores|ya (?:tienes|eres|tiene) (?:una )?(?:cuenta|suscri)|(?:para|si quieres|si desea) (?:seguir|continuar) leyendo|suscrib(?:ete|ase|irte) (?:para|y) (?:seguir|continuar|leer)|inicia(?:r)? sesion para (?:leer|continuar|seguir)|elige tu plan|already a subscriber|subscribe to (?:continue|read))/

const IMAGE_CREDIT =
  /^(?:foto|fotos|fotografia|fotografias|imagen|imagenes|video|infografia|ilustracion|photo|image|credito|creditos|captura)s?(?: de portada)?\s?(?::|\/|\||por\b|de\b|cortesia)/

const PAGE_LABEL =
  /^(?:compartir|comparte|comentarios?|\d+ comentarios?|imprimir|enviar|guardar|publicidad|anuncio|advertisement|anzeige|werbung|annonse|annons|publicite|pubblicita|reklama|loading|cargando|volver|siguiente|anterior|inicio|escuchar|escucha (?:la nota|este articulo)|tags?|etiquetas|temas|temas relacionados|archivado en|share|print|comments?|\d+ min(?:utos?)?(?: de lectura| read)?|tiempo de lectura.{0,20}|en vivo|galeria|ver galeria|ver video|ampliar|cerrar|foto|video|more|menu)\W{0,3}$/

const matches = (pattern: RegExp, line: string) => pattern.test(line)

/** Why a line of a note's body is not the note's, or null when nothing says so. `isProse` lines must be short or all promo. */
export function explainLine(text: string, linkShare: number): LineReason | null {
  if (text.length > 420) return null
  const line = fold(text)
  if (matches(PAGE_LABEL, line)) return 'etiqueta de la página'
  if (text.length < 250 && matches(WALL, line)) return 'aviso de pago'
  if (text.length < 300 && matches(PROMO_START, line) && (text.length < 160 || linkShare > 0.3))
    return 'promoción de otra nota'
  if (text.length < 330 && matches(SOCIAL, line) && (text.length < 200 || linkShare > 0.1))
    return 'llamado a redes o boletín'
  if (text.length < 420 && matches(LEGAL, line)) return 'aviso legal o de derechos'
  if (text.length < 160 && matches(IMAGE_CREDIT, line)) return 'crédito de imagen'
  return null
}
