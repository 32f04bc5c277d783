// The status of an answer → nothing when it can be read, else what the pipeline should do about it.
import { Later, Unreadable } from '../failure.ts'
import type { Fetched } from './fetched.ts'
import { readRetryAfter } from './retry-after.ts'

function hostOf(fetched: Fetched): string {
  return URL.canParse(fetched.finalUrl) ? new URL(fetched.finalUrl).host : fetched.finalUrl
}

/** Passes 2xx and 304. Throws `Later` for what passes with time (408, 425, 429, 5xx), `Unreadable` for the rest. */
export function requireOk(fetched: Fetched): void {
  const { status } = fetched
  if ((status >= 200 && status < 300) || status === 304) return
  const host = hostOf(fetched)
  if (status === 429 || status === 408 || status === 425 || status >= 500) {
    const wait = readRetryAfter(fetched.headers, fetched.takenAt)
    const after = wait === null ? null : new Date(fetched.takenAt.getTime() + wait)
    throw new Later(
      status === 429 ? `${host} pidió esperar (429)` : `${host} está fallando (respondió ${status})`,
      after,
    )
  }
  if (status === 404 || status === 410)
    throw new Unreadable('gone', `${host} responde que no existe (${status})`)
  if (status === 402) throw new Unreadable('paywall', `${host} pide pagar para leer (402)`)
  throw new Unreadable('forbidden', `${host} no permite leerla (respondió ${status})`)
}
