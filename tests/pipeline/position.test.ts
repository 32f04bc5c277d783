// A small region over some hours → the position of the municipality, whose figures are those of whole notes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Note, Position } from '../../src/model.ts'
import type { House } from '../../src/pipeline/house.ts'
import { assessPosition } from '../../src/pipeline/position.ts'
import { listNotesAbout, measurePeriod } from '../../src/score/position.ts'
import { findBoletines } from '../../src/store/boletines.ts'
import { findNotes } from '../../src/store/notes.ts'
import { instantAt, openRegion, type Region, readAll } from './region.ts'

/** A quarter of an hour, in days. */
const DAYS = 1 / 96

let region: Region
let house: House
let notes: Note[]
let position: Position
const window = { from: instantAt('2026-11-06T07:00'), to: instantAt('2026-11-06T07:15') }

beforeAll(async () => {
  region = await openRegion()
  house = await region.open()
  await readAll(house)
  region.setClock('2026-11-06T07:10')
  await region.store.db
    .updateTable('note')
    .set({ captured_at: instantAt('2026-11-06T07:10') })
    .where('id', '>', 10)
    .execute()
  notes = await findNotes(region.store.db, { from: new Date(0), to: window.to })
  const boletines = await findBoletines(region.store.db, { from: new Date(0), to: window.to })
  position = await assessPosition(house, window, DAYS, boletines)
})
afterAll(async () => {
  await house?.close()
  await region?.drop()
})

const measureWhole = ({ from, to }: { from: Date; to: Date }) =>
  measurePeriod(
    listNotesAbout(
      notes.filter(({ capturedAt }) => capturedAt > from && capturedAt <= to),
      house.lens.ourSubjects,
      house.workspace.sources,
    ),
    from,
    to,
  )

describe('the position of a municipality', () => {
  it('has the figures of whole notes, in the window and in the periods before', () => {
    expect(position.current.notes).toBeGreaterThan(0)
    expect(position.current).toEqual(measureWhole(window))
    expect(position.history.map((period) => period.notes)).not.toEqual([0])
    expect(position.history).toEqual(position.history.map(measureWhole))
  })

  it('traces each topic over up to eight periods, the last of which is this one', async () => {
    const short = { from: instantAt('2026-11-06T07:09'), to: instantAt('2026-11-06T07:12') }
    const { history, previous, standing } = await assessPosition(house, short, 3 / 1440, [])
    expect(history.length).toBeGreaterThanOrEqual(3)
    for (const { series, notes: now } of standing.topics) {
      expect(series).toHaveLength(Math.min(8, history.length + 1))
      expect(series?.at(-1)).toBe(now)
    }
    const last = standing.topics.reduce((sum, { series }) => sum + (series?.at(-2) ?? 0), 0)
    expect(last).toBe(previous?.notes)
    expect(position.standing.topics.every(({ series }) => series === undefined)).toBe(true)
  })

  it('finds every note of ours in one topic, among those of its neighbours', () => {
    const { voiceByTopic, current, voice } = position
    const casesOf = (subjectId: string) =>
      voiceByTopic
        .flatMap(({ voices }) => voices)
        .filter((one) => one.subjectId === subjectId)
        .reduce((sum, { cases }) => sum + cases, 0)
    expect(casesOf(house.workspace.municipality.subjects[0]?.id ?? '')).toBe(current.notes)
    expect(voice.map(({ subjectId }) => casesOf(subjectId))).toEqual(voice.map((one) => one.notes))
  })

  it('goes back as far as the archive, also where its first note speaks of somebody else', () => {
    const [first] = notes
    expect(position.history[0]?.from.getTime()).toBeLessThanOrEqual(first?.capturedAt.getTime() ?? 0)
    expect(position.history[0]?.to.getTime()).toBeGreaterThanOrEqual(first?.capturedAt.getTime() ?? 0)
  })
})
