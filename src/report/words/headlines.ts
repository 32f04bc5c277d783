// The counts behind each question of the positioning report → the headline that answers it.
import type { VoiceShare } from '../../model.ts'
import { capitalize, lowerFirst } from './grammar.ts'
import { countOf, MEDIA, NOTES, printCount, spellSmall } from './numbers.ts'
import { agreeWithTitle } from './plural-title.ts'
import { rankOf } from './position.ts'

const ORDINALS = [
  'primero',
  'segundo',
  'tercero',
  'cuarto',
  'quinto',
  'sexto',
  'séptimo',
  'octavo',
  'noveno',
  'décimo',
]

/** Headline of the comparison with neighbours. */
export function describeVoice(voice: readonly VoiceShare[], ownId: string, place: string): string {
  const rank = rankOf(voice, ownId)
  const own = voice.find(({ subjectId }) => subjectId === ownId)
  if (own === undefined || own.notes === 0) return `${place} no tuvo notas en la comparación`
  const among = `entre ${countOf(voice.length, { one: 'municipio', many: 'municipios' })}`
  const equals = voice.filter(({ notes }) => notes === own.notes).length - 1
  if (equals === voice.length - 1) return `${place} va a la par de los demás municipios en volumen`
  const ordinal = ORDINALS[rank - 1]
  if (equals > 0) {
    const shared =
      ordinal === undefined
        ? `el lugar ${rank}`
        : `el ${ordinal.replace(/(?<=^(?:prim|terc)er)o$/u, '')} lugar`
    return `${place} comparte ${shared} en volumen ${among}`
  }
  return `${place}, ${ordinal ?? `lugar ${rank}`} en volumen ${among}`
}

/** Media that hold half of the notes are few when they are at most two of five. */
const FEW = 0.4

/** Headline of the list of media: how many of them hold half of the notes. `counts` from most to least. */
export function describeMedia(counts: readonly number[]): string {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const [most = 0] = counts
  if (counts.length === 1)
    return total === 1 ? 'La única nota salió en un medio' : 'Un solo medio publicó todas las notas'
  let held = 0
  const needed = counts.findIndex((count) => {
    held += count
    return held * 2 >= total
  })
  const few = needed + 1
  if (few === 1 && most * 2 > total)
    return `Un medio publicó ${printCount(most)} de las ${countOf(total, NOTES)}`
  if (few > counts.length * FEW)
    return `Las ${countOf(total, NOTES)} se reparten entre ${countOf(counts.length, MEDIA)}`
  return `${few === 1 ? 'Uno' : capitalize(spellSmall(few))} de ${countOf(counts.length, MEDIA)} ${few === 1 ? 'concentra' : 'concentran'} la mitad de las notas`
}

/** Share of all negatives from which a topic concentrates them. */
const CONCENTRATED = 0.5

/** Fewer notes than this do not incline the tone. */
const LEAST_NET = 2

/** Headline of the topics: which one adds most to the balance and which one takes most from it; of equal ones, none. */
export function describeTopics(topics: readonly TopicTones[]): string {
  const [best, second] = topics.toSorted((one, other) => netOf(other) - netOf(one))
  const [worst, next] = topics.toSorted((one, other) => netOf(one) - netOf(other))
  const isGood = best !== undefined && netOf(best) >= LEAST_NET && isBeyond(best, second)
  const isBad = worst !== undefined && netOf(worst) <= -LEAST_NET && isBeyond(worst, next)
  const parts = [
    isGood ? `${best.title} ${agreeWithTitle(best.title, 'suma', 'suman')} más al tono` : '',
    isBad ? `${lowerFirst(worst.title)} ${describeBurden(worst, topics, isGood)}` : '',
  ].filter(Boolean)
  return parts.length === 0 ? 'Ningún tema inclina el tono más que otro' : capitalize(parts.join('; '))
}

const isBeyond = (one: TopicTones, other: TopicTones | undefined): boolean =>
  other === undefined || netOf(one) !== netOf(other)

/** «Al tono» is said once. */
function describeBurden(
  { title, negative }: TopicTones,
  topics: readonly TopicTones[],
  isSaid: boolean,
): string {
  const all = topics.reduce((total, topic) => total + topic.negative, 0)
  return negative >= all * CONCENTRATED
    ? `${agreeWithTitle(title, 'concentra', 'concentran')} lo negativo`
    : `${agreeWithTitle(title, 'resta', 'restan')} más${isSaid ? '' : ' al tono'}`
}

export type TopicTones = { readonly title: string; readonly positive: number; readonly negative: number }

const netOf = ({ positive, negative }: TopicTones): number => positive - negative

/** Headline of the matrix. */
export function describeMatrix(published: number, sent: number): string {
  const silent = sent - published
  if (sent === 1)
    return `El único boletín enviado ${published === 1 ? 'llegó a algún medio' : 'no salió en ningún medio'}`
  if (published === 0) return `Ninguno de los ${printCount(sent)} boletines salió en algún medio`
  if (silent === 0) return `Los ${printCount(sent)} boletines llegaron a algún medio`
  const reached = `${printCount(published)} de ${countOf(sent, { one: 'boletín', many: 'boletines' })} ${published === 1 ? 'llegó' : 'llegaron'} a algún medio`
  return `${reached}; ${silent === 1 ? 'uno no salió' : `${spellSmall(silent)} no salieron`} en ninguno`
}
