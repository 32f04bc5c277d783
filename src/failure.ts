// The ways to fail, named by what the pipeline does next. Messages are Spanish: they are printed to people.

/** Try again after `after`: 429, timeout, 5xx, robots unreachable. */
export class Later extends Error {
  override readonly name = 'Later'
  readonly after: Date | null
  constructor(message: string, after: Date | null = null) {
    super(message)
    this.after = after
  }
}

export type UnreadableReason =
  | 'not-html'
  | 'no-text'
  | 'oversized'
  | 'gone'
  | 'forbidden'
  | 'robots'
  | 'paywall'
  | 'unsafe'

/** This item will never read as it stands; the capture, if any, is kept with the reason. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly reason: UnreadableReason
  constructor(reason: UnreadableReason, message: string) {
    super(message)
    this.reason = reason
  }
}

/** The declared shape no longer matches: ends this source's round and is shown to the analyst. */
export class SourceChanged extends Error {
  override readonly name = 'SourceChanged'
  readonly expected: string
  readonly found: string
  constructor(expected: string, found: string) {
    super(`se esperaba ${expected} y se encontró ${found}`)
    this.expected = expected
    this.found = found
  }
}

/** A mistake in YAML, a boletín or the environment. `line` and `column` start at 1. */
export class Misdeclared extends Error {
  override readonly name = 'Misdeclared'
  readonly file: string
  readonly line: number | null
  readonly column: number | null
  constructor(file: string, line: number | null, column: number | null, message: string) {
    super(`${file}${line === null ? '' : `:${line}${column === null ? '' : `:${column}`}`}: ${message}`)
    this.file = file
    this.line = line
    this.column = column
  }
}
