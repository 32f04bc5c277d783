// One delivery of an edition → handed to its reader or folder, as much of it as a mail carries, and how that ended.
import { isAbsolute, join } from 'node:path'
import { type Attachment, readAttachments } from '../deliver/attachment.ts'
import type { DeliveryEnd } from '../deliver/delivery-end.ts'
import { deliverToFolder } from '../deliver/folder.ts'
import { type Load, listLoads } from '../deliver/load.ts'
import { composeMessage, keyOf, type Message, messageId, readSender } from '../deliver/message.ts'
import { type SmtpServer, sendMessage } from '../deliver/smtp.ts'
import { type Delivery, findDeliveries } from '../store/deliveries.ts'
import { hasConsent } from '../store/deliveries-consent.ts'
import { type EditionKey, nameEdition } from '../store/edition-key.ts'
import { openParcel, type Parcel, readWanted } from './deliver-parcel.ts'
import type { House } from './house.ts'

/** Id of the message of a delivery; null of a folder. */
export function idOf({ key, content, wanted }: Parcel, { channel, recipient }: Delivery): string | null {
  if (channel !== 'correo' || wanted.from === null) return null
  const { address } = readSender(wanted.from)
  const host = address.slice(address.lastIndexOf('@') + 1)
  return messageId(keyOf(content.page, nameEdition(key)), recipient, host)
}

/** Hands an edition over once. Never throws: what could not be prepared has not left. */
export async function handOver(
  house: House,
  parcel: Parcel,
  server: SmtpServer | null,
  { channel, recipient }: Delivery,
): Promise<DeliveryEnd> {
  const { content, wanted, files } = parcel
  const folder = wanted.folders.find(({ path }) => path === recipient)
  try {
    if (channel === 'carpeta' && folder !== undefined) {
      const attachments = await readAttachments(folder.files, content, files)
      return await deliverToFolder(resolveFolder(house, folder.path), attachments)
    }
    if (channel !== 'correo' || server === null) throw new Error(`${channel} ${recipient} is not in the list`)
    return await mail(house, parcel, server, recipient)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { end: 'otra-vez', answer: `no se pudo preparar: ${why}`, isReached: true }
  }
}

/** What a server finds too large is sent to it with less, in the same attempt. */
async function mail(house: House, parcel: Parcel, server: SmtpServer, to: string): Promise<DeliveryEnd> {
  let end: DeliveryEnd | null = null
  for await (const { message, load } of composeMails(house, parcel, to)) {
    end = await sendMessage(server, message)
    if (load.without !== null && end.end === 'entregada')
      return { ...end, answer: `${end.answer}; no cupo ${load.without}` }
    if (end.isTooLarge !== true) return end
  }
  return end ?? { end: 'rechazada', answer: 'el correo no cabe ni sin adjuntos', isReached: true }
}

type Mail = { readonly message: Message; readonly load: Load }

/** The message to a reader, and after it those with less attached; none is heavier than the list allows. */
async function* composeMails(
  house: House,
  { key, files, content, wanted }: Parcel,
  to: string,
): AsyncGenerator<Mail> {
  const { attach, longestBytes, from } = wanted
  for (const load of listLoads(await readAttachments(attach, content, files))) {
    const message = await composeMessage({
      page: content.page,
      notice: load.notice,
      editionId: nameEdition(key),
      from: from ?? '',
      to,
      at: house.clock(),
      attachments: load.attachments,
    })
    if (message.bytes.length <= longestBytes || load.attachments.length === 0) yield { message, load }
  }
}

/** Folders that are not absolute hang from the workspace. */
const resolveFolder = ({ workspace }: House, path: string): string =>
  isAbsolute(path) ? path : join(workspace.folder, path)

/** What the first reader would receive of an edition, without sending anything. Null when it goes to nobody. */
export async function previewDelivery(house: House, key: EditionKey) {
  const parcel = await openParcel(house, key, await readWanted(house, key))
  if (parcel === null) return null
  const { wanted } = parcel
  const [first] = wanted.mail
  const { value: mail } =
    first === undefined ? { value: null } : await composeMails(house, parcel, first).next()
  const attachments: readonly Attachment[] = mail?.load.attachments ?? []
  return {
    wanted,
    message: mail?.message ?? null,
    attachments,
    without: mail?.load.without ?? null,
    deliveries: await findDeliveries(house.store.db, key),
    hasConsent: await hasConsent(house.store.db, wanted.listId),
  }
}
