// An archive → everything in it that must not depend on when a process died, as plain values in one order.
import { sql } from 'kysely'
import { findCaptureBody } from '../../src/store/capture-files.ts'
import { findNotes } from '../../src/store/notes.ts'
import { openStore } from '../../src/store/open.ts'

const ALWAYS = { from: new Date(0), to: new Date('2027-01-01T00:00:00Z') }

/**
 * The items with their ends, every end on the ledger, the notes with all that was read in them, and their pictures.
 * Fails when the bytes of a capture are not there. Ids, and bytes that outlets vary from visit to visit, are left out.
 */
export async function readLedger(dataFolder: string): Promise<Record<string, unknown[]>> {
  const { db, close } = await openStore({ dataFolder, databaseUrl: null })
  try {
    const notes = await findNotes(db, ALWAYS)
    for (const { captureSha256 } of notes) await findCaptureBody(dataFolder, captureSha256)
    const items = await sql`
      select source_id, url, end_kind, end_reason from item order by url`.execute(db)
    const endings = await sql`
      select ending.source_id, url, kind, reason from ending join item on item.id = item_id
      order by url, kind, reason`.execute(db)
    const pictures = await sql`
      select note.url, picture.url as picture, sha256, reason from picture join note on note.id = note_id
      order by note.url`.execute(db)
    return {
      items: items.rows,
      endings: endings.rows,
      pictures: pictures.rows,
      notes: notes
        .map(({ sourceId, capturedAt, article, mentions, pickups, tone, reach, sectionId }) => ({
          sourceId,
          capturedAt,
          article,
          mentions,
          pickups,
          tone,
          reach,
          sectionId,
        }))
        .toSorted((one, other) => one.article.url.localeCompare(other.article.url)),
    }
  } finally {
    await close()
  }
}
