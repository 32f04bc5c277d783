// What a síntesis says, from the notes of a day of Tala: rules, sums, honesty about what is not known.
import { describe, expect, it } from 'vitest'
import type { Note } from '../../src/model.ts'
import { composeSintesis } from '../../src/report/compose-sintesis.ts'
import type { Sintesis } from '../../src/report/sintesis.ts'
import { countTones, makeCertificate, makeFigures, makeSintesisInput, makeTally } from './fixture-input.ts'
import { STORIES } from './fixture-stories.ts'
import { CUT_OFF, makeNote, makeNotes, TALA } from './fixtures.ts'

const day = composeSintesis(makeSintesisInput(38))
const fichasOf = ({ sections }: Sintesis) =>
  sections.flatMap(({ lead, fichas, briefs }) => [...(lead === null ? [] : [lead]), ...fichas, ...briefs])
const story = (index: number) => {
  const found = STORIES[index]
  if (found === undefined) throw new Error(`no story ${index}`)
  return found
}
const doubtful = (note: Note): Note => ({
  ...note,
  mentions: note.mentions.map((mention) => ({ ...mention, belonging: 'dudosa' as const })),
})

describe('page one', () => {
  it('counts every number from the notes that the edition prints', () => {
    const notes = makeNotes(38)
    expect(day.notes).toBe(38)
    expect(day.index).toHaveLength(38)
    expect(day.tally).toEqual(countTones(notes))
    expect(day.figures.map(({ noteIds }) => noteIds.length)).toEqual([
      38,
      38,
      notes.filter(({ reach }) => reach !== null).length,
      notes.filter(({ pickups }) => pickups.length > 0).length,
    ])
    expect(day.figures[0]?.text).toBe('38')
    expect(day.figures[3]?.text).toBe(`${notes.filter(({ pickups }) => pickups.length > 0).length} de 38`)
  })

  it('carries behind each sentence the notes that prove it', () => {
    const known = new Set(makeNotes(38).map(({ id }) => id))
    const sentences = [
      day.day,
      ...day.figures,
      ...day.facts,
      ...day.actions.filter(({ rule }) => rule === 'sin-voz-oficial'),
    ]
    for (const { noteIds } of sentences) {
      expect(noteIds.length).toBeGreaterThan(0)
      expect(noteIds.every((id) => known.has(id))).toBe(true)
    }
  })

  it('leads from each count by tone to as many notes as it says', () => {
    const ids = fichasOf(day)
    const parts = day.trails.flatMap(({ label, parts: all }) => all.map((part) => ({ ...part, label })))
    for (const { tone, numbers, label } of parts.filter((part) => part.tone !== null)) {
      const total = numbers.reduce((sum, { text }) => sum + Number(/\((\d+)\)/.exec(text)?.[1] ?? 1), 0)
      expect(total).toBe(day.tally[tone ?? 'neutro'])
      expect(label).toContain(String(total))
    }
    expect(
      parts.flatMap(({ numbers }) => numbers).every(({ goTo }) => ids.some(({ anchor }) => anchor === goTo)),
    ).toBe(true)
  })

  it('compares volume with the four same weekdays, with the days there are, or with nothing', () => {
    const context = (days: number) =>
      composeSintesis(makeSintesisInput(38, { history: makeSintesisInput(0).history.slice(28 - days) }))
        .figures[0]?.context
    expect(context(28)).toMatch(/más que el promedio de 4 viernes$/)
    expect(context(10)).toMatch(/más que el promedio de 10\u00a0días$/)
    expect(context(3)).toBe('en 13\u00a0medios')
  })

  it('says s/d for unknown reach and never adds it as zero', () => {
    const notes = makeNotes(5).map((note) => ({ ...note, reach: null }))
    const figure = composeSintesis(makeSintesisInput(5, { notes })).figures[2]
    expect(figure?.text).toBe('s/d')
  })

  it('keeps unevaluated notes out of the balance and out of the neutral count', () => {
    const notes = makeNotes(20).map((note, index) => (index < 8 ? { ...note, tone: null } : note))
    const edition = composeSintesis(makeSintesisInput(20, { notes }))
    expect(edition.tally['sin evaluar']).toBe(8)
    expect(edition.figures[1]?.context).toContain('base 100 de 12 evaluadas')
  })

  it('prints a plain difference and says so where notes are too few for a rate', () => {
    const edition = composeSintesis(makeSintesisInput(5))
    expect(edition.figures[1]).toMatchObject({
      text: '−4',
      context: '0 positivas menos 4 negativas; son pocas para base 100',
    })
  })
})

describe('what requires action', () => {
  it('asks for a spokesperson where a negative story has no official voice', () => {
    const action = day.actions.find(({ rule }) => rule === 'sin-voz-oficial')
    expect(action?.act).toBe(
      'Ofrecer vocería sobre “Cuatro días sin agua en el oriente de Tala y nadie da…”.',
    )
    expect(action?.why).toBe('5\u00a0notas, 4 negativas; sin voz del gobierno municipal.')
    expect(action).toMatchObject({ owner: 'Comunicación Social', before: '9:00', goTo: 'nota-1' })
  })

  it('does not ask for one where an official speaks, or where the text was not read whole', () => {
    const speaking = makeNotes(5).map((note) => ({
      ...note,
      article: { ...note.article, paragraphs: ['El Ayuntamiento de Tala informó que las pipas llegan hoy.'] },
      mentions: note.mentions.map((mention) => ({
        ...mention,
        hits: [{ field: 'body' as const, paragraph: 0, start: 19, end: 23, text: 'Tala', rule: 'alias' }],
      })),
    }))
    const unread = makeNotes(5).map((note) => ({
      ...note,
      article: { ...note.article, completeness: 'solo-titular' as const },
    }))
    for (const notes of [speaking, unread]) {
      const { actions } = composeSintesis(makeSintesisInput(5, { notes, boletines: [] }))
      expect(actions.filter(({ rule }) => rule === 'sin-voz-oficial')).toEqual([])
    }
  })

  it('hears no voice in «no respondió a la solicitud de entrevista»', () => {
    expect(fichasOf(day)[0]?.watch).toBe('No aparece citada ninguna voz del gobierno municipal.')
  })

  it('asks to resend a boletín that nobody published, after twelve hours', () => {
    const row = day.boletines.find(({ folio }) => folio === '228')
    expect(row?.silence).toBe('Sin publicaciones en 18\u00a0horas: reenviar (acción 3)')
    const early = composeSintesis(makeSintesisInput(0, { now: new Date(CUT_OFF.getTime() - 7 * 3_600_000) }))
    expect(early.actions).toEqual([])
    expect(early.boletines.find(({ folio }) => folio === '228')?.silence).toBe(
      'Aún sin publicaciones (11\u00a0horas)',
    )
  })

  it('puts several silent boletines into one action', () => {
    const { actions } = composeSintesis(makeSintesisInput(0))
    expect(actions.map(({ act }) => act)).toEqual(['Reenviar 5 boletines: 225, 228, 229, 231 y 232.'])
  })

  it('points out one thing that two outlets count differently', () => {
    const notes = [12, 21].map((pipas, index) =>
      makeNote(
        {
          ...story(2),
          paragraphs: [`El municipio de Tala envió ${pipas} pipas a la zona oriente en 3 días.`],
        },
        ['diario', 'correo'][index] ?? '',
        'neutro',
        50 + index,
        9,
      ),
    )
    const { actions } = composeSintesis(makeSintesisInput(2, { notes, boletines: [] }))
    expect(actions[0]?.act).toBe('Precisar la cifra de pipas: circulan 12 y 21.')
  })

  it('takes the analyst first, keeps three and orders them by hour', () => {
    const action = {
      act: 'Llamar a Radio Valles',
      why: null,
      step: null,
      before: '7:30',
      owner: 'Vocería',
      url: null,
    }
    const { actions } = composeSintesis(
      makeSintesisInput(38, {
        analyst: { agenda: [], actions: [action], watch: [], upcoming: [], followUp: [] },
      }),
    )
    expect(actions).toHaveLength(3)
    expect(actions[0]).toMatchObject({ rule: 'analista', act: 'Llamar a Radio Valles', owner: 'Vocería' })
  })

  it('invents no agenda and no action when nobody wrote them and nothing calls for one', () => {
    const edition = composeSintesis(makeSintesisInput(0, { analyst: null, boletines: [] }))
    expect(edition.agenda).toEqual([])
    expect(edition.actions).toEqual([])
  })
})

describe('the notes', () => {
  it('tells a story once, with its other outlets under it', () => {
    const [first] = fichasOf(day)
    expect(first).toMatchObject({ number: 1, tone: 'negativo', repeatsTitle: 'También en 4 medios:' })
    expect(first?.repeats).toHaveLength(4)
  })

  it('stands in the order of the municipality and leaves out empty sections', () => {
    expect(day.sections.map(({ title }) => title)).toEqual([
      'Agua y servicios',
      'Cultura y turismo',
      'Seguridad',
      'Obra pública',
      'Gobierno y Cabildo',
      'Salud y programas sociales',
    ])
  })

  it('prints only title and link of an outlet that allows no more', () => {
    const notes = makeNotes(3).map((note) => ({ ...note, sourceId: 'occidente', storyId: note.id }))
    for (const { extract, link } of fichasOf(composeSintesis(makeSintesisInput(3, { notes })))) {
      expect(extract).toBeNull()
      expect(link).not.toBeNull()
    }
  })

  it('never counts the municipality’s own site as press', () => {
    const notes = makeNotes(6).map((note, index) => (index < 2 ? { ...note, sourceId: 'gobierno' } : note))
    const edition = composeSintesis(makeSintesisInput(6, { notes }))
    expect(edition.notes).toBe(4)
    expect(edition.index.some(({ medium }) => medium === 'Gobierno de Tala')).toBe(false)
  })

  it('prints doubtful notes apart and does not count them', () => {
    const notes = makeNotes(8).map((note, index) => (index > 5 ? doubtful(note) : note))
    const edition = composeSintesis(makeSintesisInput(8, { notes }))
    expect(edition.notes).toBe(6)
    expect(edition.sections.at(-1)?.title).toBe('Por confirmar')
    expect(edition.data.filter(({ pertenencia }) => pertenencia === 'dudosa')).toHaveLength(2)
  })

  it('marks a note without date instead of inventing one', () => {
    const notes = makeNotes(1).map((note) => ({
      ...note,
      article: { ...note.article, publishedAt: null, byline: null },
    }))
    const [ficha] = fichasOf(composeSintesis(makeSintesisInput(1, { notes })))
    expect(ficha?.meta).toMatch(/^Portal · sin fecha; captura 12\u00a0nov, \d/)
  })

  it('puts opinion apart, with its author and whom it mentions', () => {
    const note = makeNote(story(2), 'ingenio', 'negativo', 77, 77)
    const column = {
      ...note,
      article: { ...note.article, title: 'Bagazo', byline: 'Fermín Loza', section: 'Opinión' },
    }
    const edition = composeSintesis(makeSintesisInput(6, { notes: [...makeNotes(5), column] }))
    expect(edition.notes).toBe(6)
    expect(edition.columns).toMatchObject([
      { title: 'Bagazo', author: 'Fermín Loza', mentions: 'Menciona: Rubén Amezcua Tejeda (1).' },
    ])
  })

  it('quotes whole sentences, unchanged, and shows what it leaves out', () => {
    const { paragraphs } = story(0)
    const source = paragraphs.join(' ')
    for (const part of (fichasOf(day)[0]?.extract ?? '').split(' […] ')) expect(source).toContain(part)
  })

  it('leaves out links that are not http', () => {
    const notes = makeNotes(1).map((note) => ({
      ...note,
      article: { ...note.article, url: 'javascript:x', canonicalUrl: 'javascript:x' },
    }))
    expect(fichasOf(composeSintesis(makeSintesisInput(1, { notes })))[0]?.link).toBeNull()
  })
})

describe('the certificate', () => {
  it('says how many sources were read, which failed, since when and why', () => {
    expect(day.certificate.summary).toBe(
      '16 de 18\u00a0fuentes leídas (3 sin novedad) y 2 con falla. 1,932\u00a0publicaciones revisadas; de las 1,238 que se guardaron, 38 hablan del municipio.',
    )
    expect(day.certificate.failures).toContainEqual({
      name: 'Heraldo de Ameca',
      state: 'con falla desde 12\u00a0nov, 22:40',
      isFailure: true,
      reason: 'No respondió en 20 segundos.',
    })
  })

  it('prints sums that add up, and says so when they do not', () => {
    const number = (value = '') => Number(value.replace(/,/g, ''))
    const [listed, ...ends] = day.certificate.sums.map(({ value }) => number(value))
    expect(ends.reduce((total, end) => total + end, 0)).toBe(listed)
    const certificate = makeCertificate(38)
    const broken = composeSintesis(
      makeSintesisInput(38, {
        certificate: { ...certificate, counts: { ...certificate.counts, listed: 9 } },
      }),
    )
    expect(broken.certificate.remarks[0]).toMatch(/^Las cuentas no cuadran/)
  })

  it('says when the archive counts other notes than the edition prints', () => {
    const figures = makeFigures(CUT_OFF, 1, makeTally({ neutro: 40 }))
    expect(composeSintesis(makeSintesisInput(38, { figures })).certificate.remarks[0]).toBe(
      'El archivo cuenta 40\u00a0notas y esta edición imprime 38; valen las impresas.',
    )
  })

  it('seals the edition with its number, cut-off and the ledger’s hash', () => {
    expect(day.certificate.seal).toMatch(
      /^Edición sintesis-diaria\/2026-11-13, núm\. 1,214 · corte: 13\u00a0nov, 6:40 · huella .*: [0-9a-f]{64}$/,
    )
  })
})

describe('composition', () => {
  it('is the same twice and does not touch its input', () => {
    const input = makeSintesisInput(38)
    const before = JSON.stringify(input)
    expect(composeSintesis(input)).toEqual(composeSintesis(input))
    expect(JSON.stringify(input)).toBe(before)
  })

  it('does not depend on the order in which notes arrive', () => {
    const notes = makeNotes(38)
    const turned = composeSintesis(makeSintesisInput(38, { notes: notes.toReversed() }))
    expect({ ...turned, images: null }).toEqual({
      ...composeSintesis(makeSintesisInput(38, { notes })),
      images: null,
    })
  })

  it('works for a municipality without sections, people, boletines or sources', () => {
    const municipality = { ...TALA, sections: [], subjects: TALA.subjects.slice(0, 1) }
    const edition = composeSintesis(
      makeSintesisInput(4, { municipality, boletines: [], sources: [], analyst: null, history: [] }),
    )
    expect(edition.sections.map(({ title }) => title)).toEqual(['Otros temas'])
  })
})
