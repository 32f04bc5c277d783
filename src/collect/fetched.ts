// What a reader asks of one address and what came back: the seam between the network and the channels.
import type { RobotsDecision } from './robots.ts'

export type FetchOptions = {
  readonly headers?: Readonly<Record<string, string>>
  readonly accept?: string
  readonly maxBytes?: number
  readonly totalMs?: number
  /** False only for an address that its owner publishes for feed readers and closes to search engines. Default true. */
  readonly obeysRobots?: boolean
  /** JSON text to be sent with POST, as the session of an API asks. Its redirects are not followed. */
  readonly post?: string
}

/** One answer as it stood. `status` may be any; `body` is already unpacked. */
export type Fetched = {
  readonly url: string
  readonly finalUrl: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** Addresses that redirected, in order, without the final one. */
  readonly redirects: readonly string[]
  readonly takenAt: Date
  /** What robots.txt said of the final address: kept with the capture. */
  readonly robots: RobotsDecision
  /** The connection broke before the end: `body` is what had arrived. */
  readonly isTruncated: boolean
}
