// The boletines → with the fingerprints by which a note finds the one it reprints among all ever sent.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- A short number for the index; and by which version of the fingerprint it was printed, null where it was not.
    alter table boletin
      add column id integer generated always as identity unique,
      add column printed smallint;

    create table boletin_print (
      h integer not null,
      boletin_id integer not null references boletin (id) on delete cascade
    );
    -- Found by hash alone, without a look at the table; by boletín when one is corrected.
    create index boletin_print_by_hash on boletin_print (h) include (boletin_id);
    create index boletin_print_of on boletin_print (boletin_id);
  `.execute(db)
}
