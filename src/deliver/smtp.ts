// A message and a server → sent over SMTP, and whether it surely arrived, surely did not, or nobody can tell.
import { Readable } from 'node:stream'
import type { NodemailerError } from 'nodemailer/lib/errors'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { DeliveryEnd } from './delivery-end.ts'
import type { Message } from './message.ts'

export type SmtpServer = {
  readonly host: string
  readonly port: number
  /** `tls` from the first byte; `starttls` or nothing is sent; `none` only where a person asked for it. */
  readonly security: 'tls' | 'starttls' | 'none'
  readonly user: string | null
  readonly password: string | null
  /** Certificates of an authority that the system does not know, in PEM. */
  readonly authority: string | null
}

export type SmtpPatience = {
  readonly connectMs: number
  /** Longest silence: servers may take minutes to accept a message (RFC 5321, 4.5.3.2.6 asks for ten). */
  readonly silenceMs: number
}

const PATIENCE: SmtpPatience = { connectMs: 30_000, silenceMs: 600_000 }
/** After a login that was refused nobody is tried for so long. */
const LOGIN_PAUSE_MS = 30 * 60_000
/** Bytes handed to the connection at a time. */
const CHUNK = 65_536

/** Sends one message to its one reader. Never throws: whatever happens is how the attempt ended. */
export async function sendMessage(
  server: SmtpServer,
  message: Message,
  patience: SmtpPatience = PATIENCE,
): Promise<DeliveryEnd> {
  const connection = openConnection(server, patience)
  const course = { isReached: false, isWhole: false }
  try {
    await connect(connection)
    course.isReached = true
    const { user, password } = server
    if (user !== null) await login(connection, user, password ?? '')
    const answer = await send(connection, message, () => {
      course.isWhole = true
    })
    return { end: 'entregada', answer, isReached: true }
  } catch (error) {
    return judgeFailure(error as NodemailerError, course)
  } finally {
    connection.quit()
    connection.close()
  }
}

function openConnection(
  { host, port, security, authority }: SmtpServer,
  { connectMs, silenceMs }: SmtpPatience,
): SMTPConnection {
  return new SMTPConnection({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: silenceMs,
    socketCloseTimeout: 0,
    allowInternalNetworkInterfaces: true,
    tls: { minVersion: 'TLSv1.2', ...(authority === null ? {} : { ca: authority }) },
  })
}

function connect(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.on('error', reject)
    connection.connect((error) => (error ? reject(error) : resolve()))
  })
}

function login(connection: SMTPConnection, user: string, pass: string): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.on('error', reject)
    connection.login({ credentials: { user, pass } }, (error) => (error ? reject(error) : resolve()))
  })
}

/**
 * `onWhole` is called when the last piece of the message was handed over and the dot that ends it follows: before that,
 * no server can have accepted it.
 */
function send(connection: SMTPConnection, message: Message, onWhole: () => void): Promise<string> {
  const { from, to, bytes } = message
  return new Promise((resolve, reject) => {
    connection.on('error', reject)
    const body = Readable.from(cut(bytes), { objectMode: false, highWaterMark: CHUNK })
    body.once('end', onWhole)
    connection.send({ from, to: [to], size: bytes.length }, body, (error, info) =>
      error ? reject(error) : resolve(info.response),
    )
  })
}

function* cut(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK)
}

/** RFC 5321: 5yz is for good, 4yz for now. A silence after the whole message was handed over says nothing. */
function judgeFailure(
  error: NodemailerError,
  { isReached, isWhole }: { readonly isReached: boolean; readonly isWhole: boolean },
): DeliveryEnd {
  const cause = error.rejectedErrors?.[0] ?? error
  const answer = explain(cause)
  // Tried with every reader, a wrong password locks the account; mended, it is tried again by itself.
  if (cause.code === 'EAUTH') return { end: 'otra-vez', answer, isReached: false, afterMs: LOGIN_PAUSE_MS }
  // Larger than the server said that it takes.
  if (cause.code === 'EMESSAGE' && cause.responseCode === undefined && !isWhole)
    return { end: 'rechazada', answer, isReached, isTooLarge: true }
  if (cause.responseCode !== undefined) {
    const end = isPermanent(cause) ? 'rechazada' : 'otra-vez'
    return { end, answer, isReached, ...(isTooLarge(cause) ? { isTooLarge: true } : {}) }
  }
  if (isWhole) {
    const doubt = `${answer}; el mensaje ya había salido y el servidor no alcanzó a confirmarlo`
    return { end: 'dudosa', answer: doubt, isReached }
  }
  return { end: 'otra-vez', answer, isReached }
}

function isPermanent({ responseCode = 0 }: NodemailerError): boolean {
  return responseCode >= 500 && responseCode !== 503
}

/** Enhanced codes 5.2.3 and 5.3.4 (RFC 3463); 552 without one is size too, unless it speaks of a full mailbox (5.2.2). */
function isTooLarge({ responseCode = 0, response = '' }: NodemailerError): boolean {
  if (responseCode < 500) return false
  if (/\b5\.(2\.3|3\.4)\b/.test(response)) return true
  return responseCode === 552 && !/\b5\.2\.2\b|quota|full|cuota|lleno/i.test(response)
}

function explain(error: NodemailerError): string {
  const said = (error.response ?? '').replace(/\s+/g, ' ').trim()
  if (error.code === 'EAUTH')
    return `el servidor no aceptó el usuario y la contraseña: ${said || error.message}`
  if (said !== '') return `el servidor respondió: ${said}`
  if (error.code === 'ETIMEDOUT') return 'el servidor no respondió a tiempo'
  if (error.code === 'EDNS') return `no se encontró el servidor de correo (${error.message})`
  if (error.code === 'ETLS' || isCertificateError(error)) return `la conexión no es segura: ${error.message}`
  if (error.code === 'ECONNECTION') return 'el servidor cortó la conexión'
  return `no se pudo hablar con el servidor: ${error.message}`
}

const isCertificateError = ({ message, originalCode }: NodemailerError): boolean =>
  /certificate|CERT|self.signed|altnames/i.test(`${originalCode ?? ''} ${message}`)
