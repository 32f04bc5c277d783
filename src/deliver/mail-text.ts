// The page of an edition → the plain-text body of its message.
import type { MinutePage } from './edition-content.ts'

/** Lines end as mail asks; nothing is cut. */
export function printMailText(page: MinutePage, notice: string | null = null): string {
  const blocks = [
    `${page.title} · ${page.place}\n${page.date} · ${page.issue}\n${page.window}`,
    page.headline,
    notice ?? '',
    printCorrections(page),
    page.figures
      .map(({ value, label, context }) => `${value} ${label}${context === '' ? '' : ` — ${context}`}`)
      .join('\n'),
    printFacts(page),
    printActions(page),
    page.agenda.length === 0
      ? ''
      : ['HOY EN LA AGENDA', ...page.agenda.map(({ hour, text }) => `${hour}  ${text}`)].join('\n'),
    ['QUÉ SE REVISÓ', page.review, ...page.remarks].join('\n'),
    `${page.office}, ${page.place}. Documento de trabajo interno.${notice === null ? ' La edición completa está en el PDF.' : ''}\n${page.seal}`,
  ]
  return `${blocks
    .filter((block) => block !== '')
    .join('\n\n')
    .replace(/\r\n?/g, '\n')}\n`
}

function printCorrections({ corrections }: MinutePage): string {
  if (corrections.length === 0) return ''
  const lines = corrections.map(({ text, href }) => `- ${text}${href === null ? '' : `\n  ${href}`}`)
  return ['CORRECCIONES', ...lines].join('\n')
}

function printFacts({ factsTitle, facts, noFacts }: MinutePage): string {
  if (facts.length === 0) return noFacts
  const lines = facts.map(({ text, detail, tone, href }) => {
    const size = [tone === null ? '' : `tono ${tone}`, detail].filter((part) => part !== '').join(', ')
    return `- ${text}${size === '' ? '' : ` (${size})`}${href === null ? '' : `\n  ${href}`}`
  })
  return [factsTitle.toLocaleUpperCase('es'), ...lines].join('\n')
}

function printActions({ actions, noActions }: MinutePage): string {
  if (actions.length === 0) return noActions ?? ''
  const lines = actions.map(
    ({ act, why, step, before, owner }, index) =>
      `${index + 1}. ${act} ${why}${step === null ? '' : `\n   Qué hacer: ${step}`}\n   ${before} · ${owner}`,
  )
  return ['REQUIERE ACCIÓN HOY', ...lines].join('\n')
}
