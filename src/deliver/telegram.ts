// A text and a chat → sent by a bot over Telegram's Bot API, and how that ended.
import { z } from 'zod'
import type { DeliveryEnd } from './delivery-end.ts'
import { post } from './post.ts'

export type TelegramChat = {
  /** Server of the Bot API, without the token. */
  readonly api: string
  readonly token: string
  readonly chat: string
}

/** The answer of every method (https://core.telegram.org/bots/api#making-requests). */
const answerSchema = z.object({
  ok: z.boolean(),
  result: z.object({ message_id: z.number() }).optional(),
  error_code: z.number().optional(),
  description: z.string().optional(),
  parameters: z.object({ retry_after: z.number().optional() }).optional(),
})

/** Sends HTML text. The Bot API knows no id of ours: what may have arrived is in doubt and not sent again. */
export async function deliverToTelegram(
  { api, token, chat }: TelegramChat,
  html: string,
  patienceMs?: number,
): Promise<DeliveryEnd> {
  const body = JSON.stringify({
    chat_id: chat,
    text: html,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
  })
  const posted = await post(`${api.replace(/\/$/, '')}/bot${token}/sendMessage`, body, {}, patienceMs)
  if (posted.kind === 'failure') return posted.end
  const answer = readAnswer(posted.text)
  if (answer === null) {
    const end = posted.status >= 500 ? 'otra-vez' : 'rechazada'
    return { end, answer: `Telegram respondió ${posted.status} y no se entiende qué`, isReached: true }
  }
  if (answer.ok)
    return { end: 'entregada', answer: `mensaje ${answer.result?.message_id ?? ''}`.trim(), isReached: true }
  const code = answer.error_code ?? posted.status
  const said = `Telegram respondió ${code}: ${answer.description ?? 'sin explicación'}`
  const after = answer.parameters?.retry_after
  const isForNow = code === 429 || code >= 500
  return {
    end: isForNow ? 'otra-vez' : 'rechazada',
    answer: said,
    isReached: true,
    ...(after === undefined ? {} : { afterMs: after * 1_000 }),
  }
}

function readAnswer(text: string): z.infer<typeof answerSchema> | null {
  try {
    return answerSchema.parse(JSON.parse(text))
  } catch {
    return null // whatever stands between us and Telegram answered instead of it: the status tells
  }
}
