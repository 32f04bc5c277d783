// Columns whose value differs on the way in and on the way out.
import type { ColumnType } from 'kysely'

/** Read as parsed, written as text: `pg` would send a bare list as a PostgreSQL array. */
export type Json<T> = ColumnType<T, string, string>
/** A list as PostgreSQL keeps it: `text[]`. */
export type List<T> = ColumnType<T[], readonly T[], readonly T[]>
