// The signals that ask a process to end → one event, however many of them come.

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Calls `stop` at the first signal. Those that follow change nothing: a terminal sends Ctrl+C to every process of the
 * command, and each may pass it on to the next. Returns how to stop listening.
 */
export function listenForStop(stop: () => void): () => void {
  let isTold = false
  const hear = () => {
    if (!isTold) stop()
    isTold = true
  }
  for (const signal of SIGNALS) process.on(signal, hear)
  return () => {
    for (const signal of SIGNALS) process.off(signal, hear)
  }
}

/** Resolves when a process has been told to end. */
export function untilTold(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve())
  })
}
