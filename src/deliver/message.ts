// An edition's content, a sender and a reader → the MIME message, whose headers nobody's text can break.
import { createHash } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Attachment } from './attachment.ts'
import type { MinutePage } from './edition-content.ts'
import { printMailHtml } from './mail-html.ts'
import { printMailText } from './mail-text.ts'

export type MessageInput = {
  readonly page: MinutePage
  /** What a reader must know of this message, such as what it could not carry. */
  readonly notice?: string | null
  /** `sintesis/2026-11-06`. */
  readonly editionId: string
  /** `Síntesis de Tala <sintesis@tala.example>`. */
  readonly from: string
  readonly to: string
  readonly at: Date
  readonly attachments: readonly Attachment[]
}

export type Message = {
  readonly id: string
  readonly subject: string
  /** Addresses of the envelope. */
  readonly from: string
  readonly to: string
  readonly bytes: Buffer
}

/** Longer subjects are cut by every mail program. */
const LONGEST_SUBJECT = 150

/**
 * Composes the message of one reader. Its id depends only on the edition and the reader: a server that sees it twice can
 * tell that it is the same.
 */
export function composeMessage({ page, notice = null, ...input }: MessageInput): Promise<Message> {
  const [subject, text, html] = [
    composeSubject(page, input.editionId),
    printMailText(page, notice),
    printMailHtml(page, notice),
  ]
  return composeMail({ ...input, key: keyOf(page, input.editionId), subject, text, html })
}

export type MailInput = Omit<MessageInput, 'page' | 'notice'> & {
  /** What tells this message from all others to the same reader, also from those of other archives. */
  readonly key: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Composes a message from its bodies. */
export async function composeMail(input: MailInput): Promise<Message> {
  const { editionId, to, at, text, html, attachments } = input
  const from = readSender(input.from)
  const host = from.address.slice(from.address.lastIndexOf('@') + 1)
  const id = messageId(input.key, to, host)
  const subject = oneLine(input.subject)
  const mail = new MailComposer({
    from,
    to: { name: '', address: to },
    subject,
    date: at,
    messageId: id,
    text,
    html,
    textEncoding: 'quoted-printable',
    headers: {
      'Content-Language': 'es-MX',
      // A machine wrote it: nobody's holiday answer is wanted (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      'List-ID': `<${nameList(editionId)}.${host}>`,
      'List-Unsubscribe': `<mailto:${from.address}?subject=Baja>`,
      'X-Sintesis-Edition': oneLine(editionId),
    },
    attachments: attachments.map(({ name, mediaType, bytes }) => ({
      filename: oneLine(name),
      contentType: mediaType,
      content: Buffer.from(bytes),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return { id, subject, from: from.address, to, bytes: await mail.compile().build() }
}

/** `sintesis/2026-11-06` → `sintesis`. */
const nameList = (editionId: string): string =>
  (editionId.split('/')[0] ?? '').replace(/[^a-zA-Z0-9-]/g, '-') || 'sintesis'

/** Two municipalities may send from one address: the seal of an edition bears the digest of its ledger. */
export const keyOf = ({ place, seal }: MinutePage, editionId: string): string =>
  `${editionId} ${place} ${seal}`

/** Id of the message with a key to a reader. */
export function messageId(key: string, to: string, host: string): string {
  const digest = createHash('sha256').update(`${key} ${to.toLowerCase()}`).digest('hex')
  return `<${digest.slice(0, 40)}@${host}>`
}

/** `Síntesis informativa · Tala · Viernes 6 de noviembre de 2026 [sintesis/2026-11-06]`. */
export function composeSubject({ title, place, date }: MinutePage, editionId: string): string {
  const tail = ` [${oneLine(editionId)}]`
  const head = oneLine(`${title} · ${place} · ${date}`)
  const room = LONGEST_SUBJECT - tail.length
  return `${head.length <= room ? head : `${head.slice(0, room - 1).toWellFormed()}…`}${tail}`
}

/** One line without control marks: a header ends where a line ends. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim()

/** `Name <address>` or an address alone. */
export function readSender(text: string): { readonly name: string; readonly address: string } {
  const found = /^\s*(.*?)\s*<([^<>\s]+)>\s*$/.exec(text)
  if (found === null) return { name: '', address: text.trim() }
  return { name: oneLine((found[1] ?? '').replace(/^"|"$/g, '')), address: found[2] ?? '' }
}
