// A name → numbers that look random and are always the same.

/** FNV-1a of 32 bits, its bits mixed at the end as MurmurHash3 does, so that every part of it may be used. */
export function hashOf(name: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < name.length; index++) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193) >>> 0
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0
  return (hash ^ (hash >>> 16)) >>> 0
}

/** `count` different members of a list, chosen by a name; fewer when the list is shorter. */
export function choose<Member>(list: readonly Member[], count: number, name: string): Member[] {
  return list
    .map((member, index) => ({ member, order: hashOf(`${name}:${index}`) }))
    .sort((one, other) => one.order - other.order)
    .slice(0, count)
    .map(({ member }) => member)
}
