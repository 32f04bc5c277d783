// `npm run bench:scale -- partitions [--rows 3000000] [--months 12]`: the archive's series whole and by month → what each costs.
import { Client } from 'pg'
import { readDatabaseSeconds, readLoad, withArchive } from './scale-archive.ts'

export type PartitionSize = { readonly rows: number; readonly months: number; readonly sources: number }

const SHAPES = ['whole', 'by month', 'by month and default'] as const
type Shape = (typeof SHAPES)[number]

const FIRST = '2025-01-01T00:00:00Z'

/** Notes are large: a fourth as many. */
const NOTE_SHARE = 4

/** The series with the most rows, as `migrations/` makes them, but without keys that a partition cannot hold. */
const SERIES = {
  round: {
    columns: `id bigint, source_id text not null, started_at timestamptz not null, ended_at timestamptz not null,
      ledger_at timestamptz not null, state text not null, channel text, reason text, kept integer not null,
      known integer not null, excluded integer not null, unreadable integer not null, later integer not null,
      repeated integer not null, listed integer, fresh integer, newest_published timestamptz, oldest_published timestamptz,
      dated integer, has_known boolean, safe_minutes double precision, gap_from timestamptz, gap_to timestamptz,
      shared_with text, shared integer`,
    key: 'started_at',
    indexes: [
      'unique index on # (source_id, started_at)',
      'index on # (ledger_at)',
      'index on # (source_id, ledger_at)',
      `index on # (source_id, ledger_at) where state = 'leida'`,
      `index on # (source_id, ledger_at) where state = 'con-falla'`,
      'index on # (ledger_at) where gap_from is not null',
      'index on # (source_id, ledger_at) where listed > 0',
    ],
    select: `select n, 's' || n % $sources, at, at + interval '20 seconds', at + interval '20 seconds',
      case when n % 3 = 0 then 'leida' when n % 50 = 1 then 'con-falla' else 'sin-novedad' end, 'feed', null, 2, 18, 0, 0, 0, 20,
      20, 2, at, at - interval '1 day', 20, true, 60 + n % 500, null::timestamptz, null::timestamptz, null, null::integer`,
  },
  ending: {
    columns:
      'id bigint, item_id bigint not null, source_id text not null, ledger_at timestamptz not null, kind text not null, reason text',
    key: 'ledger_at',
    indexes: ['index on # (ledger_at)', 'index on # (item_id, id)'],
    select: `select n, n, 's' || n % $sources, at, case when n % 10 = 0 then 'excluded' else 'kept' end,
      case when n % 10 = 0 then 'ya está en el archivo' end`,
  },
  post_count: {
    columns:
      'item_id bigint, taken_at timestamptz, views bigint, reactions bigint, comments bigint, shares bigint',
    key: 'taken_at',
    indexes: ['unique index on # (item_id, taken_at)'],
    select: 'select n % 200000, at, n, n / 10, n / 100, n / 1000',
  },
  // Of a note what fills its row: 1.4 KB. Its keys and the twelve tables that point at it are left out.
  note: {
    columns:
      'id bigint, source_id text not null, captured_at timestamptz not null, title text not null, paragraphs text[] not null',
    key: 'captured_at',
    indexes: ['index on # (captured_at, id)', 'index on # (source_id, captured_at)', 'index on # (id)'],
    select: `select n, 's' || n % $sources, at, 'Título ' || md5(n::text), array[repeat(md5(n::text), 40)]`,
  },
} as const

type Name = keyof typeof SERIES

/** What the program asks of each series, with the last day of the data in place of now. */
const QUESTIONS: Readonly<Record<Name, readonly (readonly [string, string])[]>> = {
  round: [
    ['certificate of a day', `select sum(repeated) from round where ledger_at > $from and ledger_at <= $to`],
    [
      'last listing of a source',
      `select started_at from round where source_id = 's7' and listed > 0 order by ledger_at desc, id desc limit 1`,
    ],
    [
      'pace of a source in 7 days',
      `select min(safe_minutes) from round where source_id = 's7' and ledger_at > $to - interval '7 days'`,
    ],
  ],
  ending: [
    [
      'certificate of a day',
      `select kind, reason, count(*) from (select distinct on (item_id) kind, reason from ending
       where ledger_at > $from and ledger_at <= $to order by item_id, id desc) last group by 1, 2`,
    ],
    ['last end of an item', 'select kind from ending where item_id = 77777 order by id desc limit 1'],
  ],
  post_count: [
    [
      'last counts of a post',
      'select views from post_count where item_id = 777 order by taken_at desc limit 1',
    ],
  ],
  note: [
    [
      'notes of an edition',
      'select * from note where captured_at > $from and captured_at <= $to order by captured_at, id',
    ],
    [
      'story window',
      `select id, title, paragraphs from note where captured_at > $to - interval '10 days' order by captured_at, id`,
    ],
    ['note by id', 'select title from note where id = 77777'],
  ],
}

type Bench = {
  readonly client: Client
  /** Seconds that pass, and of PostgreSQL's processor. */
  cost(work: () => Promise<void>): Promise<{ readonly seconds: number; readonly cpu: number }>
}

/** Measures each series in each shape and prints a line for each. */
export async function measurePartitions(size: PartitionSize): Promise<void> {
  await withArchive(async ({ databaseUrl, postmaster }) => {
    const client = new Client({ connectionString: databaseUrl })
    await client.connect()
    const bench: Bench = {
      client,
      async cost(work) {
        const before = { cpu: readDatabaseSeconds(postmaster), at: performance.now() }
        await work()
        const seconds = (performance.now() - before.at) / 1e3
        return { seconds, cpu: readDatabaseSeconds(postmaster) - before.cpu }
      },
    }
    try {
      for (const name of Object.keys(SERIES) as Name[])
        for (const shape of SHAPES) await measureShape(bench, name, shape, size)
    } finally {
      await client.end()
    }
  })
}

async function measureShape(bench: Bench, name: Name, shape: Shape, asked: PartitionSize): Promise<void> {
  const { client } = bench
  const size = name === 'note' ? { ...asked, rows: asked.rows / NOTE_SHARE } : asked
  await fill(client, name, shape, size)
  const added = await addRows(bench, name, shape, size)
  const answers = await askQuestions(client, name, size)
  const bytes = await measureBytes(client, name)
  const removed = await bench.cost(async () => {
    if (shape !== 'whole') await client.query(`drop table ${name}_0`)
    else {
      await client.query(`delete from ${name} where ${SERIES[name].key} < '${addMonths(1)}'`)
      await client.query(`vacuum ${name}`)
    }
  })
  console.log(
    `${name}, ${size.rows / 1e6} M rows, ${size.months} months, ${shape} (load ${readLoad()}): a row more ${added.toFixed(3)} ms of processor; ${answers.join('; ')}; ${(bytes / 1e6).toFixed(0)} MB; a month removed in ${(removed.seconds * 1e3).toFixed(0)} ms, ${(removed.cpu * 1e3).toFixed(0)} of processor`,
  )
  await client.query(`drop table ${name}`)
}

async function fill(client: Client, name: Name, shape: Shape, size: PartitionSize): Promise<void> {
  const { columns, key, indexes, select } = SERIES[name]
  const isWhole = shape === 'whole'
  await client.query(`create table ${name} (${columns}) ${isWhole ? '' : `partition by range (${key})`}`)
  for (let month = 0; !isWhole && month < size.months; month += 1)
    await client.query(
      `create table ${name}_${month} partition of ${name} for values from ('${addMonths(month)}') to ('${addMonths(month + 1)}')`,
    )
  if (shape === 'by month and default')
    await client.query(`create table ${name}_rest partition of ${name} default`)
  const span = `'${addMonths(size.months)}'::timestamptz - '${FIRST}'::timestamptz`
  await client.query(
    `insert into ${name} ${select.replaceAll('$sources', String(size.sources))}
     from (select n, '${FIRST}'::timestamptz + (${span}) * (n::float8 / ${size.rows}) as at from generate_series(0, ${size.rows - 1}) n) each`,
  )
  for (const index of indexes) await client.query(`create ${index.replace('#', name)}`)
  await client.query(`vacuum analyze ${name}`)
}

/** Milliseconds of processor of one more row of the last month, as the program writes it: one statement each. */
async function addRows(bench: Bench, name: Name, shape: Shape, size: PartitionSize): Promise<number> {
  const { client, cost } = bench
  const times = 5_000
  const last = new Date(Date.parse(addMonths(size.months)) - 86_400_000).toISOString()
  const text = `insert into ${name} ${SERIES[name].select.replaceAll('$sources', String(size.sources))}
    from (select $1::bigint as n, '${last}'::timestamptz + make_interval(secs => $1::float8 / 1e6) as at) each`
  await client.query('begin')
  const { cpu } = await cost(async () => {
    for (let n = 0; n < times; n += 1)
      await client.query({ name: `${name} ${shape}`, text, values: [size.rows + n] })
  })
  await client.query('rollback')
  return (cpu / times) * 1e3
}

async function askQuestions(client: Client, name: Name, size: PartitionSize): Promise<string[]> {
  const last = `'${addMonths(size.months)}'::timestamptz`
  const answers: string[] = []
  for (const [what, question] of QUESTIONS[name]) {
    const text = question.replaceAll('$from', `${last} - interval '1 day'`).replaceAll('$to', last)
    answers.push(`${what} ${(await findBest(() => client.query(text))).toFixed(2)} ms`)
  }
  return answers
}

async function measureBytes(client: Client, name: Name): Promise<number> {
  const { rows } = await client.query(
    `select pg_total_relation_size('${name}') + (
       select coalesce(sum(pg_total_relation_size(relid)), 0) from pg_partition_tree('${name}')
       where relid <> '${name}'::regclass) as bytes`,
  )
  return Number(rows[0]?.bytes)
}

function addMonths(count: number): string {
  const date = new Date(FIRST)
  date.setUTCMonth(date.getUTCMonth() + count)
  return date.toISOString()
}

/** The best of fifteen, in milliseconds: what the work takes while nobody else is at the machine. */
async function findBest(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < 15; n += 1) {
    const startedAt = performance.now()
    await work()
    times.push(performance.now() - startedAt)
  }
  return Math.min(...times)
}
