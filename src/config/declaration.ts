// YAML text + its schema → the declared value, or every mistake in it with file, line, column and what to do.
import { type Document, isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { Misdeclared } from '../failure.ts'
import { findNearest } from './nearest.ts'
import { locateInScalar } from './scalar-place.ts'

export type Declared<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Misdeclared[] }

/** More aliases than this is a bomb, not a configuration. */
const MAX_ALIASES = 50

/**
 * Reads one YAML document against a schema. Nothing is executed or expanded beyond the alias cap; all
 * mistakes are reported at once. `firstLine` shifts line numbers for YAML inside another file.
 */
export function readDeclaration<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  firstLine = 1,
): Declared<T> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, strict: true, uniqueKeys: true, version: '1.2' })
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) }
  }
  if (document.errors.length > 0) {
    return {
      ok: false,
      faults: document.errors.map((error) => {
        const { line, column } = place(error.pos[0])
        return new Misdeclared(file, line, column, explainSyntax(error.code, text, error.pos[0]))
      }),
    }
  }
  let plain: unknown
  try {
    plain = document.toJS({ maxAliasCount: MAX_ALIASES })
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    const message = `demasiados alias de YAML (más de ${MAX_ALIASES}); escribe los valores completos`
    return { ok: false, faults: [new Misdeclared(file, firstLine, 1, message)] }
  }
  if (plain === null || plain === undefined) {
    return { ok: false, faults: [new Misdeclared(file, firstLine, 1, 'el archivo está vacío')] }
  }
  const result = schema.safeParse(plain)
  if (result.success) return { ok: true, value: result.data }
  const issues = dropConsequences(openUnions(result.error.issues), document)
  return {
    ok: false,
    faults: issues.flatMap((issue) =>
      explainIssue(issue, schema, document).map(({ path, key, message }) => {
        const { line, column } = place(findInside(document, text, issue) ?? findOffset(document, path, key))
        return new Misdeclared(file, line, column, message)
      }),
    ),
  }
}

/** Of a value that has one of several forms, the mistakes inside the form that it has; of one that has none, that. */
function openUnions(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [issue]
    const [form, ...more] = issue.errors.filter(
      (errors) => !errors.some(({ code, path }) => path.length === 0 && code === 'invalid_type'),
    )
    if (form === undefined || more.length > 0) return [issue]
    return openUnions(form.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })))
  })
}

/** A mistyped key makes its right name missing and the checks across keys fail too; only the key is the mistake. */
function dropConsequences(issues: readonly z.core.$ZodIssue[], document: Document): z.core.$ZodIssue[] {
  const mistyped = issues.filter(({ code }) => code === 'unrecognized_keys').map(({ path }) => path.join('/'))
  if (mistyped.length === 0) return [...issues]
  const isMissing = ({ path }: z.core.$ZodIssue) =>
    document.getIn(path) === undefined && mistyped.includes(path.slice(0, -1).join('/'))
  return issues.filter((issue) => issue.code !== 'custom' && !isMissing(issue))
}

function explainSyntax(code: string, text: string, offset: number): string {
  const found =
    text
      .slice(offset, offset + 30)
      .split('\n')[0]
      ?.trim() ?? ''
  const seen = found === '' ? '' : ` cerca de «${found}»`
  switch (code) {
    case 'TAB_AS_INDENT':
      return `hay un tabulador en la sangría${seen}; en YAML la sangría se hace con espacios`
    case 'DUPLICATE_KEY':
      return `la clave se repite${seen}; deja solo una`
    case 'BAD_INDENT':
      return `la sangría no cuadra${seen}; alinea con las líneas vecinas`
    case 'MISSING_CHAR':
      return `falta un carácter (una comilla, un corchete o dos puntos)${seen}`
    case 'BAD_SCALAR_START':
      return `un valor no puede empezar así${seen}; escríbelo entre comillas simples: '@obras AND Hidalgo'`
    default:
      if (/\bquery:/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)))
        return `no es YAML válido${seen}; escribe la búsqueda entre comillas simples o en un bloque (query: >-)`
      return `no es YAML válido${seen}; revisa sangría, comillas y dos puntos`
  }
}

type Explained = {
  readonly path: readonly PropertyKey[]
  readonly key: string | null
  readonly message: string
}

function explainIssue(issue: z.core.$ZodIssue, schema: z.ZodType, document: Document): Explained[] {
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, issue.path)
    return issue.keys.map((key) => {
      const nearest = findNearest(key, known)
      const advice =
        nearest === null ? `las claves posibles son: ${known.join(', ')}` : `¿quisiste decir «${nearest}»?`
      return { path: issue.path, key, message: `la clave «${key}» no existe; ${advice}` }
    })
  }
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find((errors) => !errors.some(isOtherKind))
    if (meant !== undefined)
      return meant.flatMap((one) =>
        explainIssue({ ...one, path: [...issue.path, ...one.path] }, schema, document),
      )
  }
  const name = issue.path.filter((part) => typeof part === 'string').at(-1) ?? 'el documento'
  const found = document.getIn(issue.path)
  const structure = isSeq(found) ? 'una lista' : isMap(found) ? 'un grupo de claves' : null
  const seen = structure ?? `«${String(found)}»`
  if (found === undefined) {
    const message =
      issue.code === 'custom' ? `«${String(name)}»: ${issue.message}` : `falta «${String(name)}»`
    return [{ path: issue.path, key: null, message }]
  }
  if (issue.code === 'custom' && issue.params?.at !== undefined)
    return [{ path: issue.path, key: null, message: issue.message }]
  const message =
    issue.code === 'custom' && structure !== null
      ? `«${String(name)}»: ${issue.message}`
      : `«${String(name)}» vale ${seen}, y ${explainRule(issue, String(found))}`
  return [{ path: issue.path, key: null, message }]
}

/** Of a value that may be of several kinds: whether it is not even of this one. */
const isOtherKind = ({ code, path }: z.core.$ZodIssue): boolean =>
  code === 'invalid_type' && path.length === 0

/** Offset of a mistake within a text of the declaration: a custom issue says `params: { at }`, an offset in the value. */
function findInside(document: Document, text: string, issue: z.core.$ZodIssue): number | null {
  const at: unknown = issue.code === 'custom' ? issue.params?.at : null
  if (typeof at !== 'number') return null
  const found = document.getIn(issue.path, true)
  const node = isAlias(found) ? found.resolve(document) : found
  return isScalar(node) ? locateInScalar(text, node, at) : null
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'un texto',
  number: 'un número',
  int: 'un número entero',
  boolean: 'true o false',
  array: 'una lista',
  object: 'un grupo de claves',
  record: 'un grupo de claves',
}

function explainRule(issue: z.core.$ZodIssue, seen: string): string {
  switch (issue.code) {
    case 'invalid_type':
      return `debe ser ${TYPE_NAMES[issue.expected] ?? issue.expected}`
    case 'invalid_value': {
      const values = issue.values.map(String)
      const nearest = findNearest(seen, values)
      return `debe ser uno de: ${values.join(', ')}${nearest === null ? '' : ` (¿${nearest}?)`}`
    }
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string'
        ? 'no puede quedar vacío'
        : `debe ser al menos ${issue.minimum}`
    case 'too_big':
      return `debe ser a lo más ${issue.maximum}`
    case 'invalid_format':
      return issue.message.startsWith('debe') ? issue.message : `no tiene la forma esperada (${issue.format})`
    default:
      return issue.message
  }
}

type JsonSchema = {
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  /** Of what stands under keys that people name. */
  readonly additionalProperties?: JsonSchema | boolean
}

/** Keys that the schema allows at a path; read from its JSON Schema, the one description that can be walked. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const root = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as JsonSchema
  let places: readonly JsonSchema[] = [root]
  for (const part of path) {
    places = places
      .flatMap(listKinds)
      .flatMap((place) => (typeof part === 'number' ? place.items : propertyOf(place, String(part))) ?? [])
  }
  return places.flatMap(listKinds).flatMap((place) => Object.keys(place.properties ?? {}))
}

/** A place and every kind of value that may stand there. */
const listKinds = (place: JsonSchema): JsonSchema[] => [place, ...(place.anyOf ?? []).flatMap(listKinds)]

function propertyOf({ properties, additionalProperties }: JsonSchema, key: string): JsonSchema | undefined {
  const named = typeof additionalProperties === 'object' ? additionalProperties : undefined
  return properties?.[key] ?? named
}

/** Offset of the node at a path (of one key in it when given); of its nearest parent when it does not exist. */
function findOffset(document: Document, path: readonly PropertyKey[], key: string | null): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (key !== null && length === path.length && isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key)
      if (pair !== undefined && isScalar(pair.key)) return pair.key.range?.[0] ?? 0
    }
    const range = node !== null && typeof node === 'object' && 'range' in node ? node.range : null
    if (Array.isArray(range) && typeof range[0] === 'number') return range[0]
  }
  return 0
}
