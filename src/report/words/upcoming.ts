// What the analyst wrote of coming matters and past recommendations → their short words.
import type { FollowUp, UpcomingMatter } from '../sintesis-input.ts'
import { printShortDate } from './dates.ts'
import { capitalize } from './grammar.ts'
import { DASH } from './numbers.ts'

/** `Lun 17`. */
export const printUpcomingDay = (date: string): string =>
  printShortDate(date).split(' ').slice(0, 2).join('\u00a0')

export const printRisk = (risk: UpcomingMatter['risk']): string =>
  risk === 'oportunidad' ? 'Oportunidad' : `Riesgo ${risk}`

export const printState = (state: FollowUp['state']): string => capitalize(state)

export const printOutcome = (outcome: string | null): string => outcome ?? DASH
