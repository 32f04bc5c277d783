// `npm run bench:scale -- partitions [--rows 3000000] [--months 12]`: the archive's series whole and by month → what each costs.
import { Client } from 'pg'
import { openStore } from '../src/store/open.ts'
import { readLoad, withArchive } from './scale-archive.ts'

export type PartitionSize = { readonly rows: number; readonly months: number; readonly sources: number }

type Shape = 'entera' | 'por mes' | 'por mes y resto'

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
    ['certificado del día', `select sum(repeated) from round where ledger_at > $from and ledger_at <= $to`],
    [
      'última lista de una fuente',
      `select started_at from round where source_id = 's7' and listed > 0 order by ledger_at desc, id desc limit 1`,
    ],
    [
      'ritmo de una fuente en 7 días',
      `select min(safe_minutes) from round where source_id = 's7' and ledger_at > $to::timestamptz - interval '7 days'`,
    ],
  ],
  ending: [
    [
      'certificado del día',
      `select kind, reason, count(*) from (select distinct on (item_id) kind, reason from ending
       where ledger_at > $from and ledger_at <= $to order by item_id, id desc) last group by 1, 2`,
    ],
    ['historia de una nota', 'select kind from ending where item_id = 77777 order by id desc limit 1'],
  ],
  post_count: [
    [
      'última cuenta de una publicación',
      'select views from post_count where item_id = 777 order by taken_at desc limit 1',
    ],
  ],
  note: [
    [
      'notas de la edición',
      'select * from note where captured_at > $from and captured_at <= $to order by captured_at, id',
    ],
    [
      'ventana de historias',
      `select id, title, paragraphs from note where captured_at > $to::timestamptz - interval '10 days' order by captured_at, id`,
    ],
    ['una nota por su id', 'select title from note where id = 77777'],
  ],
}

/** Measures each series in each shape and prints a table. */
export async function measurePartitions(size: PartitionSize): Promise<void> {
  await withArchive(async ({ databaseUrl, data }) => {
    await (await openStore({ dataFolder: data, databaseUrl })).close()
    const client = new Client({ connectionString: databaseUrl })
    await client.connect()
    // Apart from the archive's own tables, which may be in any shape.
    await client.query('create schema prueba; set search_path = prueba')
    try {
      for (const name of Object.keys(SERIES) as Name[])
        for (const shape of ['entera', 'por mes', 'por mes y resto'] as const)
          await measureShape(client, name, shape, size)
    } finally {
      await client.end()
    }
  })
}

async function measureShape(client: Client, name: Name, shape: Shape, asked: PartitionSize): Promise<void> {
  const size = name === 'note' ? { ...asked, rows: asked.rows / NOTE_SHARE } : asked
  const { columns, key, indexes, select } = SERIES[name]
  const end = addMonths(size.months)
  await client.query(
    `drop table if exists ${name}; create table ${name} (${columns}) ${shape === 'entera' ? '' : `partition by range (${key})`}`,
  )
  if (shape !== 'entera') {
    for (let month = 0; month < size.months; month += 1)
      await client.query(
        `create table ${name}_${month} partition of ${name} for values from ('${addMonths(month)}') to ('${addMonths(month + 1)}')`,
      )
    if (shape === 'por mes y resto')
      await client.query(`create table ${name}_rest partition of ${name} default`)
  }
  for (const index of indexes) await client.query(`create ${index.replace('#', name)}`)
  const rows = (count: number, from: string, to: string) =>
    `${select.replaceAll('$sources', String(size.sources))} from (select n, '${from}'::timestamptz + ('${to}'::timestamptz - '${from}'::timestamptz) * (n::float8 / ${count}) as at
     from generate_series(0, ${count} - 1) n) rows`
  const filled = await time(() => client.query(`insert into ${name} ${rows(size.rows, FIRST, end)}`))
  await client.query(`vacuum analyze ${name}`)
  const single = await measureSingle(client, name, shape, size)
  const last = `'${end}'::timestamptz`
  const answers: string[] = []
  for (const [what, question] of QUESTIONS[name]) {
    const text = question
      .replaceAll('$to::timestamptz', last)
      .replaceAll('$from', `${last} - interval '1 day'`)
      .replaceAll('$to', last)
    answers.push(`${what} ${(await median(() => client.query(text))).toFixed(2)} ms`)
  }
  const bytes = Number(
    (
      await client.query(
        `select pg_total_relation_size('${name}') + (select coalesce(sum(pg_total_relation_size(relid)), 0) from pg_partition_tree('${name}') where relid <> '${name}'::regclass) as bytes`,
      )
    ).rows[0]?.bytes,
  )
  const dropped = await time(async () => {
    if (shape === 'entera') {
      await client.query(`delete from ${name} where ${key} < '${addMonths(1)}'`)
      await client.query(`vacuum ${name}`)
    } else await client.query(`drop table ${name}_0`)
  })
  console.log(
    `${name}, ${size.rows / 1e6} M filas, ${size.months} meses, ${shape} (carga ${readLoad()}): llenar ${(size.rows / filled / 1e3).toFixed(0)} mil/s; una por una ${single.toFixed(3)} ms; ${answers.join('; ')}; ${(bytes / 1e6).toFixed(0)} MB; quitar un mes ${(dropped * 1e3).toFixed(0)} ms`,
  )
  await client.query(`drop table ${name}`)
}

/** Milliseconds of one more row of the last month in a transaction with others, as the program writes it. */
async function measureSingle(client: Client, name: Name, shape: Shape, size: PartitionSize): Promise<number> {
  const times = 3_000
  const last = new Date(Date.parse(addMonths(size.months)) - 86_400_000).toISOString()
  const text = `insert into ${name} ${SERIES[name].select.replaceAll('$sources', String(size.sources))} from (select $1::bigint as n, '${last}'::timestamptz + make_interval(secs => $1::float8 / 1e6) as at) row`
  await client.query('begin')
  const seconds = await time(async () => {
    for (let n = 0; n < times; n += 1)
      await client.query({ name: `${name} ${shape}`, text, values: [size.rows + n] })
  })
  await client.query('rollback')
  return (seconds / times) * 1e3
}

function addMonths(count: number): string {
  const date = new Date(FIRST)
  date.setUTCMonth(date.getUTCMonth() + count)
  return date.toISOString()
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / 1e3
}

/** Median of eleven, in milliseconds, after one that warms. */
async function median(work: () => Promise<unknown>): Promise<number> {
  await work()
  const times: number[] = []
  for (let n = 0; n < 11; n += 1) times.push((await time(work)) * 1e3)
  return times.toSorted((one, other) => one - other)[5] ?? 0
}
