import { describe, expect, it } from 'vitest'
import { isBoletinOf, scopeOf } from '../../../src/report/compose/scope.ts'
import { composeSintesis } from '../../../src/report/compose-sintesis.ts'
import { BRIEFING, makeBriefingInput, makeBriefingNotes, SIAPTA } from '../briefings.ts'
import { BOLETINES } from '../fixture-input.ts'
import { makeNotes } from '../fixtures.ts'

describe('a briefing of an area', () => {
  const input = makeBriefingInput()
  const report = composeSintesis(input)
  const named = (belonging: string) =>
    makeBriefingNotes()
      .filter(({ mentions }) =>
        mentions.some((each) => each.subjectId === 'siapta' && each.belonging === belonging),
      )
      .map(({ id }) => id)

  it('prints the notes that name the area, with its own title, and counts those that surely do', () => {
    expect(report.masthead.title).toBe('Síntesis de SIAPTA')
    expect(report.data.map(({ id }) => id).toSorted()).toEqual(
      [...named('nuestra'), ...named('dudosa')].toSorted(),
    )
    expect(report.notes).toBe(named('nuestra').length)
    expect(report.sections.at(-1)?.title).toBe('Por confirmar')
    expect(report.day.noteIds).toEqual(named('nuestra'))
  })

  it('prints only the boletines that the area sent', () => {
    expect(report.boletines.map(({ folio }) => folio)).toEqual(['225'])
  })

  it('leaves out the neighbours, and the agenda and actions that are the municipality’s', () => {
    expect(report.neighbours).toEqual([])
    expect(report.agenda).toEqual([])
  })

  it('keeps what the analyst wrote about one of its notes', () => {
    const [one] = makeBriefingNotes().filter(({ sectionId }) => sectionId === 'agua')
    const watch = [{ url: one?.article.url ?? '', text: 'Dos cifras.' }]
    const analyst = {
      agenda: [{ hour: '11:00', text: 'Feria' }],
      actions: [],
      watch,
      upcoming: [],
      followUp: [],
    }
    const { sections, agenda } = composeSintesis({ ...input, analyst })
    expect(agenda).toEqual([])
    const fichas = sections.flatMap(({ lead, fichas: rest }) => [...(lead === null ? [] : [lead]), ...rest])
    expect(fichas.find(({ noteIds }) => one !== undefined && noteIds.includes(one.id))?.watch).toBe(
      'Dos cifras.',
    )
  })

  it('says in its certificate what it is about, and how many notes that is of all', () => {
    expect(report.certificate.remarks).toContain(
      `Este reporte trata solo de SIAPTA: ${named('nuestra').length} notas de las 38 que hablan del municipio.`,
    )
  })

  it('says on an empty day that nobody spoke of the area, and what was read', () => {
    const empty = composeSintesis({ ...makeBriefingInput(makeNotes(38)), boletines: [] })
    expect(empty.day.text).toBe(
      'Día sin notas sobre SIAPTA: 16 de 18\u00a0fuentes leídas, sin menciones; 2 no respondieron.',
    )
    expect(empty.silence).toEqual({
      facts: 'Nada que reportar: ninguna fuente leída publicó notas sobre SIAPTA.',
      bar: 'Sin notas sobre SIAPTA en esta edición',
      boletines: 'En los últimos tres días no se envió ningún boletín de SIAPTA.',
    })
    expect([empty.notes, empty.data]).toEqual([0, []])
  })
})

describe('what a brief is about', () => {
  const about = (...ids: string[]) => scopeOf(SIAPTA, { ...BRIEFING, about: ids })

  it('may be sections, whose notes count whoever they name', () => {
    const input = makeBriefingInput(makeNotes(38))
    const { data } = composeSintesis({ ...input, brief: { ...BRIEFING, about: ['cultura'] } })
    const ids = makeNotes(38).flatMap(({ id, sectionId }) => (sectionId === 'cultura' ? [id] : []))
    expect(data.map(({ id }) => id).toSorted()).toEqual(ids)
  })

  it('is named as a sentence names it', () => {
    expect(about('siapta', 'agua').name).toBe('SIAPTA y agua y servicios')
    expect(about('siapta', 'agua', 'cultura', 'seguridad', 'obras', 'salud').name).toBe(
      'los temas de este reporte',
    )
  })

  it('knows the sender of a boletín by a name or alias as whole words', () => {
    const [boletin] = BOLETINES
    const isOf = (dependencia: string | null) =>
      boletin !== undefined && isBoletinOf({ ...boletin, dependencia }, about('siapta'))
    expect(['Siapta', 'Sistema de Agua Potable de Tala', 'Dirección de SIAPTA, Tala'].map(isOf)).toEqual([
      true,
      true,
      true,
    ])
    expect(['SIAPTAL', 'Sistema de Agua', null].map(isOf)).toEqual([false, false, false])
  })
})
