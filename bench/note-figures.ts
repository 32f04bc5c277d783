// 20,000 notes of 28 days, one in four of which names us → what reading them for figures costs, whole and without texts.
import { Socket } from 'node:net'
import { sql } from 'kysely'
import { findNoteFigures } from '../src/store/note-figures.ts'
import { findNotes } from '../src/store/notes.ts'
import { openStore, type Store } from '../src/store/open.ts'
import { readDatabaseSeconds, readLoad, withArchive } from './scale-archive.ts'

const NOTES = Number(process.argv[2] ?? 20_000)
const SPAN = { from: new Date('2026-10-01T00:00:00Z'), to: new Date('2026-10-29T00:00:00Z') }

const sockets = new Set<Socket>()
const { connect } = Socket.prototype
Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
  sockets.add(this)
  return Reflect.apply(connect, this, args)
} as typeof connect

/** Notes of some 3 KB, each with a tone and a reach; ours with two hits each, and one in five of ours with a pick-up. */
async function fill({ db }: Store): Promise<void> {
  const statements = [
    sql`insert into source (id, name, medium, is_own, is_enabled, every_minutes, declaration, declared_at)
        values ('mx/a', 'A', 'portal', false, true, 20, '{}', now())`,
    sql`insert into boletin (folio, title, paragraphs, sent_at, file)
        values ('2026/0001', 'Uno', '{texto}', ${SPAN.from}, 'b')`,
    sql`insert into item (url_sha256, url, source_id, first_seen, last_seen)
        select sha256(g::text::bytea), 'https://a.example/' || g, 'mx/a', ${SPAN.from}, ${SPAN.from}
        from generate_series(1, ${sql.lit(NOTES)}) g`,
    sql`insert into capture (item_id, url, final_url, taken_at, status, headers, redirects, kind, sha256, bytes, listed)
        select id, url, url, ${SPAN.from}, 200, '{}', '{}', 'page', repeat('a', 64), 60000, '{}' from item`,
    sql`insert into note (item_id, capture_id, source_id, captured_at, url, canonical_url, title, published_from, has_hour,
          paragraphs, completeness, flags, section_id)
        select i.id, c.id, 'mx/a', ${SPAN.from}::timestamptz + i.id * interval '28 days' / ${sql.lit(NOTES)}, i.url, i.url,
          'Título de la nota ' || i.id, 'json-ld', true,
          (select array_agg(repeat('palabra ' || i.id || ' del texto ', 20) || p) from generate_series(1, 6) p), 'completa', '{}', 'agua'
        from item i join capture c on c.item_id = i.id`,
    sql`insert into story (opened_at) select ${SPAN.from} from note`,
    sql`insert into story_member (note_id, story_id) select id, id from note`,
    sql`insert into mention (note_id, subject_id, belonging, prominence, evidence)
        select id, case when id % 4 = 0 then 'tala' else 'vecino' end, 'nuestra', 'cuerpo', '{Nombra a Jalisco.}' from note
        where id % 4 = 0 or id % 10 = 1`,
    sql`insert into hit (note_id, subject_id, position, field, paragraph, start_at, end_at, text, rule)
        select note_id, subject_id, p, 'body', 0, 0, 7, 'palabra', 'alias: palabra' from mention, generate_series(0, 1) p`,
    sql`insert into pickup (note_id, folio, kind, share_of_boletin, share_of_article, is_title_kept, is_credited)
        select id, '2026/0001', 'parcial', .5, .5, false, false from note where id % 20 = 0`,
    sql`insert into tone (note_id, label, reasons, needs_review, given_by, given_at)
        select id, 'neutro', jsonb_build_array(jsonb_build_object('sentence', repeat('frase ', 20), 'words', '[]'::jsonb, 'rule', 'modelo')),
          false, 'sintesis', ${SPAN.from} from note where id % 4 = 0`,
    sql`insert into reach (note_id, value, unit, basis, source, as_of) select id, 1000, 'personas', 'a', 'b', '2026' from note`,
    sql`analyze`,
  ]
  for (const statement of statements) await statement.execute(db)
}

const readBytes = () => [...sockets].reduce((sum, { bytesRead }) => sum + bytesRead, 0)

async function measure(name: string, postmaster: number, read: () => Promise<readonly unknown[]>) {
  await read()
  const [bytes, own, base] = [readBytes(), process.cpuUsage(), readDatabaseSeconds(postmaster)]
  const found = await read()
  const { user, system } = process.cpuUsage(own)
  const [mine, theirs] = [(user + system) / 1e6, readDatabaseSeconds(postmaster) - base]
  console.log(
    `${name}: ${found.length} notes, ${((readBytes() - bytes) / 1e6).toFixed(2)} MB read, ${mine.toFixed(2)} s CPU here, ${theirs.toFixed(2)} s in PostgreSQL`,
  )
}

await withArchive(async ({ data, databaseUrl, postmaster }) => {
  const store = await openStore({ dataFolder: data, databaseUrl })
  try {
    await fill(store)
    console.log(`${NOTES} notes, load ${readLoad()}`)
    await measure('whole notes', postmaster, () => findNotes(store.db, SPAN))
    await measure('figures of ours', postmaster, () => findNoteFigures(store.db, SPAN, ['tala']))
    await measure('figures of all named', postmaster, () =>
      findNoteFigures(store.db, SPAN, ['tala', 'vecino']),
    )
  } finally {
    await store.close()
  }
})
