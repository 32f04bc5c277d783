// A line of text → whether it is a line outlets put inside a note that is not part of it, and why.
import { fold } from '../text/fold.ts'

export type LineReason =
  | 'promoción de otra nota'
  | 'llamado a redes o boletín'
  | 'aviso legal o de derechos'
  | 'crédito de imagen'
  | 'etiqueta de la página'
  | 'aviso de pago'

const start = (words: string): RegExp => new RegExp(`^[^\\p{L}\\p{N}]{0,8}(?:${words})`, 'u')

/** Announces another note, whatever follows. Lines are folded: lower case, no accents. */
const PROMO = start(
  'te (?:puede|podria) interesar|te (?:recomendamos|sugerimos|interesa)|(?:tambien|quizas?|tal vez) (?:te|le) (?:puede |podria )?intere|' +
    '(?:le|les) (?:puede|podria) interesar|puede interesarte|le (?:recomendamos|sugerimos)|no te pierdas?|no se pierda|' +
    'le[ea] (?:tambien|mas|ademas|la nota|completo)\\b|tambien (?:lee|lea|puedes leer|puede leer)|leer (?:mas|tambien)|le[ea]:|' +
    've(?:a|r)? (?:tambien|ademas)|mir[ae] (?:tambien|ademas)|puedes (?:ver|leer):|podes leer|conoce mas:|sigue leyendo|seguir leyendo|' +
    'continua leyendo|notas? relacionadas?|noticias? relacionadas?|articulos? relacionados?|contenido relacionado|' +
    'relacionad[oa]s?:?$|recomendad[oa]s?:?$|de interes:|mas leidas?|lo mas leido|mas noticias\\b|mira \\||lee mas \\||' +
    'read (?:more|also|next)|related:|see also|also read|you (?:may|might) (?:also )?like|mehr zum thema|lesen sie auch|auch interessant|' +
    'lire aussi|a lire|leggi anche|leia (?:tambem|mais)|veja tambem|saiba mais|les ogsa|les mer|czytaj (?:tez|takze|rowniez|wiecej)|' +
    'zobacz (?:tez|takze)|lees ook|lest auch',
)

/** May announce another note: only when the line is mostly a link or does not end as a sentence. */
const WEAK_PROMO = start(
  'mas (?:informacion|sobre|de esta seccion|notas)\\b|ademas:|entra(?:te)? (?:aqui|tambien)|le[ea] (?:en|aqui)\\b|recomendamos|' +
    'puedes (?:leer|ver|consultar|escuchar)|escucha (?:tambien|aqui)|conoce (?:mas|aqui)|mira (?:aqui|el video)|vea (?:aqui|mas)|ver mas|' +
    'en otr[ao]s? (?:nota|noticia|tema)|checa (?:aqui|tambien)|consulta aqui|para leer',
)

/** Calls of the outlet to follow it. Municipal notes also invite: these name the outlet's own channels or the reading itself. */
const SOCIAL =
  /^[^\p{L}\p{N}]{0,8}(?:siguenos|siganos|sigueme|sigue nuestr|suscrib(?:ete|ase) (?:a nuestr|al? (?:canal|newsletter|boletin)|aqui|gratis|en )|unete a nuestr|unase a nuestr|unete al (?:canal|grupo|chat)|recibe (?:nuestr|las (?:noticias|ultimas|notas)|los titulares|en tu (?:correo|whatsapp|celular)|gratis|todas las)|activa las notificaciones|mantente informad|mantengase informad|dale (?:like|me gusta)|comparte (?:esta|la) (?:nota|noticia)|descarga nuestra app|follow us|sign up (?:for|to)|subscribe to)|(?:nuestro|nuestra) (?:canal|newsletter|boletin de noticias|pagina de facebook|cuenta de|grupo de whatsapp|app\b)|(?:en|de|por) google (?:news|noticias|discover)|(?:our|notre|nostra|nossa|unseren?|onze) newsletter|^[^\p{L}\p{N}]{0,8}(?:inscrivez-vous|abonnez-vous|suivez-nous|iscriviti|seguici|assine|siga-nos|inscreva-se|folgen sie uns|folge uns|abonnieren sie|jetzt abonnieren|volg ons)\b|^(?:haz|da|de) clic(?:k)? (?:aqui|en)/u

const RIGHTS =
  /(?:derechos reservados|prohibida (?:su|la) reproduccion|reproduccion (?:total o parcial|prohibida)|all rights reserved|alle rechte vorbehalten|tous droits reserves|©|\(c\) ?20\d\d)/

const LEGAL =
  /^(?:aviso de privacidad|terminos y condiciones|politica de (?:privacidad|cookies)|copyright|disclaimer)/

const WALL =
  /(?:contenido exclusivo (?:para|de) (?:suscriptores|socios)|exclusiv[oa] para (?:nuestros )?suscriptores|ya (?:tienes|tiene) (?:una )?cuenta\?|ya eres suscriptor|(?:para|si quieres|si desea) (?:seguir|continuar) leyendo|suscrib(?:ete|ase|irte) (?:para|y) (?:seguir|continuar|leer)|inicia(?:r)? sesion para (?:leer|continuar|seguir)|already a subscriber|subscribe to (?:continue|read))/

/** "Foto: …", "Video / …"; without the mark, only when it is too short and unfinished to be a sentence about a picture. */
const CREDIT =
  /^(?:fotos?|fotografias?|imagen(?:es)?|videos?|infografia|ilustracion|photos?|images?|creditos?|captura)(?: de (?:portada|pantalla))?\s?(?::|\/|\|)/
const SHORT_CREDIT =
  /^(?:fotos?|fotografias?|imagen(?:es)?|videos?|captura)(?: de pantalla)?,? (?:por|de|cortesia|especial|archivo|tomada)\b/

const PAGE_LABEL =
  /^(?:compartir|comparte|comentarios?|\d+ comentarios?|imprimir|enviar|guardar|publicidad|anuncio|advertisement|anzeige|werbung|annonse|annons|publicite|pubblicita|reklama|loading|cargando|volver|siguiente|anterior|inicio|escuchar|escucha (?:la nota|este articulo)|tags?|etiquetas|temas|temas relacionados|archivado en|share|print|comments?|\d+ min(?:utos?)?(?: de lectura| read)?|tiempo de lectura.{0,20}|en vivo|galeria|ver galeria|ver video|ampliar|cerrar|fotos?|videos?|more|menu)\W{0,3}$/

/** What blog systems write under a post: where it was filed, and when. */
const FILED =
  /^(?:(?:this|the) (?:entry|post|article) (?:was|is) (?:posted|filed|written)|(?:dieser|der) (?:beitrag|artikel|eintrag) wurde (?:am|in|unter|von|veroffentlicht)|(?:esta entrada|este articulo) (?:fue|se) (?:publicad|public)|cet(?:te)? (?:entree|article) a ete (?:publie|poste)|(?:posted|filed) (?:in|under)\b|abgelegt unter|veroffentlicht (?:in|unter):?|publicado en:|classe dans)/

const LONGEST = 420

/**
 * Why a line of a note's body is not the note's, or null when nothing says so. `linkShare` is the share of the line inside links,
 * 0–1. Long lines are never judged by their words.
 */
export function explainLine(text: string, linkShare: number): LineReason | null {
  const { length } = text
  if (length > LONGEST) return null
  const line = fold(text)
  const isFinished = /[.!]["”»]?$/.test(text)
  if (PAGE_LABEL.test(line) || (length < 250 && FILED.test(line))) return 'etiqueta de la página'
  if (length < 250 && WALL.test(line)) return 'aviso de pago'
  if (length < 300 && PROMO.test(line) && (length < 160 || linkShare > 0.3)) return 'promoción de otra nota'
  if (length < 200 && WEAK_PROMO.test(line) && (linkShare > 0.4 || (linkShare > 0 && !isFinished))) {
    return 'promoción de otra nota'
  }
  if (length < 330 && SOCIAL.test(line) && (length < 200 || linkShare > 0.1))
    return 'llamado a redes o boletín'
  if (RIGHTS.test(line) || (length < 120 && LEGAL.test(line))) return 'aviso legal o de derechos'
  if (length < 160 && CREDIT.test(line)) return 'crédito de imagen'
  return length < 70 && !isFinished && SHORT_CREDIT.test(line) ? 'crédito de imagen' : null
}
