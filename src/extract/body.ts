// A page's blocks → which of them are the article's text, each with the reason it was kept or cut.
import type { Block, Surrounding } from './blocks.ts'
import type { Role } from './class-evidence.ts'
import { explainLine } from './lines.ts'
import { isWithin, type PageNode, type PageTree } from './page-tree.ts'

export type Verdict = { readonly block: Block; readonly isKept: boolean; readonly reason: string }

export type Body = {
  readonly root: PageNode
  readonly verdicts: readonly Verdict[]
  readonly kept: readonly Block[]
}

/** What cuts a block when it stands inside the article's root, and how that is said. */
const CUTTING: ReadonlyMap<Role, string> = new Map([
  ['navigation', 'navegación'],
  ['sharing', 'botones de redes'],
  ['related', 'notas relacionadas'],
  ['newsletter', 'boletín por correo'],
  ['comments', 'comentarios'],
  ['advertising', 'publicidad'],
  ['tags', 'etiquetas'],
  ['legal', 'aviso legal'],
  ['author-box', 'ficha del autor'],
  ['subscription', 'suscripción'],
  ['cookies', 'aviso de cookies'],
  ['form', 'formulario o botón'],
  ['hidden', 'oculto'],
  ['summary-by-machine', 'resumen automático'],
  ['player', 'reproductor'],
  ['embed', 'publicación incrustada'],
  ['aside', 'recuadro aparte'],
  ['footer', 'pie de página'],
  ['caption', 'pie de foto'],
])

/** Roles that cut only short blocks: the same words name paragraphs in some outlets. */
const CUTTING_IF_SHORT: ReadonlyMap<Role, string> = new Map([
  ['byline', 'firma'],
  ['date', 'fecha'],
  ['kicker', 'sección'],
])

type Masses = { readonly all: Float64Array; readonly weighted: Float64Array; readonly total: number }

function addUp(mass: Float64Array, node: PageNode, value: number): void {
  for (let at: PageNode | null = node; at !== null; at = at.parent)
    mass[at.index] = (mass[at.index] ?? 0) + value
}

/** The nearest ancestor that cuts and does not hold half of the page's prose: a name that covers the article is no reason. */
function findCut(block: Block, all: Float64Array, limit: number): Surrounding | null {
  for (let at = block.surrounding; at !== null; at = at.outer) {
    if (CUTTING.has(at.role) && (all[at.node.index] ?? 0) < limit) return at
  }
  return null
}

function weigh(tree: PageTree, blocks: readonly Block[]): Masses {
  const all = new Float64Array(tree.size)
  const weighted = new Float64Array(tree.size)
  const seen = new Set<string>()
  const fresh = blocks.filter((block) => {
    if (block.prose === 0 || seen.has(block.text)) return false
    seen.add(block.text)
    return true
  })
  for (const block of fresh) addUp(all, block.node, block.prose)
  const limit = 0.5 * (all[0] ?? 0)
  for (const block of fresh) {
    const factor = findCut(block, all, limit) === null ? (block.kind === 'heading' ? 0.3 : 1) : 0.05
    addUp(weighted, block.node, block.prose * factor)
  }
  return { all, weighted, total: weighted[0] ?? 0 }
}

/** Descends from the whole page while one child holds most of the prose. */
function chooseRoot(tree: PageTree, { weighted }: Masses): PageNode {
  let node = tree.root
  for (;;) {
    const here = weighted[node.index] ?? 0
    let best: PageNode | null = null
    for (const child of node.children) {
      if (typeof child === 'string') continue
      if (best === null || (weighted[child.index] ?? 0) > (weighted[best.index] ?? 0)) best = child
    }
    if (best === null || (weighted[best.index] ?? 0) < 0.7 * here || best.tag === 'p') return node
    node = best
  }
}

function judge(block: Block, root: PageNode, masses: Masses): Verdict {
  const cut = (reason: string): Verdict => ({ block, isKept: false, reason })
  if (!isWithin(block.node, root)) return cut('fuera de la nota')
  const limit = 0.5 * (masses.all[0] ?? 0)
  const surrounding = findCut(block, masses.all, limit)
  if (surrounding !== null && isWithin(surrounding.node, root) && surrounding.node !== root) {
    return cut(CUTTING.get(surrounding.role) ?? '')
  }
  for (let at = block.surrounding; at !== null; at = at.outer) {
    const reason = CUTTING_IF_SHORT.get(at.role)
    if (reason !== undefined && block.text.length < 120 && isWithin(at.node, root) && at.node !== root)
      return cut(reason)
  }
  if (block.kind === 'heading' && block.level === 1) return cut('título')
  const linkShare = block.linkLength / block.text.length
  const line = explainLine(block.text, linkShare)
  if (line !== null) return cut(line)
  if (linkShare > 0.75 && block.text.length < 250) return cut('solo ligas')
  return { block, isKept: true, reason: block.prose > 0 ? 'prosa' : 'dentro del texto' }
}

/** Cuts what precedes the first prose and what follows the last, and repeated prose. */
function trim(verdicts: readonly Verdict[]): Verdict[] {
  const isProse = ({ isKept, block }: Verdict) => isKept && block.prose > 0 && block.kind !== 'heading'
  const first = verdicts.findIndex(isProse)
  const last = verdicts.findLastIndex(isProse)
  const seen = new Set<string>()
  return verdicts.map((verdict, at) => {
    const { block, isKept } = verdict
    if (!isKept) return verdict
    if (at < first) return { block, isKept: false, reason: 'antes del texto' }
    if (at > last) return { block, isKept: false, reason: 'después del texto' }
    if (block.text.length >= 30 && seen.has(block.text)) return { block, isKept: false, reason: 'repetido' }
    seen.add(block.text)
    return verdict
  })
}

/** Finds the article's text among a page's blocks; `declared` is the element that holds it, when an analyst said which. */
export function findBody(tree: PageTree, blocks: readonly Block[], declared: PageNode | null = null): Body {
  const masses = weigh(tree, blocks)
  const root = declared ?? chooseRoot(tree, masses)
  const verdicts = trim(blocks.map((block) => judge(block, root, masses)))
  return { root, verdicts, kept: verdicts.filter(({ isKept }) => isKept).map(({ block }) => block) }
}
