// Long text → lines that fit a terminal, with what follows the first set in.

/** Columns that a terminal of the smallest usual size has. */
export const LINE_WIDTH = 80

/** Breaks a text at spaces into lines of at most `width`; the first begins with `lead`, the others with as many spaces. */
export function wrapText(text: string, lead = '', width = LINE_WIDTH): string[] {
  const indent = ' '.repeat([...lead].length)
  const lines: string[] = []
  let line = lead
  let isEmpty = true
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    if (!isEmpty && [...line].length + 1 + [...word].length > width) {
      lines.push(line)
      line = indent
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line.trimEnd()]
}

/** The start of a text, cut at `width` letters with an ellipsis. */
export function shorten(text: string, width: number): string {
  const letters = [...text]
  return letters.length <= width
    ? text
    : `${letters
        .slice(0, Math.max(1, width - 1))
        .join('')
        .trimEnd()}…`
}
