// `npm run press`: the sample press stays open, and a file that lets the command line read it as if it were the web.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openPress } from './press/press.ts'

const { values } = parseArgs({ options: { now: { type: 'string', default: '2026-11-13T06:50:00-06:00' } } })
const now = new Date(values.now)
const press = await openPress({ clock: () => now })
const file = join(process.cwd(), 'press.json')
writeFileSync(file, JSON.stringify({ hosts: Object.fromEntries(press.hosts), now: values.now }, null, 1))
console.log(`La prensa de muestra está abierta (${press.hosts.size} sitios). En otra terminal:`)
console.log(`  export SINTESIS_DEMO=${file} SINTESIS_WORKSPACE=$PWD/bench/press/workspace`)
console.log('  npm run -s sintesis -- source try mx-jal/sol')
process.once('SIGINT', () => press.close())
process.once('SIGTERM', () => press.close())
