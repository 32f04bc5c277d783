// An address → a pool of sessions that read numbers and dates as we mean them.
import { Client, type ClientConfig, Pool, types } from 'pg'
import { Misdeclared } from '../failure.ts'

const INT8 = 20
const NUMERIC = 1700
const DATE = 1082

/** Counts and sums are numbers; a calendar date is its text, not midnight somewhere. Set here, not for all of `pg`. */
const READERS = new Map<number, (text: string) => unknown>([
  [INT8, Number],
  [NUMERIC, Number],
  [DATE, String],
])

const rowReaders: NonNullable<ClientConfig['types']> = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    const reader = format === 'binary' ? undefined : READERS.get(oid)
    return reader ?? types.getTypeParser(oid, format)
  },
}

/** Sessions a process opens at most. */
const SESSIONS = 10

function sessionConfig(address: ClientConfig): ClientConfig {
  return {
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
    application_name: 'sintesis',
    options: '-c timezone=UTC',
    ...address,
    types: rowReaders,
  }
}

export function openPool(address: ClientConfig): Pool {
  const pool = new Pool({ ...sessionConfig(address), max: SESSIONS, allowExitOnIdle: true })
  // A session that the server ends between two queries, idle or inside a transaction, fails the next query on it,
  // which is who says what is wrong; without a listener the process would end instead.
  pool.on('error', () => {})
  pool.on('connect', (session) => session.on('error', () => {}))
  return pool
}

/** A session apart from the pool, for locks that live as long as it does. */
export function openSession(address: ClientConfig): Client {
  return new Client(sessionConfig(address))
}

/** Major version and encoding with which every part of the archive works. */
const OLDEST = 150_000

/**
 * Proves that a server answers and serves us.
 * @throws Misdeclared in Spanish, without the password, when it does not.
 */
export async function checkServer(pool: Pool, name: string): Promise<void> {
  const { number, version, encoding } = await askServer(pool).catch((error: unknown) =>
    Promise.reject(explainConnection(error, name)),
  )
  if (number < OLDEST) {
    throw new Misdeclared(
      name,
      null,
      null,
      `el servidor es PostgreSQL ${version} y se necesita 15 o posterior.`,
    )
  }
  if (encoding !== 'UTF8') {
    throw new Misdeclared(
      name,
      null,
      null,
      `la base de datos guarda texto en ${encoding} y se necesita UTF8. Créala con: create database … encoding 'UTF8' template template0`,
    )
  }
}

type Server = { readonly number: number; readonly version: string; readonly encoding: string }

async function askServer(pool: Pool): Promise<Server> {
  const { rows } = await pool.query<Server>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
            current_setting('server_encoding') as encoding`,
  )
  const [server] = rows
  if (server === undefined) throw new Error('the server did not say its version')
  return server
}

const CAUSES: Readonly<Record<string, string>> = {
  ERR_INVALID_URL:
    'la dirección está mal escrita. Se escribe así: postgres://usuario:contraseña@servidor:5432/base',
  ECONNREFUSED:
    'nadie contesta en esa dirección. Revisa que el servidor esté encendido y que el puerto sea el suyo',
  ENOTFOUND: 'ese nombre de servidor no existe. Revisa cómo está escrito',
  EAI_AGAIN: 'no se pudo averiguar la dirección del servidor. Revisa la conexión de red',
  ETIMEDOUT: 'el servidor no contesta. Revisa la red y el cortafuegos',
  EHOSTUNREACH: 'no hay camino hasta el servidor. Revisa la red',
  ENOENT: 'no existe ese socket. Revisa la ruta y que el servidor esté encendido',
  EACCES: 'este usuario no tiene permiso para usar ese socket',
  '28P01': 'el usuario o la contraseña no son correctos',
  '28000': 'el servidor no acepta a este usuario desde aquí. Revisa pg_hba.conf',
  '3D000': 'esa base de datos no existe. Créala con: createdb NOMBRE',
  '53300': 'el servidor no acepta más conexiones. Cierra algunas o sube max_connections',
  '57P03': 'el servidor está arrancando o apagándose. Vuelve a intentar en un momento',
}

function explainConnection(cause: unknown, name: string): Misdeclared {
  const { code, message } = cause as { code?: string; message?: string }
  const known = CAUSES[code ?? ''] ?? (/timeout/i.test(message ?? '') ? CAUSES.ETIMEDOUT : undefined)
  const said = message === undefined || message === '' ? String(code) : message
  const error = new Misdeclared(
    name,
    null,
    null,
    `no se pudo abrir la base de datos: ${known ?? 'el servidor rechazó la conexión'} (${said}).`,
  )
  error.cause = cause
  return error
}
