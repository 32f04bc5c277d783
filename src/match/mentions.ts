// Article, its outlet and the index of subjects → who is spoken of, where, by which rule, and how sure we are that it is ours.
import type { Article, Belonging, Mention, Pickup, Source, Subject } from '../model.ts'
import { localDate } from '../text/zoned.ts'
import { judgePlace, readNamings } from './belonging.ts'
import { type Field, readFields } from './fields.ts'
import { type Findings, type Found, findAll, type Naming } from './found.ts'
import { isListed, makeHit, namesWhole } from './hits.ts'
import { isInOffice, keepNames } from './in-office.ts'
import type { Landmark } from './offices.ts'
import { judgeOwned } from './owned.ts'
import { rateProminence } from './prominence.ts'
import { findQueried } from './queried.ts'
import { explainOwned, explainPlace } from './reasons.ts'
import { foldPhrase, type PreparedSubject, type SubjectIndex } from './subjects.ts'
import { findSurroundings, listVouchers } from './surroundings.ts'
import { speaksOfTownHall } from './town-hall.ts'

/** An article being read: what was found in it, and what is known around it. */
type Reading = {
  readonly article: Article
  readonly source: Source
  readonly index: SubjectIndex
  readonly findings: Findings
  readonly vouchers: readonly Naming[]
  /** Local day of the note, `YYYY-MM-DD`, or null when unknown. */
  readonly day: string | null
  readonly fields: readonly Field[]
}

type Touched = {
  readonly position: number
  readonly namings: readonly Naming[]
  readonly prepared: PreparedSubject
}

/**
 * Finds every subject named in an article, in the order of the configuration. A subject that is surely not meant (the
 * common noun, a namesake) gives no mention; one that cannot be told gives a `dudosa` one. Cost: one look-up per word, then
 * what was found; the number of subjects does not matter. `at`: the instant the note is of, which decides who was in office;
 * its publication unless given, null when unknown.
 */
export function findMentions(
  article: Article,
  source: Source,
  index: SubjectIndex,
  at: Date | null = article.publishedAt,
): Mention[] {
  const day = at === null ? null : localDate(at, source.timeZone)
  const fields = readFields(article)
  const findings = findAll(fields, index)
  const touched = [...findings.bySubject].flatMap(([position, namings]): Touched[] => {
    const prepared = index.prepared[position]
    return prepared === undefined ? [] : [{ position, namings, prepared }]
  })
  const reading = {
    article,
    source,
    index,
    findings,
    vouchers: listVouchers(findings, index, day),
    day,
    fields,
  }
  const mentions = new Map<number, Mention>()
  const landmarks: Landmark[] = []
  for (const place of touched.filter(({ prepared }) => prepared.isPlace)) {
    const found = findPlace(place, reading)
    if (found === null) continue
    mentions.set(place.position, found.mention)
    landmarks.push(...found.landmarks)
  }
  for (const other of touched.filter(({ prepared }) => !prepared.isPlace)) {
    const mention = findOwned(other, landmarks, reading)
    if (mention !== null) mentions.set(other.position, mention)
  }
  for (const [position, mention] of findQueried(article, source, index)) {
    if (!mentions.has(position)) mentions.set(position, mention)
  }
  return [...mentions].sort(([left], [right]) => left - right).map(([, mention]) => mention)
}

function findPlace(
  { position, namings, prepared }: Touched,
  { article, source, findings, vouchers, fields }: Reading,
): { mention: Mention; landmarks: Landmark[] } | null {
  const surroundings = findSurroundings(prepared, namings, findings, source)
  const isOwn = prepared.subject.role === 'municipio'
  const ownVouchers = isOwn ? vouchers : []
  const cancelled = readNamings(findings.cancelled.get(position) ?? [], prepared)
  const hasTownHall = speaksOfTownHall(fields)
  const verdict = judgePlace(readNamings(namings, prepared), cancelled, surroundings, {
    vouchers: ownVouchers.length,
    hasTownHall,
  })
  const { belonging } = verdict
  if (belonging === null) return null
  const counted = verdict.counted.map(({ naming }) => naming)
  const evidence = explainPlace(verdict, surroundings, ownVouchers, hasTownHall)
  const company = [...prepared.context].flatMap((phrase) => findings.everywhere.get(phrase) ?? [])
  const mention = makeMention({ prepared, belonging, counted, evidence, article, company })
  return { mention, landmarks: counted.map((found) => ({ found, isOwn, belonging })) }
}

function findOwned(
  { position, namings: all, prepared }: Touched,
  landmarks: readonly Landmark[],
  { article, source, index, findings, vouchers, day }: Reading,
): Mention | null {
  const isCurrent = isInOffice(prepared.subject, day)
  const namings = isCurrent ? all : keepNames(all)
  const surroundings = findSurroundings(prepared, namings, findings, source)
  const others = vouchers.filter(({ use }) => use.subject !== position)
  const isHomeOutlet = source.city !== null && index.homes.has(foldPhrase(source.city))
  const verdict = judgeOwned(namings, prepared, surroundings, {
    landmarks,
    others,
    isHomeOutlet,
    isCurrent,
  })
  const { belonging, counted } = verdict
  if (belonging === null) return null
  const evidence = explainOwned(verdict, surroundings)
  return makeMention({ prepared, belonging, counted, evidence, article, company: [] })
}

function makeMention(parts: {
  readonly prepared: PreparedSubject
  readonly belonging: Belonging
  readonly counted: readonly Naming[]
  readonly evidence: readonly string[]
  readonly article: Article
  /** Other places named in the article: among many, ours is one of a list. */
  readonly company: readonly Found[]
}): Mention {
  const { prepared, belonging, counted, evidence, article, company } = parts
  const whole = counted.filter((naming) => namesWhole(naming, prepared) && !isListed(naming, company))
  const isPassing = counted.every((naming) => isListed(naming, company))
  const hits = counted.map(makeHit)
  const prominence = isPassing ? 'incidental' : rateProminence(whole.map(makeHit), hits, article)
  return { subjectId: prepared.subject.id, belonging, prominence, hits, evidence }
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
