// Text and values of the world → what PostgreSQL can store: it holds no NUL, and its json no half surrogate.

/** Drops NUL and replaces a surrogate without its pair by U+FFFD. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

export function storableOrNull(text: string | null): string | null {
  return text === null ? null : storable(text)
}

export function storableList(texts: readonly string[]): string[] {
  return texts.map(storable)
}

/** A value as the text of a jsonb column. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? storable(inner) : inner,
  )
}
