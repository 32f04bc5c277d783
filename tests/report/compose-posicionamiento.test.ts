// What a positioning report says of a period: the answer, findings, comparisons and their noise.
import { describe, expect, it } from 'vitest'
import { composePosicionamiento } from '../../src/report/compose-posicionamiento.ts'
import { BOLETINES, makePosicionamientoInput } from './fixture-input.ts'
import { makeNotes } from './fixtures.ts'
import { makeResultsInput } from './results.ts'

const week = composePosicionamiento(makePosicionamientoInput(38, 12))

const withChange = (balanceChange: 'mejora' | 'empeora' | 'sin cambio apreciable' | 'sin base') => {
  const input = makePosicionamientoInput(38, 12)
  return composePosicionamiento({ ...input, position: { ...input.position, balanceChange } })
}

describe('the answer', () => {
  it('calls a change better or worse only when it leaves the noise', () => {
    expect(withChange('mejora').answer.text).toMatch(
      /^Mejor que la semana anterior: el balance de tono pasa de /,
    )
    expect(withChange('empeora').answer.text).toMatch(/^Peor que la semana anterior/)
    expect(withChange('sin cambio apreciable').answer.text).toMatch(
      /^Sin cambio apreciable frente a la semana anterior: balance de tono de \+21, antes [^.]+\./,
    )
  })

  it('names the topic that holds most of the negatives', () => {
    expect(week.answer.text).toMatch(
      /Lo negativo se concentra en agua y servicios: 7 de las 8 notas negativas\.$/,
    )
  })

  it('does not compare when the evaluated notes are too few', () => {
    expect(withChange('sin base').answer.text).toContain(
      'son muy pocas notas evaluadas para compararlo con la semana anterior',
    )
  })

  it('says that there is nothing to compare with in the first week', () => {
    const first = composePosicionamiento(makePosicionamientoInput(38, 1))
    expect(first.answer.text).toContain('aún no hay con qué comparar')
    expect(first.figures[0]?.context).toContain('sin periodo anterior')
  })

  it('says that it has no base without notes, and draws no question', () => {
    const empty = composePosicionamiento(makePosicionamientoInput(0, 1, { boletines: [], analyst: null }))
    expect(empty.answer.text).toBe(
      'Sin notas sobre Tala del 6 al 13 de noviembre de 2026: no hay base para decir cómo estamos.',
    )
    expect([empty.topics, empty.voice, empty.media, empty.matrix, empty.stories]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
    expect(empty.figures.map(({ text }) => text)).toEqual(['—', '0', '—', '—', '—'])
  })
})

describe('the trend', () => {
  it('goes by week from four weeks on', () => {
    expect(week.trend.points).toHaveLength(12)
    expect(week.trend.points.map(({ label }) => label).slice(-2)).toEqual(['45', '46'])
    expect(week.figures[0]?.series).toHaveLength(12)
  })

  it('draws each period once, whether or not the history holds the previous one', () => {
    const input = makePosicionamientoInput(38, 12)
    const { previous, history } = input.position
    const doubled = { ...input.position, history: previous === null ? history : [...history, previous] }
    expect(composePosicionamiento({ ...input, position: doubled }).trend).toEqual(week.trend)
  })

  it('goes by day until then, says why, and adds up to the period', () => {
    const second = composePosicionamiento(makePosicionamientoInput(38, 2))
    expect(second.trend.guide).toContain('Sin histórico suficiente (semana 2 de 4)')
    expect(second.trend.points.reduce((total, { notes }) => total + notes, 0)).toBe(38)
    expect(second.figures.every(({ series }) => series.length === 0)).toBe(true)
  })

  it('does not call a movement within the noise band a trend', () => {
    const input = makePosicionamientoInput(38, 12)
    const loud = composePosicionamiento({ ...input, position: { ...input.position, noiseBand: 200 } })
    expect(loud.trend.title).toMatch(/^El tono se mantiene .*sin cambio apreciable$/)
  })
})

describe('findings and tables', () => {
  it('proves each finding with notes', () => {
    expect(week.findings.map(({ claim }) => claim)).toEqual([
      'Cultura y turismo suman más al tono.',
      'Agua y servicios concentran lo negativo.',
      'Se habla más de agua y servicios.',
    ])
    expect(week.findings[0]?.proof).toBe(
      'Aportaron 9 de las 16 notas positivas y ninguna negativa; 7 retoman un boletín.',
    )
    expect(week.findings[0]?.noteIds).toHaveLength(9)
  })

  it('adds up topics and media to the notes of the period', () => {
    const total = (rows: readonly { readonly notes: number }[]) =>
      rows.reduce((sum, { notes }) => sum + notes, 0)
    expect(total(week.topics?.rows ?? [])).toBe(38)
    expect(total(week.media?.rows ?? [])).toBe(38)
  })

  it('draws the last eight weeks of each topic from four weeks on, with the change against the week before', () => {
    const [first] = week.topics?.rows ?? []
    expect(first?.past?.series).toHaveLength(8)
    expect(first?.past).toMatchObject({ change: '+7', isMoved: true })
    expect(first?.past?.alt).toMatch(/^Agua y servicios, 8\u00a0periodos: /)
    expect(week.topics?.past?.title).toBe('8\u00a0semanas')
    const third = composePosicionamiento(makePosicionamientoInput(38, 3)).topics
    expect([third?.past, third?.rows[0]?.past]).toEqual([null, null])
    expect(third?.rows[0]?.before).not.toBeNull()
  })

  it('says why the neighbours stand without tone', () => {
    expect(week.voice?.note).toContain('el de los vecinos no se conoce')
  })

  it('recommends each act once, however many stories ask for it', () => {
    const acts = composePosicionamiento(makePosicionamientoInput(240, 12)).actions
    expect(new Set(acts.map(({ rule }) => rule)).size).toBe(acts.length)
    expect(acts[0]?.act).toMatch(/^Ofrecer vocería sobre “.*” y otras \d+\u00a0historias sin voz oficial\.$/)
    expect(acts[0]?.noteIds.length).toBeGreaterThan(10)
  })

  it('tells volumes of unequal months by the day', () => {
    const input = makeResultsInput('mes', ['2026-10-01', '2026-11-01'], 400, 6)
    const { previous } = input.position
    if (previous === null) throw new Error('no month before')
    const september = {
      ...previous,
      notes: 372,
      from: new Date('2026-09-01T06:00Z'),
      to: new Date('2026-10-01T06:00Z'),
    }
    const standing = { ...input.position.standing, topics: [] }
    const position = { ...input.position, previous: september, standing }
    const claims = composePosicionamiento({ ...input, boletines: [], position }).findings
    expect(claims.at(-1)?.proof).toBe('400\u00a0notas, 12.9 al día; el mes anterior, 372, 12.4 al día.')
  })

  it('prints no rate over fewer than ten notes', () => {
    const small = week.topics?.rows.filter(({ notes }) => notes < 10) ?? []
    expect(small.length).toBeGreaterThan(0)
    expect(small.every(({ balance }) => balance === '—')).toBe(true)
  })

  it('prints the denominator of the share of voice', () => {
    expect(week.voice?.head.guide).toContain('en 110\u00a0notas')
    expect(week.voice?.head.finding).toBe('Tala, segundo en volumen entre 4\u00a0municipios')
  })

  it('fills the matrix by share of the text, and turns a mark against when the note is negative', () => {
    const matrix = week.matrix?.matrix
    const row = matrix?.rows.find(({ folio }) => folio === '225')
    expect(row?.media).toBe(7)
    expect(row?.cells.filter((cell) => cell !== null)).toHaveLength(7)
    expect(matrix?.rows.find(({ folio }) => folio === '228')?.cells.every((cell) => cell === null)).toBe(true)
    const notes = makeNotes(38).map((note) => ({
      ...note,
      tone: { label: 'negativo' as const, score: -1, confidence: 1, reasons: [], needsReview: false },
    }))
    const against = composePosicionamiento(makePosicionamientoInput(38, 2, { notes })).matrix?.matrix.rows
    expect(against?.flatMap(({ cells }) => cells.flatMap((cell) => cell?.mark ?? []))).toContain('en-contra')
    expect(against?.flatMap(({ cells }) => cells.flatMap((cell) => cell?.mark ?? []))).not.toContain(
      'casi-igual',
    )
  })

  it('counts boletines in the head as in the rows', () => {
    expect(week.matrix?.head.finding).toBe(
      '4 de 5\u00a0boletines llegaron a algún medio; uno no salió en ninguno',
    )
    expect(week.matrix?.matrix.rows).toHaveLength(BOLETINES.length)
  })

  it('says nothing of agreements where there are none', () => {
    expect(week.convenios).toBeNull()
    expect(week.matrix?.matrix.columns.every(({ hasConvenio }) => hasConvenio === null)).toBe(true)
    expect(week.method.map(({ term }) => term)).not.toContain('Convenio')
  })

  it('prints what an analyst wrote and nothing when nobody did', () => {
    expect(week.upcoming).toHaveLength(3)
    expect(composePosicionamiento(makePosicionamientoInput(38, 12, { analyst: null }))).toMatchObject({
      upcoming: [],
      followUp: [],
    })
  })
})

describe('a period in which no source was read', () => {
  const input = makePosicionamientoInput(2, 1)
  const readings = input.certificate.readings.map((reading) => ({ ...reading, state: 'no-leida' as const }))
  const report = composePosicionamiento({ ...input, certificate: { ...input.certificate, readings } })

  it('does not say who published the boletines: nobody knows', () => {
    expect(report.figures.at(-1)).toMatchObject({ text: '—', context: 'sin dato: no se leyó ninguna fuente' })
    expect(report.matrix).toBeNull()
    expect(report.findings.map(({ claim }) => claim).join(' ')).not.toMatch(/boletin/i)
    expect(report.actions.map(({ rule }) => rule)).not.toContain('boletin-sin-publicar')
  })

  it('does not claim that its sources were read all day', () => {
    expect(report.method[0]?.text).toContain('18 fuentes declaradas; en el periodo no se leyó ninguna.')
  })
})
