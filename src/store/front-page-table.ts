// The table of front pages, as Kysely sees it.

export type FrontPageTable = {
  source_id: string
  /** `YYYY-MM-DD`, of the outlet's own zone. */
  day: string
  url: string
  sha256: string | null
  printed_sha256: string | null
  reason: string | null
  tried_at: Date
}
