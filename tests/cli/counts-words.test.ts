// What `sintesis explain` says of the counts of a post: each reading, and nothing that the network did not show.
import { expect, it } from 'vitest'
import { describeCounts } from '../../src/cli/counts-words.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 6, 13, minute))
const counts = (minute: number, views: number | null, reactions: number | null = null) => ({
  takenAt: at(minute),
  views,
  reactions,
  comments: null,
  shares: null,
})

it('says nothing of a note without counts', () => {
  expect(describeCounts([], 'America/Mexico_City')).toEqual([])
})

it('shows each reading at its local hour, and leaves out what the network did not show', () => {
  expect(
    describeCounts(
      [counts(0, 900), { ...counts(30, 1500, 1), comments: 2, shares: 1 }, counts(45, null)],
      'America/Mexico_City',
    ),
  ).toEqual([
    'Lo que mostraba la red (3 lecturas, cada vez que algo cambió):',
    '  2026-11-06 07:00  900 vistas',
    '  2026-11-06 07:30  1,500 vistas · 1 reacción · 2 comentarios · 1 vez compartida',
    '  2026-11-06 07:45  sin dato',
  ])
})

it('shows both ends of a long series and how many readings lie between', () => {
  const lines = describeCounts(
    Array.from({ length: 24 }, (_, minute) => counts(minute, minute)),
    'America/Mexico_City',
  )
  expect(lines).toHaveLength(12)
  expect(lines[6]).toBe('  … 14 lecturas más …')
  expect(lines.at(-1)).toContain('23 vistas')
})
