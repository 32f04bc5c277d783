// A text and a width → the text cut to one line, with an ellipsis when something is left out.
import { type TextStyle, widthOf } from './text-style.ts'

export function fitText(text: string, width: number, style: TextStyle): string {
  if (widthOf(text, style) <= width) return text
  const letters = [...text]
  let kept = letters.length
  while (kept > 1 && widthOf(`${letters.slice(0, kept).join('').trimEnd()}…`, style) > width) kept -= 1
  return `${letters.slice(0, kept).join('').trimEnd()}…`
}
