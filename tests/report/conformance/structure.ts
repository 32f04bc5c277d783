// A PDF's structure tree and what its pages mark → what keeps it from being PDF/UA-1 (ISO 14289-1), element by element.
import {
  bytesAt,
  entriesAt,
  follow,
  listAt,
  nameAt,
  type PdfDictionary,
  type PdfFile,
  type PdfValue,
  textOf,
} from '../pdf-objects.ts'
import { PAINTS, readOperations } from './content.ts'

/** An element: its role, what it says for itself, what it holds. */
export type Element = {
  readonly id: number
  readonly role: string
  readonly entries: PdfDictionary
  readonly attributes: PdfDictionary
  readonly children: readonly Element[]
  /** Its own marked content, page by page, in order. */
  readonly marks: readonly { readonly page: number; readonly mcid: number }[]
  /** Annotations that it holds. */
  readonly annotations: readonly number[]
}

/** Roles of ISO 32000-1 that the house uses; no role is mapped. */
const ROLES = new Set(
  'Document Sect Art H1 H2 H3 P L LI Lbl LBody Table TR TH TD TOC TOCI Figure Caption BlockQuote Span Link'.split(
    ' ',
  ),
)
/** Elements that may stand empty: a cell without value. */
const MAY_BE_EMPTY = new Set(['TD', 'TH'])

const refOf = (value: PdfValue | undefined): number =>
  value !== null && typeof value === 'object' && 'ref' in value ? value.ref : -1

export function readTree(file: PdfFile): Element | null {
  const tree = entriesAt(file, entriesAt(file, file.trailer.Root).StructTreeRoot)
  const [first, ...others] = Array.isArray(tree.K) ? tree.K : [tree.K]
  return first === undefined || others.length > 0 ? null : readElement(file, refOf(first))
}

function readElement(file: PdfFile, id: number): Element {
  const entries = entriesAt(file, { ref: id })
  const children: Element[] = []
  const marks: { page: number; mcid: number }[] = []
  const annotations: number[] = []
  for (const kid of listAt(file, entries.K)) {
    const inside = entriesAt(file, kid)
    const page = refOf(inside.Pg ?? entries.Pg)
    if (typeof kid === 'number') marks.push({ page, mcid: kid })
    else if (nameAt(file, inside.Type) === 'MCR') marks.push({ page, mcid: inside.MCID as number })
    else if (nameAt(file, inside.Type) === 'OBJR') annotations.push(refOf(inside.Obj))
    else children.push(readElement(file, refOf(kid)))
  }
  const attributes = Object.assign(
    {},
    ...listAt(file, entries.A).map((one) => entriesAt(file, one)),
  ) as PdfDictionary
  return { id, role: nameAt(file, entries.S) ?? '', entries, attributes, children, marks, annotations }
}

export const listElements = (element: Element): Element[] => [
  element,
  ...element.children.flatMap(listElements),
]

export function findStructureFaults(file: PdfFile): string[] {
  const root = entriesAt(file, file.trailer.Root)
  const tree = readTree(file)
  if (tree === null) return ['no single root of the structure']
  const elements = listElements(tree)
  const checks: [boolean, string][] = [
    [textOf(root.Lang) === 'es-MX', 'no language'],
    [entriesAt(file, root.MarkInfo).Marked === true, 'not marked as tagged'],
    [entriesAt(file, root.ViewerPreferences).DisplayDocTitle === true, 'does not show its title'],
    [tree.role === 'Document', `the root is ${tree.role}`],
    [entriesAt(file, root.StructTreeRoot).RoleMap === undefined, 'a map of roles'],
  ]
  return [
    ...checks.filter(([isRight]) => !isRight).map(([, fault]) => fault),
    ...elements.flatMap((element) => findElementFaults(file, element)),
    ...findHeadingFaults(elements),
    ...findOrderFaults(file, tree),
    ...findMarkFaults(file, elements),
  ]
}

function findElementFaults(file: PdfFile, element: Element): string[] {
  const { role, entries, children, marks, annotations, id } = element
  const isEmpty = children.length + marks.length + annotations.length === 0
  const strays = children.filter((child) => refOf(child.entries.P) !== id)
  const said = `${role} ${id}`
  return [
    ...(element.attributes.BBox === undefined || role === 'Figure'
      ? []
      : [`${said} has the attribute of a figure`]),
    ...(ROLES.has(role) ? [] : [`${said} is no known role`]),
    ...(isEmpty && !MAY_BE_EMPTY.has(role) ? [`${said} is empty`] : []),
    ...strays.map((child) => `${child.role} ${child.id} names another parent than ${said}`),
    ...findKindFaults(file, element).map((fault) => `${said} ${fault}`),
    ...(entries.Alt !== undefined && textOf(entries.Alt)?.trim() === '' ? [`${said} has an empty text`] : []),
  ]
}

function findKindFaults(file: PdfFile, element: Element): string[] {
  const { role, entries, attributes, children, annotations } = element
  const roles = children.map((child) => child.role)
  switch (role) {
    case 'Figure': {
      const box = listAt(file, attributes.BBox)
      return [
        ...((textOf(entries.Alt) ?? '').length > 3 ? [] : ['has no text in its place']),
        ...(box.length === 4 && nameAt(file, attributes.O) === 'Layout'
          ? []
          : ['does not say where it stands']),
      ]
    }
    case 'L':
      return roles.every((one) => one === 'LI' || one === 'Caption') ? [] : [`holds ${roles.join(' ')}`]
    case 'LI':
      return roles.includes('LBody') && roles.every((one) => one === 'Lbl' || one === 'LBody')
        ? []
        : [`holds ${roles.join(' ')}`]
    case 'TOC':
      return roles.every((one) => one === 'TOCI') ? [] : [`holds ${roles.join(' ')}`]
    case 'Table':
      return findTableFaults(file, element)
    case 'TR':
      return roles.every((one) => one === 'TH' || one === 'TD') ? [] : [`holds ${roles.join(' ')}`]
    case 'TH':
      return ['Column', 'Row', 'Both'].includes(nameAt(file, attributes.Scope) ?? '') ? [] : ['has no scope']
    case 'Link':
      return annotations.length > 0 ? [] : ['leads nowhere']
    default:
      return []
  }
}

function findTableFaults(file: PdfFile, { children }: Element): string[] {
  const rows = children.filter(({ role }) => role === 'TR')
  const widths = rows.map((row) =>
    row.children.reduce((sum, cell) => {
      const span = follow(file, cell.attributes.ColSpan)
      return sum + (typeof span === 'number' ? span : 1)
    }, 0),
  )
  const heads = rows.flatMap((row) => row.children).filter(({ role }) => role === 'TH')
  return [
    ...(rows.length === children.length ? [] : ['holds more than rows']),
    ...(new Set(widths).size <= 1 ? [] : [`has rows of ${[...new Set(widths)].join(' and ')} cells`]),
    ...(heads.length > 0 ? [] : ['has no heads']),
  ]
}

/** One first heading, then no level left out. */
function findHeadingFaults(elements: readonly Element[]): string[] {
  const levels = elements.flatMap(({ role }) => (/^H\d$/.test(role) ? [Number(role.slice(1))] : []))
  const skipped = levels.filter((level, index) => level - (levels[index - 1] ?? 0) > 1)
  return [
    ...(levels[0] === 1 && levels.filter((level) => level === 1).length === 1
      ? []
      : ['not one first heading']),
    ...skipped.map((level) => `a heading of level ${level} under none of level ${level - 1}`),
  ]
}

function listPages(file: PdfFile): number[] {
  const walk = (id: number): number[] => {
    const entries = entriesAt(file, { ref: id })
    return nameAt(file, entries.Type) === 'Page'
      ? [id]
      : listAt(file, entries.Kids).flatMap((kid) => walk(refOf(kid)))
  }
  return walk(refOf(entriesAt(file, file.trailer.Root).Pages))
}

/** What is read aloud comes in the order in which it stands on the pages. */
function findOrderFaults(file: PdfFile, tree: Element): string[] {
  const pages = listPages(file)
  const read = listElements(tree)
    .filter(({ role }) => role !== 'Document')
    .flatMap(({ role, marks }) => (/^H\d$/.test(role) ? marks.slice(0, 1) : []))
    .map(({ page, mcid }) => pages.indexOf(page) * 100_000 + mcid)
  return read.every((place, index) => index === 0 || place > (read[index - 1] ?? 0))
    ? []
    : ['headings out of order']
}

/** Everything painted is marked, and what is marked is known to the tree under the number it bears. */
function findMarkFaults(file: PdfFile, elements: readonly Element[]): string[] {
  const owners = new Map(
    elements.flatMap(({ id, marks }) => marks.map(({ page, mcid }) => [`${page} ${mcid}`, id] as const)),
  )
  const holders = new Map(
    elements.flatMap(({ id, annotations }) => annotations.map((one) => [one, id] as const)),
  )
  const parents = readParents(file)
  const faults = listPages(file).flatMap((page, index) => {
    const entries = entriesAt(file, { ref: page })
    const content = Buffer.concat(listAt(file, entries.Contents).flatMap((part) => bytesAt(file, part) ?? []))
    const own = parents.get(entries.StructParents as number)
    const seen = new Set<number>()
    const onPage = readOperations(content).flatMap(({ operator, marks }) => {
      const last = marks.at(-1)
      if (PAINTS.has(operator)) return last === undefined ? [`paints ${operator} outside the structure`] : []
      if (operator !== 'BDC' || last?.mcid === null || last === undefined) {
        return operator.startsWith('B') && marks.length > 1 && (operator === 'BDC' || operator === 'BMC')
          ? ['marks one thing inside another']
          : []
      }
      const { mcid } = last
      const isTwice = seen.has(mcid)
      seen.add(mcid)
      const owner = owners.get(`${page} ${mcid}`)
      return [
        ...(isTwice ? [`marks ${mcid} twice`] : []),
        ...(owner === undefined ? [`marks ${mcid}, which no element holds`] : []),
        ...(Array.isArray(own) && refOf(own[mcid]) === owner
          ? []
          : [`${mcid} has another parent in the tree`]),
      ]
    })
    const annotations =
      listAt(file, entries.Annots).length === 0 ? [] : (follow(file, entries.Annots) as readonly PdfValue[])
    const linked = annotations.flatMap((reference) => {
      const link = entriesAt(file, reference)
      const holder = holders.get(refOf(reference))
      return [
        ...((textOf(link.Contents) ?? '').trim() === '' ? ['a link that says nothing'] : []),
        ...(link.F === 4 ? [] : ['a link that is not printed']),
        ...(holder !== undefined && refOf(parents.get(link.StructParent as number)) === holder
          ? []
          : ['a link outside the structure']),
      ]
    })
    const isOrdered = annotations.length === 0 || nameAt(file, entries.Tabs) === 'S'
    return [...onPage, ...linked, ...(isOrdered ? [] : ['no order of its links'])].map(
      (fault) => `page ${index + 1}: ${fault}`,
    )
  })
  return faults
}

function readParents(file: PdfFile): ReadonlyMap<number, PdfValue> {
  const { Nums, Kids } = entriesAt(
    file,
    entriesAt(file, entriesAt(file, file.trailer.Root).StructTreeRoot).ParentTree,
  )
  const lists = [Nums, ...listAt(file, Kids).map((kid) => entriesAt(file, kid).Nums)].map((one) =>
    listAt(file, one),
  )
  return new Map(
    lists.flatMap((list) =>
      Array.from({ length: list.length / 2 }, (_, index): [number, PdfValue] => {
        const value = list[index * 2 + 1] ?? null
        const found = follow(file, value)
        return [list[index * 2] as number, Array.isArray(found) ? found : value]
      }),
    ),
  )
}
