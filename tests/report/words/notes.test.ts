// What is known of a note → how its ficha says it.
import { expect, it } from 'vitest'
import { printWhen } from '../../../src/report/words/notes.ts'
import { makeArticle } from '../../match/tala.ts'

const ZONE = 'America/Mexico_City'
const CAPTURED = new Date('2026-11-13T12:40:00Z')
const when = (publishedAt: string | null, hasHour = true) =>
  printWhen(
    { ...makeArticle('Tala', []), publishedAt: publishedAt === null ? null : new Date(publishedAt), hasHour },
    CAPTURED,
    ZONE,
  ).replaceAll('\u00a0', ' ')

it('prints day and hour, the day alone, or the capture of a note without date', () => {
  expect(when('2026-11-13T03:40:00Z')).toBe('12 nov, 21:40')
  expect(when('2026-11-12T18:00:00Z', false)).toBe('12 nov')
  expect(when(null)).toBe('sin fecha; captura 13 nov, 6:40')
})

it('prints the year of a note that is not of the year in which it was captured, in the municipality’s zone', () => {
  expect(when('2019-11-13T03:40:00Z')).toBe('12 nov 2019')
  expect(when('2026-01-01T05:59:00Z')).toBe('31 dic 2025')
  expect(when('2026-01-01T06:01:00Z')).toBe('1 ene, 0:01')
})
