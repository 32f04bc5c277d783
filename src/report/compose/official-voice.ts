// A note → whether the municipal government speaks in it, by words alone; the rule behind «sin voz oficial».
import type { Municipality, Note, SubjectRole } from '../../model.ts'
import { fold } from '../../text/fold.ts'
import { sentenceAt } from './passage.ts'

const SPEAKERS: ReadonlySet<SubjectRole> = new Set<SubjectRole>(['municipio', 'persona', 'dependencia'])

/** Stems of verbs of saying, folded. */
const SAYS =
  /(?<![\p{L}])(?:dij|dice|inform|explic|señal|asegur|afirm|declar|respond|precis|reconoc|detall|coment|indic|anunci|destac|subray|sostuv|sostien|apunt|manifest|expres|agreg|anadi|aclar|advirt|expus|expuso|comunic|recalc|puntualiz|confirm|pidio|invito|exhort)\p{L}*/u
const IS_SILENT =
  /(?<![\p{L}])no (?:ha |han |hubo |se )?(?:respond|contest|quis|ofrec|emit|inform|aclar|dio|dieron|atend|habl|declar|precis|explic)/u

/** True when a sentence that names the government or its people also says that they say something, or the note reprints a boletín. */
export function hasOfficialVoice(note: Note, municipality: Municipality): boolean {
  if (note.pickups.length > 0) return true
  const speakers = new Set(municipality.subjects.filter(({ role }) => SPEAKERS.has(role)).map(({ id }) => id))
  return note.mentions
    .filter(({ subjectId, belonging }) => belonging === 'nuestra' && speakers.has(subjectId))
    .flatMap(({ hits }) => hits)
    .filter(({ field }) => field === 'body')
    .some(({ paragraph, start }) => doesSpeak(sentenceAt(note.article.paragraphs[paragraph] ?? '', start)))
}

function doesSpeak(sentence: string): boolean {
  const folded = fold(sentence)
  return SAYS.test(folded) && !IS_SILENT.test(folded)
}

/** Whether the note's text is complete enough to say that somebody does not appear in it. */
export const isFullyRead = (note: Note): boolean => note.article.completeness === 'completa'
