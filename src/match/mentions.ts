// Article, its outlet and the index of subjects → who is spoken of, where, by which rule, and how sure we are that it is ours.
import type { Article, Belonging, Hit, Mention, Pickup, Source, Subject } from '../model.ts'
import { judgePlace, type ReadNaming, readNamings, type Verdict } from './belonging.ts'
import { type Field, nameField, readFields } from './fields.ts'
import { type Findings, type Found, findAll, type Naming } from './found.ts'
import { findOwner, type Landmark } from './offices.ts'
import { rateProminence } from './prominence.ts'
import { foldPhrase, type PreparedSubject, type SubjectIndex } from './subjects.ts'
import { findSurroundings, listVouchers, quoteFound, type Surroundings } from './surroundings.ts'

const NEARNESS_WORDS: Readonly<Record<Surroundings['nearness'], string | null>> = {
  pueblo: 'El medio es del municipio.',
  region: 'El medio es de la región.',
  estado: 'El medio es del mismo estado.',
  nacional: null,
  ajeno: 'El medio es de otro estado.',
}

const MOST_EVIDENCE = 6

/**
 * Finds every subject named in an article, in the order of the configuration. A subject that is surely not meant (the
 * common noun, a namesake) gives no mention; one that cannot be told gives a `dudosa` one.
 */
export function findMentions(article: Article, source: Source, index: SubjectIndex): Mention[] {
  const findings = findAll(readFields(article), index)
  if (findings.bySubject.size === 0) return []
  const mentions = new Map<number, Mention>()
  const landmarks: Landmark[] = []
  const vouchers = listVouchers(findings, index)
  const touched = [...findings.bySubject].flatMap(([position, namings]) => {
    const prepared = index.prepared[position]
    return prepared === undefined ? [] : [{ position, namings, prepared }]
  })
  for (const { position, namings, prepared } of touched.filter(({ prepared }) => prepared.isPlace)) {
    const surroundings = findSurroundings(prepared, namings, findings, source)
    const isOwn = prepared.subject.role === 'municipio'
    const cancelled = readNamings(findings.cancelled.get(position) ?? [], prepared)
    const verdict = judgePlace(
      readNamings(namings, prepared),
      cancelled,
      surroundings,
      isOwn ? vouchers.length : 0,
    )
    const { belonging } = verdict
    if (belonging === null) continue
    const evidence = explainPlace(verdict, surroundings, isOwn ? vouchers : [])
    mentions.set(
      position,
      makeMention(
        prepared,
        belonging,
        verdict.counted.map(({ naming }) => naming),
        evidence,
        article,
      ),
    )
    for (const { naming } of verdict.counted) landmarks.push({ found: naming, isOwn, belonging })
  }
  for (const { position, namings, prepared } of touched.filter(({ prepared }) => !prepared.isPlace)) {
    const mention = findOther(prepared, namings, findings, landmarks, { article, source, index })
    if (mention !== null) mentions.set(position, mention)
  }
  return [...mentions].sort(([left], [right]) => left - right).map(([, mention]) => mention)
}

/** People, offices, programmes, topics: an alias counts alone, the rest needs an owner or the subject's own context. */
function findOther(
  prepared: PreparedSubject,
  namings: readonly Naming[],
  findings: Findings,
  landmarks: readonly Landmark[],
  { article, source, index }: { article: Article; source: Source; index: SubjectIndex },
): Mention | null {
  const { context, antiContext } = findSurroundings(prepared, namings, findings, source)
  const alone = namings.filter(({ use }) => use.kind === 'alias')
  const isHomeOutlet = source.city !== null && index.homes.has(foldPhrase(source.city))
  const read = namings
    .filter(({ use }) => use.kind === 'ambiguous')
    .map((naming) => ({ naming, owner: findOwner(naming, landmarks, isHomeOutlet) }))
  const owned = read.filter(({ owner }) => owner.belonging !== null)
  const confirmed = context.length > 0 ? read.filter(({ owner }) => !owner.why.startsWith('va seguida')) : []
  const counted = [...alone, ...new Set([...owned, ...confirmed].map(({ naming }) => naming))]
  if (counted.length === 0) return null
  const isSure =
    alone.length > 0 ||
    owned.some(({ owner }) => owner.belonging === 'nuestra') ||
    (context.length > 0 && antiContext.length === 0)
  const isContested = antiContext.length > 0 && context.length === 0 && landmarks.every(({ isOwn }) => !isOwn)
  const belonging: Belonging = isSure && !isContested ? 'nuestra' : 'dudosa'
  const evidence = [
    ...alone
      .slice(0, 2)
      .map((naming) => `«${quoteFound(naming)}» en ${nameField(naming.field)}: basta por sí sola.`),
    ...owned
      .slice(0, 2)
      .map(({ naming, owner }) => `«${quoteFound(naming)}» en ${nameField(naming.field)}: ${owner.why}.`),
    ...explainContext(context, antiContext),
  ]
  return makeMention(prepared, belonging, inReadingOrder(counted), evidence, article)
}

const FIELD_ORDER: Readonly<Record<Field['field'], number>> = { title: 0, standfirst: 1, body: 2 }

const inReadingOrder = (namings: readonly Naming[]): Naming[] =>
  namings.toSorted(
    (left, right) =>
      FIELD_ORDER[left.field.field] - FIELD_ORDER[right.field.field] ||
      left.field.paragraph - right.field.paragraph ||
      left.from - right.from,
  )

function makeMention(
  prepared: PreparedSubject,
  belonging: Belonging,
  namings: readonly Naming[],
  evidence: readonly string[],
  article: Article,
): Mention {
  const hits = namings.map(makeHit)
  const whole = namings.filter((naming) => namesWhole(naming, prepared)).map(makeHit)
  const prominence = rateProminence(whole, hits, article)
  return {
    subjectId: prepared.subject.id,
    belonging,
    prominence,
    hits,
    evidence: evidence.slice(0, MOST_EVIDENCE),
  }
}

/** A locality in a headline says where; the municipality is in it when its own name, people or demonym are. */
function namesWhole({ field, from, to, use }: Naming, { isPlace, nameForms }: PreparedSubject): boolean {
  if (!isPlace || !use.isProper) return true
  const forms = new Set(field.tokens.slice(from, to).map(({ form }) => form))
  return nameForms.every((form) => forms.has(form))
}

function makeHit(naming: Naming): Hit {
  const { field, from, to, use } = naming
  const start = field.tokens[from]?.start ?? 0
  const end = field.tokens[to - 1]?.end ?? start
  const rule = use.kind === 'alias' ? 'frase propia' : 'frase con contexto'
  return {
    field: field.field,
    paragraph: field.paragraph,
    start,
    end,
    text: field.text.slice(start, end),
    rule,
  }
}

function explainPlace(verdict: Verdict, surroundings: Surroundings, vouchers: readonly Found[]): string[] {
  const nearness = NEARNESS_WORDS[surroundings.nearness]
  const tell = ({ naming, reading }: ReadNaming) =>
    `«${quoteFound(naming)}» en ${nameField(naming.field)}: ${reading.why}.`
  return [
    ...verdict.counted.slice(0, 2).map(tell),
    ...explainContext(surroundings.context, surroundings.antiContext),
    ...vouchers
      .slice(0, 1)
      .map((found) => `«${quoteFound(found)}» en ${nameField(found.field)} es del municipio.`),
    ...(nearness === null ? [] : [nearness]),
    ...verdict.dropped.slice(0, 1).map((each) => `No cuenta: ${tell(each)}`),
  ]
}

function explainContext(context: readonly Found[], antiContext: readonly Found[]): string[] {
  return [
    ...context.slice(0, 2).map((found) => `«${quoteFound(found)}» en ${nameField(found.field)} la confirma.`),
    ...antiContext
      .slice(0, 2)
      .map((found) => `«${quoteFound(found)}» en ${nameField(found.field)} habla de un homónimo.`),
  ]
}

/** Roles whose mention makes a note ours; neighbours and topics are watched, but are not us. */
const OWN_ROLES: ReadonlySet<Subject['role']> = new Set(['municipio', 'persona', 'dependencia', 'programa'])

/**
 * Whether a note speaks of the house: surely, perhaps, or not (null), from its mentions and pick-ups. A note that carries
 * text of a boletín speaks of the house even if it names nobody.
 */
export function decideBelonging(
  mentions: readonly Mention[],
  subjects: readonly Subject[],
  pickups: readonly Pickup[] = [],
): Belonging | null {
  const own = new Set(subjects.filter(({ role }) => OWN_ROLES.has(role)).map(({ id }) => id))
  const ours = mentions.filter(({ subjectId }) => own.has(subjectId))
  if (pickups.length > 0 || ours.some(({ belonging }) => belonging === 'nuestra')) return 'nuestra'
  return ours.length > 0 ? 'dudosa' : null
}
