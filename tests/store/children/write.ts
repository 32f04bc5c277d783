// A database address, a data folder and a count → that many notes written one transaction each; prints each once committed.
import { keepCaptureFile } from '../../../src/store/capture-files.ts'
import { keepNote } from '../../../src/store/notes.ts'
import { openStore } from '../../../src/store/open.ts'
import { keepRound } from '../../../src/store/rounds.ts'
import { OURS, sampleCapture, sampleNote, sampleRound } from '../samples.ts'

const [databaseUrl = '', dataFolder = '', count = '0'] = process.argv.slice(2)
const store = await openStore({ dataFolder, databaseUrl })
const urls = Array.from({ length: Number(count) }, (_, index) => `https://c.example/escrita/${index}`)
for (const url of urls) {
  const capture = sampleCapture(url)
  await keepCaptureFile(dataFolder, capture)
  const mentions = [OURS, { ...OURS, subjectId: 'presidenta' }]
  await store.db.transaction().execute((trx) => keepNote(trx, sampleNote(url, { capture, mentions })))
  console.log(url)
}
const ends = urls.map((url) => ({ url, end: 'kept' as const, reason: null }))
await store.db.transaction().execute((trx) => keepRound(trx, sampleRound({ ends })))
await store.close()
console.log('done')
process.exit(0)
