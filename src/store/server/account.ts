// Who starts us → the account under which PostgreSQL runs, because it refuses to run as root.
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'

/** Unprivileged ids to run as, or null when we already are unprivileged and simply run as ourselves. */
export type Account = { readonly uid: number; readonly gid: number } | null

/** `nobody` on Linux where the system does not name it otherwise. */
const NOBODY = 65534

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** Owner of an existing file or folder as an account; null when it is ours to run as, or root's. */
export function ownerOf(path: string): Account {
  const { uid, gid } = statSync(path)
  return isRoot() && uid !== 0 ? { uid, gid } : null
}

/**
 * Account for a new database: the owner of the folder when root works on somebody's workspace, else `nobody`;
 * null when we are not root. An owner without a name in the system does not serve: `initdb` looks it up.
 */
export function chooseAccount(folder: string): Account {
  if (!isRoot()) return null
  const owner = ownerOf(folder)
  if (owner !== null && askId('-un', String(owner.uid)) !== null) return owner
  return { uid: Number(askId('-u', 'nobody') ?? NOBODY), gid: Number(askId('-g', 'nobody') ?? NOBODY) }
}

/** Options of a child process that runs as the account. */
export function runAs(account: Account): { uid?: number; gid?: number } {
  return account === null ? {} : { uid: account.uid | 0, gid: account.gid | 0 }
}

/** True when the account may enter the folder, asked of the system itself so that ACLs and mounts count. */
export function canEnter(account: Account, folder: string): boolean {
  if (account === null) return true
  const asked = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], {
    ...runAs(account),
    cwd: '/',
    stdio: 'ignore',
  })
  return asked.status === 0
}

function askId(flag: string, name: string): string | null {
  const asked = spawnSync('id', [flag, name], { encoding: 'utf8' })
  return asked.status === 0 ? asked.stdout.trim() : null
}
