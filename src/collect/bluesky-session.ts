// `account:app-password` → a Bluesky session: where to ask and with which token. Opened once and used for an hour.
import { Later, SourceChanged, Unreadable } from '../failure.ts'
import { askApi } from './api.ts'
import type { Fetched } from './fetched.ts'
import { type Json, objectOf, objectsOf, textOf } from './json-values.ts'
import { readReset } from './rate-limit.ts'
import type { Web } from './web.ts'

export type Session = { readonly service: string; readonly jwt: string }

const ENTRY = 'https://bsky.social'
/** An access token lasts two hours; a session may be opened 30 times in 5 minutes and 300 times a day. */
const FRESH_MS = 3_600_000

type Opened = { readonly session: Session; readonly until: number }

/** Sessions of each door, by credential: they end with the door. */
const sessions = new WeakMap<Web, Map<string, Opened>>()

function explain(json: Json | null, { status, headers, takenAt }: Fetched) {
  const code = textOf(json?.error)
  if (status === 429) {
    return new Later('Bluesky pidió esperar antes de abrir otra sesión', readReset(headers, takenAt))
  }
  if (status === 401 || code === 'AuthenticationRequired' || code === 'AuthFactorTokenRequired') {
    return new Unreadable(
      'forbidden',
      'Bluesky no acepta la cuenta y la contraseña de aplicación; crea otra en Ajustes → Contraseñas de aplicación',
    )
  }
  return null
}

/** The server that holds the account: it answers for it without a detour. */
function serviceOf(answer: Json): string {
  const services = objectsOf(objectOf(answer.didDoc)?.service)
  const own = textOf(services.find(({ id }) => textOf(id)?.endsWith('#atproto_pds'))?.serviceEndpoint)
  return own !== null && URL.canParse(own) && own.startsWith('https://') ? new URL(own).origin : ENTRY
}

/** Opens a session, or gives the one that is still open. `credential` is `account:password`. */
export async function openSession(credential: string, web: Web): Promise<Session> {
  const known = sessions.get(web)?.get(credential)
  const now = web.clock().getTime()
  if (known !== undefined && now < known.until) return known.session
  const at = credential.lastIndexOf(':')
  if (at < 1) {
    throw new Unreadable('forbidden', 'el token de Bluesky se escribe cuenta:contraseña-de-aplicación')
  }
  const { json } = await askApi(`${ENTRY}/xrpc/com.atproto.server.createSession`, web, {
    network: 'Bluesky',
    post: JSON.stringify({ identifier: credential.slice(0, at), password: credential.slice(at + 1) }),
    obeysRobots: false,
    explain,
  })
  const answer = objectOf(json)
  const jwt = textOf(answer?.accessJwt)
  if (answer === null || jwt === null) throw new SourceChanged('una sesión de Bluesky', 'otro JSON')
  const session = { service: serviceOf(answer), jwt }
  const opened = sessions.get(web) ?? new Map<string, Opened>()
  opened.set(credential, { session, until: now + FRESH_MS })
  sessions.set(web, opened)
  return session
}
