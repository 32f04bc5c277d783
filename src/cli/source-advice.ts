// What an analyst typed, or why it could not be read → what to do about it, in a sentence.
import { Later, SourceChanged, Unreadable } from '../failure.ts'

/** Why what was typed is no address of an outlet, with what to write instead; null when it may be one. */
export function adviseOnAddress(typed: string): string | null {
  const text = typed.trim()
  if (/^[^\s/@]+@[^\s/@]+\.[^\s/@]+$/.test(text)) {
    return `«${text}» es un correo. Escribe la página del medio, como www.elmedio.mx.`
  }
  if (/^@[\w.-]+$/.test(text)) {
    return `«${text}» es el nombre de una cuenta. Escribe su dirección completa, como t.me/s/${text.slice(1)} o youtube.com/${text}.`
  }
  if (/\.ya?ml$/i.test(text)) {
    return `«${text}» es un archivo. Aquí va la página de un medio (www.elmedio.mx); una fuente que ya está se prueba con «sintesis source try».`
  }
  const host = /^(?:https?:\/\/)?([^\s/:?#]+)/i.exec(text)?.[1] ?? ''
  if (
    !/\s/.test(text) &&
    /^(?:localhost|\[[\da-f:.]+\]|\d+(?:\.\d+){3}|[\w-]+(?:\.[\w-]+)+)\.?$/iu.test(fold(host))
  )
    return null
  return `«${text}» no es la dirección de un medio. Cópiala del navegador, como www.elmedio.mx.`
}

/** Hosts with accents and ñ are as good as others. */
function fold(host: string): string {
  return host.normalize('NFD').replace(/\p{M}/gu, '')
}

/** The failure of a front page with what to do about it. Anything else is a bug and stays what it is. */
export function adviseOnFailure(error: unknown, typed: string): unknown {
  if (!(error instanceof Later || error instanceof Unreadable || error instanceof SourceChanged)) return error
  const said = error.message.replace(/^no se pudo leer \S+\/robots\.txt: /, '')
  return new Error(`${capitalize(said)}. ${adviceFor(error, said, typed)}`)
}

function adviceFor(error: Later | Unreadable | SourceChanged, said: string, typed: string): string {
  if (/no existe el dominio/.test(said)) {
    return 'Revisa cómo se escribe: ábrela en un navegador y copia de ahí la dirección.'
  }
  if (/certificado/.test(said)) {
    return 'Avisa al medio; mientras no lo arregle, sus notas se pueden guardar con «sintesis capture».'
  }
  if (error instanceof Later) {
    return 'Vuelve a intentarlo más tarde; si en un navegador tampoco abre, el sitio está caído.'
  }
  if (/sources\/README\.md|sintesis capture/.test(said)) return 'No se escribió nada.'
  if (/redirige sin fin/.test(said)) {
    return 'Ábrela en un navegador y copia la dirección a la que llega; si tampoco abre, el sitio está descompuesto.'
  }
  if (/no existe \(4\d\d\)/.test(said)) return `Prueba con la portada: ${frontOf(typed)}.`
  if (error instanceof Unreadable && error.reason === 'unsafe') {
    return 'Escribe la página pública del medio, como www.elmedio.mx.'
  }
  if (error instanceof Unreadable && error.reason === 'not-html') {
    return `Escribe la portada del medio: ${frontOf(typed)}.`
  }
  if (error instanceof Unreadable && error.reason === 'robots') {
    return 'El medio pide a los programas que no la lean y se respeta: pídele permiso, o captura a mano con «sintesis capture».'
  }
  if (error instanceof Unreadable && (error.reason === 'forbidden' || error.reason === 'paywall')) {
    return 'El sitio no deja leer a programas y no se le da la vuelta: pide al medio que lo permita, o declárala con «enabled: false» y captura a mano con «sintesis capture».'
  }
  return 'No se escribió nada.'
}

function frontOf(typed: string): string {
  return typed.trim().replace(/^(\w+:\/\/)?([^/?#]+).*$/s, '$2')
}

/** A sentence begins with a capital, a host name does not. */
function capitalize(text: string): string {
  return /^\S+\.\S/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1)
}
