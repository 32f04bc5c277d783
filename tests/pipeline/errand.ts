// What a child process of these tests is told → its argument, and back.

export type Errand = {
  readonly workspace: string
  readonly data: string
  /** Instant at which its clock stands. */
  readonly now: string
  readonly hosts: readonly (readonly [string, number])[]
}

export function readErrand(json: string): Errand {
  return JSON.parse(json) as Errand
}

export function writeErrand(errand: Errand): string {
  return JSON.stringify(errand)
}
