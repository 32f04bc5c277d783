// A paragraph → the stretches of it that stand between quotation marks.

export type Quote = { readonly start: number; readonly end: number }

/** Curly, angular or straight marks; one left open runs to the paragraph's end, as quotes over several paragraphs do. */
const QUOTED = /“[^”]*(?:”|$)|«[^»]*(?:»|$)|"[^"]*(?:"|$)/g

/** Lists the quotations in order, marks included. */
export function listQuotes(paragraph: string): Quote[] {
  return [...paragraph.matchAll(QUOTED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
