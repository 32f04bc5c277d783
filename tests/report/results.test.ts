import { describe, expect, it } from 'vitest'
import { composePosicionamiento } from '../../src/report/compose-posicionamiento.ts'
import { makeResultsInput } from './results.ts'

it('a report of results asks only for what the analyst wrote: what the rules ask for is of hours', () => {
  const input = makeResultsInput('mes', ['2026-10-01', '2026-11-01'], 60, 6)
  const asked = { act: 'Reunión con el comité', why: null, step: null, before: null, owner: null, url: null }
  const analyst = { agenda: [], actions: [asked], watch: [], upcoming: [], followUp: [] }
  expect(composePosicionamiento({ ...input, analyst: null }).actions).toEqual([])
  expect(composePosicionamiento({ ...input, analyst }).actions.map(({ rule }) => rule)).toEqual(['analista'])
})

describe('a year of more stories than a document can list', () => {
  const report = composePosicionamiento(makeResultsInput('anio', ['2025-01-01', '2026-01-01'], 1500, 2))
  const listed = new Set(report.index.map(({ number }) => number))
  const stories = new Set(report.data.map(({ nota }) => nota))

  it('lists the four hundred of most notes and says how many more are attached', () => {
    expect(listed.size).toBe(400)
    expect(Math.max(...listed)).toBe(400)
    const notes = report.data.filter(({ nota }) => Number(nota) > 400).length
    expect(report.indexNote).toBe(
      `Las 400 historias con más notas. Otras ${stories.size - 400}, con ${notes}\u00a0notas, van en notas.csv y notas.json, adjuntos en este PDF; las cifras las cuentan todas.`,
    )
  })

  it('attaches every note, and its trails count them all, those not listed apart', () => {
    expect(report.data).toHaveLength(1500)
    const [positive] = report.trails
    const counted = report.data.filter(({ tono }) => tono === 'positivo')
    const part = positive?.parts[0]
    expect(part?.count).toBe(counted.length)
    expect(part?.unlisted).toBe(counted.filter(({ nota }) => Number(nota) > 400).length)
    expect(part?.numbers).toHaveLength(
      new Set(counted.map(({ nota }) => nota).filter((nota) => Number(nota) <= 400)).size,
    )
  })

  it('leads no link to a story that is not listed', () => {
    const places =
      report.topics?.rows.flatMap(({ trail }) => trail.parts.flatMap(({ numbers }) => numbers)) ?? []
    const there = new Set(report.index.map(({ goTo }) => goTo))
    expect(places.length).toBeGreaterThan(300)
    expect(places.every(({ goTo }) => there.has(goTo))).toBe(true)
  })

  it('lists all and says nothing under that', () => {
    const month = composePosicionamiento(makeResultsInput('mes', ['2026-10-01', '2026-11-01'], 400, 6))
    expect(month.indexNote).toBe('')
    expect(month.trails.every(({ parts }) => parts.every(({ unlisted }) => unlisted === 0))).toBe(true)
  })
})
