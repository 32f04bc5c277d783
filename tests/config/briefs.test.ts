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

  it('may ask for an addendum at hours of the day, which come after that of the edition', () => {
    expect(read(`${DAILY}addendum: { at: ['12:00', '17:00'] }\n`)).toMatchObject({
      ok: true,
      value: { addendum: { at: ['12:00', '17:00'] } },
    })
    expect(faultsOf(`${DAILY}addendum: { at: ['12:00', '07:00'] }\n`)).toEqual([
      expect.stringMatching(
        /^reports\/agua\.yml:5:27: .*debe ser después de la hora de la edición \(07:30\)/,
      ),
    ])
    expect(
      faultsOf(`${DAILY.replace('kind: sintesis', 'kind: posicionamiento')}addendum: { at: ['12:00'] }\n`),
    ).toEqual([expect.stringContaining('«addendum» solo va con kind: sintesis')])
    expect(faultsOf(`${DAILY}addendum: { at: ['mediodía'] }\n`)[0]).toContain('debe ser una hora HH:MM')
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

describe('a brief by calendar periods', () => {
  const MONTHLY = `title: Informe mensual
kind: posicionamiento
period: mes
schedule: { monthDay: 1, deadline: '08:00' }
`

  it('covers the last whole month, quarter or year, on a day of the month after it', () => {
    expect(read(MONTHLY)).toMatchObject({
      ok: true,
      value: { period: 'mes', days: 30, schedule: { monthDay: 1, weekdays: [] } },
    })
    expect(read(MONTHLY.replace('mes', 'trimestre'))).toMatchObject({ value: { days: 91 } })
  })

  it('says what is missing, and what does not go with it', () => {
    expect(faultsOf(MONTHLY.replace('monthDay: 1, ', ''))).toEqual([
      expect.stringContaining('di qué día del mes siguiente sale, de 1 a 28'),
    ])
    expect(faultsOf(`${MONTHLY}days: 30\n`)).toEqual([
      expect.stringMatching(/^reports\/agua\.yml:5:7: .*«period» ya dice cuánto abarca: quita «days»/),
    ])
    expect(faultsOf(MONTHLY.replace('posicionamiento', 'sintesis'))).toEqual([
      expect.stringContaining('«period» solo va con kind: posicionamiento'),
    ])
    expect(faultsOf(DAILY.replace('days: 1\n', ''))).toEqual([
      expect.stringContaining('di cuántos días abarca, o un periodo del calendario con «period»'),
    ])
    expect(faultsOf(DAILY.replace('weekdays: [1, 2, 3, 4, 5]', 'monthDay: 2'))).toHaveLength(2)
  })
})
