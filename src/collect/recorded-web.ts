// Answers kept from an earlier reading → a door to the web that gives those again, and nothing else.
import { Unreadable } from '../failure.ts'
import type { Fetched } from './fetched.ts'
import type { Web } from './web.ts'

/** An answer as it came. `isRendered`: a browser had written it. */
export type RecordedAnswer = Pick<
  Fetched,
  'url' | 'finalUrl' | 'status' | 'headers' | 'redirects' | 'body'
> & { readonly isRendered: boolean }

/**
 * Opens the door. An address that was read several times gives its answers in their order, the last one from then on; one
 * that was not read is `Unreadable`. The clock stands at the hour of the recording, and every credential is `TOKEN`.
 */
export function openRecordedWeb(answers: readonly RecordedAnswer[], recordedAt: Date): Web {
  const given = new Map<string, number>()
  const give = (url: string, isRendered: boolean): Fetched => {
    const all = answers.filter((answer) => answer.url === url && answer.isRendered === isRendered)
    const key = `${isRendered} ${url}`
    const turn = given.get(key) ?? 0
    given.set(key, turn + 1)
    const answer = all[turn] ?? all.at(-1)
    if (answer === undefined) throw new Unreadable('gone', `${url} no está en la grabación`)
    const { finalUrl, status, headers, redirects, body } = answer
    const robots = { isAllowed: true, rule: null, group: null }
    return {
      url,
      finalUrl,
      status,
      headers,
      redirects,
      body,
      robots,
      takenAt: recordedAt,
      isTruncated: false,
    }
  }
  return {
    fetch: async (url) => give(url, false),
    render: async (url) => give(url, true),
    canRender: async () => answers.some(({ isRendered }) => isRendered),
    robotsOf: async () => ({ rules: [], group: null, crawlDelaySeconds: null, sitemaps: [] }),
    credential: () => 'TOKEN',
    clock: () => recordedAt,
    close: async () => {},
  }
}
