// The process environment → the few settings that are not part of a workspace.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { Misdeclared } from '../failure.ts'

/** What stands in for the world: host name → port of this machine, and the instant at which the clock stands. */
export type Demonstration = { readonly hosts: ReadonlyMap<string, number>; readonly now: Date }

export type Environment = {
  readonly workspace: string
  readonly databaseUrl: string | null
  /** Name → token, from `SINTESIS_TOKEN_<NAME>`: what a channel names by `token`. */
  readonly credentials: ReadonlyMap<string, string>
  /** Null in real work. */
  readonly demonstration: Demonstration | null
}

/** Reads the environment. `workspace` is the `--workspace` option when it was given. */
export function readEnvironment(env: NodeJS.ProcessEnv, workspace: string | null, cwd: string): Environment {
  const databaseUrl = env.DATABASE_URL ?? ''
  if (databaseUrl !== '' && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    const message = 'debe empezar con postgres:// (o déjala vacía para usar la base incluida)'
    throw new Misdeclared('DATABASE_URL', null, null, message)
  }
  return {
    workspace: resolve(cwd, workspace ?? env.SINTESIS_WORKSPACE ?? '.'),
    databaseUrl: databaseUrl === '' ? null : databaseUrl,
    credentials: readCredentials(env),
    demonstration: readDemonstration(env.SINTESIS_DEMO ?? ''),
  }
}

const TOKEN = 'SINTESIS_TOKEN_'

function readCredentials(env: NodeJS.ProcessEnv): Map<string, string> {
  return new Map(
    Object.entries(env).flatMap(([key, value]) =>
      key.startsWith(TOKEN) && value !== undefined && value.trim() !== ''
        ? [[key.slice(TOKEN.length), value.trim()] as const]
        : [],
    ),
  )
}

const demonstrationSchema = z.strictObject({
  hosts: z.record(z.string(), z.int().min(1).max(65_535)),
  now: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
})

/** `SINTESIS_DEMO` names a JSON file: how a demonstration or a test stands in for the web and stops the clock. */
function readDemonstration(file: string): Demonstration | null {
  if (file === '') return null
  try {
    const { hosts, now } = demonstrationSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    return { hosts: new Map(Object.entries(hosts)), now }
  } catch (cause) {
    const message = `${file} no es un JSON como {"hosts": {"www.elmedio.test": 8080}, "now": "2026-11-13T06:50:00-06:00"}`
    const fault = new Misdeclared('SINTESIS_DEMO', null, null, message)
    fault.cause = cause
    throw fault
  }
}
