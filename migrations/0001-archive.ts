// An empty database → the tables of the archive, one per noun, and the views through which they are read.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await makeSearch(db)
  await SOURCES.execute(db)
  await LEDGER.execute(db)
  await NOTES.execute(db)
  await VERDICTS.execute(db)
  await EDITIONS.execute(db)
}

/**
 * Text search in Spanish that ignores accents. Where `unaccent` is not to be had (not shipped, or no right to create
 * it), the same configuration minds accents. Similarity by `pg_trgm` comes along where it can.
 */
async function makeSearch(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$
    declare
      extension text;
    begin
      foreach extension in array array['unaccent', 'pg_trgm'] loop
        begin
          execute format('create extension if not exists %I', extension);
        exception when others then
          raise notice 'extension %: %', extension, sqlerrm;
        end;
      end loop;
    end $$;

    create text search configuration sintesis (copy = pg_catalog.spanish);

    do $$
    declare
      dictionary text;
    begin
      select format('%I.%I', n.nspname, d.dictname) into dictionary
        from pg_ts_dict d join pg_namespace n on n.oid = d.dictnamespace where d.dictname = 'unaccent' limit 1;
      if dictionary is not null then
        execute 'alter text search configuration sintesis alter mapping for hword, hword_part, word with '
          || dictionary || ', spanish_stem';
      end if;
    end $$;

    -- A tsvector holds 1 MB at most, which the densest 80,000 characters do not fill. Quotation marks and dashes are spaced out because a server of locale C would
    -- take them for letters.
    create function search_words(words text) returns tsvector
      language sql immutable parallel safe
      begin atomic
        select to_tsvector(
          'sintesis'::regconfig,
          translate(left(coalesce(words, ''), 80000), '“”‘’«»¿¡—–…·', '            ')
        );
      end;

    create function search_note(title text, standfirst text, paragraphs text[]) returns tsvector
      language sql immutable parallel safe
      begin atomic
        select setweight(search_words(left(title, 2000)), 'A')
          || setweight(search_words(left(standfirst, 2000)), 'B')
          || search_words(array_to_string(paragraphs, ' '));
      end;
  `.execute(db)
}

const SOURCES = sql`
  create table source (
    id text primary key,
    name text not null,
    medium text not null,
    state text,
    is_own boolean not null,
    is_enabled boolean not null,
    every_minutes integer not null,
    declaration jsonb not null,
    declared_at timestamptz not null,
    withdrawn_at timestamptz,
    next_at timestamptz
  );

  create table channel_memory (
    source_id text not null references source,
    url text not null,
    etag text,
    last_modified text,
    body_sha256 text,
    visits integer not null,
    primary key (source_id, url)
  );

  create table boletin (
    folio text primary key,
    title text not null,
    paragraphs text[] not null,
    dependencia text,
    sent_at timestamptz not null,
    file text not null
  );
  create index boletin_by_date on boletin (sent_at);
`

const LEDGER = sql`
  -- One row: up to where the ledger is closed. What is kept later takes a later instant.
  create table ledger (
    is_only boolean primary key default true check (is_only),
    closed_to timestamptz not null
  );
  insert into ledger (closed_to) values ('-infinity');

  -- Each URL once, found by its digest because a URL may be longer than an index entry.
  create table item (
    id bigint generated always as identity primary key,
    url_sha256 bytea not null unique,
    url text not null,
    source_id text not null references source,
    end_kind text,
    end_reason text,
    first_seen timestamptz not null,
    last_seen timestamptz not null,
    attempts integer not null default 0,
    next_attempt_at timestamptz,
    listed jsonb
  );
  create index item_due on item (source_id, next_attempt_at) where end_kind = 'later';

  create table round (
    id bigint generated always as identity primary key,
    source_id text not null references source,
    started_at timestamptz not null,
    ended_at timestamptz not null,
    ledger_at timestamptz not null,
    state text not null,
    channel text,
    reason text,
    kept integer not null,
    known integer not null,
    excluded integer not null,
    unreadable integer not null,
    later integer not null,
    repeated integer not null,
    unique (source_id, started_at)
  );
  create index round_by_ledger on round (ledger_at);
  create index round_by_source on round (source_id, ledger_at);
  create index round_read on round (source_id, ledger_at) where state = 'leida';
  create index round_failed on round (source_id, ledger_at) where state = 'con-falla';

  -- How an item ended, each time that changed; the last one counts.
  create table ending (
    id bigint generated always as identity primary key,
    item_id bigint not null references item,
    source_id text not null references source,
    ledger_at timestamptz not null,
    kind text not null,
    reason text
  );
  create index ending_by_ledger on ending (ledger_at);
  create index ending_of_item on ending (item_id, id);

  create table capture (
    id bigint generated always as identity primary key,
    item_id bigint not null references item,
    url text not null,
    final_url text not null,
    taken_at timestamptz not null,
    status smallint not null,
    headers jsonb not null,
    redirects text[] not null,
    kind text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes integer not null,
    listed jsonb not null,
    unique (item_id, sha256)
  );
  create index capture_by_sha256 on capture (sha256);
`

const NOTES = sql`
  create table note (
    id bigint generated always as identity primary key,
    item_id bigint not null unique references item,
    capture_id bigint not null references capture,
    source_id text not null references source,
    captured_at timestamptz not null,
    url text not null,
    canonical_url text not null,
    title text not null,
    byline text,
    section text,
    published_at timestamptz,
    published_from text not null,
    has_hour boolean not null,
    image text,
    standfirst text,
    paragraphs text[] not null,
    completeness text not null,
    flags text[] not null,
    section_id text,
    search tsvector generated always as (search_note(title, standfirst, paragraphs)) stored
  );
  create index note_by_ledger on note (captured_at, id);
  create index note_by_source on note (source_id, captured_at);
  create index note_search on note using gin (search);

  create table story (
    id bigint generated always as identity primary key,
    opened_at timestamptz not null,
    merged_into bigint references story check (merged_into <> id)
  );
  create index story_merged on story (merged_into) where merged_into is not null;

  create table story_member (
    note_id bigint primary key references note,
    story_id bigint not null references story
  );
  create index story_member_by_story on story_member (story_id);

  create table story_merge (
    id bigint generated always as identity primary key,
    from_id bigint not null references story,
    into_id bigint not null references story,
    merged_at timestamptz not null,
    reason text not null
  );

  -- The story of a note after all merges.
  create view note_story as
    select m.note_id, coalesce(s.merged_into, s.id) as story_id
    from story_member m join story s on s.id = m.story_id;
`

const VERDICTS = sql`
  create table mention (
    note_id bigint not null references note,
    subject_id text not null,
    belonging text not null,
    prominence text not null,
    evidence text[] not null,
    primary key (note_id, subject_id)
  );

  create table hit (
    note_id bigint not null,
    subject_id text not null,
    position integer not null,
    field text not null,
    paragraph integer not null,
    start_at integer not null,
    end_at integer not null,
    text text not null,
    rule text not null,
    primary key (note_id, subject_id, position),
    foreign key (note_id, subject_id) references mention
  );

  create table pickup (
    note_id bigint not null references note,
    folio text not null references boletin,
    kind text not null,
    share_of_boletin double precision not null,
    share_of_article double precision not null,
    is_title_kept boolean not null,
    is_credited boolean not null,
    lag_hours double precision,
    primary key (note_id, folio)
  );
  create index pickup_by_folio on pickup (folio);

  create table passage (
    note_id bigint not null,
    folio text not null,
    position integer not null,
    boletin_paragraph integer not null,
    boletin_start integer not null,
    boletin_end integer not null,
    article_paragraph integer not null,
    article_start integer not null,
    article_end integer not null,
    words integer not null,
    primary key (note_id, folio, position),
    foreign key (note_id, folio) references pickup
  );

  -- Each opinion ever given of a note's tone, by the program or by a person; the last one counts.
  create table tone (
    id bigint generated always as identity primary key,
    note_id bigint not null references note,
    label text not null,
    score double precision,
    confidence double precision,
    reasons jsonb not null,
    needs_review boolean not null,
    given_by text not null,
    given_at timestamptz not null,
    comment text
  );
  create index tone_of_note on tone (note_id, id desc);

  create table reach (
    note_id bigint primary key references note,
    value double precision not null,
    unit text not null,
    basis text not null,
    source text not null,
    as_of text not null
  );

  create table review (
    id bigint generated always as identity primary key,
    note_id bigint not null references note,
    kind text not null check (kind in ('mencion', 'tono')),
    subject_id text,
    opened_at timestamptz not null,
    closed_at timestamptz,
    closed_by text,
    decision text,
    comment text,
    unique nulls not distinct (note_id, kind, subject_id)
  );
  create index review_open on review (opened_at, id) where closed_at is null;

  -- Mentions as a person left them: confirmed ones are ours, refuted ones are gone.
  create view mention_now as
    select m.note_id, m.subject_id, case r.decision when 'nuestra' then r.decision else m.belonging end as belonging,
      m.prominence, m.evidence
    from mention m
    left join review r on r.note_id = m.note_id and r.kind = 'mencion' and r.subject_id = m.subject_id
    where r.decision is distinct from 'ajena';
`

const EDITIONS = sql`
  create table edition (
    brief_id text not null,
    date date not null,
    number integer not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    claimed_at timestamptz not null,
    published_at timestamptz,
    files text[] not null default '{}',
    ledger_sha256 text,
    primary key (brief_id, date),
    unique (brief_id, number)
  );
`
