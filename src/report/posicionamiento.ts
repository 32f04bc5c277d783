// What a positioning report says once composed: plain text and figures, not yet drawn.
import type { ShareEstimate, ToneLabel, ToneTally } from '../model.ts'
import type { Anchor, CountTrail } from './count-trail.ts'
import type { Picture } from './picture.ts'
import type {
  Action,
  CertificateText,
  DataRow,
  Figure,
  IndexRow,
  Masthead,
  Opening,
  TrendPoint,
} from './sintesis.ts'
import type { FollowUp, UpcomingMatter } from './sintesis-input.ts'

/** A figure and its values in the periods before, oldest first; empty without enough history. */
export type TracedFigure = Figure & { readonly series: readonly number[]; readonly seriesAlt: string }

/** A question, the finding that answers it and how to read what stands under it. */
export type QuestionHead = { readonly question: string; readonly finding: string; readonly guide: string }

export type Trend = {
  readonly title: string
  readonly guide: string
  readonly unit: string
  /** First point of the current period: the ones before are drawn pale. */
  readonly currentFrom: number
  readonly points: readonly TrendPoint[]
  /** Behind the points of days and months of the period itself. */
  readonly trails: readonly CountTrail[]
  readonly alt: string
}

/** A claim in bold and its proof. `goTo` is where the notes that prove it are; null where it is about what has none. */
export type Finding = {
  readonly claim: string
  readonly proof: string
  readonly noteIds: readonly number[]
  readonly goTo: Anchor | null
}

export type TopicRow = {
  readonly title: string
  readonly notes: number
  readonly tally: ToneTally
  readonly balance: string
  readonly isNegative: boolean
  /** Notes of the period before, and whether the change is more than chance; null without a period before. */
  readonly before: string | null
  /** Its notes in the last periods, oldest first and this one last, and the change against the one before; null under four. */
  readonly past: {
    readonly series: readonly number[]
    readonly alt: string
    readonly change: string
    /** More than chance. */
    readonly isMoved: boolean
  } | null
  readonly trail: CountTrail
}

/** Head of the column of the topics' past, and how to read it. */
export type PastWords = { readonly title: string; readonly note: string }

export type VoiceRow = {
  readonly name: string
  readonly notes: number
  readonly share: number | null
  readonly previousShare: number | null
  readonly isOwn: boolean
  /** Where its count leads: the own municipality's notes are in the document. */
  readonly goTo: Anchor | null
}

/** Of a topic's notes that name any compared municipality, those about us; `trail` holds them. */
export type TopicVoiceRow = {
  readonly title: string
  readonly own: ShareEstimate
  readonly trail: CountTrail
}

/** Without rows nothing is printed. */
export type TopicVoiceTable = { readonly guide: string; readonly rows: readonly TopicVoiceRow[] }

export type MediumRow = {
  readonly name: string
  readonly notes: number
  readonly positive: number
  readonly negative: number
  readonly trail: CountTrail
}

/** A person of the government: `onlyNamed` counts notes that report nothing the person says. */
export type SpokespersonRow = {
  readonly name: string
  readonly quoted: number
  readonly onlyNamed: number
  readonly positive: number
  readonly negative: number
  /** Its notes by tone, and those that only name the person. */
  readonly trail: CountTrail
  readonly noteIds: readonly number[]
}

export type MatrixMark = 'casi-igual' | 'parcial' | 'mencion' | 'en-contra'

/** What an outlet made of a boletín and where its notes are; null when it published nothing. */
export type MatrixCell = { readonly mark: MatrixMark; readonly goTo: Anchor | null } | null

export type MatrixRow = {
  readonly folio: string
  readonly title: string
  readonly cells: readonly MatrixCell[]
  readonly media: number
  /** Its notes by outlet. */
  readonly trail: CountTrail
  readonly noteIds: readonly number[]
}

/** An outlet: `trail` holds the notes behind its boletines, `notesGoTo` leads to all its notes of the period. */
export type MatrixColumn = {
  readonly name: string
  readonly boletines: number
  readonly notes: number
  readonly trail: CountTrail
  readonly notesGoTo: Anchor | null
  /** Null where no outlet has any agreement: the columns then stand in one group. */
  readonly hasConvenio: boolean | null
}

/** `cells` of each row stand in the order of `columns`. */
export type Matrix = {
  readonly columns: readonly MatrixColumn[]
  readonly rows: readonly MatrixRow[]
  readonly remarks: readonly Finding[]
}

export type StoryCard = {
  readonly number: number
  readonly tone: ToneLabel
  readonly headline: string
  readonly medium: string
  readonly when: string
  readonly size: string
  readonly why: string
  /** Null where its notes have none that can be printed. */
  readonly picture: Extract<Picture, { kind: 'image' }> | null
  readonly href: string | null
  readonly noteIds: readonly number[]
}

/** Pieces that an outlet with an agreement delivered, of those that were due. */
export type ConvenioRow = {
  readonly name: string
  readonly agreed: number
  readonly delivered: number
  /** `5 de 12`. */
  readonly text: string
  /** Null where nothing is due or it cannot be said whose fault is what lacks. */
  readonly share: number | null
  /** Under three quarters of what was agreed. */
  readonly isBehind: boolean
  /** Why it is not judged, or what is still open; empty for nothing. */
  readonly remark: string
  readonly month: { readonly text: string; readonly isBehind: boolean } | null
  /** The notes in which the pieces were found. */
  readonly trail: CountTrail
  readonly goTo: Anchor | null
  readonly noteIds: readonly number[]
}

/** What the coefficient of Janis and Fadner is of; null with too few evaluated notes. */
export type Imbalance = {
  readonly coefficient: number | null
  readonly favourable: number
  readonly unfavourable: number
  readonly evaluated: number
  readonly notes: number
}

export type MethodTerm = { readonly term: string; readonly text: string }

export type Posicionamiento = {
  readonly masthead: Masthead
  readonly running: string
  readonly answer: Opening
  readonly figures: readonly TracedFigure[]
  readonly trend: Trend
  readonly findings: readonly Finding[]
  readonly actions: readonly Action[]
  readonly topics: {
    readonly head: QuestionHead
    readonly rows: readonly TopicRow[]
    readonly past: PastWords | null
  } | null
  readonly voice: {
    readonly head: QuestionHead
    readonly rows: readonly VoiceRow[]
    readonly note: string
    readonly topics: TopicVoiceTable
  } | null
  readonly media: {
    readonly head: QuestionHead
    readonly rows: readonly MediumRow[]
    /** Which ones changed tone; empty without a period before. */
    readonly note: string
  } | null
  readonly spokespeople: {
    readonly head: QuestionHead
    readonly rows: readonly SpokespersonRow[]
  } | null
  readonly matrix: { readonly head: QuestionHead; readonly matrix: Matrix } | null
  readonly stories: {
    readonly head: QuestionHead
    readonly positive: readonly StoryCard[]
    readonly negative: readonly StoryCard[]
  } | null
  readonly convenios: {
    readonly head: QuestionHead
    readonly rows: readonly ConvenioRow[]
    readonly hasMonth: boolean
    readonly note: string
  } | null
  readonly upcoming: readonly UpcomingMatter[]
  readonly followUp: readonly FollowUp[]
  readonly imbalance: Imbalance
  readonly method: readonly MethodTerm[]
  readonly index: readonly IndexRow[]
  /** How many stories are not listed and where they are; empty when all are. */
  readonly indexNote: string
  readonly trails: readonly CountTrail[]
  readonly certificate: CertificateText
  readonly data: readonly DataRow[]
  readonly publishedAt: Date
}
