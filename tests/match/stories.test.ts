// Stories: copies and retellings of one event come together, two events of one topic stay apart, and nothing placed moves.
import { describe, expect, test } from 'vitest'
import { placeInStory } from '../../src/match/stories.ts'
import { admitNote, prepareStories, type StoryMember } from '../../src/match/story-window.ts'

const DAY = 86_400_000
const MONDAY = new Date('2026-11-09T14:00:00Z')

const ACCIDENT: StoryMember = {
  noteId: 1,
  storyId: 10,
  title: 'Choque entre autobús de jornaleros y tráiler deja un muerto en la Guadalajara–Ameca',
  paragraphs: [
    'Un autobús que llevaba jornaleros al corte de frambuesa chocó contra un tráiler detenido en el kilómetro 34 de la carretera Guadalajara–Ameca. El chofer murió y once pasajeros fueron llevados a hospitales de Zapopan.',
    'Bomberos tardaron cuarenta minutos en liberar a los prensados con equipo hidráulico.',
  ],
  at: MONDAY,
}

const ROBBERY: StoryMember = {
  noteId: 2,
  storyId: 20,
  title: 'Asaltan caja popular en el Centro',
  paragraphs: [
    'Tres hombres armados se llevaron 218 mil pesos de la Caja Popular Valle Dulce, en la calle Matamoros, y huyeron en un Jetta gris.',
  ],
  at: MONDAY,
}

const window = () => prepareStories([ACCIDENT, ROBBERY])

describe('placeInStory', () => {
  test('joins a copy under another headline and says how much it shares', () => {
    const copy = { title: 'Tragedia carretera', paragraphs: ACCIDENT.paragraphs }
    const placement = placeInStory(copy, MONDAY, window())
    expect(placement).toMatchObject({ storyId: 10, similarity: 1 })
    expect(placement.basis).toContain('Comparte 100 % del texto')
  })

  test('joins the same event told in other words', () => {
    const retelling = {
      title: 'Muere chofer al impactarse camión de jornaleros contra tráiler',
      paragraphs: [
        'El conductor de un autobús perdió la vida este lunes en la carretera Guadalajara–Ameca, kilómetro 34, al golpear la caja de un tráiler sin luces. Hay once jornaleros lesionados; los hospitalizaron en Zapopan.',
      ],
    }
    expect(placeInStory(retelling, MONDAY, window()).storyId).toBe(10)
  })

  test('keeps apart another event of the same topic', () => {
    const other = {
      title: 'Motociclista derrapa en el libramiento y resulta herido',
      paragraphs: [
        'Un joven de 22 años perdió el control de su motocicleta por el pavimento mojado y fue atendido por una fractura.',
      ],
    }
    expect(placeInStory(other, MONDAY, window()).storyId).toBeNull()
  })

  test('keeps apart what resembles a story of last week', () => {
    const later = new Date(MONDAY.getTime() + 8 * DAY)
    expect(placeInStory(ACCIDENT, later, window()).storyId).toBeNull()
  })

  test('does not change the window until a note is admitted', () => {
    const grown = window()
    const note = {
      title: 'Abre el festival de cometas en la presa',
      paragraphs: ['Doscientos niños volaron cometas de carrizo.'],
    }
    expect(placeInStory(note, MONDAY, grown).storyId).toBeNull()
    expect(placeInStory(note, MONDAY, grown).storyId).toBeNull()
    admitNote(grown, { ...note, noteId: 3, storyId: 30, at: MONDAY })
    expect(placeInStory(note, MONDAY, grown).storyId).toBe(30)
  })

  test('places into an empty window as something new', () => {
    expect(placeInStory(ACCIDENT, MONDAY, prepareStories([])).storyId).toBeNull()
  })

  test('forgets notes that no later note can join', () => {
    const grown = window()
    const days = [4, 8, 12]
    for (const day of days) {
      admitNote(grown, {
        ...ROBBERY,
        noteId: 40 + day,
        storyId: 40,
        at: new Date(MONDAY.getTime() + day * DAY),
      })
    }
    expect([...grown.notes.keys()]).toEqual([44, 48, 52])
  })

  test('keeps its notes when one with a wrong, future date comes in', () => {
    const grown = window()
    admitNote(grown, { ...ROBBERY, noteId: 4, storyId: 40, at: new Date(MONDAY.getTime() + 300 * DAY) })
    expect(placeInStory(ACCIDENT, MONDAY, grown).storyId).toBe(10)
  })
})
