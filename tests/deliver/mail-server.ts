// How it shall behave → a real SMTP server on this machine that accepts, refuses, delays, drops, greylists or asks who one is.
import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { createSecureContext, createServer as createTlsServer, TLSSocket } from 'node:tls'
import type { SmtpServer } from '../../src/deliver/smtp.ts'

const TLS = join(import.meta.dirname, '../collect/tls')
const read = (name: string) => readFileSync(join(TLS, name), 'utf8')

export type Received = { readonly from: string; readonly to: readonly string[]; readonly raw: string }

export type Behaviour = {
  /** What it answers to a command instead of its own answer; null drops the connection, 'silence' says nothing. */
  answer?: (command: string, times: number) => string | null | 'silence'
  /** Drops the connection after this many bytes of the message, unread from then on. */
  dropAfterBytes?: number
  /** Called with the whole message before the answer to it; the answer waits for it, null drops. */
  onMessage?: (received: Received) => Promise<string | null> | string | null
  /** `user:password` that it asks for; nobody else may send. */
  login?: string
  security?: 'tls' | 'starttls' | 'none'
  certificate?: 'valid.pem' | 'expired.pem' | 'self-signed.pem' | 'wrong-host.pem'
}

export type MailServer = {
  readonly received: Received[]
  readonly commands: string[]
  behaviour: Behaviour
  /** How to reach it, as SINTESIS_SMTP_URL would say. */
  readonly server: SmtpServer
  readonly url: string
  close(): Promise<void>
}

/** Opens the server. It speaks STARTTLS with a certificate of the tests' authority unless told otherwise. */
export async function openMailServer(behaviour: Behaviour = {}): Promise<MailServer> {
  const { security = 'none' } = behaviour
  const sockets = new Set<Socket>()
  const keys = { key: read('server.key'), cert: read(behaviour.certificate ?? 'valid.pem') }
  const mail = { received: [] as Received[], commands: [] as string[], behaviour }
  const talk = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {}) // dropped connections are what the tests are about
    socket.on('close', () => sockets.delete(socket))
    converse(socket, mail, keys)
  }
  const listener = security === 'tls' ? createTlsServer(keys, talk) : createServer(talk)
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const { port } = listener.address() as AddressInfo
  const [user = null, password = null] = behaviour.login?.split(':') ?? []
  return Object.assign(mail, {
    server: { host: '127.0.0.1', port, security, user, password, authority: read('ca.pem') },
    url: `smtp://127.0.0.1:${port}?tls=no`,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => listener.close(resolve))
    },
  })
}

type Mail = { readonly received: Received[]; readonly commands: string[]; readonly behaviour: Behaviour }

function converse(plain: Socket, mail: Mail, keys: { readonly key: string; readonly cert: string }): void {
  const session = {
    from: '',
    to: [] as string[],
    message: null as string | null,
    isKnown: false,
    isSecure: false,
  }
  const counts = new Map<string, number>()
  let socket = plain
  let buffer = ''
  const say = (line: string): void => {
    socket.write(`${line}\r\n`)
  }
  const hear = (chunk: Buffer) => {
    buffer += chunk.toString('latin1')
    if (session.message !== null) {
      hearMessage()
      return
    }
    for (
      let end = buffer.indexOf('\r\n');
      end >= 0 && session.message === null;
      end = buffer.indexOf('\r\n')
    ) {
      const line = buffer.slice(0, end)
      buffer = buffer.slice(end + 2)
      obey(line)
    }
  }
  const hearMessage = () => {
    const { dropAfterBytes, onMessage } = mail.behaviour
    if (dropAfterBytes !== undefined && buffer.length >= dropAfterBytes) {
      socket.pause()
      setTimeout(() => socket.destroy(), 200)
      return
    }
    const end = buffer.startsWith('.\r\n') ? 0 : buffer.indexOf('\r\n.\r\n')
    if (end < 0) return
    const raw = buffer.slice(0, end).replace(/^\.\./gm, '.')
    buffer = buffer.slice(end + 5)
    session.message = null
    const received = { from: session.from, to: session.to, raw }
    const answered = onMessage === undefined ? '250 2.0.0 Ok: queued as ABC123' : onMessage(received)
    void Promise.resolve(answered).then((answer) => {
      if (answer === null) {
        socket.destroy()
        return
      }
      if (answer.startsWith('2')) mail.received.push(received)
      say(answer)
    })
  }
  const obey = (line: string) => {
    mail.commands.push(line)
    const command = line.split(/[ :]/)[0]?.toUpperCase() ?? ''
    const times = (counts.get(command) ?? 0) + 1
    counts.set(command, times)
    const special = mail.behaviour.answer?.(line, times)
    if (special === null) socket.destroy()
    else if (special === undefined || special === '') ownAnswer(line, command)
    else if (special !== 'silence') say(special)
  }
  const ownAnswer = (line: string, command: string) => {
    const { login, security } = mail.behaviour
    if (command === 'EHLO') {
      const offers = ['SIZE 50000000', ...(login === undefined ? [] : ['AUTH PLAIN LOGIN'])]
      if (security === 'starttls' && !session.isSecure) offers.push('STARTTLS')
      say(
        ['correo.test', ...offers]
          .map((text, index, all) => `250${index === all.length - 1 ? ' ' : '-'}${text}`)
          .join('\r\n'),
      )
    } else if (command === 'STARTTLS' && security === 'starttls') {
      say('220 2.0.0 Ready')
      plain.removeListener('data', hear)
      const secure = new TLSSocket(plain, { isServer: true, secureContext: createSecureContext(keys) })
      secure.on('error', () => {})
      session.isSecure = true
      socket = secure
      secure.on('data', hear)
    } else if (command === 'AUTH') {
      const said = Buffer.from(line.split(' ')[2] ?? '', 'base64')
        .toString()
        .slice(1)
        .replace('\0', ':')
      session.isKnown = said === login
      say(session.isKnown ? '235 2.7.0 Authentication successful' : '535 5.7.8 Error: authentication failed')
    } else if (command === 'MAIL') {
      if (login !== undefined && !session.isKnown) {
        say('530 5.7.0 Authentication required')
        return
      }
      session.from = /<(.*?)>/.exec(line)?.[1] ?? ''
      session.to = []
      say('250 2.1.0 Ok')
    } else if (command === 'RCPT') {
      session.to.push(/<(.*?)>/.exec(line)?.[1] ?? '')
      say('250 2.1.5 Ok')
    } else if (command === 'DATA') {
      session.message = ''
      say('354 End data with <CR><LF>.<CR><LF>')
    } else if (command === 'QUIT') {
      say('221 2.0.0 Bye')
      socket.end()
    } else say(command === 'RSET' || command === 'NOOP' ? '250 2.0.0 Ok' : '502 5.5.2 Not implemented')
  }
  plain.on('data', hear)
  say('220 correo.test ESMTP')
}
