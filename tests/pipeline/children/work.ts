// What a worker needs, as JSON → that worker in a process of its own, until it is told to stop or killed; says what it does.
import { openHouse } from '../../../src/pipeline/house.ts'
import { startWorker } from '../../../src/pipeline/worker.ts'
import { readRun, runClock } from '../worker-run.ts'

const run = readRun(process.argv[2] ?? '')
const house = await openHouse({
  workspace: run.workspace,
  databaseUrl: run.databaseUrl,
  clock: runClock(run.clock),
  data: run.data,
  sharesHosts: true,
  leaseMs: run.leaseMs,
  web: {
    loopbackHosts: new Map(run.hosts),
    hostDelayMs: run.delayMs,
    totalMs: 3_000,
    browser: 'off',
  },
})
const worker = await startWorker(
  house,
  {
    onVisit: (visit) => console.log(`visit ${visit.source.id} ${visit.kind}`),
    onEdition: ({ edition }) => console.log(`edition ${edition.briefId} ${edition.date}`),
    onFault: (task, error) => console.log(`fault ${task} ${error.message}`),
  },
  { atOnce: run.atOnce, leaseMs: run.leaseMs, idleMs: 50, lookMs: 500, jobSeconds: 10 },
)
console.log('at work')
process.once('SIGTERM', async () => {
  await worker.stop()
  await house.close()
  process.exit(0)
})
