// A database address, a brief and a date → that edition claimed and published by this process, or by another; says which.
import { claimEdition, editionLock, keepEdition } from '../../../src/store/editions.ts'
import { openStore } from '../../../src/store/open.ts'

const [databaseUrl = '', briefId = '', date = '', dies = ''] = process.argv.slice(2)
const store = await openStore({ dataFolder: '', databaseUrl })
console.log('open')
await new Promise((resolve) => process.stdin.once('data', resolve))
const lock = await store.tryLock(editionLock(briefId, date))
if (lock === null) {
  console.log('locked')
} else {
  const to = new Date('2026-11-06T12:30:00Z')
  const request = { briefId, date, from: () => new Date('2026-11-05T12:30:00Z'), to, at: to }
  const claim = await store.db.transaction().execute((trx) => claimEdition(trx, lock, request))
  if (claim === null) {
    console.log('published before')
  } else {
    console.log(`claimed ${claim.number}`)
    if (dies === 'dies') process.kill(process.pid, 'SIGKILL')
    const edition = { ...claim, publishedAt: to, files: ['x.pdf'], ledgerSha256: 'f'.repeat(64) }
    console.log((await keepEdition(store.db, edition)) ? 'published' : 'published before')
  }
  await lock.release()
}
await store.close()
process.exit(0)
