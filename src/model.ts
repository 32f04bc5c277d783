// The nouns of Síntesis, in the order they flow through the pipeline. Types, and the one list that is also read; every instant is a Date, every share is 0–1.

/* ---------- what people wrote ---------- */

export type Medium = 'periodico' | 'portal' | 'radio' | 'tv' | 'agencia' | 'revista' | 'red-social'

/** 1 high, 2 middle, 3 low. Weight of an outlet in the region. */
export type Tier = 1 | 2 | 3

/** What may be printed of an outlet's text: an excerpt, the whole text, or only title and link (LFDA art. 148). */
export type Rights = 'cita' | 'reproduccion' | 'titulo-y-liga'

export type AudienceUnit =
  | 'visitas-dia'
  | 'visitas-mes'
  | 'ejemplares'
  | 'lectores'
  | 'radioescuchas'
  | 'televidentes'
  | 'rating'
  | 'seguidores'

/** An outlet's audience as somebody published it; nothing here is ever invented. */
export type Audience = {
  readonly value: number
  readonly unit: AudienceUnit
  readonly source: string
  /** `YYYY` or `YYYY-MM`: when the figure was published. */
  readonly asOf: string
  /** Least and most, where the figure is an estimate. */
  readonly range?: readonly [number, number]
  /** Of `ejemplares`: readers of each copy. */
  readonly perCopy?: AudienceFactor
  /** Of `seguidores`: share of them that a post reaches. */
  readonly rate?: AudienceFactor
  /** Of `rating`: people that a hundred points are. */
  readonly universe?: AudienceFactor
  /** Of `visitas-dia` and `visitas-mes`: visits that one person makes in a day. */
  readonly perVisitor?: AudienceFactor
  /** Seven factors from Monday to Sunday against the mean day, which is 1. */
  readonly weekdays?: readonly number[]
  /** Sections as the outlet names them, with the share of its audience that opens each. */
  readonly sections?: readonly { readonly name: string; readonly share: number }[]
}

/** What an audience is multiplied by, as somebody published it. */
export type AudienceFactor = {
  readonly value: number
  readonly range?: readonly [number, number]
  readonly source: string
}

/** One cheerio selector and where its value comes from: `href`, `text`, `html` or an attribute name. */
export type Selector = { readonly selector: string; readonly value: string }

/** Where on a listing page the notes are: one block per note, and inside it the link and optional fields. */
export type PageSelection = {
  /** Selector of each note's block; null when the links themselves are selected. */
  readonly item: string | null
  readonly link: Selector
  readonly title: Selector | null
  readonly date: Selector | null
  readonly summary: Selector | null
}

/** Where a JSON answer says what: paths of keys joined by dots, such as `data.notas`; the rest hang from each element of `list`. */
export type JsonSelection = {
  /** Path of the array of notes; null when the answer is that array. */
  readonly list: string | null
  /** Path of the address, or an address with paths in braces: `https://…/nota/{slug}`. */
  readonly link: string
  readonly title: string | null
  readonly date: string | null
  readonly summary: string | null
  readonly body: string | null
}

/**
 * A way into an outlet. `url` is always absolute http(s), also for channels declared by id or handle: of an account it
 * is the address that people see. `token` names a credential of the environment, never the credential itself.
 */
export type Channel =
  | { readonly kind: 'feed'; readonly url: string }
  | { readonly kind: 'page'; readonly url: string; readonly select: PageSelection }
  | { readonly kind: 'sitemap'; readonly url: string }
  | {
      readonly kind: 'browser'
      readonly url: string
      readonly select: PageSelection
      readonly waitFor: string | null
    }
  | { readonly kind: 'youtube'; readonly url: string }
  | { readonly kind: 'telegram'; readonly url: string }
  | {
      readonly kind: 'json'
      readonly url: string
      readonly read: JsonSelection
      readonly token: string | null
    }
  | { readonly kind: 'mastodon'; readonly url: string }
  /** An account, or a search (`…/search?q=`), which needs `token`. */
  | { readonly kind: 'bluesky'; readonly url: string; readonly token: string | null }
  | { readonly kind: 'facebook'; readonly url: string; readonly token: string }
  /** `viewer`: id of the professional account of ours through which other accounts are read. */
  | { readonly kind: 'instagram'; readonly url: string; readonly viewer: string; readonly token: string }
  /** A search by words (`…/search?q=`). */
  | { readonly kind: 'threads'; readonly url: string; readonly token: string }
  /** `monthlyPosts`: posts that may be paid for in a calendar month with this token. */
  | { readonly kind: 'x'; readonly url: string; readonly token: string; readonly monthlyPosts: number }
  /** Shows what is missing; never a source of record. */
  | { readonly kind: 'google-news'; readonly url: string }

/**
 * Where the front page of an outlet's paper is each day: an image or a PDF, or the page on which `image` is. The address
 * may hold the day: `{yyyy}`, `{yy}`, `{mm}`, `{m}`, `{dd}`, `{d}`.
 */
export type FrontPageAddress = { readonly url: string; readonly image: Selector | null }

/** How an item came in: by a channel, by a file that a network exports, or by a person's hand. */
export type ChannelKind = Channel['kind'] | 'csv' | 'manual'

/** Overrides for the article reader, declared only where the general reader errs. All are CSS selectors. */
export type ArticleSelectors = {
  readonly title: string | null
  readonly byline: string | null
  readonly date: string | null
  readonly body: string | null
  readonly remove: readonly string[]
}

/** A paid agreement with an outlet, in force from `since` to `until` (local days, both included; null: open). */
export type Convenio = {
  readonly name: string
  readonly since: string | null
  readonly until: string | null
  /** Null where only its name is declared. */
  readonly terms: ConvenioTerms | null
}

/** So many pieces in each span: distinct boletines published, or notes about the municipality. */
export type ConvenioTerms = {
  readonly pieces: number
  readonly every: 'semana' | 'quincena' | 'mes'
  readonly counts: 'boletines' | 'notas'
}

/** One outlet. Its identity is the registrable domain of `url`, never the name. */
export type Source = {
  /** Path of its file under `sources/` without extension, such as `mx-jal/el-informador`. */
  readonly id: string
  readonly name: string
  readonly url: string
  readonly medium: Medium
  /** ISO 3166-2 of the outlet's home state, such as `MX-JAL`; null for national outlets. */
  readonly state: string | null
  readonly city: string | null
  readonly tier: Tier
  readonly everyMinutes: number
  readonly timeZone: string
  readonly isEnabled: boolean
  /** Why a disabled source is disabled; null when enabled. */
  readonly disabledBecause: string | null
  /** `YYYY-MM-DD` of the last verification and what it saw; null when never verified. */
  readonly verified: { readonly on: string; readonly evidence: string } | null
  /** In order. Each is a rung of a ladder by itself, except those of `together`. */
  readonly channels: readonly Channel[]
  /** Addresses of channels that are one rung together: every one is read, as the section feeds of one outlet. */
  readonly together?: readonly (readonly string[])[]
  /** Item URLs that match one of these regular expressions are not notes (hub pages, covers). */
  readonly skip: readonly string[]
  readonly article: ArticleSelectors
  readonly audience: Audience | null
  readonly rights: Rights
  readonly convenio: Convenio | null
  /** True for the municipality's own site and accounts: kept, never counted as press. */
  readonly isOwn: boolean
  /** True for an account of a network that is no news outlet, and for a search in one: its posts are «Redes», never notes. */
  readonly isSocial?: boolean
  /** True of a source that no file declares any more, as the archive remembers it. */
  readonly isWithdrawn?: boolean
  /** Absent of an outlet without one. */
  readonly frontPage?: FrontPageAddress
}

export type SubjectRole = 'municipio' | 'persona' | 'dependencia' | 'programa' | 'tema' | 'vecino'

/** Who or what is watched. All phrases are matched accent- and case-folded, at word bounds; `ñ` differs from `n`. */
export type Subject = {
  readonly id: string
  readonly name: string
  readonly role: SubjectRole
  /** Phrases that by themselves are the subject: "Ayuntamiento de Tala", "Tala, Jalisco". */
  readonly aliases: readonly string[]
  /** Phrases that are the subject only with local context: "Tala" (also a noun), "la alcaldesa". */
  readonly ambiguous: readonly string[]
  /** Phrases that contain an alias and are somebody else: "tala de árboles", "San Salvador Atenco". */
  readonly exclusions: readonly string[]
  /** Phrases any of which makes an ambiguous alias count: the state, neighbours, people, localities. */
  readonly context: readonly string[]
  /** Phrases that speak for a namesake elsewhere: "Atenco, Estado de México". */
  readonly antiContext: readonly string[]
  /** A query in the language of `text/query.ts` that by itself is the subject; null or absent: none. */
  readonly query?: string | null
  /** Of a person: while their office was theirs, as local days `YYYY-MM-DD`, both included; null: open. */
  readonly inOffice?: { readonly since: string | null; readonly until: string | null } | null
}

/** An official press release of the municipality. */
export type Boletin = {
  /** `2026/0045`: year and number within it. */
  readonly folio: string
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly dependencia: string | null
  readonly sentAt: Date
  /** Where it came from: the file's path inside the workspace. */
  readonly file: string
}

export type Section = {
  readonly id: string
  readonly title: string
  /** Phrases that put a note in this section, matched as subjects are. */
  readonly terms: readonly string[]
  /** General topics that it takes when no phrase of any section decides. */
  readonly topics?: readonly Topic[]
}

/** What municipal news are about in general, by the area that answers for it; the order is that of the trained weights. */
export const TOPICS = [
  'agua',
  'servicios',
  'seguridad',
  'obra',
  'salud',
  'educacion',
  'cultura',
  'deporte',
  'turismo',
  'economia',
  'gobierno',
  'ambiente',
] as const

export type Topic = (typeof TOPICS)[number]

/** `municipality.yml`: who is watched and how the house prints. */
export type Municipality = {
  readonly name: string
  /** INEGI key of state + municipality, five digits, or null. */
  readonly inegi: string | null
  readonly state: string
  readonly stateName: string
  readonly office: string
  readonly timeZone: string
  /** Contact shown in the User-Agent: an e-mail or a page. */
  readonly contact: string
  /** `#RRGGBB`, contrast at least 4.5 on white. */
  readonly brandColor: string
  /** Path of the coat of arms (PNG without alpha or JPEG) or null: the masthead then prints none. */
  readonly logo: string | null
  /** Folder, inside the workspace, of the office's own tone model. */
  readonly toneModel?: string | null
  /** The first subject is the municipality itself. */
  readonly subjects: readonly Subject[]
  /** Queries that others name as `@obras`: name → query. Absent: none. */
  readonly queries?: Readonly<Record<string, string>>
  /** Sections of the daily síntesis in printing order, by topic. */
  readonly sections: readonly Section[]
  /** `MM-DD` or `YYYY-MM-DD` days on which the holiday hour applies. */
  readonly holidays: readonly string[]
  /** Who owns a standard action and by what hour, printed under "Requiere acción". */
  readonly duties: { readonly press: string; readonly spokesperson: string; readonly before: string }
}

/** A month, a quarter, a year of the calendar. */
export type CalendarPeriod = 'mes' | 'trimestre' | 'anio'

export type BriefKind = 'sintesis' | 'posicionamiento'

/** What a reader asked for: one YAML under `reports/`. Hours are `HH:MM` in the municipality's zone. */
export type Brief = {
  readonly id: string
  readonly title: string
  readonly kind: BriefKind
  readonly format: readonly PageFormat[]
  readonly schedule: {
    /** 1 Monday … 7 Sunday: the days on which an edition is due. */
    readonly weekdays: readonly number[]
    readonly deadline: string
    readonly weekendDeadline: string
    /** Of a brief by calendar periods, instead of weekdays: day of the first month after the period. */
    readonly monthDay?: number
  }
  readonly days: number
  /** The last whole month, quarter or year instead of so many days; `days` is then its usual length. */
  readonly period?: CalendarPeriod
  /** Ids of subjects and sections: only what is about any of them. Absent: the whole municipality. */
  readonly about?: readonly string[]
  /** Hours of the day, `12:00`, at which what came since is published as an addendum, if anything did. Absent: by hand. */
  readonly addendum?: { readonly at: readonly string[] }
}

export type PageFormat = 'carta' | 'movil'

/* ---------- what was seen ---------- */

/** What a network shows of a post at one moment; null is what it does not show. `reactions` are of every sort. */
export type Counts = {
  readonly views: number | null
  readonly reactions: number | null
  readonly comments: number | null
  readonly shares: number | null
}

export type BroadcastKind = 'nota' | 'entrevista' | 'mencion' | 'spot' | 'llamada'

/** Where a note stood in a broadcast, which began when the note was published, or in a paper. What nobody wrote down is absent. */
export type Slot = {
  readonly programme?: string
  readonly host?: string
  readonly kind?: BroadcastKind
  readonly seconds?: number
  /** Name of the file that keeps the broadcast or the clipping. */
  readonly witness?: string
  /** As they are printed: `1`, `A4`. */
  readonly pages?: readonly string[]
  readonly isFrontPage?: boolean
}

/** What a channel listed about one note before anything was fetched. Absent fields are null. */
export type Item = {
  readonly url: string
  readonly channel: ChannelKind
  readonly seenAt: Date
  readonly title: string | null
  readonly summary: string | null
  /** Body as HTML when the channel carries it (content:encoded, a Telegram post, a video's description). */
  readonly contentHtml: string | null
  readonly author: string | null
  readonly publishedAt: Date | null
  readonly section: string | null
  readonly image: string | null
  /** True when the listing is the note itself (a post, a video): no page is fetched. */
  readonly isWhole: boolean
  /** Views as the network shows them, or null. */
  readonly views: number | null
  /** Only of posts whose network shows any. `views` is the same number as above. */
  readonly counts?: Counts
  /** Only of what a person brings of a broadcast or a paper. */
  readonly slot?: Slot
  /** True when `publishedAt` is noon of a day whose hour is not known. */
  readonly isDayOnly?: boolean
}

/** The bytes as they stood: the evidence. */
export type Capture = {
  readonly item: Item
  readonly url: string
  readonly finalUrl: string
  readonly takenAt: Date
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  readonly sha256: string
  /** `page` the note's own page; `entry` the listing's own content (posts, videos, pages that cannot be read). */
  readonly kind: 'page' | 'entry'
  /** Redirects followed, in order, without the final URL. */
  readonly redirects: readonly string[]
}

export type DateOrigin = 'json-ld' | 'meta' | 'time' | 'url' | 'text' | 'feed' | 'none'

export type Completeness = 'completa' | 'truncada' | 'avance' | 'solo-titular'

export type Article = {
  readonly url: string
  readonly canonicalUrl: string
  readonly title: string
  readonly byline: string | null
  readonly section: string | null
  /** Null when no date was found: the note is kept and flagged, a date is never invented. */
  readonly publishedAt: Date | null
  readonly publishedFrom: DateOrigin
  /** False when only the day is known; `publishedAt` is then noon of that day in the source's zone. */
  readonly hasHour: boolean
  readonly image: string | null
  readonly standfirst: string | null
  readonly paragraphs: readonly string[]
  readonly completeness: Completeness
  /** What the reader should know: `sin-fecha`, `fecha-futura`, `breve`, `mojibake`, `fecha-dudosa`, `nota-antigua`. */
  readonly flags: readonly ArticleFlag[]
  /** Short line above the title, which often names the place. Absent, as the two below: none, or kept before anybody looked. */
  readonly kicker?: string
  /** Caption of the lead picture. */
  readonly caption?: string
  /** Last update that the page declares after its publication. */
  readonly updatedAt?: Date
  readonly slot?: Slot
}

export type ArticleFlag =
  | 'sin-fecha'
  | 'fecha-futura'
  | 'fecha-dudosa'
  | 'nota-antigua'
  | 'breve'
  | 'mojibake'

/* ---------- what it says ---------- */

export type MentionField = 'title' | 'standfirst' | 'body'

/** One place in an article where a subject is named. Offsets are UTF-16 units into that field or paragraph. */
export type Hit = {
  readonly field: MentionField
  /** Index of the paragraph when `field` is `body`, else 0. */
  readonly paragraph: number
  readonly start: number
  readonly end: number
  readonly text: string
  readonly rule: string
}

export type Prominence = 'titular' | 'entrada' | 'cuerpo' | 'incidental'

export type Belonging = 'nuestra' | 'dudosa'

/** A subject in an article: where, by which rule, and how sure we are that it is ours. `dudosa` goes to review. */
export type Mention = {
  readonly subjectId: string
  readonly belonging: Belonging
  readonly prominence: Prominence
  readonly hits: readonly Hit[]
  /** Spanish sentences that say why: shown by `explain`. */
  readonly evidence: readonly string[]
}

export type PickupKind = 'integra' | 'editada' | 'parcial' | 'citada'

/** One run of text shared by a boletín and an article: paragraph and UTF-16 offsets on both sides. */
export type Passage = {
  readonly boletinParagraph: number
  readonly boletinStart: number
  readonly boletinEnd: number
  readonly articleParagraph: number
  readonly articleStart: number
  readonly articleEnd: number
  readonly words: number
}

export type Pickup = {
  readonly folio: string
  readonly kind: PickupKind
  /** Share of the boletín's words that the article reprints. */
  readonly shareOfBoletin: number
  /** Share of the article's words that come from the boletín. */
  readonly shareOfArticle: number
  readonly passages: readonly Passage[]
  readonly isTitleKept: boolean
  readonly isCredited: boolean
  /** Hours from dispatch to publication; null when the article has no date. */
  readonly lagHours: number | null
  /** Who said that the article tells the boletín in other words; absent when its text says so. */
  readonly confirmedBy?: string
}

/** A boletín that an article may tell in other words: nothing published until a person confirms it. */
export type ProbablePickup = {
  readonly folio: string
  /** Cosine of what both speak of, 0–1. */
  readonly likeness: number
  /** Rare figures and names that both have, as the article writes them. */
  readonly figures: readonly string[]
  readonly names: readonly string[]
  readonly lagHours: number | null
}

export type ToneLabel = 'positivo' | 'neutro' | 'negativo' | 'mixto' | 'sin evaluar'

/** A sentence that moved the tone, and the words in it with their signed weight. */
export type ToneReason = {
  readonly sentence: string
  readonly words: readonly { readonly text: string; readonly weight: number }[]
  readonly rule: string
}

/** Tone towards the target, not of the event. `score` −1…1 and `confidence` 0…1 are null when not evaluated. */
export type Tone = {
  readonly label: ToneLabel
  readonly score: number | null
  readonly confidence: number | null
  readonly reasons: readonly ToneReason[]
  readonly needsReview: boolean
}

/** How an article's evidence of praise and blame becomes a label and a confidence. */
export type ToneSettings = {
  /** Evidence below this is neutral. */
  readonly leastEvidence: number
  /** Blame is multiplied by this before it is weighed against praise. */
  readonly blameShare: number
  /** The weaker side makes a tone mixed from this share of the stronger one. */
  readonly mixedShare: number
  /** Intercept and slope of the chance of being right, by outcome: Platt (1999), *Advances in Large Margin Classifiers*. */
  readonly confidence: Readonly<Record<ToneOutcome, ConfidenceLine>>
}

export type ToneOutcome = 'positivo' | 'negativo' | 'neutro' | 'mixto' | 'incidental'

export type ConfidenceLine = { readonly intercept: number; readonly slope: number }

/** People that an article may have reached, or visits where nobody says of how many people, with its provenance. Never a default: unknown reach is a null `Reach`. */
export type Reach = {
  readonly value: number
  /** Least and most, where the audience or one of its factors is given as a range. */
  readonly range?: readonly [number, number]
  readonly unit: 'personas' | 'visitas' | 'vistas'
  readonly basis: string
  readonly source: string
  readonly asOf: string
}

/* ---------- what happened to it ---------- */

/** How one listed item ended. Every item meets exactly one end; the counts of a round add up to `listed`. */
export type ItemEnd = 'kept' | 'known' | 'excluded' | 'unreadable' | 'later'

export type EndedItem = { readonly url: string; readonly end: ItemEnd; readonly reason: string | null }

export type RoundState = 'leida' | 'sin-cambios' | 'con-falla'

/** One visit to a source: what was listed and how each item ended. */
export type Round = {
  readonly sourceId: string
  readonly startedAt: Date
  readonly endedAt: Date
  readonly state: RoundState
  /** Which channel served, when one did. */
  readonly channel: ChannelKind | null
  /** Addresses of the channels that served: several when the rung is of several. */
  readonly served?: readonly string[]
  /** In plain Spanish, when the source failed or one of its channels did. */
  readonly reason: string | null
  readonly ends: readonly EndedItem[]
}

/** What a channel remembers between visits, for conditional GET and frozen-feed detection. */
export type ChannelMemory = {
  readonly url: string
  readonly etag: string | null
  readonly lastModified: string | null
  readonly bodySha256: string | null
  readonly visits: number
}

/* ---------- what a report reads ---------- */

/** One kept note with everything known about it, as a report reads it. */
export type Note = {
  readonly id: number
  readonly sourceId: string
  readonly capturedAt: Date
  readonly captureSha256: string
  readonly article: Article
  readonly mentions: readonly Mention[]
  readonly pickups: readonly Pickup[]
  readonly tone: Tone | null
  readonly reach: Reach | null
  readonly storyId: number
  /** Id of the section of the síntesis, or null when no section's terms matched. */
  readonly sectionId: string | null
}

/** What figures need of a note: nothing of its text. */
export type NoteFigures = Pick<Note, 'id' | 'sourceId' | 'capturedAt' | 'storyId' | 'sectionId' | 'reach'> & {
  readonly mentions: readonly Pick<Mention, 'subjectId' | 'belonging' | 'prominence'>[]
  readonly pickups: readonly Pick<Pickup, 'folio' | 'kind' | 'shareOfBoletin' | 'lagHours'>[]
  readonly tone: Pick<Tone, 'label'> | null
}

/** State of one source as the completeness certificate prints it. */
export type SourceReading = {
  readonly sourceId: string
  readonly name: string
  /** `callada`: read, nothing new. `no-leida`: due and never tried. */
  readonly state: 'leida' | 'callada' | 'con-falla' | 'no-leida'
  readonly lastSuccessAt: Date | null
  readonly failedSince: Date | null
  readonly reason: string | null
}

/** The completeness certificate of one window. `captured = kept + unreadable`; `listed` adds known, excluded and later. */
export type Certificate = {
  readonly from: Date
  readonly to: Date
  readonly readings: readonly SourceReading[]
  readonly misdeclared: readonly string[]
  /** Spanish sentences about the sources that the readings do not say: what may have slipped by, who stands still. */
  readonly remarks?: readonly string[]
  readonly counts: Readonly<Record<ItemEnd, number>> & { readonly listed: number }
  /** Reasons for excluded, unreadable and later items with their count, most frequent first. */
  readonly reasons: readonly { readonly end: ItemEnd; readonly reason: string; readonly count: number }[]
  /** Of the kept notes: how many speak of the municipality, are doubtful, or speak of something else. */
  readonly kept: {
    readonly ours: number
    readonly doubtful: number
    readonly other: number
    /** Of `ours`, posts of networks, which are no notes; absent: none. */
    readonly posts?: number
  }
  /** SHA-256 over the notes of the window, in order. */
  readonly ledgerSha256: string
}

/** One published issue of a brief. */
export type Edition = {
  readonly briefId: string
  /** Local date the edition is of, `YYYY-MM-DD`. */
  readonly date: string
  readonly number: number
  readonly from: Date
  readonly to: Date
  readonly publishedAt: Date
  readonly files: readonly string[]
  readonly ledgerSha256: string
}

/* ---------- how we stand ---------- */

export type ToneTally = Readonly<Record<ToneLabel, number>>

/** Figures of one period about the municipality. `balance` is positive minus negative per 100 evaluated notes. */
export type PeriodFigures = {
  readonly from: Date
  readonly to: Date
  readonly notes: number
  readonly media: number
  readonly stories: number
  readonly tally: ToneTally
  /** Null (`sin base`) when no note of the period was evaluated. */
  readonly balance: number | null
  /** 95 % interval of `balance`, or null when there is no base. */
  readonly balanceInterval: readonly [number, number] | null
  /** Janis–Fadner coefficient of imbalance with neutrals, −1…1, or null without base. */
  readonly imbalance: number | null
  /** How much less its notes say, of their number and of their tone, than as many that tell nothing in common: 1 or more. */
  readonly spread?: { readonly notes: number; readonly tone: number }
  /** Sum of known reach in people, with repetitions; null when no note has any. */
  readonly reach: number | null
  /** Sums of the least and of the most; absent when no note's reach has a range. */
  readonly reachRange?: readonly [number, number]
  readonly notesWithReach: number
  /** Sum of visits of the notes whose reach is known in visits alone, never added to people; absent when there are none. */
  readonly visits?: Pick<Reach, 'value' | 'range'> & { readonly notes: number }
  readonly notesFromBoletines: number
}

export type Change = 'mejora' | 'empeora' | 'sin cambio apreciable' | 'sin base'

/** A subject's part of all notes that name any of the compared municipalities. */
export type VoiceShare = {
  readonly subjectId: string
  readonly name: string
  readonly notes: number
  /** Null when the denominator is 0. */
  readonly share: number | null
  readonly previousShare: number | null
}

/** In the press notes of a topic that name any of the compared municipalities, the part of each; no share under ten notes. */
export type TopicVoice = {
  readonly id: string
  readonly name: string
  readonly notes: number
  readonly voices: readonly (ShareEstimate & { readonly subjectId: string })[]
}

export type GroupFigures = { readonly id: string; readonly name: string; readonly figures: PeriodFigures }

/** What an outlet delivered in a span against what was due by its end, with the fraction left out. */
export type DeliveredPieces = {
  readonly agreed: number
  readonly delivered: number
  /** Found only in notes that wait for a person to say whether they are ours. */
  readonly pending: number
  /** Of those delivered. */
  readonly noteIds: readonly number[]
  /** Days, begun ones too, in which the outlet could not be read; null where only a person brings its notes. */
  readonly unreadDays: number | null
}

/** An agreement in force in a period, and what came of it. Nothing of tone or money. */
export type ConvenioFigures = {
  readonly sourceId: string
  readonly counts: ConvenioTerms['counts']
  /** Null where nothing was declared to be delivered. */
  readonly period: DeliveredPieces | null
  /** From the first of the month of the period's last day; null where the period is as long or nothing is declared. */
  readonly month: DeliveredPieces | null
}

/** A share of few or many cases, with its 95 % interval; null without trials. */
export type ShareEstimate = {
  readonly cases: number
  readonly trials: number
  readonly share: number | null
  readonly interval: readonly [number, number] | null
}

/** How visible the municipality was, by the weight of each outlet and the place in each note. */
export type Visibility = {
  /** Sum over notes of tier weight × place weight. */
  readonly points: number
  /** Points as a share of what the same number of notes would give as headlines of the first tier; null without notes. */
  readonly share: number | null
  readonly byTier: readonly { readonly tier: Tier; readonly notes: number; readonly points: number }[]
}

/** What came of the boletines sent in a period. */
export type BoletinEffect = {
  readonly sent: number
  /** Boletines that at least one outlet printed, of all sent. */
  readonly printed: ShareEstimate
  /** Notes of the press that carry any of them. */
  readonly notes: number
  /** Distinct outlets that printed any. */
  readonly media: number
  /** Mean number of outlets that printed each boletín, those that nobody printed included; null when none was sent. */
  readonly mediaPerBoletin: number | null
  /** Median share of the boletín's words that a note reprints; null when nobody printed any. */
  readonly medianShare: number | null
  /** Median hours from dispatch to publication, of the notes that tell their hour; null when none does. */
  readonly medianLagHours: number | null
}

/** A topic or an outlet against itself in the period before. Null figures: no notes in that period. */
export type GroupChange = {
  readonly id: string
  readonly name: string
  readonly current: PeriodFigures | null
  readonly previous: PeriodFigures | null
  readonly notes: number
  readonly previousNotes: number
  /** `mejora` = more notes. */
  readonly volume: Change
  readonly balance: Change
  /** Its notes in up to eight periods, oldest first and this one last; absent before there are four. */
  readonly series?: readonly number[]
}

/** A person of municipality.yml in the press of a period. */
export type Spokesperson = {
  readonly subjectId: string
  readonly name: string
  /** Notes that name the person. */
  readonly notes: number
  /** Notes in which what the person says is reported, with or without quotation marks. */
  readonly quoted: number
  /** Tone, towards the government, of the notes in which the person speaks. */
  readonly tally: ToneTally
  readonly quotedIn: readonly number[]
}

/** What a period's notes say beside their number and tone. */
export type Standing = {
  readonly visibility: Visibility
  readonly boletines: BoletinEffect
  /** Those that rose most first. */
  readonly topics: readonly GroupChange[]
  readonly media: readonly GroupChange[]
  /** Those most quoted first. */
  readonly spokespeople: readonly Spokesperson[]
}

/** How the municipality stands in a period, against the one before and the ones before that (oldest first). */
export type Position = {
  readonly current: PeriodFigures
  readonly previous: PeriodFigures | null
  readonly history: readonly PeriodFigures[]
  readonly balanceChange: Change
  readonly volumeChange: Change
  /** Half-width in points below which a change of balance is noise; null without base. */
  readonly noiseBand: number | null
  readonly voice: readonly VoiceShare[]
  readonly voiceDenominator: number
  readonly voiceByTopic: readonly TopicVoice[]
  readonly bySource: readonly GroupFigures[]
  readonly bySection: readonly GroupFigures[]
  readonly standing: Standing
}
