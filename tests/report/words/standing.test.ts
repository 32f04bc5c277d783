// Changes and voices of a period → the sentences that tell them, and the silence where nothing can be said.
import { describe, expect, it } from 'vitest'
import type { GroupChange, Spokesperson } from '../../../src/model.ts'
import {
  describeEffect,
  describeRising,
  describeSpokespeople,
  describeTurned,
  describeVisibility,
  printCountBefore,
} from '../../../src/report/words/standing.ts'
import { estimateShare } from '../../../src/score/share-interval.ts'
import { makeFigures, makeTally } from '../fixture-input.ts'

const NOW = new Date('2026-11-13T12:40:00Z')

function change(name: string, rest: Partial<GroupChange> = {}): GroupChange {
  return {
    id: name,
    name,
    current: makeFigures(NOW, 7, makeTally({ positivo: 2, negativo: 12 })),
    previous: makeFigures(NOW, 7, makeTally({ positivo: 9, negativo: 3 })),
    notes: 40,
    previousNotes: 12,
    volume: 'sin cambio apreciable',
    balance: 'sin cambio apreciable',
    ...rest,
  }
}

describe('topics that rose', () => {
  it('are a finding with both counts, only beyond chance', () => {
    const rising = describeRising([change('Agua', { volume: 'mejora' }), change('Obras')])
    expect(rising).toEqual({
      claim: 'Se habla más de agua.',
      proof: '40\u00a0notas, antes 12: más de lo que explica el azar.',
    })
    const both = describeRising(['Agua', 'Obras'].map((name) => change(name, { volume: 'mejora' })))
    expect(both?.claim).toBe('Se habla más de dos temas.')
    expect(both?.proof).toMatch(/^Agua, 40\u00a0notas, antes 12; Obras, 40/)
    expect(describeRising([change('Obras')])).toBe(null)
    expect(printCountBefore(change('Agua', { volume: 'empeora' }))).toBe('12, baja')
    expect(printCountBefore(change('Agua'))).toBe('12')
  })
})

describe('media that changed tone', () => {
  it('are told with both balances; that none did is told too, and nothing without a period before', () => {
    const turned = describeTurned([change('El Sol', { balance: 'empeora' }), change('Radio Valles')])
    expect(turned).toBe('Cambió de tono: El Sol, de +50 a −71.')
    expect(describeTurned([change('El Sol')])).toBe('Ningún medio cambió de tono más allá del ruido.')
    expect(describeTurned([change('El Sol', { balance: 'sin base' })])).toBe('')
    expect(describeTurned([])).toBe('')
  })
})

describe('the effect of boletines', () => {
  const effect = {
    sent: 10,
    printed: estimateShare(7, 10),
    notes: 20,
    media: 6,
    mediaPerBoletin: 2.25,
    medianShare: 0.64,
    medianLagHours: 5.2,
  }

  it('says in how many media each came out, how much of it, how soon, and how sure the part published is', () => {
    expect(describeEffect(effect).trim().replaceAll('\u00a0', ' ')).toBe(
      'En promedio, 2.3 medios por boletín; la mitad de las notas retoma 64 % del texto o más, y la mitad sale en 5 horas o menos. Intervalo de 95 % de la parte publicada: de 40 % a 89 %.',
    )
  })

  it('says nothing of an hour that nobody told, of an interval of nine, of the half of three notes, or of boletines that nobody printed', () => {
    const few = describeEffect({ ...effect, medianLagHours: null, printed: estimateShare(3, 9) })
    expect(few).toMatch(/del texto o más\.$/)
    expect(describeEffect({ ...effect, notes: 3 })).not.toContain('mitad')
    expect(describeEffect({ ...effect, medianShare: null })).toBe('')
  })
})

describe('spokespeople', () => {
  const person = (name: string, quoted: number): Spokesperson => ({
    subjectId: name,
    name,
    notes: quoted + 1,
    quoted,
    tally: makeTally({}),
    quotedIn: [],
  })

  it('are summed up by who is quoted most, and by nobody when nobody is', () => {
    expect(describeSpokespeople([person('Ana', 0)])).toBe('A nadie del gobierno se le cita')
    expect(describeSpokespeople([person('Ana', 2), person('Luz', 0)])).toBe('Solo se cita a Ana')
    expect(describeSpokespeople([person('Ana', 9), person('Luz', 3)])).toBe(
      'Ana concentra más de la mitad de las citas',
    )
    expect(describeSpokespeople([person('Ana', 3), person('Luz', 3), person('Eva', 2)])).toBe(
      'A Ana y a Luz se les cita por igual, más que a los demás',
    )
    const three = [person('Ana', 3), person('Luz', 2), person('Eva', 2)]
    expect(describeSpokespeople(three)).toBe('A quien más se cita es a Ana')
    expect(describeSpokespeople(three.map((one) => ({ ...one, quoted: 2 })))).toBe(
      'Las citas se reparten entre 3\u00a0personas',
    )
  })
})

it('visibility without notes is left unsaid', () => {
  expect(describeVisibility({ points: 0, share: null, byTier: [] })).toBe('')
})
