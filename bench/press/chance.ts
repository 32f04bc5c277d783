// A name → numbers that look random and are always the same.

/** FNV-1a, 32 bits. */
export function hashOf(name: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < name.length; index++) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193) >>> 0
  }
  return hash
}

/** `count` different members of a list, chosen by a name; fewer when the list is shorter. */
export function choose<Member>(list: readonly Member[], count: number, name: string): Member[] {
  return list
    .map((member, index) => ({ member, order: hashOf(`${name}:${index}`) }))
    .sort((one, other) => one.order - other.order)
    .slice(0, count)
    .map(({ member }) => member)
}
