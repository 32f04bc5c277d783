// A question to Meta's Graph API → its JSON; its own error codes become our failures with what a person should do.
import { Later, type SourceChanged, Unreadable } from '../failure.ts'
import { type ApiAnswer, askApi } from './api.ts'
import type { Fetched } from './fetched.ts'
import { countOf, type Json, objectOf, objectsOf } from './json-values.ts'
import type { Web } from './web.ts'

export const GRAPH = 'https://graph.facebook.com/v24.0'

/** Too many calls: of the app (4), the person (17), the page (32), one's own limit (613), the business (80001, 80002). */
const BUSY = new Set([4, 17, 32, 613, 80_001, 80_002])
/** When the limit does not say how long it lasts: calls are counted over one hour. */
const PAUSE_MS = 3_600_000

/** Minutes until calls are allowed again, as `X-Business-Use-Case-Usage` tells per business. */
function regainMinutes(headers: Readonly<Record<string, string>>): number | null {
  const value = headers['x-business-use-case-usage']
  if (value === undefined) return null
  try {
    const uses = Object.values(objectOf(JSON.parse(value)) ?? {}).flatMap((list) => objectsOf(list))
    const minutes = uses.flatMap((use) => countOf(use.estimated_time_to_regain_access) ?? [])
    return minutes.length === 0 ? null : Math.max(...minutes)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** The Graph API's errors (developers.facebook.com/docs/graph-api/guides/error-handling). Its text may echo the token: it is not shown. */
function explainFor(tokenName: string) {
  return (json: Json | null, { headers, takenAt }: Fetched): Later | Unreadable | SourceChanged | null => {
    const error = objectOf(json?.error)
    if (error === null) return null
    const code = countOf(error.code)
    const which = `(código ${code ?? 'desconocido'})`
    if (code === 190) {
      const isOver = error.error_subcode === 463
      const why = isOver ? 'venció' : 'ya no sirve'
      return new Unreadable(
        'forbidden',
        `el token ${tokenName} ${why} (código 190): genera otro y ponlo en SINTESIS_TOKEN_${tokenName}`,
      )
    }
    if (code !== null && BUSY.has(code)) {
      const minutes = regainMinutes(headers)
      const pause = minutes === null || minutes === 0 ? PAUSE_MS : minutes * 60_000
      return new Later(
        `Meta pidió esperar: demasiadas consultas ${which}`,
        new Date(takenAt.getTime() + pause),
      )
    }
    if (code === 1 || code === 2) return new Later(`Meta está fallando ${which}`)
    if (code === 10 || (code !== null && code >= 200 && code < 300)) {
      return new Unreadable(
        'forbidden',
        `el token ${tokenName} no tiene permiso para leer esa cuenta ${which}`,
      )
    }
    if (code === 100 || code === 110 || code === 803) {
      return new Unreadable('gone', `Meta no encuentra esa cuenta, o el token ${tokenName} no la ve ${which}`)
    }
    return new Unreadable('forbidden', `Meta no contestó ${which}`)
  }
}

/** Asks the Graph API with the token of a name. The token travels in a header; an address that carries one loses it. */
export async function askGraph(url: string, web: Web, tokenName: string): Promise<ApiAnswer> {
  const clean = new URL(url)
  clean.searchParams.delete('access_token')
  return askApi(clean.href, web, {
    network: 'Meta',
    token: web.credential(tokenName),
    obeysRobots: false, // entered with the account owner's permission
    explain: explainFor(tokenName),
  })
}

/** The account that the address of a page or profile names. */
export function accountIn(url: string): string {
  const { pathname, searchParams } = new URL(url)
  const last = pathname.split('/').filter(Boolean).at(-1) ?? ''
  return last === 'profile.php' ? (searchParams.get('id') ?? '') : last
}
