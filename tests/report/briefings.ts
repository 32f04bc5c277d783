// The input of a briefing about SIAPTA: the day of Tala with an area, its notes, its boletín and other people's.
import type { Boletin, Brief, Mention, Municipality, Note } from '../../src/model.ts'
import type { SintesisInput } from '../../src/report/sintesis-input.ts'
import { BOLETINES, makeCertificate, makeFigures, makeSintesisInput, makeTally } from './fixture-input.ts'
import { BRIEF, CUT_OFF, makeNotes, TALA } from './fixtures.ts'

export const SIAPTA: Municipality = {
  ...TALA,
  subjects: [
    ...TALA.subjects,
    {
      id: 'siapta',
      name: 'SIAPTA',
      role: 'dependencia',
      aliases: ['Sistema de Agua Potable de Tala'],
      ambiguous: [],
      exclusions: [],
      context: [],
      antiContext: [],
    },
  ],
}

export const BRIEFING: Brief = {
  ...BRIEF,
  id: 'siapta',
  title: 'Síntesis de SIAPTA',
  about: ['siapta'],
}

export const ofSiapta = (belonging: Mention['belonging']): Mention => ({
  subjectId: 'siapta',
  belonging,
  prominence: 'cuerpo',
  hits: [],
  evidence: [],
})

export const withMention = (note: Note, mention: Mention): Note => ({
  ...note,
  mentions: [...note.mentions, mention],
})

/** Of a day of 38 notes those of the water name SIAPTA; one of another section perhaps does. */
export function makeBriefingNotes(): Note[] {
  return makeNotes(38).map((note, index) => {
    if (note.sectionId === 'agua') return withMention(note, ofSiapta('nuestra'))
    return index === 30 ? withMention(note, ofSiapta('dudosa')) : note
  })
}

const sender = (boletin: Boletin, index: number): Boletin => ({
  ...boletin,
  dependencia: index === 0 ? 'Sistema de Agua Potable de Tala (SIAPTA)' : 'Comisaría de Seguridad Pública',
})

export function makeBriefingInput(notes: readonly Note[] = makeBriefingNotes()): SintesisInput {
  const counted = notes.filter(({ mentions }) =>
    mentions.some(({ subjectId, belonging }) => subjectId === 'siapta' && belonging === 'nuestra'),
  )
  return makeSintesisInput(notes.length, {
    notes,
    municipality: SIAPTA,
    brief: BRIEFING,
    boletines: BOLETINES.map(sender),
    figures: makeFigures(CUT_OFF, 1, makeTally({ neutro: counted.length })),
    certificate: makeCertificate(38),
    history: [],
  })
}
