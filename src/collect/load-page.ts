// The HTML of a page → the same page to be asked by selectors, never nested deeper than a browser would nest it.
import { type CheerioAPI, type CheerioOptions, load } from 'cheerio/slim'
import { DomHandler } from 'domhandler'
import { Parser } from 'htmlparser2'

/**
 * Elements one inside another, as in Blink (`kMaximumHTMLParserDOMTreeDepth`). A page nested a hundred thousand times
 * would overflow the stack of whoever walks it, and cost the square of that to whoever looks for an ancestor.
 */
const MAX_DEPTH = 512
/** Elements left open beyond which nobody wrote the page: what follows is not read. The parser's own list of them is slow. */
const MAX_OPEN = 5_000

/** Parses a page, or a document of XML when the options say so. An element that would be nested too deep stands beside the one that it is in, as browsers put it. */
export function loadPage(html: string, options?: CheerioOptions): CheerioAPI {
  const tree = new DomHandler()
  let depth = 0
  const handler: ConstructorParameters<typeof Parser>[0] = {
    onparserinit: (self) => tree.onparserinit(self),
    onreset: () => tree.onreset(),
    onerror: (error) => tree.onerror(error),
    onopentag: (name, attributes) => {
      if (depth >= MAX_DEPTH) tree.onclosetag()
      depth++
      if (depth > MAX_OPEN) parser.pause()
      tree.onopentag(name, attributes)
    },
    onclosetag: () => {
      if (depth <= MAX_DEPTH) tree.onclosetag()
      depth--
    },
    ontext: (text) => tree.ontext(text),
    oncomment: (text) => tree.oncomment(text),
    oncommentend: () => tree.oncommentend(),
    oncdatastart: () => tree.oncdatastart(),
    oncdataend: () => tree.oncdataend(),
    onprocessinginstruction: (name, text) => tree.onprocessinginstruction(name, text),
    onend: () => tree.onend(),
  }
  const parser = new Parser(handler, { xmlMode: options?.xml === true })
  parser.write(html)
  if (depth <= MAX_OPEN) parser.end()
  // Nodes are told by their `type`, so that of another release of the same library serves cheerio as well.
  return load(tree.root as unknown as Parameters<typeof load>[0], options)
}
