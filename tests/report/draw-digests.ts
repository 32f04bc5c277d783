// Draws some documents in a process of its own → the digest of each one's bytes, a line each. Run by the test of reproducibility.
import { createHash } from 'node:crypto'
import { composePosicionamiento } from '../../src/report/compose-posicionamiento.ts'
import { composeSintesis } from '../../src/report/compose-sintesis.ts'
import { drawPosicionamiento, drawSintesis } from '../../src/report/draw.ts'
import { listPosicionamientoExtremes, listSintesisExtremes } from './extremes.ts'

const SINTESIS = ['una-nota', 'letras-raras', 'imagenes-rotas']
const POSICIONAMIENTO = ['segunda-semana']

/** Digests by document, drawn in the order given: what was drawn before must not show. */
export async function digestDocuments(isReversed: boolean): Promise<string[]> {
  const draws = [
    ...[...listSintesisExtremes()]
      .filter(([name]) => SINTESIS.includes(name))
      .map(([name, make]) => ({ name, draw: () => drawSintesis(composeSintesis(make()), 'carta') })),
    ...[...listPosicionamientoExtremes()]
      .filter(([name]) => POSICIONAMIENTO.includes(name))
      .map(([name, make]) => ({
        name,
        draw: () => drawPosicionamiento(composePosicionamiento(make()), 'movil'),
      })),
  ]
  const lines: string[] = []
  for (const { name, draw } of isReversed ? draws.toReversed() : draws) {
    lines.push(
      `${name} ${createHash('sha256')
        .update(await draw())
        .digest('hex')}`,
    )
  }
  return lines.toSorted()
}

if (process.argv[2] === '--print') process.stdout.write((await digestDocuments(true)).join('\n'))
