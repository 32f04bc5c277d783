// The deliveries of the edition before, and of what came outside the schedule since → what the next certificate says of those that did not arrive.
import type { Delivery } from '../store/deliveries.ts'
import { type DeliveredBefore, findDeliveredBefore } from '../store/deliveries-before.ts'
import type { EditionKey } from '../store/edition-key.ts'
import type { House } from './house.ts'

/** Spanish sentences about the edition of the same brief before this one; none when everybody has it. */
export async function remarkOnDelivery(house: House, key: EditionKey): Promise<string[]> {
  const before = await findDeliveredBefore(house.store.db, key)
  const missed = before.flatMap((edition) =>
    (['correo', 'carpeta'] as const).flatMap((channel) => {
      const all = edition.deliveries.filter((one) => one.channel === channel && one.state !== 'retirada')
      const missing = all.filter(({ state }) => state !== 'entregada')
      return missing.length === 0 ? [] : [describe(edition, channel, missing, all.length)]
    }),
  )
  return missed.length === 0
    ? []
    : [...missed.slice(0, -1), `${missed.at(-1)} «sintesis deliveries --failing» dice a quién y por qué.`]
}

function describe(
  edition: DeliveredBefore,
  channel: Delivery['channel'],
  missing: readonly Delivery[],
  all: number,
): string {
  const to =
    channel === 'correo'
      ? all === 1
        ? 'su destinatario de correo'
        : `${missing.length} de ${all} destinatarios de correo`
      : `${missing.length} de ${all} ${all === 1 ? 'carpeta' : 'carpetas'}`
  const doubtful = missing.filter(({ state }) => state === 'dudosa').length
  const maybe = doubtful === 0 ? '' : ` (${doubtful} sin confirmar: pudo llegar)`
  return `${nameBefore(edition)} no llegó a ${to}${maybe}.`
}

function nameBefore({ number, date, special }: DeliveredBefore): string {
  if (special === undefined) return `La edición anterior (núm. ${number}, ${date})`
  if (special.kind === 'alcance') return `El alcance ${number} a la del ${date}`
  return `La edición extraordinaria ${number} (${date})`
}
