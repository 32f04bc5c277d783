// How one attempt to deliver ended, and how long until the next.

/**
 * `entregada`: the other side has it. `otra-vez`: it surely has not, and another try may do. `rechazada`: it surely has
 * not, and the same try would end the same. `dudosa`: it may have it or not.
 */
export type DeliveryEnd = {
  readonly end: 'entregada' | 'otra-vez' | 'rechazada' | 'dudosa'
  /** Spanish, with what the other side said. */
  readonly answer: string
  /** False when the same server would answer the next reader the same: nobody is there, or it does not know us. */
  readonly isReached: boolean
  /** Refused because of its size: less of it may pass. */
  readonly isTooLarge?: true
  /** At least so long until the next try: the other side asked for it, or it would do harm. */
  readonly afterMs?: number
}

/** Minutes before each new try: greylisting asks for some minutes, a server that is down for hours. */
const PAUSES = [1, 5, 15, 30, 60, 120, 240, 480] as const

/** When to try again after `attempts` tries, the last at `at`, and not before `afterMs`; null when they were enough. */
export function planNextAttempt(attempts: number, at: Date, afterMs = 0): Date | null {
  const minutes = PAUSES[attempts - 1]
  return minutes === undefined ? null : new Date(at.getTime() + Math.max(minutes * 60_000, afterMs))
}
