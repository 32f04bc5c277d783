// `npm run bench:replay -- --data DIR`: captured pages served as the sites they came from, read, scored and published.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { describeEdition } from '../src/cli/report.ts'
import { countEnds, describeEnds, listReasons, listRounds } from '../src/cli/round-words.ts'
import { openTerminal } from '../src/cli/terminal.ts'
import { type House, openHouse } from '../src/pipeline/house.ts'
import { publishBrief } from '../src/pipeline/publish.ts'
import { listSourcesToVisit, visitSources } from '../src/pipeline/run.ts'
import { findNotes } from '../src/store/notes.ts'
import { localDate } from '../src/text/zoned.ts'
import { openReplaySite, type ReplaySite, readReplayPages } from './replay-site.ts'
import { writeReplayWorkspace } from './replay-workspace.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string' },
    work: { type: 'string', default: 'data/replay' },
  },
})
if (values.data === undefined)
  throw new Error('usage: npm run bench:replay -- --data DIR [--out predictions.json]')

const terminal = openTerminal(process.stdout, process.stderr, process.stdout.isTTY)
const clock = () => new Date()
const site = await openReplaySite(readReplayPages(values.data))
const folder = join(process.cwd(), values.work)
writeReplayWorkspace(folder, site.pages)
const house = await openHouse({
  workspace: folder,
  databaseUrl: null,
  clock,
  web: { loopbackHosts: site.hosts, hostDelayMs: 0, browser: 'off' },
})
try {
  const sources = await listSourcesToVisit(house, true)
  const started = performance.now()
  const visits = await visitSources(house, sources, (done, total, visit) =>
    terminal.progress('Leyendo', done, total, visit.source.name),
  )
  const rounds = listRounds(visits)
  terminal.print(
    `${sources.length} sitios en ${((performance.now() - started) / 1000).toFixed(1)} s: ${describeEnds(countEnds(rounds))}`,
  )
  for (const line of listReasons(rounds, 20)) terminal.print(`  ${line}`)
  for (const visit of visits)
    if (visit.kind === 'broken') terminal.warn(`${visit.source.id}: ${visit.error.stack}`)
  if (values.out !== undefined) writeFileSync(values.out, JSON.stringify(await predict(house, site), null, 1))
  terminal.print(await countTitles(house, site, values.data))
  for (const brief of house.workspace.briefs) {
    const published = await publishBrief(
      house,
      brief,
      localDate(clock(), house.workspace.municipality.timeZone),
    )
    if (published !== null)
      for (const line of describeEdition(published, 'America/Mexico_City')) terminal.print(line)
  }
} finally {
  await house.close()
  await site.close()
}

/** Predictions by page id in the form that scorers of article extraction read. Dates are scored by eval:extract, in each page's zone. */
async function predict({ store }: House, { pages }: ReplaySite): Promise<Record<string, object>> {
  const byUrl = new Map(pages.map(({ id, url }) => [url, id]))
  const predictions: Record<string, object> = {}
  for (const { article } of await findNotes(store.db, { from: new Date(0), to: clock() })) {
    const id = byUrl.get(article.url)
    if (id === undefined) continue
    predictions[id] = {
      articleBody: article.paragraphs.join('\n\n'),
      title: article.title,
      author: article.byline ?? '',
    }
  }
  return predictions
}

async function countTitles({ store }: House, { pages }: ReplaySite, data: string): Promise<string> {
  const schema = z.record(z.string(), z.looseObject({ title: z.string().nullish() }))
  const truth = schema.parse(JSON.parse(readFileSync(join(data, 'gt.json'), 'utf8')))
  const notes = await findNotes(store.db, { from: new Date(0), to: clock() })
  const byUrl = new Map(notes.map(({ article }) => [article.url, article]))
  const titled = pages.filter(({ id }) => (truth[id]?.title ?? '') !== '')
  const squeeze = (text: string) =>
    text
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .toLowerCase()
  const exact = titled.filter(
    ({ id, url }) => squeeze(byUrl.get(url)?.title ?? '') === squeeze(truth[id]?.title ?? ''),
  )
  return `${notes.length} notas de ${pages.length} páginas; título exacto en ${exact.length} de ${titled.length}`
}
