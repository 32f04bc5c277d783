// Who decided something, when and why ↔ the columns that every table of people's decisions has.
import { storableOrNull } from './stored-text.ts'

/** Who decided, when and why. */
export type Decider = { readonly by: string; readonly at: Date; readonly comment: string | null }

type SignatureRow = {
  readonly decided_by: string
  readonly decided_at: Date
  readonly comment: string | null
}

export const signRow = ({ by, at, comment }: Decider): SignatureRow => ({
  decided_by: by,
  decided_at: at,
  comment: storableOrNull(comment),
})

export const readSignature = (row: SignatureRow): Decider => ({
  by: row.decided_by,
  at: row.decided_at,
  comment: row.comment,
})
