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
  /** Name → its holder here: a lock that was lost and taken anew is not released by who lost it. */
  const held = new Map<string, symbol>()
  let opening: Promise<Client> | null = null

  const getSession = (): Promise<Client> => {
    opening ??= connectSession(openSession(), () => {
      opening = null
      held.clear()
    })
    return opening
  }

  /** One question at a time on the session. */
  let turn: Promise<unknown> = Promise.resolve()
  const ask = (statement: string, name: string): Promise<boolean> => {
    const answer = turn.then(async () => {
      const session = await getSession()
      return (await session.query<{ done: boolean }>(statement, [name])).rows[0]?.done === true
    })
    turn = answer.catch(() => {}) // whoever asked is told; the next one has a turn of its own
    return answer
  }

  const release = async (name: string, holder: symbol): Promise<void> => {
    if (held.get(name) !== holder) return
    // A session that is gone took the lock with it.
    await ask('select pg_advisory_unlock(hashtextextended($1, 0)) as done', name).catch(() => {})
    if (held.get(name) === holder) held.delete(name)
  }

  return {
    async tryLock(name) {
      if (held.has(name)) return null
      const holder = Symbol(name)
      held.set(name, holder)
      const isTaken = await ask('select pg_try_advisory_lock(hashtextextended($1, 0)) as done', name).catch(
        (error: unknown) => {
          held.delete(name)
          throw error
        },
      )
      if (isTaken) return { name, release: () => release(name, holder) }
      held.delete(name)
      return null
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
