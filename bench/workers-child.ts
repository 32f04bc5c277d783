// A setting in the environment → one worker as `sintesis worker` runs it, which tells when asked what it has cost so far.
import { openHouse } from '../src/pipeline/house.ts'
import { startWorker } from '../src/pipeline/worker.ts'

export type WorkerSetting = {
  readonly workspace: string
  readonly databaseUrl: string
  readonly data: string
  readonly hosts: number
  readonly port: number
  readonly hostDelayMs: number
  readonly atOnce: number
}

export type WorkerCost = {
  /** Milliseconds of processor since the start. */
  readonly cpuMs: number
  /** Milliseconds in which its one thread was not waiting, those in which the machine ran something else included. */
  readonly activeMs: number
  readonly memory: NodeJS.MemoryUsage
  /** What is left of the heap after a collection; null unless it was asked for. */
  readonly heldBytes: number | null
  /** Milliseconds that its notes spent in each stage, waits included; notes are read side by side. */
  readonly laps: Readonly<Record<string, number>>
  readonly storiesHeld: number
}

const setting = JSON.parse(process.env.SINTESIS_BENCH_WORKER ?? '{}') as WorkerSetting
const names = Array.from({ length: setting.hosts }, (_, n) => [`medio${n}.example`, setting.port] as const)
const house = await openHouse({
  workspace: setting.workspace,
  databaseUrl: setting.databaseUrl,
  clock: () => new Date(),
  data: setting.data,
  sharesHosts: true,
  web: { loopbackHosts: new Map(names), hostDelayMs: setting.hostDelayMs, browser: 'off' },
})
await startWorker(
  house,
  { onVisit: () => {}, onEdition: () => {}, onFault: (task, error) => console.error(task, error) },
  { atOnce: setting.atOnce },
)
process.on('message', (question) => {
  if (question === 'collect') globalThis.gc?.()
  const { user, system } = process.cpuUsage()
  const memory = process.memoryUsage()
  const cost: WorkerCost = {
    cpuMs: (user + system) / 1e3,
    activeMs: performance.eventLoopUtilization().active,
    memory,
    heldBytes: question === 'collect' ? memory.heapUsed : null,
    laps: Object.fromEntries(house.stopwatch.laps()),
    storiesHeld: house.stories.notes.size,
  }
  process.send?.(cost)
})
process.send?.('ready')
