// The text of a robots.txt → its rules, and for one address whether a crawler may read it (RFC 9309). Pure.

export type RobotsRule = { readonly isAllow: boolean; readonly pattern: string }

/** What one robots.txt says to one crawler. `group` is whose rules these are: its own name, `*`, or null for none. */
export type RobotsRules = {
  readonly group: string | null
  readonly rules: readonly RobotsRule[]
  /** Seconds between requests that the site asks for (not in the RFC, honoured as courtesy), or null. */
  readonly crawlDelaySeconds: number | null
  readonly sitemaps: readonly string[]
}

/** Whether an address may be read, and by which line; kept with the capture. */
export type RobotsDecision = {
  readonly isAllowed: boolean
  readonly rule: string | null
  readonly group: string | null
}

/** RFC 9309 §2.5: at least 500 KiB are parsed; the rest is ignored. */
export const MAX_ROBOTS_BYTES = 500 * 1024

/** Longest line read, as Google's parser does: eight times the longest URL of old browsers. */
const MAX_LINE = 8 * 2083

type Line = { readonly key: string; readonly value: string }

/** Keys as people really write them: the misspellings that Google's parser accepts. */
const KEYS: readonly (readonly [string, RegExp])[] = [
  ['user-agent', /^user[- ]?agent$/i],
  ['disallow', /^(?:disallow|dissallow|dissalow|disalow|diasllow|disallaw)$/i],
  ['allow', /^allow$/i],
  ['sitemap', /^site-?map$/i],
  ['crawl-delay', /^crawl-?delay$/i],
]

function splitLine(line: string): readonly [string, string] | null {
  const colon = line.indexOf(':')
  if (colon >= 0) return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
  const words = line.split(/[ \t]+/) // a forgotten colon: only when exactly two words remain
  return words.length === 2 && words[0] !== undefined && words[1] !== undefined ? [words[0], words[1]] : null
}

function readLines(text: string): Line[] {
  const lines: Line[] = []
  for (const raw of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const line = raw.slice(0, MAX_LINE).split('#', 1)[0]?.trim() ?? ''
    const pair = splitLine(line)
    const key = KEYS.find(([, pattern]) => pattern.test(pair?.[0] ?? ''))?.[0]
    if (pair !== null && key !== undefined) lines.push({ key, value: pair[1] })
  }
  return lines
}

const ESCAPE = /%[0-9a-f]{2}/gi

/** Percent-encodes what is not ASCII and writes every escape in capitals, so that both sides compare alike. */
function escapePath(path: string): string {
  return path
    .replace(ESCAPE, (triplet) => triplet.toUpperCase())
    .replace(/[^\u0000-\u007f]+/g, (letters) => encodeURI(letters.toWellFormed()))
}

function isEveryone(agent: string): boolean {
  return /^\*(?:\s|$)/.test(agent)
}

function isNamed(agent: string, crawler: string): boolean {
  const token = /^[a-z_-]*/i.exec(agent)?.[0] ?? ''
  return token !== '' && token.toLowerCase() === crawler.toLowerCase()
}

type Collected = { rules: RobotsRule[]; delay: number | null; isSeen: boolean }

function addTo(groups: readonly Collected[], line: Line): void {
  for (const group of groups) {
    if (line.key === 'crawl-delay') {
      const seconds = Number.parseFloat(line.value.replace(',', '.'))
      if (Number.isFinite(seconds) && seconds >= 0) group.delay ??= seconds
    } else {
      group.rules.push({ isAllow: line.key === 'allow', pattern: escapePath(line.value) })
    }
  }
}

/**
 * Reads the rules that one crawler must follow: every group that names its product token, merged; else every `*`
 * group; else none. Consecutive user-agent lines share the rules below them.
 */
export function parseRobots(text: string, crawler: string): RobotsRules {
  const own: Collected = { rules: [], delay: null, isSeen: false }
  const everyone: Collected = { rules: [], delay: null, isSeen: false }
  const sitemaps: string[] = []
  let current = new Set<Collected>()
  let isAfterRule = false
  for (const line of readLines(text)) {
    if (line.key === 'sitemap') {
      sitemaps.push(line.value)
    } else if (line.key === 'user-agent') {
      if (isAfterRule) current = new Set()
      isAfterRule = false
      const group = isEveryone(line.value) ? everyone : isNamed(line.value, crawler) ? own : null
      if (group !== null) {
        group.isSeen = true
        current.add(group)
      }
    } else {
      isAfterRule ||= line.key !== 'crawl-delay'
      addTo([...current], line)
    }
  }
  const chosen = own.isSeen ? own : everyone
  const group = own.isSeen ? crawler : everyone.isSeen ? '*' : null
  return { group, rules: chosen.rules, crawlDelaySeconds: chosen.delay, sitemaps }
}

/**
 * Whether a path begins with a pattern in which `*` is any text and a final `$` the end. The leftmost place of each
 * part is always a right choice, so one pass decides, however hostile the pattern.
 */
function isMatch(path: string, pattern: string): boolean {
  const isAnchored = pattern.endsWith('$')
  const [head = '', ...parts] = (isAnchored ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(head)) return false
  let from = head.length
  const tail = isAnchored ? parts.pop() : undefined
  for (const part of parts) {
    const at = path.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  if (!isAnchored) return true
  return tail === undefined ? path.length === from : path.endsWith(tail) && path.length - tail.length >= from
}

/** Google's courtesy, widely relied on: `Allow: /x/index.html` also opens `/x/` itself. */
function isIndexMatch(path: string, rule: RobotsRule): boolean {
  const slash = rule.pattern.lastIndexOf('/')
  if (!rule.isAllow || slash < 0 || !rule.pattern.startsWith('/index.htm', slash)) return false
  return isMatch(path, `${rule.pattern.slice(0, slash + 1)}$`)
}

function reachOf(path: string, rule: RobotsRule): number {
  if (isMatch(path, rule.pattern)) return rule.pattern.length
  return isIndexMatch(path, rule) ? rule.pattern.lastIndexOf('/') + 2 : -1
}

/** Path and query of an address as robots.txt rules see them, `/` when it has none. Addresses come percent-encoded. */
function pathOf(url: string): string {
  const rest = /^[a-z][a-z0-9+.-]*:\/\/[^/?#;]*([^#]*)/i.exec(url)?.[1] ?? (url.startsWith('/') ? url : '')
  return (rest.startsWith('/') ? rest : `/${rest}`).replace(ESCAPE, (triplet) => triplet.toUpperCase())
}

/** Decides for one address by the longest matching rule; of two equally long, the one that allows. */
export function decideRobots(rules: RobotsRules, url: string): RobotsDecision {
  const path = pathOf(url)
  let best: RobotsRule | null = null
  let bestReach = 0
  for (const rule of rules.rules) {
    const reach = reachOf(path, rule)
    if (reach > bestReach || (reach === bestReach && reach > 0 && rule.isAllow)) {
      best = rule
      bestReach = reach
    }
  }
  if (best === null) return { isAllowed: true, rule: null, group: rules.group }
  const rule = `${best.isAllow ? 'Allow' : 'Disallow'}: ${best.pattern}`
  return { isAllowed: best.isAllow, rule, group: rules.group }
}

/** The rules of a site without robots.txt: everything may be read. */
export const NO_ROBOTS: RobotsRules = { group: null, rules: [], crawlDelaySeconds: null, sitemaps: [] }
