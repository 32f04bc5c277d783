// The deliveries of the edition before → what the next certificate says of those that did not arrive.
import type { Delivery, EditionKey } from '../store/deliveries.ts'
import { findDeliveredBefore } from '../store/deliveries-before.ts'
import type { House } from './house.ts'

/** Spanish sentences about the edition of the same brief before this one; none when everybody has it. */
export async function remarkOnDelivery(house: House, key: EditionKey): Promise<string[]> {
  const before = await findDeliveredBefore(house.store.db, key)
  if (before === null) return []
  const planned = before.deliveries.filter(({ state }) => state !== 'retirada')
  return (['correo', 'carpeta'] as const).flatMap((channel) => {
    const all = planned.filter((delivery) => delivery.channel === channel)
    const missing = all.filter(({ state }) => state !== 'entregada')
    return missing.length === 0 ? [] : [describe(before, channel, missing, all.length)]
  })
}

function describe(
  { number, date }: { readonly number: number; readonly date: string },
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
  return `La edición anterior (núm. ${number}, ${date}) no llegó a ${to}${maybe}. «sintesis deliveries --failing» dice a quién y por qué.`
}
