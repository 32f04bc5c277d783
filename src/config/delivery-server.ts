// SINTESIS_SMTP_URL → the mail server and its credentials, which are in no file of the workspace.
import { readFileSync } from 'node:fs'
import { Misdeclared } from '../failure.ts'

export type MailServer = {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  readonly user: string | null
  readonly password: string | null
  readonly authority: string | null
}

const NAME = 'SINTESIS_SMTP_URL'
const EXAMPLE =
  'smtps://usuario:contraseña@smtp.ejemplo.mx:465 o smtp://usuario:contraseña@smtp.ejemplo.mx:587'

/**
 * Reads the mail server; null when the variable is empty. `smtps:` is TLS from the first byte, `smtp:` asks for STARTTLS
 * and sends nothing without it; `?tls=no` sends in the clear, which somebody must have written. `?ca=` names the
 * certificate of an authority of one's own. The message of a mistake never shows the address, which has a password in it.
 */
export function readMailServer(env: NodeJS.ProcessEnv): MailServer | null {
  const text = (env[NAME] ?? '').trim()
  if (text === '') return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') {
    throw tell(`no es la dirección de un servidor de correo; escríbela como ${EXAMPLE}`)
  }
  const tls = url.searchParams.get('tls')
  if (tls !== null && tls !== 'no') throw tell('«tls» solo puede ser «no»')
  if (tls === 'no' && url.protocol === 'smtps:') throw tell('smtps:// siempre va cifrado; quita «tls=no»')
  const security = url.protocol === 'smtps:' ? 'tls' : tls === 'no' ? 'none' : 'starttls'
  const port = url.port === '' ? (security === 'tls' ? 465 : 587) : Number(url.port)
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port,
    security,
    user: url.username === '' ? null : decode(url.username),
    password: url.password === '' ? null : decode(url.password),
    authority: readAuthority(url.searchParams.get('ca')),
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw tell('el usuario o la contraseña llevan un «%» suelto; escríbelo como %25')
  }
}

function readAuthority(path: string | null): string | null {
  if (path === null) return null
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    const fault = tell(`no se puede leer el certificado ${path}`)
    fault.cause = cause
    throw fault
  }
}

const tell = (message: string): Misdeclared => new Misdeclared(NAME, null, null, message)
