// An alert → a signed webhook, a bot's message and a mail: what each says, and how each answer of the other side is taken.
import { createHmac } from 'node:crypto'
import PostalMime from 'postal-mime'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type AlertText,
  composeAlertMail,
  printAlertJson,
  printAlertTelegram,
  printAlertText,
} from '../../src/deliver/alert-message.ts'
import { deliverToTelegram } from '../../src/deliver/telegram.ts'
import { deliverToWebhook } from '../../src/deliver/webhook.ts'
import { openPostServer, type PostServer } from './post-server.ts'

const ALERT: AlertText = {
  id: 'alerta/12',
  place: 'Tala',
  ruleId: 'negativa',
  ruleTitle: 'Nota negativa',
  headline: 'Vecinos <de> San Isidro & otros llevan seis días sin agua',
  medium: 'El Medio',
  url: 'https://www.elmedio.test/agua?a=1&b=2',
  publishedAt: new Date('2026-11-06T12:30:00Z'),
  published: '6 nov, 6:30',
  tone: 'negativo',
  others: ['Radio Valles'],
  reason: 'nombra a Tala en el titular («Tala»); tono negativo; medio clave',
  note: null,
}
const AT = new Date('2026-11-06T12:35:00Z')
const PATIENCE = 400

let server: PostServer
beforeEach(async () => {
  server = await openPostServer({ status: 200, body: { ok: true, result: { message_id: 77 } } })
})
afterEach(() => server.close())

it('says place, headline, link, outlet, when it was published, who else tells it, and by which rule and why', () => {
  expect(printAlertText(ALERT)).toBe(
    `Nota negativa · Tala
Vecinos <de> San Isidro & otros llevan seis días sin agua
https://www.elmedio.test/agua?a=1&b=2
El Medio · publicada el 6 nov, 6:30 · tono negativo
También: Radio Valles
Por qué: nombra a Tala en el titular («Tala»); tono negativo; medio clave (regla «negativa»)`,
  )
})

it('says that a note brought by hand has no link, and leads nowhere', async () => {
  const aired = { ...ALERT, url: 'testigo:mx-jal/radio-x/2026-11-06T12:30/0123456789ab' }
  const mail = await composeAlertMail(aired, { from: 'S <s@tala.test>', to: 'uno@tala.test', at: AT })
  const { html = '' } = await PostalMime.parse(mail.bytes)
  expect(printAlertText(aired)).toContain('\nSin liga: se capturó a mano\n')
  expect(JSON.parse(printAlertJson(aired))).toMatchObject({ liga: null })
  for (const text of [html, printAlertText(aired), printAlertTelegram(aired), printAlertJson(aired)]) {
    expect(text).not.toMatch(/testigo:|<a href/)
  }
})

it('mails the same, in a subject that no headline breaks', async () => {
  const hostile = { ...ALERT, headline: 'Agua\r\nBcc: todos@tala.test' }
  const mail = await composeAlertMail(hostile, { from: 'S <s@tala.test>', to: 'uno@tala.test', at: AT })
  const message = await PostalMime.parse(mail.bytes)
  expect(message.bcc).toBe(undefined)
  expect(message.subject).toBe('Nota negativa · Tala: Agua [alerta/12]')
  expect(message.text).toContain('Por qué: nombra a Tala')
})

describe('the webhook', () => {
  const send = () =>
    deliverToWebhook(
      { url: `${server.url}/aviso`, secret: 'clave' },
      { id: ALERT.id, body: printAlertJson(ALERT), at: AT },
      PATIENCE,
    )

  it('posts JSON that its receiver can prove to be ours and recent', async () => {
    expect(await send()).toMatchObject({ end: 'entregada' })
    const [asked] = server.asked
    const [, seconds, signature] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(asked?.headers['x-sintesis-signature'])) ?? []
    expect(Number(seconds)).toBe(AT.getTime() / 1_000)
    expect(signature).toBe(createHmac('sha256', 'clave').update(`${seconds}.${asked?.body}`).digest('hex'))
    expect(asked?.headers['x-sintesis-id']).toBe('alerta/12')
    expect(JSON.parse(asked?.body ?? '')).toMatchObject({
      type: 'sintesis.alerta',
      id: 'alerta/12',
      regla: { id: 'negativa', titulo: 'Nota negativa' },
      titular: ALERT.headline,
      publicada: '2026-11-06T12:30:00.000Z',
    })
  })

  it.each([
    [{ status: 503 }, 'otra-vez'],
    [{ status: 429, headers: { 'retry-after': '7' } }, 'otra-vez'],
    [{ status: 404 }, 'rechazada'],
    [{ status: 302, headers: { location: 'http://127.0.0.1:1/' } }, 'rechazada'],
    ['drop', 'otra-vez'],
    ['silence', 'otra-vez'],
  ] as const)('answered by %j ends as %s', async (answer, end) => {
    server.answers = [answer]
    expect(await send()).toMatchObject({ end })
    expect(server.asked).toHaveLength(1)
  })

  it('waits as long as it was asked to', async () => {
    server.answers = [{ status: 429, headers: { 'retry-after': '7' } }]
    expect(await send()).toMatchObject({ afterMs: 7_000 })
  })
})

describe('the bot', () => {
  const send = (api = server.url) =>
    deliverToTelegram({ api, token: '123:ABC', chat: '-100200' }, printAlertTelegram(ALERT), PATIENCE)

  it('posts sendMessage with HTML in which only its own tags are tags', async () => {
    expect(await send()).toEqual({ end: 'entregada', answer: 'mensaje 77', isReached: true })
    const [asked] = server.asked
    expect(asked?.path).toBe('/bot123:ABC/sendMessage')
    const body = JSON.parse(asked?.body ?? '')
    expect(body).toMatchObject({
      chat_id: '-100200',
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    })
    expect(body.text).toContain(
      '<a href="https://www.elmedio.test/agua?a=1&amp;b=2">Vecinos &lt;de&gt; San Isidro &amp; otros',
    )
    expect(body.text.replace(/<\/?(a|b)( href="[^"]*")?>/g, '')).not.toMatch(/[<>]/)
  })

  it('takes «Too Many Requests: retry after 5» as Telegram says it', async () => {
    const body = {
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 5',
      parameters: { retry_after: 5 },
    }
    server.answers = [{ status: 429, body }]
    expect(await send()).toEqual({
      end: 'otra-vez',
      answer: 'Telegram respondió 429: Too Many Requests: retry after 5',
      isReached: true,
      afterMs: 5_000,
    })
  })

  it.each([
    [400, 'Bad Request: chat not found'],
    [401, 'Unauthorized'],
    [403, 'Forbidden: bot was kicked from the group chat'],
  ])('does not insist after %i «%s»', async (code, description) => {
    server.answers = [{ status: code, body: { ok: false, error_code: code, description } }]
    expect(await send()).toMatchObject({
      end: 'rechazada',
      answer: `Telegram respondió ${code}: ${description}`,
    })
  })

  it('tries again when something before Telegram answers with a page of 502', async () => {
    server.answers = [{ status: 502, body: '<html>Bad Gateway</html>' }]
    expect(await send()).toMatchObject({ end: 'otra-vez' })
  })

  it.each(['drop', 'silence'] as const)(
    'is in doubt after a %s, and never says its token',
    async (answer) => {
      server.answers = [answer]
      const end = await send()
      expect(end.end).toBe('dudosa')
      expect(end.answer).not.toContain('ABC')
    },
  )

  it('is sure that nothing left when nobody is there', async () => {
    const gone = await openPostServer({ status: 200 })
    await gone.close()
    expect(await send(gone.url)).toMatchObject({ end: 'otra-vez', isReached: false })
  })
})
