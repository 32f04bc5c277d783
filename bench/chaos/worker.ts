// A file that says what time it is, and an archive → a worker in a process of its own, until it is told to stop or killed.
import { readFileSync } from 'node:fs'
import { openHouse } from '../../src/pipeline/house.ts'
import { startWorker } from '../../src/pipeline/worker.ts'

export type Post = {
  readonly workspace: string
  readonly databaseUrl: string
  readonly data: string
  readonly hosts: readonly (readonly [string, number])[]
  /** File with the instant at which the clock of all workers stands. */
  readonly clockFile: string
  readonly delayMs: number
  readonly leaseMs: number
}

const post = JSON.parse(process.argv[2] ?? '') as Post
const house = await openHouse({
  workspace: post.workspace,
  databaseUrl: post.databaseUrl,
  clock: () => new Date(readFileSync(post.clockFile, 'utf8')),
  data: post.data,
  sharesHosts: true,
  leaseMs: post.leaseMs,
  web: { loopbackHosts: new Map(post.hosts), hostDelayMs: post.delayMs, totalMs: 30_000, browser: 'off' },
})
const worker = await startWorker(
  house,
  {
    onVisit(visit) {
      if (visit.kind === 'broken') console.log(`fault ${visit.source.id}: ${visit.error.message}`)
    },
    onEdition: ({ edition }) => console.log(`edition ${edition.briefId} ${edition.date}`),
    onFault: (task, error) => console.log(`fault ${task} ${error.message}`),
  },
  { atOnce: 4, leaseMs: post.leaseMs, idleMs: 100, lookMs: 500, jobSeconds: 10 },
)
console.log('at work')
process.stdin.resume().once('end', () => process.exit(1)) // whoever started it is gone
process.once('SIGTERM', async () => {
  await worker.stop()
  await house.close()
  process.exit(0)
})
