// One message over SMTP: what surely arrived, what surely did not and may be tried again, and what nobody can tell.
import { afterEach, expect, it } from 'vitest'
import { composeMessage, type Message } from '../../src/deliver/message.ts'
import { type SmtpServer, sendMessage } from '../../src/deliver/smtp.ts'
import { type Behaviour, type MailServer, openMailServer } from './mail-server.ts'
import { PAGE } from './page.ts'

let mail: MailServer | null = null
afterEach(async () => {
  await mail?.close()
  mail = null
})

const QUICK = { connectMs: 1_500, silenceMs: 1_500 }

async function compose(attached = 1_000): Promise<Message> {
  const bytes = new Uint8Array(attached).fill(37)
  return composeMessage({
    page: PAGE,
    editionId: 'sintesis/2026-11-06',
    from: 'Síntesis <sintesis@tala.test>',
    to: 'uno@tala.test',
    at: new Date('2026-11-06T12:50:00Z'),
    attachments: [{ name: 'a.pdf', mediaType: 'application/pdf', bytes }],
  })
}

async function sendTo(behaviour: Behaviour, changes: Partial<SmtpServer> = {}, attached?: number) {
  mail = await openMailServer(behaviour)
  return sendMessage({ ...mail.server, ...changes }, await compose(attached), QUICK)
}

it('delivers to the one reader of the envelope and keeps what the server answered', async () => {
  const end = await sendTo({})
  expect(end).toEqual({ end: 'entregada', answer: '250 2.0.0 Ok: queued as ABC123', isReached: true })
  expect(mail?.received).toMatchObject([{ from: 'sintesis@tala.test', to: ['uno@tala.test'] }])
})

it.each(['tls', 'starttls'] as const)('encrypts by %s and says who it is only then', async (security) => {
  const end = await sendTo({ security, login: 'sintesis:clave secreta' })
  expect(end.end).toBe('entregada')
  const verbs = mail?.commands.map((line) => line.split(' ')[0])
  if (security === 'starttls') expect(verbs?.indexOf('STARTTLS')).toBeLessThan(verbs?.indexOf('AUTH') ?? -1)
})

it('sends nothing to a server that offers no encryption, unless a person wrote that it may', async () => {
  const end = await sendTo({ security: 'none', login: 'u:p' }, { security: 'starttls' })
  expect(end).toMatchObject({ end: 'rechazada' })
  expect(mail?.commands.join(' ')).not.toMatch(/AUTH|MAIL|DATA/)
})

it.each(['expired.pem', 'self-signed.pem', 'wrong-host.pem'] as const)(
  'gives neither message nor password to a server whose certificate is %s',
  async (certificate) => {
    const end = await sendTo({ security: 'tls', certificate, login: 'u:p' })
    expect(end).toMatchObject({ end: 'otra-vez', isReached: false })
    expect(end.answer).toMatch(/no es segura/)
    expect(mail?.commands).toEqual([])
  },
)

it('lets a password that was refused rest for half an hour, and tries nobody else with it', async () => {
  const end = await sendTo({ login: 'sintesis:clave' }, { password: 'otra' })
  expect(end).toMatchObject({ end: 'otra-vez', isReached: false, afterMs: 1_800_000 })
  expect(end.answer).toMatch(/usuario y la contraseña.*535/)
})

it.each([
  ['RCPT', '450 4.2.0 Greylisted, try again later', 'otra-vez'],
  ['RCPT', '550 5.1.1 User unknown', 'rechazada'],
  ['MAIL', '451 4.3.0 Try later', 'otra-vez'],
  ['MAIL', '554 5.7.1 Blocked', 'rechazada'],
  ['DATA', '452 4.3.1 Out of storage', 'otra-vez'],
  ['DATA', '552 5.3.4 Too big', 'rechazada'],
  ['EHLO', '421 4.3.2 Closing', 'otra-vez'],
])('after %s answered by «%s» the end is %s, with what was said', async (verb, said, end) => {
  const answer = (line: string) =>
    line.startsWith(verb) || (verb === 'EHLO' && line.startsWith('HELO')) ? said : ''
  const result = await sendTo({ answer })
  expect(result.end).toBe(end)
  expect(result.answer).toContain(said)
})

it.each([
  ['550 5.7.1 Spam', 'rechazada'],
  ['451 4.7.1 Greylisted', 'otra-vez'],
])('a whole message answered by «%s» surely was not taken: %s', async (said, end) => {
  expect(await sendTo({ onMessage: () => said })).toMatchObject({ end })
})

it('does not insist with a message that is larger than the server takes', async () => {
  const answer = (line: string) => (line.startsWith('EHLO') ? '250-correo.test\r\n250 SIZE 1000' : '')
  expect(await sendTo({ answer })).toMatchObject({ end: 'rechazada' })
})

it('is in doubt when the connection drops after the whole message and before the answer', async () => {
  const end = await sendTo({ onMessage: () => null })
  expect(end).toMatchObject({ end: 'dudosa' })
  expect(end.answer).toContain('ya había salido')
})

it('is in doubt when the server has the whole message and stays silent', async () => {
  const end = await sendTo({ onMessage: () => new Promise(() => {}) })
  expect(end).toMatchObject({ end: 'dudosa' })
})

it('is sure that a message that was cut in the middle did not arrive', async () => {
  const end = await sendTo({ dropAfterBytes: 20_000 }, {}, 16_000_000)
  expect(end).toMatchObject({ end: 'otra-vez', isReached: true })
  expect(mail?.received).toEqual([])
})

it.each(['EHLO', 'MAIL', 'RCPT', 'DATA'])('tries again after a connection that drops at %s', async (verb) => {
  const end = await sendTo({ answer: (line) => (line.startsWith(verb) ? null : '') })
  expect(end).toMatchObject({ end: 'otra-vez' })
})

it('does not wait for ever for a server that says nothing', async () => {
  const end = await sendTo({ answer: (line) => (line.startsWith('MAIL') ? 'silence' : '') })
  expect(end).toEqual({ end: 'otra-vez', answer: 'el servidor no respondió a tiempo', isReached: true })
})

it('knows a server that is not there from one that refuses', async () => {
  const end = await sendTo({}, { port: 1 })
  expect(end).toMatchObject({ end: 'otra-vez', isReached: false })
})
