// A brief's list and what is known of its sendings → what may leave the house now, or why it may not.
import type { BriefDelivery } from '../config/delivery.ts'
import type { SmtpServer } from '../deliver/smtp.ts'
import type { Recipient } from '../store/deliveries.ts'

export type GuardFacts = {
  readonly wanted: BriefDelivery
  readonly server: SmtpServer | null
  /** Whether a person confirmed the first sending of this brief. */
  readonly hasConsent: boolean
}

/** Everybody whom the list names; nobody else is ever written to. */
export function listRecipients({ mail, folders }: BriefDelivery): Recipient[] {
  return [
    ...mail.map((recipient) => ({ channel: 'correo' as const, recipient })),
    ...folders.map(({ path }) => ({ channel: 'carpeta' as const, recipient: path })),
  ]
}

/** Why no mail of this brief may be sent now, in Spanish with what to do; null when it may. Folders need no leave. */
export function explainRefusal({ wanted, server, hasConsent }: GuardFacts): string | null {
  const { briefId, mail, count } = wanted
  if (mail.length === 0) return null
  if (mail.length !== count) {
    return `la lista de ${briefId} tiene ${mail.length} correos y «count» dice ${count}: revisa delivery.yml y corrige el que esté mal; no se envió a nadie`
  }
  if (!hasConsent) {
    return `es el primer envío de ${briefId}: mira a quién va con «sintesis send ${briefId} --dry-run» y confírmalo con «sintesis send ${briefId} --confirm»`
  }
  if (server === null) return 'falta el servidor de correo: pon la variable SINTESIS_SMTP_URL'
  return null
}
