// When a brief falls due, as `sintesis start` says it.
import { expect, it } from 'vitest'
import { describeDue } from '../../src/cli/schedule-words.ts'
import type { Brief } from '../../src/model.ts'

const due = (schedule: Partial<Brief['schedule']>, period?: Brief['period']): string =>
  describeDue({
    id: 'x',
    title: 'X',
    kind: 'sintesis',
    format: ['carta'],
    days: 1,
    schedule: { weekdays: [], deadline: '07:00', weekendDeadline: '07:00', ...schedule },
    ...(period === undefined ? {} : { period }),
  })

it('names the days of a brief, and the hour of resting days only when it is another', () => {
  expect(due({ weekdays: [1, 2, 3, 4, 5, 6, 7], weekendDeadline: '09:00' })).toBe(
    'todos los días, antes de las 07:00 (09:00 en días de descanso)',
  )
  expect(due({ weekdays: [1, 2, 3, 4, 5] })).toBe('lunes a viernes, antes de las 07:00')
  expect(due({ weekdays: [5, 1, 3] })).toBe('lunes, miércoles y viernes, antes de las 07:00')
  expect(due({ weekdays: [5] })).toBe('viernes, antes de las 07:00')
})

it('names the day of the month of a brief by calendar periods', () => {
  expect(due({ monthDay: 1 }, 'mes')).toBe('el día 1 de cada mes, antes de las 07:00')
  expect(due({ monthDay: 5 }, 'trimestre')).toBe(
    'el día 5 del mes que sigue a cada trimestre, antes de las 07:00',
  )
})
