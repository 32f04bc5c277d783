// A morning as JSON → its sources read and its editions published in a process of its own, which may die at any step of it.
import { openHouse } from '../../src/pipeline/house.ts'
import { publishBrief } from '../../src/pipeline/publish.ts'
import { listSourcesToVisit, visitSources } from '../../src/pipeline/run.ts'
import { type Death, watchWork } from './points.ts'

export type Errand = {
  readonly workspace: string
  readonly data: string
  /** Instant at which its clock stands. */
  readonly now: string
  readonly hosts: readonly (readonly [string, number])[]
  /** File that says what it was at when it died. */
  readonly record: string
  readonly death: Death
}

const errand = JSON.parse(process.argv[2] ?? '') as Errand
watchWork(errand.record, errand.death)
const house = await openHouse({
  workspace: errand.workspace,
  databaseUrl: null,
  clock: () => new Date(errand.now),
  data: errand.data,
  web: { loopbackHosts: new Map(errand.hosts), hostDelayMs: 0, totalMs: 30_000, browser: 'off' },
})
console.log('begins')
// What is due, as the resident and `sintesis ingest --due` read: a visit that was over when its process died is not made again.
const visits = await visitSources(house, await listSourcesToVisit(house, false), () => {})
const weekday = new Date(errand.now).getUTCDay()
const date = errand.now.slice(0, 10)
for (const brief of house.workspace.briefs.filter(({ schedule }) => schedule.weekdays.includes(weekday || 7)))
  await publishBrief(house, brief, date)
await house.close()
for (const visit of visits) if (visit.kind === 'broken') throw visit.error
console.log('done')
