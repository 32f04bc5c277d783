// Two Spanish names → their order in a list, with numbers by value.

const collator = new Intl.Collator('es', { numeric: true })

export const compareNames = (one: string, other: string): number => collator.compare(one, other)
