// A page's content stream → its operators with their operands, and the marked content in which each one stands.
import type { PdfDictionary } from '../pdf-objects.ts'

export type Operation = {
  readonly operator: string
  readonly operands: readonly string[]
  /** Tags of the open marked content, outermost first; an mcid where it has one. */
  readonly marks: readonly { readonly tag: string; readonly mcid: number | null }[]
  readonly font: string | null
}

const TOKEN = /\[(?:[^\]\\]|\\.)*\]|<<[\s\S]*?>>|<[0-9a-fA-F\s]*>|\((?:[^()\\]|\\.)*\)|[^\s[\]<>()]+/g
const OPERATOR = /^[A-Za-z'"][A-Za-z0-9*'"]*$/

/** Operators that put something on the page. */
export const PAINTS: ReadonlySet<string> = new Set('Tj TJ \' " f F f* B B* b b* S s Do sh'.split(' '))

export function readOperations(content: Buffer): Operation[] {
  const operations: Operation[] = []
  let operands: string[] = []
  let font: string | null = null
  const marks: { tag: string; mcid: number | null }[] = []
  for (const [token] of content.toString('latin1').matchAll(TOKEN)) {
    if (!OPERATOR.test(token) || ['true', 'false', 'null'].includes(token)) {
      operands.push(token)
      continue
    }
    if (token === 'BDC' || token === 'BMC') {
      const mcid = /\/MCID (\d+)/.exec(operands[1] ?? '')?.[1]
      marks.push({ tag: (operands[0] ?? '').slice(1), mcid: mcid === undefined ? null : Number(mcid) })
    }
    if (token === 'Tf') font = (operands[0] ?? '').slice(1)
    operations.push({ operator: token, operands, marks: [...marks], font })
    if (token === 'EMC') marks.pop()
    operands = []
  }
  return operations
}

/** Codes of two bytes that a text operator shows. */
export const codesOf = ({ operands }: Operation): number[] =>
  [...operands.join(' ').matchAll(/<([0-9a-fA-F]+)>/g)].flatMap(([, hex = '']) =>
    (hex.match(/.{4}/g) ?? []).map((code) => Number.parseInt(code, 16)),
  )

export const isPage = (entries: PdfDictionary, type: string | null): boolean =>
  type === 'Page' && entries.Parent !== undefined
