// A JSON body and a secret → posted with a signature that proves who sent it, and how that ended.
import { createHmac } from 'node:crypto'
import type { DeliveryEnd } from './delivery-end.ts'
import { post } from './post.ts'

export type Webhook = { readonly url: string; readonly secret: string }

/**
 * Posts a body. `X-Sintesis-Signature: t=<seconds>,v1=<hex>` is HMAC-SHA256 of `<seconds>.<body>` by the secret; the
 * receiver refuses what is old or does not match. `X-Sintesis-Id` is the same at every try, so that it can drop repeats:
 * a body that may have arrived is posted again.
 */
export async function deliverToWebhook(
  { url, secret }: Webhook,
  { id, body, at }: { readonly id: string; readonly body: string; readonly at: Date },
  patienceMs?: number,
): Promise<DeliveryEnd> {
  const seconds = Math.floor(at.getTime() / 1_000)
  const posted = await post(
    url,
    body,
    {
      'x-sintesis-id': id,
      'x-sintesis-signature': `t=${seconds},v1=${signBody(secret, seconds, body)}`,
      'user-agent': 'sintesis',
    },
    patienceMs,
  )
  if (posted.kind === 'failure')
    return posted.end.end === 'dudosa' ? { ...posted.end, end: 'otra-vez' } : posted.end
  const { status, text, afterMs } = posted
  const answer = `respondió ${status}: ${text.replace(/\s+/g, ' ').slice(0, 200)}`.replace(/: $/, '')
  if (status >= 200 && status < 300) return { end: 'entregada', answer, isReached: true }
  const isForNow = status === 429 || status === 408 || status >= 500
  return {
    end: isForNow ? 'otra-vez' : 'rechazada',
    answer,
    isReached: true,
    ...(afterMs === null ? {} : { afterMs }),
  }
}

/** Hexadecimal HMAC-SHA256 of `<seconds>.<body>`. */
export const signBody = (secret: string, seconds: number, body: string): string =>
  createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
