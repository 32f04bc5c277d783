// The sentences of both reports, as a reader with a mouse finds them: each that tells of notes leads to them.
import { describe, expect, it } from 'vitest'
import type { PageFormat } from '../../src/model.ts'
import { composePosicionamiento } from '../../src/report/compose-posicionamiento.ts'
import { composeSintesis } from '../../src/report/compose-sintesis.ts'
import { drawPosicionamiento, drawSintesis } from '../../src/report/draw.ts'
import { listPosicionamientoExtremes, listSintesisExtremes } from './extremes.ts'
import { type Places, placeUnder, readPlaces } from './read-places.ts'

type Linked = { readonly text: string; readonly goTo: string | null; readonly noteIds: readonly number[] }

const FORMATS: readonly PageFormat[] = ['carta', 'movil']
const spaced = (text: string): string => text.replace(/[\s\u00a0]+/gu, ' ').trim()

/** Where the printed lines of a sentence lead. A line of few letters could be of another sentence. */
function listPlaces(pdf: Places, sentence: string): string[] {
  const whole = spaced(sentence)
  const lines = pdf.texts.filter(({ text }) => spaced(text).length > 14 && whole.includes(spaced(text)))
  return [...new Set(lines.flatMap((line) => placeUnder(pdf, line) ?? []))]
}

function expectLinked(pdf: Places, sentences: readonly Linked[]): void {
  for (const { text, goTo, noteIds } of sentences) {
    if (noteIds.length > 0) expect({ text, goTo }).not.toEqual({ text, goTo: null })
    if (goTo === null || noteIds.length === 0) continue
    expect([...pdf.places.keys()]).toContain(goTo)
    expect({ text, places: listPlaces(pdf, text) }).toEqual({ text, places: expect.arrayContaining([goTo]) })
  }
}

const pick = <Input>(extremes: ReadonlyMap<string, () => Input>, name: string): Input => {
  const make = extremes.get(name)
  if (make === undefined) throw new Error(`no «${name}»`)
  return make()
}

describe.each(FORMATS)('on %s', (format) => {
  it.each(['una-nota', 'alcance', 'una-fuente-de-44', 'briefing-de-siapta'])(
    'the sentence that opens «%s» leads to its notes',
    async (name) => {
      const report = composeSintesis(pick(listSintesisExtremes(), name))
      expectLinked(await readPlaces(await drawSintesis(report, format)), [report.day])
    },
  )

  it.each(['primera-semana', 'segunda-semana'])(
    'the answer, the findings and the remarks of «%s» lead to theirs',
    async (name) => {
      const report = composePosicionamiento(pick(listPosicionamientoExtremes(), name))
      const remarks = [...report.findings, ...(report.matrix?.matrix.remarks ?? [])]
      expectLinked(await readPlaces(await drawPosicionamiento(report, format)), [
        report.answer,
        ...remarks.map(({ proof, goTo, noteIds }) => ({ text: proof, goTo, noteIds })),
      ])
    },
  )
})
