// An errand and a server's address → the síntesis of that day delivered in a process of its own, which a test kills.
import { readMailServer } from '../../../src/config/delivery-server.ts'
import { deliverEdition } from '../../../src/pipeline/deliver.ts'
import { openHouse } from '../../../src/pipeline/house.ts'
import { readErrand } from '../errand.ts'

const [errand = '', databaseUrl = '', url = '', date = ''] = process.argv.slice(2)
const { workspace, data, now } = readErrand(errand)
const house = await openHouse({
  workspace,
  data,
  databaseUrl,
  clock: () => new Date(now),
  web: { browser: 'off' },
})
const server = readMailServer({ SINTESIS_SMTP_URL: url })
process.stdout.write('delivering\n')
await deliverEdition(house, { briefId: 'sintesis', date }, { server })
await house.close()
