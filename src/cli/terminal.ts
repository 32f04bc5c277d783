// What a command has to say → lines in Spanish, with a progress bar on a terminal and plain lines elsewhere.

const BAR_WIDTH = 28

export type Terminal = {
  print(line?: string): void
  warn(line: string): void
  /** Shows how far a stage has come. On a terminal one line that is redrawn; elsewhere a line every tenth. */
  progress(stage: string, done: number, total: number, detail?: string): void
  /** Ends the progress line, if one is open. */
  settle(): void
}

/** Opens the terminal of a process. `isTty` decides between the bar and plain lines. */
export function openTerminal(
  out: { write(text: string): unknown; columns?: number },
  err: { write(text: string): unknown },
  isTty: boolean,
): Terminal {
  let isOpen = false
  let lastTenth = ''
  const settle = () => {
    if (isOpen) out.write('\n')
    isOpen = false
  }
  return {
    print(line = '') {
      settle()
      out.write(`${line}\n`)
    },
    warn(line) {
      settle()
      err.write(`${line}\n`)
    },
    progress(stage, done, total, detail = '') {
      if (isTty) {
        const line = drawBar(stage, done, total, detail).slice(0, Math.max(20, (out.columns ?? 100) - 1))
        out.write(`\r\u001b[2K${line}`)
        isOpen = true
        return
      }
      const tenth = `${stage} ${total === 0 ? 10 : Math.floor((done / total) * 10)}`
      if (tenth === lastTenth) return
      lastTenth = tenth
      out.write(`${stage}: ${done} de ${total}${detail === '' ? '' : ` · ${detail}`}\n`)
    },
    settle,
  }
}

/**
 * Lets a process go on in silence when whoever reads its output goes away, as `head` does: its work and the closing of
 * its database do not depend on being watched.
 */
export function outliveReaders(streams: readonly NodeJS.WriteStream[]): void {
  for (const stream of streams) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
}

function drawBar(stage: string, done: number, total: number, detail: string): string {
  const filled = total === 0 ? BAR_WIDTH : Math.round((done / total) * BAR_WIDTH)
  return `${stage} ${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${done}/${total} ${detail}`
}

/** Lays rows out in columns two spaces apart; the last column is left ragged. */
export function layColumns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = []
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, [...cell].length)
  }
  return rows.map((row) =>
    row
      .map((cell, index) =>
        index === row.length - 1 ? cell : cell + ' '.repeat((widths[index] ?? 0) - [...cell].length),
      )
      .join('  ')
      .trimEnd(),
  )
}
