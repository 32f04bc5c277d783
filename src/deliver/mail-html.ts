// The page of an edition → the HTML body of its message: tables and inline styles, as Outlook and a phone both read.
import type { MinutePage } from './edition-content.ts'

const FONT = "font-family:'Segoe UI',Arial,Helvetica,sans-serif;"
const INK = 'color:#1d262b;'
const SOFT = 'color:#48535a;'
const LINK = 'color:#0b5394;text-decoration:underline;'
/** Glyph and colour of each tone, as in the PDF: told apart by shape too. */
const TONES: Readonly<
  Record<string, { readonly glyph: string; readonly color: string; readonly name: string }>
> = {
  positivo: { glyph: '▲', color: '#1f6b4a', name: 'Positiva' },
  negativo: { glyph: '▼', color: '#a3341f', name: 'Negativa' },
  neutro: { glyph: '○', color: '#48535a', name: 'Neutra' },
  mixto: { glyph: '◆', color: '#7a5a12', name: 'Mixta' },
  'sin evaluar': { glyph: '◌', color: '#48535a', name: 'Sin evaluar' },
}

/** A whole document. Every text is escaped; only http and https addresses become links; nothing is fetched to show it. */
export function printMailHtml(page: MinutePage, notice: string | null = null): string {
  const rows = [
    printHead(page, notice),
    printCorrections(page),
    printFigures(page),
    printFacts(page),
    printActions(page),
    printAgenda(page),
    printReview(page, notice === null),
  ].join('')
  const title = escapeHtml(`${page.title} · ${page.place}`)
  return `<!doctype html>
<html lang="es-MX"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light"><meta name="format-detection" content="telephone=no,date=no,address=no"><title>${title}</title></head>
<body style="margin:0;padding:0;background-color:#eef1f2;">
<div style="display:none;max-height:0;overflow:hidden;">${escapeHtml(page.headline)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#eef1f2"><tr><td align="center" style="padding:16px 8px;">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="max-width:600px;background-color:#ffffff;">${rows}</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body></html>
`
}

function printHead(page: MinutePage, notice: string | null): string {
  const color = /^#[0-9a-fA-F]{6}$/.test(page.brandColor) ? page.brandColor : '#1F4B57'
  return `<tr><td bgcolor="${color}" style="padding:18px 24px;background-color:${color};${FONT}color:#ffffff;"><div style="font-size:20px;line-height:26px;font-weight:bold;">${escapeHtml(page.title)} · ${escapeHtml(page.place)}</div><div style="font-size:14px;line-height:20px;">${escapeHtml(page.date)} · ${escapeHtml(page.issue)}</div></td></tr>${row(
    `<h1 style="margin:0;font-size:20px;line-height:28px;font-weight:bold;${INK}">${escapeHtml(page.headline)}</h1>${paragraph(page.window, SOFT)}${notice === null ? '' : paragraph(notice, INK)}`,
  )}`
}

function printCorrections({ corrections }: MinutePage): string {
  if (corrections.length === 0) return ''
  const items = corrections.map(({ text, href }) => `<li style="margin:0 0 10px 0;">${link(text, href)}</li>`)
  return row(`${heading('Correcciones')}${list('ul', items)}`)
}

function printFigures({ figures }: MinutePage): string {
  if (figures.length === 0) return ''
  const cells = figures.map(
    ({ value, label, context }) =>
      `<tr><td width="96" valign="top" style="padding:6px 12px 6px 0;${FONT}font-size:22px;line-height:26px;font-weight:bold;${INK}">${escapeHtml(value)}</td><td valign="top" style="padding:6px 0;${FONT}font-size:15px;line-height:21px;${INK}"><b>${escapeHtml(label)}</b><br><span style="${SOFT}">${escapeHtml(context)}</span></td></tr>`,
  )
  return row(
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${cells.join('')}</table>`,
  )
}

function printFacts({ factsTitle, facts, noFacts }: MinutePage): string {
  if (facts.length === 0) return row(paragraph(noFacts, INK))
  const items = facts.map(({ text, detail, tone, href }) => {
    const mark = TONES[tone ?? '']
    const glyph =
      mark === undefined
        ? ''
        : `<span style="color:${mark.color};" title="${mark.name}">${mark.glyph}</span> `
    const label = [mark?.name, detail].filter((part) => part !== undefined && part !== '').join(' · ')
    return `<li style="margin:0 0 10px 0;">${glyph}${link(text, href)}${label === '' ? '' : `<br><span style="font-size:14px;${SOFT}">${escapeHtml(label)}</span>`}</li>`
  })
  return row(`${heading(factsTitle)}${list('ul', items)}`)
}

function printActions({ actions, noActions }: MinutePage): string {
  if (actions.length === 0)
    return noActions === null ? '' : row(`${heading('Requiere acción hoy')}${paragraph(noActions, INK)}`)
  const items = actions.map(
    ({ act, why, step, before, owner }) =>
      `<li style="margin:0 0 12px 0;"><b>${escapeHtml(act)}</b> ${escapeHtml(why)}${step === null ? '' : `<br><b>Qué hacer:</b> ${escapeHtml(step)}`}<br><span style="font-size:14px;${SOFT}">${escapeHtml(before)} · ${escapeHtml(owner)}</span></li>`,
  )
  return row(`${heading('Requiere acción hoy')}${list('ol', items)}`)
}

function printAgenda({ agenda }: MinutePage): string {
  if (agenda.length === 0) return ''
  const items = agenda.map(
    ({ hour, text }) => `<li style="margin:0 0 6px 0;"><b>${escapeHtml(hour)}</b> ${escapeHtml(text)}</li>`,
  )
  return row(`${heading('Hoy en la agenda')}${list('ul', items)}`)
}

function printReview(page: MinutePage, isWhole: boolean): string {
  const small = `margin:0;font-size:13px;line-height:19px;${SOFT}`
  const remarks = page.remarks.map((text) => `<p style="${small}margin-top:6px;">${escapeHtml(text)}</p>`)
  return row(
    `${heading('Qué se revisó')}<p style="${small}">${escapeHtml(page.review)}</p>${remarks.join('')}<p style="${small}margin-top:14px;">${escapeHtml(page.office)}, ${escapeHtml(page.place)}. Documento de trabajo interno.${isWhole ? ' La edición completa está en el PDF.' : ''}</p><p style="margin:6px 0 0 0;font-size:11px;line-height:16px;overflow-wrap:anywhere;word-break:break-word;${SOFT}">${escapeHtml(page.seal)}</p>`,
  )
}

const row = (html: string): string =>
  `<tr><td style="padding:16px 24px;border-bottom:1px solid #dfe4e6;${FONT}font-size:16px;line-height:23px;${INK}">${html}</td></tr>`

const heading = (text: string): string =>
  `<h2 style="margin:0 0 8px 0;font-size:16px;line-height:22px;font-weight:bold;${INK}">${escapeHtml(text)}</h2>`

const paragraph = (text: string, color: string): string =>
  `<p style="margin:6px 0 0 0;font-size:15px;line-height:21px;${color}">${escapeHtml(text)}</p>`

const list = (kind: 'ol' | 'ul', items: readonly string[]): string =>
  `<${kind} style="margin:0;padding:0 0 0 22px;">${items.join('')}</${kind}>`

/** A text that leads to its note; without an address, or with one that no browser should open, the text alone. */
function link(text: string, href: string | null): string {
  const isWeb = href !== null && URL.canParse(href) && /^https?:$/.test(new URL(href).protocol)
  return isWeb ? `<a href="${escapeHtml(href)}" style="${LINK}">${escapeHtml(text)}</a>` : escapeHtml(text)
}

export const escapeHtml = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
