// What a network call threw → one of our failures, with the cause in words that an analyst can act on.
import { Later, Unreadable } from '../failure.ts'

/** Causes by the codes of Node, OpenSSL and undici. `H` stands for the host. */
const CAUSES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no existe el dominio H (o no hay internet)',
  EAI_AGAIN: 'no se pudo resolver el dominio H (¿hay internet?)',
  ECONNREFUSED: 'H rechazó la conexión',
  ECONNRESET: 'H cortó la conexión',
  EPIPE: 'H cortó la conexión',
  ENETUNREACH: 'no hay camino hasta H (¿hay internet?)',
  EHOSTUNREACH: 'no hay camino hasta H (¿hay internet?)',
  ETIMEDOUT: 'H no respondió a tiempo',
  UND_ERR_CONNECT_TIMEOUT: 'H no respondió a tiempo',
  UND_ERR_HEADERS_TIMEOUT: 'H no respondió a tiempo',
  UND_ERR_BODY_TIMEOUT: 'H dejó de enviar la respuesta',
  UND_ERR_SOCKET: 'H cortó la conexión',
  CERT_HAS_EXPIRED: 'el certificado de seguridad de H está vencido',
  CERT_NOT_YET_VALID: 'el certificado de seguridad de H aún no es válido (¿está bien el reloj?)',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'el certificado de seguridad de H lo firmó el propio sitio',
  SELF_SIGNED_CERT_IN_CHAIN: 'el certificado de seguridad de H lo firmó alguien desconocido',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'H no envía completa la cadena de su certificado de seguridad',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'H no envía completa la cadena de su certificado de seguridad',
  ERR_TLS_CERT_ALTNAME_INVALID: 'el certificado de seguridad de H es de otro sitio',
  ERR_SSL_WRONG_VERSION_NUMBER: 'H no habla https en esa dirección',
  Z_DATA_ERROR: 'la respuesta de H viene dañada',
  Z_BUF_ERROR: 'la respuesta de H viene dañada',
  EPROTO: 'H no logró una conexión segura',
}

function codeOf(error: unknown): string {
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    if ('code' in current && typeof current.code === 'string') return current.code
    if (current instanceof AggregateError) return codeOf(current.errors[0])
  }
  return ''
}

function describe(error: unknown, host: string): string {
  const code = codeOf(error)
  const known = CAUSES[code]
  if (known !== undefined) return known.replace('H', host)
  const isGarbage = error instanceof Error && error.name === 'HTTPParserError'
  if (isGarbage || code.startsWith('HPE_')) return `${host} respondió algo que no es HTTP`
  if (code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_'))
    return `${host} no logró una conexión segura`
  const text = error instanceof Error ? error.message : String(error)
  return `${host} no pudo leerse (${code || text})`
}

/**
 * Names a network failure: `Unreadable` as it is, headers over the limit `Unreadable('oversized')`, anything else
 * `Later` without a date, because hosts come back. `isDeadline` says that our own total deadline ended the call.
 */
export function nameNetworkFailure(
  error: unknown,
  host: string,
  deadline: { readonly isOver: boolean; readonly seconds: number },
): Later | Unreadable {
  if (error instanceof Unreadable || error instanceof Later) return error
  if (deadline.isOver) return new Later(`${host} no terminó de responder en ${deadline.seconds} segundos`)
  const code = codeOf(error)
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW') {
    return new Unreadable('oversized', `${host} envió encabezados demasiado grandes`)
  }
  return new Later(describe(error, host))
}
