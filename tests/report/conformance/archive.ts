// A PDF's objects → what keeps it from being PDF/A-3a (ISO 19005-3): identity, colour, attachments, actions, transparency.
import {
  bytesAt,
  entriesAt,
  follow,
  listAt,
  nameAt,
  type PdfDictionary,
  type PdfFile,
  textOf,
} from '../pdf-objects.ts'

const FORBIDDEN_ACTIONS = [
  'JavaScript',
  'Launch',
  'Sound',
  'Movie',
  'ResetForm',
  'ImportData',
  'Hide',
  'Rendition',
]
const RELATIONSHIPS = ['Source', 'Data', 'Alternative', 'Supplement', 'Unspecified']

export function findArchiveFaults(file: PdfFile): string[] {
  const root = entriesAt(file, file.trailer.Root)
  return [
    ...(/^%PDF-1\.7\n%[\x80-\xff]{4}/.test(file.header) ? [] : ['the header has no mark of a binary file']),
    ...(file.trailer.Encrypt === undefined ? [] : ['encrypted']),
    ...(listAt(file, file.trailer.ID).length === 2 ? [] : ['no identifier']),
    ...findIntentFaults(file, root),
    ...findPacketFaults(file, root),
    ...findAttachmentFaults(file, root),
    ...[...file.objects.keys()].flatMap((id) => findObjectFaults(file, id)),
  ]
}

function findIntentFaults(file: PdfFile, root: PdfDictionary): string[] {
  const [intent] = listAt(file, root.OutputIntents)
  const entries = entriesAt(file, intent)
  const profile = bytesAt(file, entries.DestOutputProfile)
  const isRgb =
    profile?.toString('latin1', 16, 20) === 'RGB ' && profile.toString('latin1', 36, 40) === 'acsp'
  const channels = entriesAt(file, entries.DestOutputProfile).N
  return [
    ...(nameAt(file, entries.S) === 'GTS_PDFA1' ? [] : ['no output intent of PDF/A']),
    ...(isRgb && channels === 3 ? [] : ['the output profile is not one of RGB']),
  ]
}

/** The packet must be readable as it stands and say what the information dictionary says. */
function findPacketFaults(file: PdfFile, root: PdfDictionary): string[] {
  const packet = bytesAt(file, root.Metadata)?.toString('utf8') ?? ''
  const info = entriesAt(file, file.trailer.Info)
  const tell = (tag: string): string | null => {
    const found = new RegExp(`<${tag}>(?:<rdf:(?:Alt|Seq)><rdf:li[^>]*>)?([^<]*)<`).exec(packet)?.[1]
    return found === undefined ? null : unescapeXml(found)
  }
  const pairs = [
    ['dc:title', textOf(follow(file, info.Title))],
    ['dc:creator', textOf(follow(file, info.Author))],
    ['dc:description', textOf(follow(file, info.Subject))],
    ['pdf:Keywords', textOf(follow(file, info.Keywords))],
    ['pdf:Producer', textOf(follow(file, info.Producer))],
    ['xmp:CreatorTool', textOf(follow(file, info.Creator))],
    ['xmp:CreateDate', printDate(textOf(follow(file, info.CreationDate)))],
    ['xmp:ModifyDate', printDate(textOf(follow(file, info.ModDate)))],
    ['pdfaid:part', '3'],
    ['pdfaid:conformance', 'A'],
    ['pdfuaid:part', '1'],
    ['pdfaSchema:namespaceURI', 'http://www.aiim.org/pdfua/ns/id/'],
  ] as const
  const isPlain = entriesAt(file, root.Metadata).Filter === undefined
  return [
    ...(isPlain ? [] : ['the packet is compressed']),
    ...(packet.startsWith('<?xpacket begin=') ? [] : ['the packet has no opening']),
    ...pairs.flatMap(([tag, value]) =>
      value !== null && tell(tag) === value ? [] : [`${tag} says «${tell(tag)}», not «${value}»`],
    ),
  ]
}

const unescapeXml = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')

/** `D:20261113124500Z` as `2026-11-13T12:45:00Z`. */
const printDate = (date: string | null): string | null =>
  date?.replace(/^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z.*$/, '$1-$2-$3T$4:$5:$6Z') ?? null

function findAttachmentFaults(file: PdfFile, root: PdfDictionary): string[] {
  const listed = listAt(file, entriesAt(file, entriesAt(file, root.Names).EmbeddedFiles).Names)
  const attached = listAt(file, root.AF)
  const faults = attached.flatMap((reference) => {
    const spec = entriesAt(file, reference)
    const name = textOf(spec.UF) ?? 'without name'
    const stream = entriesAt(file, spec.EF).F
    const [embedded, params] = [entriesAt(file, stream), entriesAt(file, entriesAt(file, stream).Params)]
    const checks: [boolean, string][] = [
      [textOf(spec.F) !== null && textOf(spec.Desc) !== null, 'has no name or description'],
      [RELATIONSHIPS.includes(nameAt(file, spec.AFRelationship) ?? ''), 'does not say how it is related'],
      [/^[a-z]+\/[a-z.+-]+$/.test(nameAt(file, embedded.Subtype) ?? ''), 'has no media type'],
      [/^D:\d{14}/.test(textOf(params.ModDate) ?? ''), 'has no date'],
      [params.Size === bytesAt(file, stream)?.length, 'is not as long as it says'],
    ]
    return checks.filter(([isRight]) => !isRight).map(([, fault]) => `attachment ${name} ${fault}`)
  })
  return listed.length === attached.length * 2 && attached.length > 0
    ? faults
    : [...faults, 'attachments listed and attached differ']
}

function findObjectFaults(file: PdfFile, id: number): string[] {
  const entries = entriesAt(file, { ref: id })
  const action = nameAt(file, entries.S)
  const subtype = nameAt(file, entries.Subtype)
  const faults: string[] = []
  if (action !== null && FORBIDDEN_ACTIONS.includes(action)) faults.push(`an action of ${action}`)
  if (entries.AA !== undefined || entries.OpenAction !== undefined)
    faults.push('an action that nobody asked for')
  if (JSON.stringify(entries.Filter ?? null).includes('LZW')) faults.push('compressed by LZW')
  if (subtype === 'Image' && entries.Interpolate === true) faults.push('an image to be smoothed')
  if (subtype === 'PS' || entries.OPI !== undefined) faults.push('PostScript')
  const isSheer =
    (typeof entries.ca === 'number' && entries.ca < 1) ||
    (typeof entries.CA === 'number' && entries.CA < 1) ||
    entries.SMask !== undefined
  if (isSheer) faults.push(`transparency in object ${id}, which no group of a page declares`)
  return faults
}
