// A note's mentions → whom it names, how surely, where each time, by which rule, and why it was decided so.
import type { Hit, Mention } from '../model.ts'
import { wrapText } from './paragraphs.ts'

/** Places shown of one subject; the rest are counted. */
const MOST_HITS = 6

const PROMINENCE_WORDS: Readonly<Record<Mention['prominence'], string>> = {
  titular: 'en el titular',
  entrada: 'en la entrada',
  cuerpo: 'en el cuerpo',
  incidental: 'de paso',
}

/** Lines of at most eighty columns, except for long phrases. `names`: subject id → name. */
export function describeMentions(mentions: readonly Mention[], names: ReadonlyMap<string, string>): string[] {
  if (mentions.length === 0) return ['No menciona a nadie de municipality.yml']
  return mentions.flatMap(({ subjectId, belonging, prominence, hits, evidence }) => [
    `Menciona a ${names.get(subjectId) ?? subjectId}: ${belonging}, ${PROMINENCE_WORDS[prominence]}`,
    ...evidence.flatMap((sentence) => wrapText(sentence, '  ')),
    ...(hits.length === 0 ? [] : [`  Dónde: ${hits.length === 1 ? '1 vez' : `${hits.length} veces`}`]),
    ...hits.slice(0, MOST_HITS).flatMap((hit) => wrapText(tellHit(hit), '    ')),
    ...(hits.length > MOST_HITS ? [`    … y ${hits.length - MOST_HITS} más`] : []),
  ])
}

function tellHit({ field, paragraph, start, end, text, rule }: Hit): string {
  const place = field === 'title' ? 'título' : field === 'standfirst' ? 'entrada' : `párrafo ${paragraph + 1}`
  return `${place}, letras ${start}–${end}: «${text}» (${rule})`
}
