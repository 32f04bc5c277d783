// The stages of a run → how long each took. Sources are read side by side, so the stages add up to more than the clock.

export type Stage = 'listar' | 'capturar' | 'extraer' | 'reconocer y calificar' | 'guardar' | 'imágenes'

export type Stopwatch = {
  /** Runs `work` and counts its time for the stage, whether it ends well or not. */
  readonly time: <T>(stage: Stage, work: () => T | Promise<T>) => Promise<T>
  /** Milliseconds by stage, in the order in which they first ran. */
  readonly laps: () => ReadonlyMap<Stage, number>
}

/** Starts a stopwatch at zero. */
export function startStopwatch(): Stopwatch {
  const laps = new Map<Stage, number>()
  return {
    async time(stage, work) {
      const started = performance.now()
      try {
        return await work()
      } finally {
        laps.set(stage, (laps.get(stage) ?? 0) + performance.now() - started)
      }
    },
    laps: () => laps,
  }
}
