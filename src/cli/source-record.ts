// `sintesis source record`: one visit to a source → its listing and some of its notes as files, byte by byte, with what was read in them.
import { join, resolve } from 'node:path'
import type { RecordedAnswer } from '../collect/recorded-web.ts'
import type { Web } from '../collect/web.ts'
import type { Source } from '../model.ts'
import type { CommandContext } from './command.ts'
import { keepRecording, readThrough } from './source-recording.ts'

export type RecordOptions = { readonly out?: string; readonly notes?: string }

/** A door that remembers what came in. What is sent by POST opens a session: its answer is a credential and is not kept. */
function rememberAnswers(web: Web, answers: RecordedAnswer[]): Web {
  return {
    ...web,
    fetch: async (url, options) => {
      const answer = await web.fetch(url, options)
      if (options?.post === undefined) answers.push({ ...pick(answer), isRendered: false })
      return answer
    },
    render: async (url, request) => {
      const answer = await web.render(url, request)
      answers.push({ ...pick(answer), isRendered: true })
      return answer
    },
  }
}

function pick({ url, finalUrl, status, headers, redirects, body }: Awaited<ReturnType<Web['fetch']>>) {
  return { url, finalUrl, status, headers, redirects, body }
}

/** Records a source into a folder, `tests/sources/<id>` of the workspace unless told otherwise. */
export async function recordSource(
  source: Source,
  web: Web,
  { terminal, environment, clock }: CommandContext,
  options: RecordOptions,
): Promise<void> {
  const { workspace, credentials } = environment()
  const folder =
    options.out === undefined ? join(workspace, 'tests/sources', source.id) : resolve(options.out)
  const most = Number(options.notes ?? '5')
  if (!Number.isInteger(most) || most < 1)
    throw new Error(`«${options.notes}» no es un número de notas (1, 2, 3…).`)
  const answers: RecordedAnswer[] = []
  const reading = await readThrough(rememberAnswers(web, answers), source, most, (place, { item }) =>
    terminal.progress('Grabando', place, most, item.title ?? item.url),
  )
  terminal.settle()
  const tokens = [...credentials.values()]
  await keepRecording(folder, { source: source.id, recordedAt: clock(), answers }, reading, tokens)
  terminal.print(`${source.name}: ${answers.length} páginas y ${reading.notes.length} notas en ${folder}`)
  terminal.print(`Se repite sin red con «sintesis source try ${source.id} --recorded ${folder}».`)
  for (const { item, article, reason } of reading.notes) {
    if (article === null) terminal.warn(`${item.url}: ${reason ?? ''}`)
  }
}
