// Servers on loopback → doors before them that count who asks each host when, and answer for it where a run needs to.
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export type DoorOptions = {
  /** Milliseconds that each answer takes at least. */
  readonly latencyMs?: number
  /** Status with which the door itself answers an address; null lets the request through. */
  readonly refuse?: (host: string, path: string) => number | null
}

export type Door = {
  /** Host → port of its door. */
  readonly hosts: ReadonlyMap<string, number>
  readonly requests: number
  /** Requests that began while another to the same host was at work. */
  readonly overlaps: readonly string[]
  /** Milliseconds between the starts of two requests to one host, the shortest of all; Infinity when there were none. */
  readonly shortestGapMs: number
  close(): Promise<void>
}

type Visits = { atWork: number; lastAt: number }

/** Opens a door for each server; `hosts` as a press gives them: several hosts may share a server. */
export async function openDoor(
  hosts: ReadonlyMap<string, number>,
  { latencyMs = 0, refuse = () => null }: DoorOptions = {},
): Promise<Door> {
  const visits = new Map<string, Visits>()
  const overlaps: string[] = []
  let requests = 0
  let shortestGapMs = Number.POSITIVE_INFINITY

  const count = (host: string, path: string, response: ServerResponse) => {
    const now = performance.now()
    const seen = visits.get(host) ?? { atWork: 0, lastAt: Number.NEGATIVE_INFINITY }
    visits.set(host, seen)
    requests += 1
    if (seen.atWork > 0) overlaps.push(`${host}${path}`)
    shortestGapMs = Math.min(shortestGapMs, now - seen.lastAt)
    seen.lastAt = now
    seen.atWork += 1
    response.once('close', () => {
      seen.atWork -= 1
    })
  }

  const doors = new Map<number, { server: Server; port: number }>()
  for (const behind of new Set(hosts.values())) {
    const server = createServer(async (asked, response) => {
      const host = asked.headers.host ?? ''
      const path = asked.url ?? '/'
      count(host, path, response)
      if (latencyMs > 0) await sleep(latencyMs)
      const status = refuse(host, path)
      if (status === null) passOn(asked, response, behind)
      else response.writeHead(status).end()
    })
    // Never closes a connection at rest: the moment in which a slow client still sends on it would be a failure of the door.
    server.keepAliveTimeout = 3_600_000
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    doors.set(behind, { server, port: (server.address() as AddressInfo).port })
  }
  return {
    hosts: new Map([...hosts].map(([host, behind]) => [host, doors.get(behind)?.port ?? behind])),
    overlaps,
    get requests() {
      return requests
    },
    get shortestGapMs() {
      return shortestGapMs
    },
    async close() {
      for (const { server } of doors.values()) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    },
  }
}

function passOn(asked: IncomingMessage, response: ServerResponse, port: number): void {
  const { method, headers, url: path } = asked
  // A connection of its own each time: one kept open may be closed behind it at the moment it is used again.
  const inner = request({ host: '127.0.0.1', port, method, headers, path, agent: false }, (answer) => {
    response.writeHead(answer.statusCode ?? 500, answer.headers)
    answer.pipe(response)
  })
  inner.once('error', () => response.destroy())
  response.once('close', () => inner.destroy())
  asked.pipe(inner)
}
