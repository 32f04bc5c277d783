// Semanario El Ingenio: a weekly of static pages in ISO-8859-1, without feed; says its dates in words only.
import { spellDay } from '../calendar.ts'
import { encodeLatin1 } from '../encodings.ts'
import { advertisements, excerptOf, otherIssues } from '../furniture.ts'
import { type Markup, markup } from '../markup.ts'
import { type Ask, type Issue, slugOf } from '../newsroom.ts'
import { type Reply, reply } from '../reply.ts'
import type { Shape } from '../shape.ts'

const HOME = 'http://www.semanarioelingenio.test'
const LISTED = 24
const SECTIONS = ['Región', 'A fondo', 'Columnas', 'Bagazo', 'Cultura']

function addressOf(issue: Issue): string {
  return `${HOME}/${slugOf(issue.section ?? 'Región')}/${issue.slug}-${issue.number}.htm`
}

/** `Jueves 5 de noviembre de 2026`. */
function dateline(issue: Issue): string {
  const day = spellDay(issue.at)
  return day.charAt(0).toUpperCase() + day.slice(1)
}

function page(title: string, main: Markup): Markup {
  return markup`<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="es">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1" />
<title>${title}</title>
<link rel="stylesheet" type="text/css" href="/css/ingenio.css" />
</head>
<body>
<div id="contenedor">
<div id="cabeza"><a href="/"><span class="semanario">Semanario</span><br />El Ingenio</a><div class="lema">Región Valles &middot; Año XXI &middot; Sale los jueves</div></div>
<ul id="navegacion"><li><a href="/">Portada</a></li>${SECTIONS.map((name) => markup`<li><a href="/${slugOf(name)}/">${name}</a></li>`)}<li><a href="/suscripciones.htm">Suscripciones</a></li></ul>
<div id="cuerpo">${main}</div>
<div id="pie">Semanario El Ingenio. Director: Evaristo Ledezma. Juárez 8, Tala, Jalisco. Los artículos firmados son responsabilidad de sus autores.<br />Diseño: Cañaweb 2009</div>
</div>
</body>
</html>`
}

function row(issue: Issue): Markup {
  return markup`<tr class="nota"><td><span class="pleca">${issue.section ?? 'Región'}</span><br /><a class="cabeza" href="${addressOf(issue).slice(HOME.length)}">${issue.title}</a><br /><span class="fecha">${dateline(issue)}</span><p class="sumario">${excerptOf(issue, 30)}</p></td></tr>`
}

function listing(title: string, issues: readonly Issue[]): Markup {
  return page(
    `El Ingenio - ${title}`,
    markup`<h1 class="seccion">${title}</h1><table class="lista">${issues.slice(0, LISTED).map(row)}</table>`,
  )
}

function article(issue: Issue, ask: Ask): Markup {
  return page(
    `El Ingenio - ${issue.title}`,
    markup`<div id="izquierda">
<p class="pleca">${issue.section ?? 'Región'}</p>
<h1>${issue.title}</h1>
${issue.standfirst === null ? null : markup`<h2 class="sumario">${issue.standfirst}</h2>`}
<p class="firma">${issue.byline === null ? null : markup`Por <b>${issue.byline}</b><br />`}<span class="fecha">${dateline(issue)}</span></p>
<div class="foto"><img src="/fotos/${issue.number}.jpg" width="420" height="236" alt="" /><p class="pie">Foto: Archivo El Ingenio</p></div>
<div class="texto">
${issue.paragraphs.map((text) => markup`<p>${text}</p>\n`)}</div>
<p class="volver"><a href="javascript:window.print()">Imprimir</a> | <a href="/">Volver a la portada</a></p>
</div>
<div id="derecha">
<div class="caja"><h3>En esta edición</h3><ul>${otherIssues(ask.issues, issue, 5, 'edition').map((other) => markup`<li><a href="${addressOf(other).slice(HOME.length)}">${other.title}</a></li>`)}</ul></div>
<div class="caja publicidad">${advertisements(2, issue.id).map((text) => markup`<p>${text}</p>`)}</div>
</div>`,
  )
}

function answerPage(ask: Ask): Markup | null {
  if (ask.path === '/' || ask.path === '/index.htm') return listing('Portada', ask.issues)
  const section = SECTIONS.find((name) => ask.path === `/${slugOf(name)}/`)
  if (section !== undefined) {
    return listing(
      section,
      ask.issues.filter((issue) => slugOf(issue.section ?? 'Región') === slugOf(section)),
    )
  }
  const issue = ask.issues.find((each) => addressOf(each) === `${HOME}${ask.path}`)
  return issue === undefined ? null : article(issue, ask)
}

function answer(ask: Ask): Reply | null {
  const found = answerPage(ask)
  return found === null ? null : reply(200, 'text/html; charset=iso-8859-1', encodeLatin1(found.source))
}

export const ingenio: Shape = {
  hosts: ['www.semanarioelingenio.test'],
  addressOf,
  style: 'weekly.css',
  robots: () => reply(404, 'text/html; charset=iso-8859-1', '<h1>404</h1>'),
  answer,
}
