// A database address and a name → that lock held until this process is killed.
import { openStore } from '../../../src/store/open.ts'

const [databaseUrl = '', name = ''] = process.argv.slice(2)
const store = await openStore({ dataFolder: '', databaseUrl })
console.log((await store.tryLock(name)) === null ? 'refused' : 'taken')
setInterval(() => {}, 1_000)
