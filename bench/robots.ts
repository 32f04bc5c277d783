// A file of robots.txt cases (robots, ua, url, allowed) → how many are decided as expected, and which are not.
import { readFileSync } from 'node:fs'
import { decideRobots, parseRobots } from '../src/collect/robots.ts'

type Case = { test: string; robots: string; ua: string; url: string; allowed: boolean }

const file = process.argv[2]
if (file === undefined) {
  console.error('Uso: node bench/robots.ts CASOS.json')
  process.exit(1)
}
const cases: Case[] = JSON.parse(readFileSync(file, 'utf8'))
/** The cases hold bytes, one to a character, as their original in C++ does. */
const textOf = (bytes: string) => Buffer.from(bytes, 'latin1').toString('utf8')

const wrong = cases.filter((each) => {
  return decideRobots(parseRobots(textOf(each.robots), each.ua), each.url).isAllowed !== each.allowed
})
for (const each of wrong) {
  console.log(`${each.test}: ${each.ua} ${each.url} debía dar ${each.allowed}`)
  console.log(each.robots.replace(/^/gm, '    '))
}
console.log(`${cases.length - wrong.length} de ${cases.length} casos bien decididos`)
