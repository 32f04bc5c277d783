// Ruta 70 Noticias: a portal that arrives empty and is built in the browser from its own API; says «hace 2 horas».
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { offsetTime, sayAge } from '../calendar.ts'
import { excerptOf, otherIssues } from '../furniture.ts'
import { markup, raw } from '../markup.ts'
import type { Ask, Issue } from '../newsroom.ts'
import { htmlReply, jsonReply, type Reply, reply } from '../reply.ts'
import type { Shape } from '../shape.ts'

const HOME = 'http://ruta70noticias.test'
const PAGE_SIZE = 15

const APP = readFileSync(join(import.meta.dirname, 'ruta70-app.js'))

const SHELL = markup`<!doctype html>
<html lang="es">
  <head>
    <meta charset="UTF-8" />
    <link rel="icon" type="image/png" href="/favicon.png" />
    <meta name="viewport" content="width=device-width, initial-scale=1.0" />
    <meta name="theme-color" content="#ff5a00" />
    <title>Ruta 70 Noticias</title>
    <link rel="stylesheet" crossorigin href="/assets/index-B7rZq0c1.css">
    ${raw('<script type="module" crossorigin src="/assets/index-Dk3v9s0A.js"></script>')}
  </head>
  <body>
    <noscript>Necesitas activar JavaScript para usar esta aplicación.</noscript>
    <div id="root"></div>
  </body>
</html>
`

function addressOf(issue: Issue): string {
  return `${HOME}/nota/${issue.number}/${issue.slug}`
}

function summary(issue: Issue, ask: Ask) {
  return {
    id: issue.number,
    titulo: issue.title,
    seccion: issue.section ?? 'General',
    resumen: excerptOf(issue, 24),
    url: addressOf(issue).slice(HOME.length),
    imagen: `/media/${issue.number}.jpg`,
    fecha: offsetTime(issue.at),
    hace: sayAge(issue.at, ask.now),
  }
}

function detail(issue: Issue, ask: Ask) {
  return {
    ...summary(issue, ask),
    autor: issue.byline,
    bajada: issue.standfirst,
    parrafos: issue.paragraphs,
    relacionadas: otherIssues(ask.issues, issue, 3, 'related').map((other) => summary(other, ask)),
  }
}

function answerApi(ask: Ask): Reply {
  const id = /^\/api\/notas\/(\d+)$/.exec(ask.path)?.[1]
  if (id !== undefined) {
    const issue = ask.issues.find(({ number }) => String(number) === id)
    return issue === undefined ? jsonReply({ error: 'no existe' }, 404) : jsonReply(detail(issue, ask))
  }
  const number = Math.max(1, Number.parseInt(ask.query.get('pagina') ?? '1', 10) || 1)
  const shown = ask.issues.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE)
  return jsonReply({
    pagina: number,
    hayMas: ask.issues.length > number * PAGE_SIZE,
    notas: shown.map((issue) => summary(issue, ask)),
  })
}

/** Whatever the path, the shell: a page that does not exist answers 200 as well. */
function answer(ask: Ask): Reply | null {
  if (ask.path.startsWith('/api/')) return answerApi(ask)
  if (ask.path.endsWith('.js')) return reply(200, 'text/javascript; charset=utf-8', APP)
  return /\.(css|jpg|png)$/.test(ask.path) ? null : htmlReply(SHELL)
}

export const ruta70: Shape = {
  hosts: ['ruta70noticias.test', 'www.ruta70noticias.test'],
  addressOf,
  style: 'portal.css',
  // With a byte-order mark and Windows line ends.
  robots: () => reply(200, 'text/plain', '\ufeffUser-agent: *\r\nDisallow: /admin\r\n'),
  answer,
  compression: 'gzip',
}
