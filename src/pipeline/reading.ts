// Article → everything that is read in it: who is named, what was reprinted, how it is said and how far it goes. Pure.
import { type BoletinIndex, prepareBoletines } from '../match/boletines.ts'
import { decideBelonging, findMentions } from '../match/mentions.ts'
import { tracePickups } from '../match/pickups.ts'
import { type ProbableIndex, prepareProbable } from '../match/probable.ts'
import { prepareSections, type SectionIndex } from '../match/sections.ts'
import { prepareSubjects, type SubjectIndex } from '../match/subjects.ts'
import type {
  Article,
  Boletin,
  Capture,
  Mention,
  Municipality,
  Pickup,
  ProbablePickup,
  Reach,
  Source,
  Tone,
  ToneSettings,
} from '../model.ts'
import { estimateReach } from '../score/reach.ts'
import { rateTone } from '../score/tone.ts'
import { SHIPPED_SETTINGS } from '../score/tone-settings.ts'
import type { Transformer } from '../score/tone-transformer.ts'
import type { Lesson } from '../store/furniture.ts'
import { fileNote } from './filing.ts'

/** What a municipality watches, prepared once per run. */
export type Lens = {
  readonly municipality: Municipality
  /** Ids of the subjects that are the municipality: itself, its people, dependencias and programmes. */
  readonly ourSubjects: readonly string[]
  readonly subjects: SubjectIndex
  readonly sections: SectionIndex
  /** Those in memory; older ones are in the archive. */
  readonly boletines: BoletinIndex
  /** Memory has every boletín sent since then; null when it has all. */
  readonly boletinesSince: Date | null
  /** The same, as notes in other words are weighed against them. */
  readonly probable: ProbableIndex
  /** Fitted to the decisions of the office's people, or as shipped. */
  readonly toneSettings: ToneSettings
  /** The office's own tone model; null without one. */
  readonly ownTone: Transformer | null
}

export type Reading = {
  readonly article: Article
  readonly mentions: readonly Mention[]
  readonly pickups: readonly Pickup[]
  readonly tone: Tone | null
  readonly reach: Reach | null
  readonly sectionId: string | null
  /** The boletín that it may tell in other words: nothing until a person confirms it. */
  readonly probable?: ProbablePickup | null
  /** What its outlet's memory learns from it. */
  readonly lesson?: Lesson | null
  /** Captures of its pages beyond the first, where its outlet parts it. */
  readonly furtherCaptures?: readonly Capture[]
}

/**
 * Prepares what a municipality watches. Its first subject is the municipality itself. Boletines sent before
 * `boletinesSince` are left to the archive.
 */
export function prepareLens(
  municipality: Municipality,
  boletines: readonly Boletin[],
  toneSettings: ToneSettings = SHIPPED_SETTINGS,
  boletinesSince: Date | null = null,
  ownTone: Transformer | null = null,
): Lens {
  const active = boletines.filter(({ sentAt }) => boletinesSince === null || sentAt >= boletinesSince)
  return {
    municipality,
    ourSubjects: municipality.subjects.filter(({ role }) => role !== 'vecino').map(({ id }) => id),
    subjects: prepareSubjects(municipality.subjects, new Map(Object.entries(municipality.queries ?? {}))),
    sections: prepareSections(municipality.sections),
    boletines: prepareBoletines(active),
    boletinesSince,
    probable: prepareProbable(active),
    toneSettings,
    ownTone,
  }
}

/** Reads the article of a capture. Tone is rated only where one of our subjects is named. */
export function readCapturedArticle(capture: Capture, article: Article, source: Source, lens: Lens): Reading {
  return { article, ...readArticle(article, source, capture.takenAt, capture.item.views, lens) }
}

/** Reads an article that was extracted before, as when the configuration changed. */
export function readArticle(
  article: Article,
  source: Source,
  seenAt: Date,
  views: number | null,
  lens: Lens,
): Omit<Reading, 'article'> {
  const at = article.publishedAt ?? seenAt
  const pickups = tracePickups(article, at, lens.boletines)
  const mentions = vouchByPickup(findMentions(article, source, lens.subjects, at), pickups, lens)
  const isOurs = mentions.some(({ subjectId }) => lens.ourSubjects.includes(subjectId))
  return {
    mentions,
    pickups,
    tone: isOurs ? rateTone(article, mentions, lens.municipality.subjects, lens.toneSettings) : null,
    reach: estimateReach(source, {
      publishedAt: article.publishedAt,
      section: article.section,
      seenAt,
      views,
    }),
    sectionId: fileNote(article, lens.sections),
  }
}

/** A note that carries text of a boletín speaks of the municipality even if it names nobody, or names it doubtfully. */
function vouchByPickup(
  mentions: readonly Mention[],
  pickups: readonly Pickup[],
  lens: Lens,
): readonly Mention[] {
  const [pickup] = pickups
  const [target] = lens.municipality.subjects
  const isSure = decideBelonging(mentions, lens.municipality.subjects) === 'nuestra'
  if (pickup === undefined || target === undefined || isSure) return mentions
  const found = mentions.find(({ subjectId }) => subjectId === target.id)
  const evidence = [`Retoma texto del boletín ${pickup.folio}.`, ...(found?.evidence ?? [])]
  const vouched: Mention = {
    subjectId: target.id,
    belonging: 'nuestra',
    prominence: found?.prominence ?? 'cuerpo',
    hits: found?.hits ?? [],
    evidence,
  }
  return [vouched, ...mentions.filter((mention) => mention !== found)]
}
