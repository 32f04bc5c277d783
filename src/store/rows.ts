// Rows ↔ statements and groups: how many one statement takes, and which belong together.

/** Rows per statement: PostgreSQL takes 65,535 parameters, and the widest row here has eleven. */
const ROWS = 5_000

/** Cuts rows into lots that one statement takes. */
export function* lotsOf<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += ROWS) yield rows.slice(start, start + ROWS)
}

/** Groups what rows become by a key, in the order of the rows. */
export function groupRows<Row, Key, Value>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  toValue: (row: Row) => Value,
): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [toValue(row)])
    else group.push(toValue(row))
  }
  return groups
}
