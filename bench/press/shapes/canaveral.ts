// La Voz del Cañaveral: hand-made PHP of 2006 in windows-1252, with a menu in UTF-8, sessions in its links and an endless calendar.
import {
  addDays,
  clockTime,
  type LocalMinute,
  monthName,
  readMinute,
  spellDate,
  weekdayName,
} from '../calendar.ts'
import { hashOf } from '../chance.ts'
import { encodeUtf8, encodeWindows1252 } from '../encodings.ts'
import { advertisements, commentsOn, otherIssues, standingLinks } from '../furniture.ts'
import { type Markup, markup } from '../markup.ts'
import type { Ask, Issue } from '../newsroom.ts'
import { type Reply, reply } from '../reply.ts'
import type { Shape } from '../shape.ts'

const HOME = 'http://www.lavozdelcanaveral.test'
const LISTED = 20

/** A page in three parts, because its menu is another file that somebody saved in UTF-8. */
type Parts = { readonly head: Markup; readonly menu: Markup; readonly rest: Markup }

function addressOf(issue: Issue): string {
  return `${HOME}/nota.php?id=${issue.number}`
}

/** A new session for each visit, as PHP gives to whoever brings no cookie. */
function sessionOf({ visits }: Ask): string {
  return [1, 2, 3, 4]
    .map((part) => hashOf(`session ${visits} ${part}`).toString(16).padStart(8, '0'))
    .join('')
    .slice(0, 26)
}

function link(issue: Issue, ask: Ask): string {
  return `nota.php?id=${issue.number}&PHPSESSID=${sessionOf(ask)}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** `Viernes 6 de Noviembre de 2026`: today's, on top of every page. */
function headerDate(now: LocalMinute): string {
  const { day, year } = readMinute(now)
  return `${capital(weekdayName(now))} ${day} de ${capital(monthName(now))} de ${year}`
}

function openPage(ask: Ask): Markup {
  return markup`<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html>
<head>
<title>La Voz del Cañaveral - Periodismo del pueblo y para el pueblo</title>
<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">
<link href="estilo.css" rel="stylesheet" type="text/css">
</head>
<body bgcolor="#E8E4D0" topmargin="0">
<center>
<table width="960" border="0" cellpadding="0" cellspacing="0" bgcolor="#FFFFFF">
<tr><td colspan="2" class="cabezal"><a href="index.php?PHPSESSID=${sessionOf(ask)}">La Voz del Cañaveral</a><br><span class="lema">“El que no cae, resbala”</span></td></tr>
<tr><td colspan="2" class="fechahoy">Tala, Jalisco, ${headerDate(ask.now)} &nbsp; | &nbsp; Visitas: ${184_000 + ask.visits}</td></tr>
<tr><td width="200" valign="top" class="menu">`
}

function menu({ now }: Ask): Markup {
  return markup`
<!-- menu.inc.php -->
<b>Secciones</b><br>
<a href="index.php?sec=local">Local</a><br>
<a href="index.php?sec=colonias">Colonias</a><br>
<a href="index.php?sec=grilla">Grilla</a><br>
<a href="index.php?sec=region">Región</a><br>
<b>Edición por día</b><br>
<a href="diario.php?fecha=${now.slice(0, 10)}">Edición de hoy</a><br>
<a href="diario.php?fecha=${addDays(now, -1).slice(0, 10)}">Edición de ayer</a><br>
<b>Más</b><br>
${standingLinks(3, 'canaveral').map(({ title, slug }) => markup`<a href="pagina.php?p=${slug}">${title}</a><br>`)}
<a href="contacto.php">Contáctanos y denúncialo aquí</a><br>
${advertisements(2, 'canaveral').map((text) => markup`<p class="anuncio">${text}</p>`)}
<!-- fin menú -->
`
}

function closePage(main: Markup): Markup {
  return markup`</td>
<td width="760" valign="top" class="cuerpo">
${main}
</td></tr>
<tr><td colspan="2" class="pie">La Voz del Cañaveral &copy; 2006-2026. Todo lo que aquí se publica es la pura verdad. Tel. 384 555 0193. Sitio hecho en casa; se ve mejor a 1024 x 768.</td></tr>
</table>
</center>
</body>
</html>`
}

function page(ask: Ask, main: Markup): Parts {
  return { head: openPage(ask), menu: menu(ask), rest: closePage(main) }
}

function encodePage({ head, menu, rest }: Parts): Uint8Array {
  const open = encodeWindows1252(head.source)
  const middle = encodeUtf8(menu.source)
  const close = encodeWindows1252(rest.source)
  return Uint8Array.from([...open, ...middle, ...close])
}

function listing(ask: Ask, title: string, issues: readonly Issue[]): Markup {
  return markup`<div class="seccion">${title}</div>
${issues.slice(0, LISTED).map(
  (
    issue,
  ) => markup`<table class="lista" width="100%"><tr><td width="130"><img src="fotos/${issue.number}.jpg" width="120" border="0"></td>
<td><a class="titular" href="${link(issue, ask)}">${issue.title}</a><br>
<font size="1" color="#777777">${issue.section ?? 'Local'}</font><br>
<font size="2">${(issue.paragraphs[0] ?? '').slice(0, 160)}...</font></td></tr></table>
`,
)}`
}

function article(issue: Issue, ask: Ask): Markup {
  return markup`<div class="seccion">${issue.section ?? 'Local'}</div>
<h2 class="titulonota">${issue.title}</h2>
${issue.standfirst === null ? null : markup`<div class="balazo">${issue.standfirst}</div>`}
<div class="fechanota">Tala, Jal., ${spellDate(issue.at)} - ${clockTime(issue.at)} hrs.${issue.byline === null ? null : ` Por ${issue.byline}`}</div>
<table align="right" width="320" cellpadding="6"><tr><td><img src="fotos/${issue.number}.jpg" width="300"><br><font size="1">Foto: La Voz</font></td></tr></table>
<div class="textonota" align="justify">
${issue.paragraphs.map((text) => markup`<p><font face="Arial" size="2">${text}</font></p>\n`)}</div>
<br clear="all">
<a href="javascript:history.back()">Regresar</a> | <a href="imprimir.php?id=${issue.number}" rel="nofollow">Imprimir</a> | <a href="diario.php?fecha=${issue.at.slice(0, 10)}">Ver todo lo de este día</a>
<div class="otras"><b>OTRAS NOTAS</b><br>${otherIssues(ask.issues, issue, 4, 'others').map(
    (other) => markup`&raquo; <a href="${link(other, ask)}">${other.title}</a><br>`,
  )}</div>
<div class="libro"><b>LIBRO DE VISITAS</b>${commentsOn(issue).map(({ name, text }) => markup`<p><b>${name}</b> dijo: ${text}</p>`)}</div>`
}

/** The notes of any day whatever, with links to the day before and the day after, for ever. */
function calendar(ask: Ask, day: string): Markup {
  const at = `${day}T12:00`
  const issues = ask.issues.filter((issue) => issue.at.startsWith(day))
  const before = addDays(at, -1).slice(0, 10)
  const after = addDays(at, 1).slice(0, 10)
  return markup`<div class="seccion">Edición del ${spellDate(at)}</div>
<p><a href="diario.php?fecha=${before}">&laquo; ${before}</a> | <a href="diario.php?fecha=${after}">${after} &raquo;</a></p>
${issues.length === 0 ? markup`<p>No hay notas de este día.</p>` : listing(ask, 'Notas', issues)}`
}

function answerPage(ask: Ask): Markup | null {
  if (ask.path === '/' || ask.path === '/index.php') {
    const section = ask.query.get('sec')
    const issues = ask.issues.filter(
      (issue) => section === null || (issue.section ?? 'Local').toLowerCase() === section,
    )
    return listing(ask, section === null ? 'Lo último' : capital(section), issues)
  }
  if (ask.path === '/diario.php') {
    const day = ask.query.get('fecha') ?? ''
    return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day) ? calendar(ask, day) : null
  }
  if (ask.path !== '/nota.php') return null
  const issue = ask.issues.find(({ number }) => String(number) === ask.query.get('id'))
  return issue === undefined ? null : article(issue, ask)
}

function answer(ask: Ask): Reply | null {
  const main = answerPage(ask)
  if (main === null) return null
  const whole = reply(200, 'text/html', encodePage(page(ask, main)))
  const cookie = `PHPSESSID=${sessionOf(ask)}; path=/`
  return { ...whole, headers: { ...whole.headers, 'set-cookie': cookie, 'x-powered-by': 'PHP/5.3.29' } }
}

export const canaveral: Shape = {
  hosts: ['www.lavozdelcanaveral.test'],
  addressOf,
  style: 'handmade.css',
  robots: () => reply(404, 'text/html', '<h1>Not Found</h1>'),
  answer,
}
