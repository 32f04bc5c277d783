// A name → the right to be the only one, on any process or machine, that does what the name says; it dies with its holder.
import type { Client } from 'pg'

export type Lock = {
  readonly name: string
  /** Safe to call twice. */
  release(): Promise<void>
}

export type Locks = {
  /** Takes the lock if nobody holds it, else null at once. */
  tryLock(name: string): Promise<Lock | null>
  close(): Promise<void>
}

/**
 * Keeps locks as PostgreSQL advisory locks on one session of its own, opened at the first lock: were they on pooled
 * sessions, as many locks as sessions would leave none to work with. A session may take its lock twice, so the names
 * held here are remembered. When the session is lost so are its locks: whoever works under one goes on, and that two
 * then do the same work is harmless because every `keep` is idempotent.
 */
export function openLocks(openSession: () => Client): Locks {
  const held = new Set<string>()
  let opening: Promise<Client> | null = null

  const getSession = (): Promise<Client> => {
    opening ??= connectSession(openSession(), () => {
      opening = null
      held.clear()
    })
    return opening
  }

  const release = async (name: string): Promise<void> => {
    if (!held.delete(name) || opening === null) return
    const session = await opening
    await session.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name])
  }

  return {
    async tryLock(name) {
      if (held.has(name)) return null
      held.add(name)
      try {
        const session = await getSession()
        const asked = 'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken'
        const { rows } = await session.query(asked, [name])
        if (rows[0]?.taken === true) return { name, release: () => release(name) }
        held.delete(name)
        return null
      } catch (error) {
        held.delete(name)
        throw error
      }
    },
    async close() {
      const session = await opening?.catch(() => null)
      held.clear()
      await session?.end()
    },
  }
}

async function connectSession(session: Client, onEnd: () => void): Promise<Client> {
  session.on('error', () => {}) // its end, which follows, is what counts
  session.once('end', onEnd)
  try {
    await session.connect()
    return session
  } catch (error) {
    onEnd()
    throw error
  }
}
