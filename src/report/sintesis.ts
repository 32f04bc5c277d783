// What a síntesis informativa says once composed: plain text and figures, not yet drawn.
import type { ToneLabel, ToneTally } from '../model.ts'
import type { Anchor, CountTrail } from './count-trail.ts'
import type { FrontPage, Picture } from './picture.ts'
import type { SilenceWords } from './words/scope.ts'

/** A sentence and the notes that prove it, by their ids in the ledger. */
export type Sentence = { readonly text: string; readonly noteIds: readonly number[] }

/** The sentence that opens a document. `goTo` is where its notes are. */
export type Opening = Sentence & { readonly goTo: Anchor | null }

export type Masthead = {
  readonly title: string
  readonly place: string
  readonly office: string
  readonly issue: string
  readonly date: string
  readonly shortDate: string
  readonly window: string
  readonly municipality: string
  readonly brandColor: string
  readonly logo: Uint8Array | null
}

export type Figure = Sentence & {
  readonly label: string
  readonly context: string
  readonly goTo: Anchor | null
}

/** Why an action stands on page one: the rule that found it, or the analyst. */
export type ActionRule = 'analista' | 'sin-voz-oficial' | 'cifras-distintas' | 'boletin-sin-publicar'

export type Action = {
  readonly rule: ActionRule
  readonly act: string
  readonly why: string
  readonly step: string | null
  readonly before: string
  readonly owner: string
  readonly noteIds: readonly number[]
  readonly goTo: Anchor | null
}

export type TrendPoint = {
  /** `v 14`, or a week's number. */
  readonly label: string
  readonly positive: number
  readonly negative: number
  readonly notes: number
  readonly balance: number | null
  /** Where its counts lead; null where the notes are not in the document. */
  readonly goTo: { readonly positive: Anchor | null; readonly negative: Anchor | null } | null
}

export type Fact = Sentence & { readonly tone: ToneLabel; readonly notes: string; readonly goTo: Anchor }

/** One publication of a story beside its chief one. */
export type Repeat = {
  readonly tone: ToneLabel
  readonly medium: string
  readonly where: string
  readonly href: string | null
}

/** A story: its chief publication in full and the others in a line. */
export type Ficha = {
  readonly number: number
  readonly anchor: Anchor
  readonly tone: ToneLabel
  readonly medium: string
  readonly headline: string
  readonly meta: string
  /** Medium and hour alone, for briefs. */
  readonly where: string
  /** Null where only title and link may be printed, or where there is no text. */
  readonly extract: string | null
  /** A shorter passage of the same text, for a page that would otherwise end half empty. */
  readonly shortExtract: string | null
  readonly watch: string | null
  readonly pickup: { readonly title: string; readonly detail: string; readonly goTo: Anchor | null } | null
  readonly repeats: readonly Repeat[]
  readonly repeatsTitle: string | null
  /** How many more outlets told it than are named. */
  readonly repeatsMore: string | null
  readonly link: { readonly text: string; readonly href: string } | null
  readonly picture: Picture | null
  readonly noteIds: readonly number[]
}

export type SintesisSection = {
  readonly title: string
  readonly anchor: Anchor
  readonly count: string
  readonly tally: ToneTally
  readonly trail: CountTrail
  readonly lead: Ficha | null
  readonly fichas: readonly Ficha[]
  readonly briefs: readonly Ficha[]
  readonly briefsTitle: string | null
}

export type ColumnPiece = {
  readonly number: number
  readonly anchor: Anchor
  readonly tone: ToneLabel
  readonly title: string
  readonly author: string | null
  readonly medium: string
  readonly extract: string | null
  /** People and areas that it names, with how often. */
  readonly mentions: string | null
  readonly link: { readonly text: string; readonly href: string } | null
  readonly noteIds: readonly number[]
}

/** A post of a network, as its author wrote it. */
export type Post = {
  /** Id in the ledger. */
  readonly id: number
  readonly tone: ToneLabel
  readonly network: string
  /** Of a person who is no declared source, no name. */
  readonly account: string
  readonly when: string
  /** Null where only title and link may be printed. */
  readonly text: string | null
  /** What its network showed of it the last time, or null. */
  readonly metrics: string | null
  /** Null of a person's post: its address bears the name. */
  readonly href: string | null
}

/** What was said in networks, apart from the press and never added to it. */
export type SocialPart = {
  readonly sentence: readonly { readonly text: string; readonly goTo: Anchor | null }[]
  readonly noteIds: readonly number[]
  readonly doubt: string | null
  readonly tally: ToneTally
  readonly chosen: readonly Post[]
  /** By tone and hour; empty when the chosen ones are all. */
  readonly listed: readonly Post[]
  /** Says that not all are listed. */
  readonly guide: string | null
  readonly data: readonly DataRow[]
}

export type BoletinRow = {
  readonly anchor: Anchor
  readonly folio: string
  readonly title: string
  readonly sent: string
  readonly notes: number
  readonly tones: readonly ToneLabel[]
  readonly share: string
  readonly reach: string
  /** Says that nobody has published it, when nobody has. */
  readonly silence: string | null
  /** Its notes in this edition, and how many are in earlier ones. */
  readonly trail: CountTrail
  readonly noteIds: readonly number[]
}

/** A neighbour and the most told stories about it. */
export type NeighbourRow = {
  readonly place: string
  readonly stories: readonly {
    readonly text: string
    readonly medium: string
    readonly href: string | null
  }[]
}

/** One publication in the list of notes. Repeats of a story leave number and title out. */
export type IndexRow = {
  readonly number: number
  readonly isRepeat: boolean
  readonly tone: ToneLabel
  readonly title: string
  readonly medium: string
  readonly where: string
  readonly href: string | null
  readonly goTo: Anchor
}

export type ReadingRow = {
  readonly name: string
  readonly state: string
  readonly isFailure: boolean
  readonly reason: string | null
}

export type CertificateText = {
  readonly summary: string
  readonly sums: readonly { readonly label: string; readonly value: string }[]
  readonly remarks: readonly string[]
  readonly failures: readonly ReadingRow[]
  readonly readings: readonly ReadingRow[]
  readonly seal: string
}

/** One publication as it goes into the attached CSV and JSON. Unknown is null. */
export type DataRow = Readonly<Record<string, string | number | null>>

/** What a person changed in a note of an earlier edition. */
export type FixedNote = Sentence & { readonly tone: ToneLabel; readonly href: string | null }

export type Sintesis = {
  readonly masthead: Masthead
  readonly day: Opening
  readonly figures: readonly Figure[]
  readonly tally: ToneTally
  readonly notes: number
  readonly actions: readonly Action[]
  /** Said where there are no actions. */
  readonly noActions: string
  readonly agenda: readonly { readonly hour: string; readonly text: string }[]
  readonly trend: readonly TrendPoint[]
  readonly facts: readonly Fact[]
  readonly corrections: readonly FixedNote[]
  /** An addendum leaves out what its edition said already. */
  readonly isAddendum: boolean
  readonly sections: readonly SintesisSection[]
  readonly columns: readonly ColumnPiece[]
  /** Null of a day without posts. */
  readonly social: SocialPart | null
  readonly boletines: readonly BoletinRow[]
  /** What stands in the place of facts, tones and boletines where there are none. */
  readonly silence: SilenceWords
  /** Those that mention the municipality first. */
  readonly frontPages: readonly FrontPage[]
  readonly neighbours: readonly NeighbourRow[]
  readonly index: readonly IndexRow[]
  readonly trails: readonly CountTrail[]
  readonly certificate: CertificateText
  readonly data: readonly DataRow[]
  readonly publishedAt: Date
}
