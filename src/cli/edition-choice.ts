// Which edition a person means, by date or outside the schedule by kind and number → the published one.
import type { Command } from 'commander'
import type { House } from '../pipeline/house.ts'
import { keyOfSpecial } from '../pipeline/special.ts'
import type { EditionKey } from '../store/edition-key.ts'
import { findEdition, findLastEditions } from '../store/editions.ts'
import { findLastSpecial } from '../store/special-published.ts'
import { readDay } from './local-day.ts'
import { readBriefOf } from './report.ts'

export type EditionOptions = {
  readonly date?: string
  readonly addendum?: boolean
  readonly extraordinary?: boolean
  readonly number?: string
}

/** Adds the options that choose an edition. */
export const addEditionOptions = (command: Command): Command =>
  command
    .option('--date <fecha>', 'fecha de la edición, AAAA-MM-DD (la última si se omite)')
    .option('--addendum', 'el alcance en vez de la edición (el último si no dices --number)')
    .option('--extraordinary', 'la edición extraordinaria (la última si no dices --number)')
    .option('--number <número>', 'cuál alcance de esa fecha, o cuál extraordinaria')

/** The published edition of a brief that is meant: the last one of what was asked. @throws Error when there is none. */
export async function findWantedEdition(
  house: House,
  briefId: string,
  options: EditionOptions,
): Promise<EditionKey> {
  readBriefOf(house, briefId)
  const { addendum = false, extraordinary = false } = options
  const date = options.date === undefined ? undefined : readDay(options.date, '--date')
  if (addendum && extraordinary) throw new Error('--addendum y --extraordinary son distintos: pide uno.')
  if (addendum || extraordinary) return findSpecialOf(house, briefId, addendum, date, options.number)
  if (options.number !== undefined)
    throw new Error('--number es de un alcance o de una extraordinaria: agrega --addendum o --extraordinary.')
  const wanted = date ?? (await findLastEditions(house.store.db)).get(briefId)?.date
  const edition = wanted === undefined ? null : await findEdition(house.store.db, briefId, wanted)
  if (edition !== null) return { briefId, date: edition.date }
  const which = wanted === undefined ? '' : ` del ${wanted}`
  throw new Error(
    `No hay ninguna edición de ${briefId}${which} publicada: «sintesis report ${briefId}» la publica.`,
  )
}

async function findSpecialOf(
  house: House,
  briefId: string,
  isAddendum: boolean,
  date: string | undefined,
  asked: string | undefined,
): Promise<EditionKey> {
  const number = asked === undefined ? undefined : Number(asked)
  if (number !== undefined && !(Number.isSafeInteger(number) && number > 0 && number < 100_000))
    throw new Error(`«${asked}» no sirve como número (--number): escribe 1, 2, 3…`)
  const found = await findLastSpecial(house.store.db, {
    briefId,
    kind: isAddendum ? 'alcance' : 'extraordinaria',
    ...(date === undefined ? {} : { date }),
    ...(number === undefined ? {} : { number }),
  })
  if (found !== null) return keyOfSpecial(found)
  const [name, option] = isAddendum
    ? ['ningún alcance', '--addendum']
    : ['ninguna extraordinaria', '--extraordinary']
  const which = `${number === undefined ? '' : ` ${number}`} de ${briefId}${date === undefined ? '' : ` del ${date}`}`
  throw new Error(
    `No hay ${name}${which}: «sintesis report ${briefId} ${option}» lo publica si hay qué decir.`,
  )
}
