// A data folder → its store held open until a line arrives, then closed. Prints the server's process id when open.
import { openStore } from '../../../src/store/open.ts'
import { readPostmaster } from '../../../src/store/server/postmaster.ts'

const [dataFolder = ''] = process.argv.slice(2)
const store = await openStore({ dataFolder, databaseUrl: null })
const running = await readPostmaster(`${dataFolder}/postgres/cluster`)
console.log(running === null || running === 'unfinished' ? 'none' : running.pid)
await new Promise((resolve) => process.stdin.once('data', resolve))
await store.close()
process.exit(0)
