// Windows of growing size → what the story window and an edition's reading cost in time and memory for each note they hold.
import { Pool } from 'pg'
import { placeInStory } from '../src/match/stories.ts'
import { admitNote, prepareStories } from '../src/match/story-window.ts'
import { findNotes } from '../src/store/notes.ts'
import { openStore } from '../src/store/open.ts'
import { makeRandom } from './random.ts'
import { readLoad, withArchive } from './scale-archive.ts'

const WORDS_OF_A_NOTE = 350
const VOCABULARY = 30_000
/** Rank from which words are drawn: those before it are articles and the like, which no story is told by. */
const FIRST_RANK = 100
const SYLLABLES = [
  'ca',
  'to',
  'mi',
  're',
  'lu',
  'san',
  'per',
  'tra',
  'gui',
  'dos',
  'len',
  'po',
  'ña',
  'zul',
  'bre',
  'fin',
]

/** Grows a story window to each size and measures the last notes of each. */
export function measureWindow(sizes: readonly number[]): void {
  const write = makeWriter(1)
  const empty = weighMemory()
  const stories = prepareStories([])
  const start = Date.UTC(2026, 0, 1)
  let noteId = 0
  for (const size of sizes) {
    const measured = Math.min(200, size - stories.notes.size)
    let placing = 0
    let admitting = 0
    while (stories.notes.size < size) {
      const note = write()
      // All within one day, so that none is too old to be looked at.
      const at = new Date(start + noteId * 10)
      const isMeasured = size - stories.notes.size <= measured
      const started = process.cpuUsage()
      const { storyId } = placeInStory(note, at, stories)
      const placed = process.cpuUsage()
      noteId += 1
      admitNote(stories, { ...note, noteId, storyId: storyId ?? noteId, at })
      if (!isMeasured) continue
      admitting += spent(placed)
      placing += spent(started) - spent(placed)
    }
    console.log(
      `story window of ${size} notes (load ${readLoad()}): ${((weighMemory() - empty) / size / 1e3).toFixed(1)} KB a note, placing one more takes ${(placing / measured).toFixed(1)} ms of processor, admitting it ${(admitting / measured).toFixed(1)}`,
    )
  }
}

/** Reads windows of the ledger of growing size as an edition does, whole. */
export async function measureReading(sizes: readonly number[]): Promise<void> {
  await withArchive(async ({ databaseUrl, data }) => {
    const store = await openStore({ dataFolder: data, databaseUrl })
    const pool = new Pool({ connectionString: databaseUrl, max: 1 })
    try {
      await fillNotes(pool, Math.max(...sizes))
      for (const size of sizes) {
        const from = new Date(Date.UTC(2026, 0, 1) - 1)
        const to = new Date(Date.UTC(2026, 0, 1) + (size - 1) * 1_000)
        const before = { heap: weighMemory(), cpu: process.cpuUsage() }
        const notes = await findNotes(store.db, { from, to })
        const cpuMs = spent(before.cpu)
        console.log(
          `findNotes of ${notes.length} notes (load ${readLoad()}): ${((weighMemory() - before.heap) / notes.length / 1e3).toFixed(1)} KB a note, ${(cpuMs / notes.length).toFixed(2)} ms of processor a note`,
        )
      }
    } finally {
      await pool.end()
      await store.close()
    }
  })
}

async function fillNotes(pool: Pool, count: number): Promise<void> {
  const write = makeWriter(2)
  const texts = Array.from({ length: 50 }, () => write().paragraphs)
  await pool.query(`
    insert into source (id, name, medium, is_own, is_enabled, every_minutes, declaration, declared_at)
    values ('medio', 'Medio', 'portal', false, true, 60, '{}', now())`)
  await pool.query('create temporary table text_of (n integer, paragraphs text[])')
  for (const [n, paragraphs] of texts.entries())
    await pool.query('insert into text_of values ($1, $2)', [n, paragraphs])
  const at = `timestamptz '2026-01-01' + make_interval(secs => n)`
  await pool.query(`
    insert into item (url_sha256, url, source_id, end_kind, first_seen, last_seen)
    select sha256(n::text::bytea), 'http://medio.example/' || n, 'medio', 'kept', ${at}, ${at} from generate_series(0, ${count - 1}) n;
    insert into capture (item_id, url, final_url, taken_at, status, headers, redirects, kind, sha256, bytes, listed)
    select id, url, url, first_seen, 200, '{}', '{}', 'html', encode(url_sha256, 'hex'), 40000, '{}' from item;
    insert into note (item_id, capture_id, source_id, captured_at, url, canonical_url, title, published_from, has_hour, paragraphs, completeness, flags)
    select item_id, capture.id, 'medio', taken_at, url, url, 'Título de la nota ' || item_id, 'page', true, paragraphs, 'whole', '{}'
    from capture join text_of on n = item_id % 50;
    insert into story (opened_at) select captured_at from note;
    insert into story_member (note_id, story_id) select id, id from note;
    analyze`)
}

/** Notes of words drawn by the law of Zipf and Mandelbrot from an invented vocabulary: the commonest is in 45 % of them. */
function makeWriter(seed: number): () => { title: string; standfirst: null; paragraphs: string[] } {
  const random = makeRandom(seed)
  const words = Array.from({ length: VOCABULARY }, (_, rank) =>
    Array.from({ length: 2 + (rank % 3) }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join(''),
  )
  const word = () =>
    words[Math.floor(FIRST_RANK * (1 + VOCABULARY / FIRST_RANK) ** random()) - FIRST_RANK] ?? ''
  const sentence = (count: number) => Array.from({ length: count }, word).join(' ')
  return () => ({
    title: sentence(10),
    standfirst: null,
    paragraphs: Array.from({ length: 7 }, () => `${sentence(WORDS_OF_A_NOTE / 7)}.`),
  })
}

/** Bytes in use after a collection, in the heap and in buffers outside it. */
function weighMemory(): number {
  if (globalThis.gc === undefined) throw new Error('run it with --expose-gc')
  globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Milliseconds of processor since `before`. */
function spent(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e3
}

export const WINDOW_SIZES: readonly number[] = [500, 2_000, 8_000, 16_000]
export const READING_SIZES: readonly number[] = [1_000, 5_000, 20_000]
