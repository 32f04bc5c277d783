// A folder with @mozilla/readability and jsdom installed → that reader as a work over pages, or the line that says why there is none.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { LabelledPage } from './extract-pages.ts'

type Window = { readonly document: object; close(): void }
type Jsdom = {
  JSDOM: new (html: string, options: { url: string; virtualConsole: object }) => { readonly window: Window }
  VirtualConsole: new () => object
}
type Mozilla = { Readability: new (document: object) => { parse(): { textContent?: string | null } | null } }

/** A peer to measure beside, or why it cannot be measured. */
export type Peer = { readonly read: (page: LabelledPage) => void } | { readonly missing: string }

const INSTALL = 'npm install --prefix CARPETA @mozilla/readability jsdom@26'

const decoder = new TextDecoder()

/** Loads readability over jsdom from a folder outside the project: peers are never its dependencies. */
export function loadPeer(folder: string | undefined): Peer {
  if (folder === undefined) return { missing: `sin --peer CARPETA (${INSTALL})` }
  const root = resolve(folder)
  const absent = ['@mozilla/readability', 'jsdom'].filter(
    (name) => !existsSync(join(root, 'node_modules', name)),
  )
  if (absent.length > 0) return { missing: `falta ${absent.join(' y ')} en ${root} (${INSTALL})` }
  const require = createRequire(join(root, 'package.json'))
  const { JSDOM, VirtualConsole }: Jsdom = require('jsdom')
  const { Readability }: Mozilla = require('@mozilla/readability')
  return {
    read: ({ capture }) => {
      const { window } = new JSDOM(decoder.decode(capture.body), {
        url: capture.finalUrl,
        virtualConsole: new VirtualConsole(), // says nothing of the styles it cannot read
      })
      new Readability(window.document).parse()
      window.close()
    },
  }
}
