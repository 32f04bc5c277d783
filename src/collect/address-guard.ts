// Where a request wants to go → the public address it may connect to, or a refusal. The guard against SSRF.
import { lookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Unreadable } from '../failure.ts'

export type Address = { readonly address: string; readonly family: 4 | 6 }

/** Name → addresses, as the system resolves it. A parameter so that tests can answer as a hostile DNS does. */
export type Resolve = (host: string) => Promise<readonly Address[]>

/** Ports on which the press is published; any other is somebody's internal service. */
const PORTS = new Set(['', '80', '443', '8080', '8443'])

/** RFC 4291, IANA: the only block of IPv6 from which public addresses are given. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')

/** Asks the system's resolver for every address of a host. */
export const resolveBySystem: Resolve = async (host) => {
  const found = await lookup(host, { all: true, verbatim: false })
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }))
}

/** True for a public address; IPv4 inside IPv6 is judged as the IPv4 it is. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST)
}

function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback'
}

export type GuardOptions = {
  /** Lets requests reach this machine on any port: for tests and demonstrations only. */
  readonly allowLoopback: boolean
  readonly resolve: Resolve
}

export type Guard = {
  /** Parses and judges an address before any connection; throws `Unreadable('unsafe')` with the reason in Spanish. */
  readonly check: (url: string, base?: string) => URL
  /** The addresses of a host that may be connected to; throws `Unreadable('unsafe')` when it has none. */
  readonly addressesOf: (host: string) => Promise<readonly Address[]>
  /** The same as a `lookup` of `net.connect`: the connection goes to the very address that was judged. */
  readonly lookup: LookupFunction
}

function refuse(message: string): Unreadable {
  return new Unreadable('unsafe', message)
}

/** Makes the judge of addresses. It is asked on every hop, and its `lookup` at every connection. */
export function createGuard(options: GuardOptions): Guard {
  const isAllowed = (address: string) =>
    isPublicAddress(address) || (options.allowLoopback && isLoopback(address))

  const addressesOf = async (host: string) => {
    const bare = host.replace(/^\[|\]$/g, '')
    const family = isIP(bare)
    const found: readonly Address[] =
      family === 0 ? await options.resolve(bare) : [{ address: bare, family: family === 6 ? 6 : 4 }]
    const allowed = found.filter(({ address }) => isAllowed(address))
    if (allowed.length > 0) return allowed
    throw refuse(
      `«${host}» no apunta a una dirección pública de internet (${found.map(({ address }) => address).join(', ') || 'ninguna'}) y no se consulta`,
    )
  }

  const check = (url: string, base?: string) => {
    if (!URL.canParse(url, base)) throw refuse(`«${url.slice(0, 200)}» no es una dirección web`)
    const parsed = new URL(url, base)
    parsed.hostname = parsed.hostname.replace(/\.+$/, '') // `localhost.` is localhost
    if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
      throw refuse(`«${parsed.href.slice(0, 200)}» no es http ni https y no se consulta`)
    }
    const bare = parsed.hostname.replace(/^\[|\]$/g, '')
    if (isIP(bare) !== 0 && !isAllowed(bare)) {
      throw refuse(`«${parsed.host}» es una dirección interna o reservada y no se consulta`)
    }
    if (!PORTS.has(parsed.port) && !options.allowLoopback) {
      throw refuse(`el puerto ${parsed.port} de «${parsed.hostname}» no es de un sitio web y no se consulta`)
    }
    return parsed
  }

  const guardedLookup: LookupFunction = (host, lookupOptions, callback) => {
    addressesOf(host).then(
      (addresses) => {
        const [first] = addresses
        if (lookupOptions.all === true)
          callback(
            null,
            addresses.map((each) => ({ ...each })),
          )
        else callback(null, first?.address ?? '', first?.family ?? 4)
      },
      (error: Error) => callback(error, '', 0),
    )
  }

  return { check, addressesOf, lookup: guardedLookup }
}
