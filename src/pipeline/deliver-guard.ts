// A list and what is known of its sendings → what may leave the house now, or why it may not.
import type { BriefDelivery, DeliveryList } from '../config/delivery.ts'
import type { SmtpServer } from '../deliver/smtp.ts'
import type { Recipient } from '../store/deliveries.ts'
import type { EditionKey } from '../store/edition-key.ts'

export type GuardFacts = {
  readonly key: EditionKey
  readonly wanted: DeliveryList
  readonly server: SmtpServer | null
  /** Whether a person confirmed the first sending to this list. */
  readonly hasConsent: boolean
}

/** The list of an edition: that of its brief, or the one of its kind outside the schedule; null when it goes to nobody. */
export function listOf(wanted: BriefDelivery | null, { special }: EditionKey): DeliveryList | null {
  if (special === undefined || wanted === null) return wanted
  return special.kind === 'alcance' ? wanted.addendum : wanted.extraordinary
}

/** Everybody whom the list names; nobody else is ever written to. */
export function listRecipients({ mail, folders }: DeliveryList): Recipient[] {
  return [
    ...mail.map((recipient) => ({ channel: 'correo' as const, recipient })),
    ...folders.map(({ path }) => ({ channel: 'carpeta' as const, recipient: path })),
  ]
}

/** Whether the list holds as many people as a person counted. */
export const isCounted = ({ mail, count }: DeliveryList): boolean => mail.length === count

const OPTIONS = { alcance: ' --addendum', extraordinaria: ' --extraordinary' } as const

/** The command that delivers an edition: `sintesis send sintesis --addendum`. */
export const sendCommand = ({ briefId, special }: EditionKey): string =>
  `sintesis send ${briefId}${special === undefined ? '' : OPTIONS[special.kind]}`

/** Why no mail of this edition may be sent now, in Spanish with what to do; null when it may. Folders need no leave. */
export function explainRefusal({ key, wanted, server, hasConsent }: GuardFacts): string | null {
  const { listId, mail, count } = wanted
  if (mail.length === 0) return null
  if (!isCounted(wanted)) {
    return `la lista de ${listId} tiene ${mail.length} ${mail.length === 1 ? 'correo' : 'correos'} y «count» dice ${count}: revisa delivery.yml y corrige el que esté mal; no se envió a nadie`
  }
  if (!hasConsent) {
    const command = sendCommand(key)
    return `es el primer envío de ${listId}: mira a quién va con «${command} --dry-run» y confírmalo con «${command} --confirm»`
  }
  if (server === null) return 'falta el servidor de correo: pon la variable SINTESIS_SMTP_URL'
  return null
}
