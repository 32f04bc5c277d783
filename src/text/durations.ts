// A length of time as people write it, «1:32» or «1 min 32 s» ↔ whole seconds.

const CLOCK = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{2})$/
const WORDS =
  /^(?:(\d{1,2})\s*(?:h|hr|hrs|hora|horas)\.?)?\s*(?:(\d{1,3})\s*(?:m|min|mins|minuto|minutos|')\.?)?\s*(?:(?:y|con)\s+)?(?:(\d{1,4})\s*(?:s|seg|segs|segundo|segundos|"|'')\.?)?$/

/** `1:32`, `0:01:32`, `1 min 32 s`, `92 s`, `2 minutos` → seconds; null for anything else, a bare number and 0 too. */
export function parseDuration(text: string): number | null {
  const written = text.trim().toLowerCase()
  const clock = CLOCK.exec(written)
  const [, hours = '0', minutes = '0', seconds = '0'] = clock ?? WORDS.exec(written) ?? []
  if (clock !== null && (Number(seconds) > 59 || (clock[1] !== undefined && Number(minutes) > 59)))
    return null
  const total = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)
  return total > 0 ? total : null
}

/** `1 min 32 s`, `45 s`, `1 h 5 min`; `space` stands between a number and its unit. */
export function printDuration(seconds: number, space = ' '): string {
  const parts = [
    [Math.floor(seconds / 3_600), 'h'],
    [Math.floor((seconds % 3_600) / 60), 'min'],
    [seconds % 60, 's'],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count}${space}${unit}`)
    .join(space)
}
