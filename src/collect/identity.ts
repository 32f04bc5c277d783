// The office's contact → the User-Agent with which every request says who asks and where to complain.
import { createRequire } from 'node:module'

/** The name by which a robots.txt may speak to us (RFC 9309 product token). */
export const PRODUCT_TOKEN = 'Sintesis'

const manifest: { readonly version: string } = createRequire(import.meta.url)('../../package.json')

/** `Sintesis/0.1.0 (+contact)`; `contact` is an e-mail or a page. What a header cannot carry is left out. */
export function userAgent(contact: string): string {
  const safe = contact.replace(/[^\x20-\x7e]|[()]/g, '').trim()
  return `${PRODUCT_TOKEN}/${manifest.version} (+${safe})`
}
