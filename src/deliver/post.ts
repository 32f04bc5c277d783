// An address and a body → posted once over HTTP, and whether it surely arrived, surely did not, or nobody can tell.
import type { DeliveryEnd } from './delivery-end.ts'

export type Posted =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly text: string
      readonly afterMs: number | null
    }
  | { readonly kind: 'failure'; readonly end: DeliveryEnd }

const PATIENCE_MS = 20_000
/** Failures before a byte of the body can have left. */
const NEVER_LEFT =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT|SSL|TLS|UND_ERR_CONNECT_TIMEOUT/
const LONGEST_ANSWER = 10_000

/** Posts. Redirections are not followed: a secret is for the address that somebody wrote. */
export async function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  patienceMs = PATIENCE_MS,
): Promise<Posted> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      signal: AbortSignal.timeout(patienceMs),
    })
    const text = (await response.text()).slice(0, LONGEST_ANSWER)
    return { kind: 'answer', status: response.status, text, afterMs: readRetryAfter(response.headers) }
  } catch (error) {
    return { kind: 'failure', end: judge(error) }
  }
}

function judge(thrown: unknown): DeliveryEnd {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  const cause = error.cause instanceof Error ? error.cause : error
  const code = 'code' in cause ? String(cause.code) : ''
  // The address holds a secret in some services: it is not part of any message.
  const why = code === '' ? cause.name : code
  if (NEVER_LEFT.test(code))
    return { end: 'otra-vez', answer: `no se pudo conectar (${why})`, isReached: false }
  return {
    end: 'dudosa',
    answer: `no contestó a tiempo o cortó (${why}); pudo haber llegado`,
    isReached: true,
  }
}

/** Seconds, as services that limit answer; a date is rare and is left to our own pauses. */
function readRetryAfter(headers: Headers): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null
}
