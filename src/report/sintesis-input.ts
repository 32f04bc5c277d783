// What a síntesis informativa is composed from: the municipality, the window, its notes and what a person wrote.
import type {
  Belonging,
  Boletin,
  Brief,
  Certificate,
  Counts,
  Municipality,
  Note,
  PeriodFigures,
  Source,
  ToneLabel,
} from '../model.ts'

/** What only a person can know; absent when nobody wrote it. Notes are named by the URL of one of their publications. */
export type AnalystNotes = {
  readonly agenda: readonly { readonly hour: string; readonly text: string }[]
  readonly actions: readonly AnalystAction[]
  readonly watch: readonly { readonly url: string; readonly text: string }[]
  readonly upcoming: readonly UpcomingMatter[]
  readonly followUp: readonly FollowUp[]
}

export type AnalystAction = {
  readonly act: string
  readonly why: string | null
  readonly step: string | null
  /** `HH:MM`; the municipality's own hour when null. */
  readonly before: string | null
  readonly owner: string | null
  readonly url: string | null
}

/** `date` is `YYYY-MM-DD`. */
export type UpcomingMatter = {
  readonly date: string
  readonly fact: string
  readonly step: string | null
  readonly risk: 'alto' | 'medio' | 'bajo' | 'oportunidad'
}

export type FollowUp = {
  readonly act: string
  readonly state: 'hecho' | 'a medias' | 'no se hizo'
  readonly outcome: string | null
}

/** What a person changed in a note that an edition had told. */
export type Correction = { readonly note: Note } & (
  | { readonly kind: 'tono'; readonly before: ToneLabel; readonly after: ToneLabel }
  | {
      readonly kind: 'mencion'
      readonly subjectId: string
      /** Null of a subject that the program had not seen. */
      readonly before: Belonging | 'ajena' | null
      readonly after: 'nuestra' | 'ajena'
    }
)

/** An edition outside the schedule: what came after another one, or a person's own on a matter. */
export type Special =
  | {
      readonly kind: 'alcance'
      /** Number and date of the edition that it adds to; its own place among the addenda, from 1. */
      readonly of: number
      readonly ordinal: number
      readonly corrections: readonly Correction[]
    }
  | { readonly kind: 'extraordinaria'; readonly title: string }

/** An addendum by its place among those of the edition of a date; an extraordinary edition by its number. */
export type PrintedBefore = {
  readonly kind: 'alcance' | 'extraordinaria'
  readonly number: number
  /** Local, `YYYY-MM-DD`. */
  readonly date: string
}

/** The front page of an outlet's paper on the day of the edition, and what a person said of it; null is not known. */
export type DayFrontPage = {
  readonly sourceId: string
  /** JPEG, or in Spanish why there is none; `isFailure` of one that was to be read. */
  readonly picture: { readonly bytes: Uint8Array } | { readonly reason: string; readonly isFailure: boolean }
  readonly headline: string | null
  readonly mentionsUs: boolean | null
  /** Id in the ledger of the note that it prints. */
  readonly noteId: number | null
}

/** Everything a síntesis is composed from. */
export type SintesisInput = {
  readonly municipality: Municipality
  readonly brief: Brief
  /** Local date of the edition, `YYYY-MM-DD`. */
  readonly date: string
  readonly number: number
  readonly from: Date
  readonly to: Date
  /** Instant of publication. */
  readonly now: Date
  readonly sources: readonly Source[]
  /** Kept in the window and naming the municipality, surely or doubtfully. */
  readonly notes: readonly Note[]
  /** The archive's own figures of the window; the edition counts its notes itself and says so when they differ. */
  readonly figures: PeriodFigures
  /** One per day, the previous 28 days, oldest first; possibly empty. */
  readonly history: readonly PeriodFigures[]
  /** Sent in the window and the two days before. */
  readonly boletines: readonly Boletin[]
  /** Notes that reprint those boletines, whenever they were published. */
  readonly boletinPickups: readonly Note[]
  /** Notes that name neighbours and not the municipality. */
  readonly neighbours?: readonly Note[]
  readonly frontPages?: readonly DayFrontPage[]
  /** What its network showed of each post the last time before the cut-off, by note id. */
  readonly counts?: ReadonlyMap<number, Counts>
  /** Notes that an edition outside the schedule printed before, and which. */
  readonly told?: ReadonlyMap<number, PrintedBefore>
  /** Absent of an edition of the schedule. */
  readonly special?: Special
  readonly certificate: Certificate
  readonly analyst: AnalystNotes | null
  /** JPEG or opaque PNG of the coat of arms. */
  readonly logo?: Uint8Array | null
  /** JPEG or opaque PNG by note id; null when one was expected and could not be had. */
  readonly images?: ReadonlyMap<number, Uint8Array | null>
}
