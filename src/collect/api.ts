// The address of an API and who asks → its JSON, or its refusal as one of our failures, in Spanish and without the token.
import { Later, SourceChanged, type Unreadable } from '../failure.ts'
import { decodeBytes } from '../text/charset.ts'
import type { Fetched } from './fetched.ts'
import { type Json, objectOf } from './json-values.ts'
import { readReset } from './rate-limit.ts'
import { requireOk } from './status.ts'
import { MAX_LISTING_BYTES } from './visit.ts'
import type { Web } from './web.ts'

export type ApiRequest = {
  /** The network's name in messages. */
  readonly network: string
  /** Sent as `Authorization: Bearer`, never in the address: addresses are logged, kept and shown. */
  readonly token?: string | null
  readonly headers?: Readonly<Record<string, string>>
  /** JSON text for a POST. */
  readonly post?: string
  /** False for an API that is entered with its owner's permission: robots.txt speaks to crawlers of pages. */
  readonly obeysRobots: boolean
  /** What the network's own error codes mean; null where the HTTP status says it well enough. */
  readonly explain?: (json: Json | null, fetched: Fetched) => Later | Unreadable | SourceChanged | null
}

export type ApiAnswer = { readonly fetched: Fetched; readonly json: unknown }

function parse(fetched: Fetched): unknown {
  const { text } = decodeBytes(fetched.body, fetched.headers['content-type'] ?? null)
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/**
 * Asks an API once. Throws `Later` with the instant at which the allowance is full again (429), what `explain` makes of
 * the network's own errors, the failures of `requireOk` for other statuses, and `SourceChanged` for what is no JSON.
 */
export async function askApi(url: string, web: Web, request: ApiRequest): Promise<ApiAnswer> {
  const { network, token = null, headers = {}, post, obeysRobots } = request
  const fetched = await web.fetch(url, {
    accept: 'application/json',
    headers: { ...headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    maxBytes: MAX_LISTING_BYTES,
    obeysRobots,
    ...(post === undefined ? {} : { post }),
  })
  if (fetched.status === 304) return { fetched, json: null }
  const json = parse(fetched)
  const explained = request.explain?.(objectOf(json), fetched) ?? null
  if (explained !== null) throw explained
  if (fetched.status === 429) {
    throw new Later(`${network} pidió esperar (429)`, readReset(fetched.headers, fetched.takenAt))
  }
  requireOk(fetched)
  if (json === undefined) {
    throw new SourceChanged(
      `el JSON de ${network}`,
      fetched.isTruncated ? 'un JSON cortado' : 'algo que no es JSON',
    )
  }
  return { fetched, json }
}
