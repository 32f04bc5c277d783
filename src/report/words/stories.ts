// The first stories for and against → the headline of «¿Qué dejó huella?»; what is known of a story → why it matters.
import { capitalize, contract, lowerFirst } from './grammar.ts'
import { countOf, MEDIA, NOTES, printCount, spellSmall } from './numbers.ts'
import type { PeriodWords } from './periods.ts'
import { agreeWithTitle } from './plural-title.ts'

/** Most words of a headline. */
const MOST_WORDS = 12

/** A story as the headline tells it: its topic (null: none), how many outlets, whether the government speaks in it. */
export type MarkedStory = {
  readonly topic: string | null
  readonly media: number
  /** Null where no note was read whole. */
  readonly hasVoice: boolean | null
}

/** The first story for and the first against; null for none. The fullest of the sentences that has twelve words or fewer. */
export function describeStories(positive: MarkedStory | null, negative: MarkedStory | null): string {
  return listHeadlines(positive, negative).find(isShort) ?? 'Las historias con más notas, a favor y en contra'
}

const isShort = (text: string): boolean => text.split(/\s+/u).length <= MOST_WORDS

function listHeadlines(positive: MarkedStory | null, negative: MarkedStory | null): string[] {
  if (positive === null && negative === null) return []
  if (positive === null) return listOneSided('a favor', negative, 'en contra')
  if (negative === null) return listOneSided('en contra', positive, 'a favor')
  const [good, bad] = [nameTopic(positive, 'una historia'), nameTopic(negative, 'otra historia')]
  const [wide, narrow] = [countMedia(positive), countMedia(negative)]
  if (positive.topic !== null && positive.topic === negative.topic) {
    return [
      `${capitalize(good)}: a favor en ${wide}, en contra en ${narrow}`,
      `${capitalize(good)}, a favor y en contra`,
    ]
  }
  const silence = negative.hasVoice === false
  return [
    ...(silence ? [`${capitalize(good)}, a favor en ${wide}; ${bad}, en contra sin voz oficial`] : []),
    ...(silence ? [`${capitalize(good)}, a favor; ${bad}, en contra sin voz oficial`] : []),
    `${capitalize(good)}, a favor en ${wide}; ${bad}, en contra en ${narrow}`,
    ...(silence ? [`${capitalize(good)}, a favor; ${bad}, sin voz oficial`] : []),
    `${capitalize(good)}, a favor; ${bad}, en contra`,
  ]
}

function listOneSided(missing: string, story: MarkedStory | null, side: string): string[] {
  if (story === null) return []
  const topic = nameTopic(story, 'la mayor')
  return [
    `Ninguna historia ${missing}; ${topic}, ${side} en ${countMedia(story)}`,
    `Ninguna historia ${missing}; ${topic}, ${side}`,
    `Ninguna historia ${missing}`,
  ]
}

const nameTopic = ({ topic }: MarkedStory, otherwise: string): string =>
  topic === null ? otherwise : lowerFirst(topic)

const countMedia = ({ media }: MarkedStory): string =>
  media === 1 ? 'un medio' : `${spellSmall(media)} ${MEDIA.many}`

/** Why a story matters: its kind, so that no two cards of a column say the same while there is something else to say. */
export type Reason = { readonly kind: string; readonly text: string }

export const REASONS = {
  usedAgainst: (folio: string): Reason => ({ kind: 'en-contra', text: `Usa el boletín ${folio} en contra.` }),
  frontPage: (medium: string): Reason => ({
    kind: 'portada',
    text: `En la primera plana ${contract(`de ${medium}`)}.`,
  }),
  headline: (medium: string): Reason => ({
    kind: 'titular',
    text: `En el titular ${contract(`de ${medium}`)}.`,
  }),
  newTopic: (topic: string, { before }: PeriodWords): Reason => ({
    kind: 'tema-nuevo',
    text: `Tema nuevo: ${lowerFirst(topic)} no ${agreeWithTitle(topic, 'tuvo', 'tuvieron')} notas ${before}.`,
  }),
  mostPublished: (folio: string, media: number): Reason => ({
    kind: 'mas-publicado',
    text: `El boletín ${folio} fue el más publicado: ${countOf(media, MEDIA)}.`,
  }),
  widest: ({ noun }: PeriodWords): Reason => ({
    kind: 'alcance',
    text: `La historia de mayor alcance ${noun.one === 'semana' ? 'de la semana' : `del ${noun.one}`}.`,
  }),
  silent: (read: number): Reason => ({
    kind: 'sin-voz',
    text:
      read === 1
        ? 'Sin voz oficial en la nota que se leyó completa.'
        : `Sin voz oficial en ninguna de las ${printCount(read)} notas leídas.`,
  }),
  speaks: (name: string, notes: number): Reason => ({
    kind: 'habla',
    text: notes === 1 ? `Habla ${name}.` : `Habla ${name} en ${countOf(notes, NOTES)}.`,
  }),
  fromBoletin: (folio: string, notes: number): Reason => ({
    kind: 'boletin',
    text: `${countOf(notes, NOTES)} ${notes === 1 ? 'retoma' : 'retoman'} el boletín ${folio}.`,
  }),
  own: (isAlone: boolean): Reason => ({
    kind: 'propia',
    text: isAlone ? 'Nota propia de un medio, sin boletín.' : 'Cobertura propia, sin boletín.',
  }),
  unread: { kind: 'sin-texto', text: 'Sin texto completo que leer.' } satisfies Reason,
} as const
