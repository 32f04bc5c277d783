// How deliveries stand → lines for the terminal.
import type { Delivered } from '../pipeline/deliver.ts'
import type { Delivery } from '../store/deliveries.ts'
import type { EditionKey } from '../store/edition-key.ts'
import { formatInstant } from './boletin.ts'

/** What a state is called, agreeing with «entrega». */
export const STATE_NAMES: Readonly<Record<Delivery['state'], string>> = {
  pendiente: 'pendiente',
  enviando: 'en curso',
  entregada: 'entregada',
  rechazada: 'NO entregada',
  dudosa: 'DUDOSA',
  retirada: 'retirada',
}

/** `sintesis 2026-11-06`, `sintesis 2026-11-06 alcance 1`. */
export const nameForPeople = ({ briefId, date, special }: EditionKey): string =>
  `${briefId} ${date}${special === undefined ? '' : ` ${special.kind} ${special.number}`}`

/** What came of delivering an edition: why nothing was mailed, a line for each try that failed, and the sum. */
export function describeDelivered(delivered: Delivered, timeZone: string): string[] {
  const { deliveries, tried, refusal } = delivered
  const lines = deliveries
    .filter(({ id, state }) => tried.includes(id) && state !== 'entregada')
    .map((delivery) => `  ${describeDelivery(delivery, timeZone)}`)
  const arrived = deliveries.filter(({ state }) => state === 'entregada').length
  const waited = deliveries.filter(({ state }) => state !== 'retirada').length
  return [
    `Entregas de ${nameForPeople(delivered)}: ${arrived} de ${waited} entregadas.`,
    ...(tried.length === 0 && refusal === null && arrived === waited && waited > 0
      ? ['  Ahora no salió nada: ya les había llegado a todos.']
      : []),
    ...(refusal === null ? [] : [`  correo: ${refusal}`]),
    ...lines,
  ]
}

/** `correo uno@tala.mx: pendiente, intento 2; se reintenta 07:05: el servidor respondió…` */
export function describeDelivery(delivery: Delivery, timeZone: string): string {
  const { channel, recipient, state, attempts, nextAt, answer } = delivery
  const tries = attempts > 1 ? `, ${attempts} intentos` : ''
  const again =
    state === 'pendiente' && nextAt !== null && attempts > 0
      ? `; se reintenta ${formatInstant(nextAt, timeZone)}`
      : ''
  const why = answer === null ? '' : `: ${answer}`
  return `${channel} ${recipient}: ${STATE_NAMES[state]}${tries}${again}${why}`
}
