// What happened to a boletín → the words of its row.
import { countHours } from './actions.ts'
import { printCount } from './numbers.ts'

/** `Sin publicaciones en 18 horas: reenviar (acción 3)`. */
export function describeSilence(hours: number, isLong: boolean, action: number | null): string {
  if (!isLong) return `Aún sin publicaciones (${countHours(hours)})`
  const step = action === null ? '' : `: reenviar (acción ${printCount(action)})`
  return `Sin publicaciones en ${countHours(hours)}${step}`
}
