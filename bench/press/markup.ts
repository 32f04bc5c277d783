// Pieces of HTML or XML and the values between them → markup in which every value from outside is escaped.

/** Source text that is already markup. */
export type Markup = { readonly source: string }

/** What may stand between the pieces of a template: text is escaped, markup is not, null is nothing. */
export type Piece = string | number | null | Markup | readonly Piece[]

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#039;',
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter)
}

function write(piece: Piece): string {
  if (piece === null) return ''
  if (typeof piece === 'string') return escapeText(piece)
  if (typeof piece === 'number') return String(piece)
  return isMarkup(piece) ? piece.source : piece.map(write).join('')
}

function isMarkup(piece: Markup | readonly Piece[]): piece is Markup {
  return 'source' in piece
}

/** Template tag for HTML and XML alike. */
export function markup(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return {
    source: strings
      .map((text, index) => text + (index in pieces ? write(pieces[index] ?? null) : ''))
      .join(''),
  }
}

/** Text that is already markup, such as what another program wrote. */
export function raw(source: string): Markup {
  return { source }
}

/** A script of structured data; what would close the script is escaped, as JSON allows. */
export function jsonScript(data: unknown, type = 'application/ld+json'): Markup {
  return raw(`<script type="${type}">${escapeJson(JSON.stringify(data))}</script>`)
}

/** JSON that may stand inside a script. */
export function escapeJson(json: string): string {
  return json.replace(/</g, '\\u003c')
}

/** Markup carried as text inside XML. */
export function cdata(inside: Markup): Markup {
  return raw(`<![CDATA[${inside.source.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`)
}

/** Typographic signs as numeric references, as WordPress writes its titles. */
export function texturize(text: string): Markup {
  return raw(escapeText(text).replace(/[“”‘’…–—]/g, (letter) => `&#${letter.charCodeAt(0)};`))
}
