// A PDF's fonts and the letters shown with them → what keeps a reader from seeing or copying them as they are.
import { bytesAt, entriesAt, listAt, nameAt, type PdfDictionary, type PdfFile } from '../pdf-objects.ts'
import { codesOf, isPage, readOperations } from './content.ts'

/** Every font embedded, every letter shown with a shape of its own and a character behind it. */
export function findFontFaults(file: PdfFile): string[] {
  const used = listUsedCodes(file)
  return [...used].flatMap(([key, codes]) => {
    const font = entriesAt(file, { ref: key })
    const name = nameAt(file, font.BaseFont) ?? String(key)
    const [descendant] = listAt(file, font.DescendantFonts).map((one) => entriesAt(file, one))
    const descriptor = entriesAt(file, descendant?.FontDescriptor)
    const program = bytesAt(file, descriptor.FontFile2) ?? bytesAt(file, descriptor.FontFile3)
    const characters = readCharacters(bytesAt(file, font.ToUnicode)?.toString('latin1') ?? '')
    const lost = [...codes].filter((code) => !isReadable(characters.get(code)))
    const checks: [boolean, string][] = [
      [
        nameAt(file, font.Subtype) === 'Type0' && nameAt(file, font.Encoding) === 'Identity-H',
        'is not a composite font',
      ],
      [program !== null && program.length > 100, 'is not embedded'],
      [/^[A-Z]{6}\+/.test(name), 'does not say that it is a part of a font'],
      [
        nameAt(file, descendant?.Subtype) !== 'CIDFontType2' ||
          nameAt(file, descendant?.CIDToGIDMap) === 'Identity',
        'has no map to its glyphs',
      ],
      [descendant?.W !== undefined, 'has no widths'],
      [!codes.has(0), 'shows a letter that it does not have'],
      [lost.length === 0, `has letters without character: ${lost.slice(0, 5).join(', ')}`],
    ]
    return checks.filter(([isRight]) => !isRight).map(([, fault]) => `${name} ${fault}`)
  })
}

const isReadable = (text: string | undefined): boolean =>
  text !== undefined && text !== '' && !/[\0\ufeff\ufffe\ufffd\u00ad]/.test(text)

function listUsedCodes(file: PdfFile): ReadonlyMap<number, ReadonlySet<number>> {
  const used = new Map<number, Set<number>>()
  for (const id of file.objects.keys()) {
    const page = entriesAt(file, { ref: id })
    if (!isPage(page, nameAt(file, page.Type))) continue
    const fonts = entriesAt(file, entriesAt(file, page.Resources).Font)
    const content = Buffer.concat(listAt(file, page.Contents).flatMap((part) => bytesAt(file, part) ?? []))
    for (const operation of readOperations(content)) {
      if (operation.operator !== 'Tj' && operation.operator !== 'TJ') continue
      const key = keyOf(fonts, operation.font)
      const codes = used.get(key) ?? new Set()
      for (const code of codesOf(operation)) codes.add(code)
      used.set(key, codes)
    }
  }
  return used
}

function keyOf(fonts: PdfDictionary, name: string | null): number {
  const font = name === null ? undefined : fonts[name]
  return font !== undefined && font !== null && typeof font === 'object' && 'ref' in font ? font.ref : -1
}

/** Characters behind each code, of ranges that list them one by one. */
function readCharacters(map: string): ReadonlyMap<number, string> {
  const characters = new Map<number, string>()
  for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    for (const [index, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries()) {
      const units = hex.replace(/ /g, '').match(/.{4}/g) ?? []
      const text = String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)))
      characters.set(Number.parseInt(first, 16) + index, text)
    }
  }
  return characters
}
