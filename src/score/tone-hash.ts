// Texts and hashes → hashes of 32 bits, by which the tone model numbers its features.
const OFFSET_BASIS = 0x811c9dc5
const PRIME = 0x01000193

/** FNV-1a over UTF-16 units, 32 bits: Fowler, Noll & Vo; draft-eastlake-fnv. */
export function hashText(text: string, length = text.length): number {
  let hash = OFFSET_BASIS
  const end = Math.min(length, text.length)
  for (let at = 0; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME)
  return hash
}

/** Continues a hash with another one, byte by byte as FNV-1a would. */
export function mix(hash: number, next: number): number {
  let mixed = Math.imul(hash ^ (next & 0xff), PRIME)
  mixed = Math.imul(mixed ^ ((next >>> 8) & 0xff), PRIME)
  mixed = Math.imul(mixed ^ ((next >>> 16) & 0xff), PRIME)
  return Math.imul(mixed ^ (next >>> 24), PRIME)
}
