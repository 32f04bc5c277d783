import { describe, expect, it } from 'vitest'
import { readBrief } from '../../src/config/briefs.ts'
import { TALA } from '../report/fixtures.ts'

const read = (text: string) => readBrief('reports/agua.yml', text, 'agua', TALA)
const faultsOf = (text: string) => {
  const declared = read(text)
  return declared.ok ? [] : declared.faults.map(({ message }) => message)
}

const DAILY = `title: Síntesis de agua
kind: sintesis
days: 1
schedule: { weekdays: [1, 2, 3, 4, 5], deadline: '07:30' }
`

describe('a brief', () => {
  it('is about the whole municipality unless it says about what', () => {
    const declared = read(DAILY)
    expect(declared.ok && declared.value).not.toHaveProperty('about')
  })

  it('may be about subjects and sections of municipality.yml, by their ids', () => {
    expect(read(`${DAILY}about: [persona-2, agua]\n`)).toMatchObject({
      ok: true,
      value: { id: 'agua', about: ['persona-2', 'agua'] },
    })
  })

  it('about something that does not exist is told with its line, the nearest and what there is', () => {
    expect(faultsOf(`${DAILY}about:\n  - agua\n  - culura\n`)).toEqual([
      'reports/agua.yml:7:5: «about» vale «culura», y no es el id de nada en subjects ni en sections de municipality.yml (¿cultura?). Los que hay: tala, persona-0, persona-1, persona-2, persona-3, persona-4, persona-5, persona-6, agua, cultura, seguridad, obras, gobierno, salud',
    ])
  })

  it('about a neighbour, or of a positioning report, is refused', () => {
    expect(faultsOf(`${DAILY}about: [ameca]\n`)).toEqual([
      expect.stringMatching(/^reports\/agua\.yml:5:9: «about» vale «ameca», y es un vecino/),
    ])
    expect(faultsOf(`${DAILY.replace('kind: sintesis', 'kind: posicionamiento')}about: [agua]\n`)).toEqual([
      'reports/agua.yml:2:7: «kind» vale «posicionamiento», y «about» solo va con kind: sintesis',
    ])
  })
})
