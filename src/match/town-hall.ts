// Fields → whether the note speaks of a town hall without saying of which town: then the town it names is a municipality.
import type { Field } from './fields.ts'

const TOWN_HALL = new Set(
  'ayuntamiento cabildo alcalde alcaldesa edil municipe regidor regidora sindico sindica'.split(' '),
)
const OFFICES = new Set('presidente presidenta presidencia'.split(' '))

const CAPITAL = /^\p{Lu}/u

/** "El ayuntamiento", "la presidenta municipal"; not "el alcalde de Tapalpa", which is of another town. */
export function speaksOfTownHall(fields: readonly Field[]): boolean {
  return fields.some((field) =>
    field.tokens.some(({ form }, at) => {
      const isMunicipal = OFFICES.has(form) && field.tokens[at + 1]?.form === 'municipal'
      return (TOWN_HALL.has(form) || isMunicipal) && !namesItsTown(field, isMunicipal ? at + 2 : at + 1)
    }),
  )
}

function namesItsTown({ tokens, text }: Field, at: number): boolean {
  const joiner = tokens[at]?.form
  const town = tokens[at + 1]
  const isJoined = joiner === 'de' || joiner === 'del'
  return isJoined && town !== undefined && CAPITAL.test(text.slice(town.start, town.end))
}
