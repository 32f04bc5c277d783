// The notes of a period and who is watched → who speaks for the municipality in the press, and how often each is quoted.
import type { Note, Spokesperson, Subject } from '../model.ts'
import { tallyTone } from './position.ts'
import { SPEECH_VERBS } from './tone-party-words.ts'
import { readSentences, type ToneSentence, type WordHit } from './tone-sentences.ts'

/** A verb of saying this many words from a name makes it the speaker of the sentence. */
const REACH = 6

/**
 * Lists the people of municipality.yml whom the notes name, those most quoted first. A person speaks in a sentence whose
 * verb of saying stands within six words of the name, unless another watched person stands nearer to it.
 */
export function listSpokespeople(notes: readonly Note[], subjects: readonly Subject[]): Spokesperson[] {
  const people = subjects.filter(({ role }) => role === 'persona')
  const speaking = notes.map((note) => ({ note, speakers: listSpeakers(note, people) }))
  return people
    .map(({ id, name }) => {
      const quoting = speaking.filter(({ speakers }) => speakers.has(id)).map(({ note }) => note)
      return {
        subjectId: id,
        name,
        notes: notes.filter(({ mentions }) => mentions.some(({ subjectId }) => subjectId === id)).length,
        quoted: quoting.length,
        tally: tallyTone(quoting),
        quotedIn: quoting.map((note) => note.id),
      }
    })
    .filter((person) => person.notes > 0)
    .toSorted((a, b) => b.quoted - a.quoted || b.notes - a.notes || a.name.localeCompare(b.name, 'es'))
}

function listSpeakers(note: Note, people: readonly Subject[]): ReadonlySet<string> {
  const sentences = readSentences(note.article, note.mentions, people)
  return new Set(sentences.flatMap(findSpeakers))
}

function findSpeakers({ words, hits }: ToneSentence): string[] {
  return words.flatMap((word, at) => {
    if (!SPEECH_VERBS.has(word)) return []
    const nearest = hits
      .map((hit) => ({ hit, distance: distanceOf(hit, at) }))
      .filter(({ distance }) => distance <= REACH)
      .toSorted((a, b) => a.distance - b.distance)[0]
    return nearest === undefined ? [] : [nearest.hit.subject.id]
  })
}

function distanceOf({ from, to }: WordHit, verb: number): number {
  return verb < from ? from - verb : verb - to + 1
}
