// The tone model that an office supplies → the tone of what was read, by it; the shipped one where it fails, and that is said.
import { readToneFolder } from '../config/tone-folder.ts'
import type { Article, Mention, Municipality, Tone } from '../model.ts'
import { listToneSentences, rateTone } from '../score/tone.ts'
import { openTransformer, type Transformer } from '../score/tone-transformer.ts'
import type { Lens } from './reading.ts'

/** The own model of a workspace, opened when the first note needs it; null when municipality.yml names none. */
export function findOwnTone(folder: string, { toneModel }: Municipality): Transformer | null {
  if (toneModel === null || toneModel === undefined) return null
  let opening: Promise<Transformer> | null = null
  const open = async () => openTransformer(await readToneFolder(folder, toneModel))
  return {
    name: toneModel,
    async rate(sentences, target) {
      opening ??= open()
      return (await opening).rate(sentences, target)
    },
  }
}

type Read = {
  readonly article: Article
  readonly mentions: readonly Mention[]
  readonly tone: Tone | null
}

/** What was read, with the tone that the own model gives; as it was without one, or where there is nothing to rate. */
export async function rateByOwnModel<Reading extends Read>(reading: Reading, lens: Lens): Promise<Reading> {
  const { ownTone, toneSettings, municipality } = lens
  const { article, mentions, tone } = reading
  if (ownTone === null || tone === null) return reading
  const { subjects } = municipality
  const sentences = listToneSentences(article, mentions, subjects)
  try {
    const rated = await ownTone.rate(sentences, municipality.name)
    const chances = new Map(sentences.flatMap((text, at) => (rated[at] ? [[text, rated[at]] as const] : [])))
    return {
      ...reading,
      tone: rateTone(article, mentions, subjects, toneSettings, { name: ownTone.name, chances }),
    }
  } catch (error) {
    return { ...reading, tone: sayFailure(tone, article, ownTone.name, error) }
  }
}

/** The shipped model's tone, for a person to look at, and why the own model did not give it. */
function sayFailure(tone: Tone, { title }: Article, name: string, error: unknown): Tone {
  const said = error instanceof Error ? error.message : String(error)
  const rule = `el modelo ${name} no respondió (${said}); se usó el incluido`
  return { ...tone, needsReview: true, reasons: [{ sentence: title, words: [], rule }, ...tone.reasons] }
}
