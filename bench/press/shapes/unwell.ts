// Three outlets that answer nothing useful: one never answers, one redirects in a circle, one forbids everything.
import { markup } from '../markup.ts'
import { htmlReply, redirectReply, textReply } from '../reply.ts'
import type { Shape } from '../shape.ts'

const NOWHERE: Pick<Shape, 'addressOf' | 'style'> = { addressOf: () => '', style: null }

/** Accepts the connection and says nothing, not even of its robots.txt. */
export const heraldo: Shape = {
  ...NOWHERE,
  hosts: ['www.elheraldodelosvalles.test'],
  robots: () => textReply(''),
  answer: () => null,
  isSilent: true,
}

const AMECA = 'http://www.amecahoy.test'

/** The feed sends to the front page, and the front page to the feed. */
export const ameca: Shape = {
  ...NOWHERE,
  hosts: ['www.amecahoy.test'],
  robots: () => textReply('User-agent: *\nDisallow:\n'),
  answer: ({ path }) => redirectReply(path === '/feed/' ? `${AMECA}/inicio` : `${AMECA}/feed/`, 302),
}

const WALL = htmlReply(
  markup`<!DOCTYPE html><html lang="en-US"><head><title>Attention Required!</title><meta name="robots" content="noindex, nofollow"></head><body><h1>Sorry, you have been blocked</h1><p>You are unable to access pagina3jalisco.test</p><p>Ray ID: 8c1f0e2b7d9a4f11</p></body></html>`,
  403,
)

/** A firewall before everything, robots.txt included. */
export const pagina3: Shape = {
  ...NOWHERE,
  hosts: ['www.pagina3jalisco.test'],
  robots: () => WALL,
  answer: () => WALL,
}
