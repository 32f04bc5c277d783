// The process environment → the few settings that are not part of a workspace.
import { resolve } from 'node:path'
import { Misdeclared } from '../failure.ts'

export type Environment = {
  readonly workspace: string
  readonly databaseUrl: string | null
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
  }
}
