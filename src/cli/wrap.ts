// A long line → lines that fit a terminal, the ones after the first set in as far as asked.

/** What every terminal is at least. */
export const WIDTH = 80

/** Breaks at spaces. A word longer than the line, such as an address, is left whole. */
export function wrapLine(text: string, indent: number, width = WIDTH): string[] {
  const lines: string[] = []
  let line = /^ */.exec(text)?.[0] ?? ''
  for (const word of text.trim().split(/ +/)) {
    const isFirst = line.trim() === ''
    if (!isFirst && [...line].length + 1 + [...word].length > width) {
      lines.push(line)
      line = ' '.repeat(indent) + word
    } else {
      line += isFirst ? word : ` ${word}`
    }
  }
  return [...lines, line]
}

/** Rows of a label and a text → the texts wrapped beside their labels. */
export function layFacts(rows: readonly (readonly [string, string])[]): string[] {
  const widest = Math.max(0, ...rows.map(([label]) => [...label].length)) + 2
  return rows.flatMap(([label, text]) => {
    const [first = '', ...rest] = wrapLine(text, 0, WIDTH - widest)
    const pad = (part: string) => part + ' '.repeat(widest - [...part].length)
    return [`${pad(label)}${first}`, ...rest.map((line) => `${pad('')}${line}`)]
  })
}
