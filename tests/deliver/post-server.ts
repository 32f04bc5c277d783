// Answers → a real HTTP server on this machine that gives them in order and keeps what it was asked.
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Asked = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string }
/** `drop` closes the connection after the whole request was read; `silence` never answers. */
export type Answer =
  | 'drop'
  | 'silence'
  | { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> }

export type PostServer = {
  readonly url: string
  readonly asked: Asked[]
  /** The next answers; when there is none left, `usual`. */
  answers: Answer[]
  close(): Promise<void>
}

/** Opens the server; `usual` is what it answers when nothing else was said. */
export async function openPostServer(usual: Answer): Promise<PostServer> {
  const asked: Asked[] = []
  const state = { answers: [] as Answer[] }
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      asked.push({
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(pieces).toString(),
      })
      const answer = state.answers.shift() ?? usual
      if (answer === 'drop') request.socket.destroy()
      else if (answer !== 'silence') {
        response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
        response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {}))
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}`,
    asked,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}
