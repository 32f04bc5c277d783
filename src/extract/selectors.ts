// CSS selectors an analyst declared for an outlet → the elements of a page they select.
import { compile, type Options, selectAll } from 'css-select'
import { Misdeclared } from '../failure.ts'
import { type PageNode, type PageTree, rawText } from './page-tree.ts'

type Node = PageNode | string

const isTag = (node: Node): node is PageNode => typeof node !== 'string'
const parentOf = (node: PageNode): PageNode | null => (node.parent?.tag === '#root' ? null : node.parent)

function findOne(test: (node: PageNode) => boolean, nodes: Node[]): PageNode | null {
  for (const node of nodes) {
    if (!isTag(node)) continue
    const found = test(node) ? node : findOne(test, node.children)
    if (found !== null) return found
  }
  return null
}

function findAll(test: (node: PageNode) => boolean, nodes: Node[]): PageNode[] {
  return nodes.flatMap((node) =>
    isTag(node) ? [...(test(node) ? [node] : []), ...findAll(test, node.children)] : [],
  )
}

const adapter: NonNullable<Options<Node, PageNode>['adapter']> = {
  isTag,
  existsOne: (test, nodes) => findOne(test, nodes) !== null,
  findOne,
  findAll,
  getAttributeValue: (node, name) => node.attributes[name],
  getChildren: (node) => (isTag(node) ? node.children : []),
  getName: (node) => node.tag,
  getParent: (node) => (isTag(node) ? parentOf(node) : null),
  getSiblings: (node) => (isTag(node) ? (node.parent?.children ?? [node]) : [node]),
  getText: (node) => (isTag(node) ? rawText(node) : node),
  hasAttrib: (node, name) => Object.hasOwn(node.attributes, name),
  removeSubsets: (nodes) => nodes,
}

const options: Options<Node, PageNode> = { adapter, xmlMode: false, cacheResults: false }

/** Elements a selector matches, in document order. */
export function selectNodes(tree: PageTree, selector: string): PageNode[] {
  try {
    compile(selector, options)
  } catch (error) {
    throw new Misdeclared(
      'sources',
      null,
      null,
      `el selector «${selector}» no es CSS válido: ${error instanceof Error ? error.message : ''}`,
    )
  }
  return selectAll(selector, tree.root.children, options).filter(isTag)
}
