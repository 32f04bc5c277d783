// Notes and a clock → the sample press on loopback: one server for each outlet, showing what it had published by then.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { listBackIssues } from './back-issues.ts'
import { instantOf, localMinute } from './calendar.ts'
import { type DeadId, type DefectId, type PlacedDefect, placeDefects } from './defects.ts'
import { type Ask, type Issue, numberIssues } from './newsroom.ts'
import { SHAPES } from './outlets.ts'
import { type Answered, createSite } from './site.ts'
import { OUTLET_IDS, type OutletId, type PressNote, readPressBoletines, readStories } from './stories.ts'
import { viewsOf } from './views.ts'

export type PressOptions = {
  /** The press shows notes published until now, and dates its pages by it. */
  readonly clock: () => Date
  /** Default: every story beside this file, and the back issues of before the first morning. */
  readonly notes?: readonly PressNote[]
}

/** What one host has been asked since the press opened. The counters grow as requests come. */
export type HostHits = {
  readonly requests: number
  /** Answers 304. */
  readonly notModified: number
  /** Requests by path, with its query. */
  readonly byPath: ReadonlyMap<string, number>
}

export type Press = {
  /** Host name → port of 127.0.0.1. Several names of one outlet share its port. */
  readonly hosts: ReadonlyMap<string, number>
  readonly hits: ReadonlyMap<string, HostHits>
  readonly notes: readonly PressNote[]
  readonly defects: readonly PlacedDefect[]
  /** Address at which the outlet itself lists a note; throws for an unknown id. */
  readonly addressOf: (noteId: string) => string
  /** The note that is read at an address, by any of its addresses, whatever its session or its utm marks; null for anything else. */
  readonly noteAt: (url: string) => PressNote | null
  /** Views that the network shows for a note at an instant; null where it shows none. */
  readonly viewsOf: (noteId: string, at: Date) => number | null
  readonly close: () => Promise<void>
}

const HERE = import.meta.dirname

function readAllNotes(): PressNote[] {
  const boletines = readPressBoletines(join(HERE, 'workspace/boletines/2026'))
  return [...listBackIssues(), ...readStories(join(HERE, 'stories'), boletines)]
}

type MutableHits = { requests: number; notModified: number; byPath: Map<string, number> }

function countHit(hits: MutableHits, answered: Answered): void {
  hits.requests++
  if (answered.status === 304) hits.notModified++
  hits.byPath.set(answered.target, (hits.byPath.get(answered.target) ?? 0) + 1)
}

async function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

async function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** Session ids, marks of where a reader came from and fragments never name a note. */
function plainAddress(url: string): string {
  const [address = '', query] = url.replace(/#.*$/, '').split('?', 2)
  const kept = (query ?? '').split('&').filter((part) => part !== '' && !/^(?:PHPSESSID|utm_\w+)=/.test(part))
  return kept.length === 0 ? address : `${address}?${kept.join('&')}`
}

type Edition = {
  readonly issues: ReadonlyMap<OutletId, readonly Issue[]>
  readonly byAddress: ReadonlyMap<string, Issue>
}

function editNotes(notes: readonly PressNote[], defects: readonly PlacedDefect[]): Edition {
  const defectsOf = (noteId: string): ReadonlySet<DefectId> => {
    return new Set(defects.filter(({ noteIds }) => noteIds.includes(noteId)).map(({ id }) => id))
  }
  const issues = new Map<OutletId, readonly Issue[]>()
  const byAddress = new Map<string, Issue>()
  for (const outlet of OUTLET_IDS) {
    const own = numberIssues(
      notes.filter((note) => note.outlet === outlet),
      defectsOf,
    )
    issues.set(outlet, own.toReversed())
    const { addressOf, aliasesOf } = SHAPES[outlet]
    for (const issue of own) {
      for (const address of [addressOf(issue), ...(aliasesOf?.(issue) ?? [])]) byAddress.set(address, issue)
    }
  }
  return { issues, byAddress }
}

/**
 * Opens the press: every outlet listens on a port of its own of 127.0.0.1, over plain http whatever its addresses say.
 * `close` ends all connections, those that were never answered included.
 */
export async function openPress(options: PressOptions): Promise<Press> {
  const notes = options.notes ?? readAllNotes()
  const defects = placeDefects(notes)
  const { issues, byAddress } = editNotes(notes, defects)
  const published = (outlet: OutletId | DeadId) => {
    const own = OUTLET_IDS.find((id) => id === outlet)
    const now = localMinute(options.clock())
    return own === undefined ? [] : (issues.get(own) ?? []).filter(({ at }) => at <= now)
  }

  const hosts = new Map<string, number>()
  const hits = new Map<string, MutableHits>()
  const servers: Server[] = []
  for (const [outlet, shape] of Object.entries(SHAPES) as [OutletId | DeadId, (typeof SHAPES)[OutletId]][]) {
    const site = createSite(shape, {
      clock: options.clock,
      issues: () => published(outlet),
      issuesOf: published as Ask['issuesOf'],
      issueAt: (url) => byAddress.get(plainAddress(url)) ?? null,
      onAnswer: (answered) =>
        countHit(hits.get(answered.host) ?? { requests: 0, notModified: 0, byPath: new Map() }, answered),
    })
    const server = createServer(site)
    servers.push(server)
    const port = await listen(server)
    for (const host of shape.hosts) {
      hosts.set(host, port)
      hits.set(host, { requests: 0, notModified: 0, byPath: new Map() })
    }
  }

  const byId = new Map([...issues.values()].flat().map((issue) => [issue.id, issue]))
  const issueOf = (noteId: string) => {
    const issue = byId.get(noteId)
    if (issue === undefined) throw new Error(`no note ${noteId}`)
    return issue
  }
  return {
    hosts,
    hits,
    notes,
    defects,
    addressOf: (noteId) => SHAPES[issueOf(noteId).outlet].addressOf(issueOf(noteId)),
    noteAt: (url) => byAddress.get(plainAddress(url)) ?? null,
    viewsOf: (noteId, at) =>
      at >= instantOf(issueOf(noteId).at) ? viewsOf(issueOf(noteId), localMinute(at)) : null,
    close: async () => {
      await Promise.all(servers.map(closeServer))
    },
  }
}
