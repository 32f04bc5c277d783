// The page of an edition → text to paste into WhatsApp: its own bold, plain links, and no longer than people read there.
import type { MinutePage } from './edition-content.ts'

/** Longer messages are folded behind «Leer más». */
export const LONGEST_MESSAGE = 1_500

/** The message. What does not fit is left out from the end of each list, and the message says how many are left out. */
export function printWhatsApp(page: MinutePage): string {
  const most = Math.max(page.facts.length, page.actions.length, page.corrections.length)
  for (let shown = most; shown > 0; shown--) {
    for (const hasContext of [true, false]) {
      const message = printWith(page, shown, hasContext)
      if (message.length <= LONGEST_MESSAGE) return message
    }
  }
  const message = printWith(page, 0, false)
  if (message.length <= LONGEST_MESSAGE) return message
  return `${message.slice(0, LONGEST_MESSAGE - 1).toWellFormed()}…`
}

function printWith(page: MinutePage, shown: number, hasContext: boolean): string {
  const blocks = [
    `${bold(`${page.title} · ${page.place}`)}\n${plain(page.date)} · ${plain(page.issue)}`,
    bold(page.headline),
    printCorrections(page, shown),
    page.figures
      .map(({ value, label, context }) =>
        [`${plain(value)} ${plain(label)}`, ...(hasContext && context !== '' ? [plain(context)] : [])].join(
          ' · ',
        ),
      )
      .join('\n'),
    printFacts(page, shown),
    printActions(page, shown),
    plain(page.review),
  ]
  return blocks.filter((block) => block !== '').join('\n\n')
}

function printCorrections({ corrections }: MinutePage, shown: number): string {
  if (corrections.length === 0) return ''
  const lines = corrections
    .slice(0, shown)
    .map(({ text, href }) => `• ${plain(text)}${href === null ? '' : `\n${href}`}`)
  return [bold('Correcciones'), ...lines, ...countRest(corrections.length - lines.length)].join('\n')
}

function printFacts({ factsTitle, facts, noFacts }: MinutePage, shown: number): string {
  if (facts.length === 0) return plain(noFacts)
  const lines = facts.slice(0, shown).map(({ text, detail, href }) => {
    const size = detail === '' ? '' : ` (${plain(detail)})`
    return `• ${plain(text)}${size}${href === null ? '' : `\n${href}`}`
  })
  return [bold(factsTitle), ...lines, ...countRest(facts.length - lines.length)].join('\n')
}

function printActions({ actions, noActions }: MinutePage, shown: number): string {
  if (actions.length === 0) return plain(noActions ?? '')
  const lines = actions
    .slice(0, shown)
    .map(
      ({ act, why, before, owner }, index) =>
        `${index + 1}. ${plain(`${act} ${why}`)} ${plain(before)} · ${plain(owner)}`,
    )
  return [bold('Requiere acción hoy'), ...lines, ...countRest(actions.length - lines.length)].join('\n')
}

const countRest = (rest: number): string[] => (rest <= 0 ? [] : [`… y ${rest} más en el PDF`])

const bold = (text: string): string => `*${plain(text)}*`

/** WhatsApp has no escape: signs that would format become their look-alikes; at a word's edge for the underscore. */
function plain(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/\*/g, '∗')
    .replace(/~/g, '∼')
    .replace(/`/g, '´')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '‗')
    .replace(/^([>#-]) /u, '$1\u2060 ')
}
