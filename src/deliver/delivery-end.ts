// How one attempt to deliver ended, and how long until the next.

/**
 * `entregada`: the other side has it. `otra-vez`: it surely has not, and another try may do. `rechazada`: it surely has
 * not, and the same try would end the same. `dudosa`: it may have it or not.
 */
export type DeliveryEnd = {
  readonly end: 'entregada' | 'otra-vez' | 'rechazada' | 'dudosa'
  /** Spanish, with what the other side said. */
  readonly answer: string
  /** False when nobody answered there, so that the next reader of the same server need not be tried now. */
  readonly isReached: boolean
  /** How long the other side asked to wait. */
  readonly afterMs?: number
}

/** Minutes before each new try: greylisting asks for some minutes, a server that is down for hours. */
const PAUSES = [1, 5, 15, 30, 60, 120, 240, 480] as const

/** When to try again after `attempts` tries, the last at `at`; null when they were enough. */
export function planNextAttempt(attempts: number, at: Date): Date | null {
  const minutes = PAUSES[attempts - 1]
  return minutes === undefined ? null : new Date(at.getTime() + minutes * 60_000)
}
