// How a note was captured and what may be printed of it → lines for a person.
import type { Rights } from '../model.ts'

const RIGHTS: Readonly<Record<Rights, string>> = {
  cita: 'se cita un fragmento',
  reproduccion: 'se puede reproducir entera',
  'titulo-y-liga': 'solo título y liga',
}

/** What robots.txt said, what was not as usual in the capture, and the rights of its source; null of one withdrawn. */
export function describeCapture(headers: Readonly<Record<string, string>>, rights: Rights | null): string[] {
  const robots = headers['x-sintesis-robots']
  const fallback = headers['x-sintesis-fallback']
  const domain = headers['x-sintesis-domain']
  const said = [
    robots === undefined ? '' : `robots.txt: ${robots}`,
    rights === null ? '' : `derechos: ${RIGHTS[rights]}`,
    headers['x-sintesis-render'] === undefined ? '' : 'la escribió un navegador',
    headers['x-sintesis-screenshot'] === undefined ? '' : 'con captura de pantalla',
    domain === undefined ? '' : `mandó a otro dominio: ${domain}`,
    fallback === undefined ? '' : `se guardó lo que traía la lista, porque ${fallback}`,
  ].filter((part) => part !== '')
  return said.length === 0 ? [] : [`Cómo se captó: ${said.join(' · ')}`]
}
