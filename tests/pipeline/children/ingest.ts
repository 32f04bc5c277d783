// A region as JSON → every source of it read once in a process of its own; says when it begins, each visit, and the end.
import { openHouse } from '../../../src/pipeline/house.ts'
import { listSourcesToVisit, visitSources } from '../../../src/pipeline/run.ts'
import { readErrand } from '../errand.ts'

const errand = readErrand(process.argv[2] ?? '')
const house = await openHouse({
  workspace: errand.workspace,
  databaseUrl: null,
  clock: () => new Date(errand.now),
  data: errand.data,
  web: { loopbackHosts: new Map(errand.hosts), hostDelayMs: 0, totalMs: 5_000, browser: 'off' },
})
console.log('begins')
const sources = await listSourcesToVisit(house, true)
const visits = await visitSources(house, sources, (_done, _total, visit) =>
  console.log(`${visit.source.id} ${visit.kind}`),
)
await house.close()
for (const visit of visits) if (visit.kind === 'broken') throw visit.error
console.log('done')
