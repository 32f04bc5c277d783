// `sintesis explain <note>`: why a note is in the archive and how each thing said of it was decided.
import type { Command } from 'commander'
import type { Boletin, Source } from '../model.ts'
import { explainFiling } from '../pipeline/filing.ts'
import type { House } from '../pipeline/house.ts'
import { listKnownSources } from '../pipeline/known-sources.ts'
import { findBoletinesByFolio } from '../store/boletines.ts'
import { findCounts } from '../store/counts.ts'
import { type Dossier, findNoteById } from '../store/dossier.ts'
import { findStoryTrail } from '../store/story-trail.ts'
import { PROGRAM } from '../store/tones.ts'
import { formatInstant } from './boletin.ts'
import { describeCapture } from './capture-words.ts'
import { addExamples, type CommandContext } from './command.ts'
import { describeCounts } from './counts-words.ts'
import { DATE_ORIGINS } from './date-origins.ts'
import { describeDecisions } from './explain-decisions.ts'
import { describeMentions } from './explain-mentions.ts'
import { describePickups, describeProbable } from './explain-pickups.ts'
import { describeReach } from './explain-reach.ts'
import { describeSection } from './explain-section.ts'
import { describeStory } from './explain-story.ts'
import { describeText } from './explain-text.ts'
import { inHouse } from './open.ts'
import { findWantedNote } from './wanted-note.ts'

export function addExplain(program: Command, context: CommandContext): void {
  const command = program
    .command('explain')
    .description('dice por qué una nota entró y cómo se decidió todo lo que se dice de ella')
    .argument('<nota>', 'número de la nota o su dirección')
    .action((wanted: string) => inHouse(context, (house) => explain(house, context, wanted)))
  addExamples(command, ['sintesis explain 128', 'sintesis explain https://www.elmedio.mx/nota'])
}

async function explain(house: House, { terminal }: CommandContext, wanted: string): Promise<void> {
  const { db } = house.store
  const id = await findWantedNote(house, wanted)
  const dossier = await findNoteById(db, id)
  if (dossier === null) return
  const { timeZone, subjects } = house.workspace.municipality
  const names = new Map(subjects.map((subject) => [subject.id, subject.name]))
  const boletines = await findBoletinesByFolio(
    db,
    [...dossier.note.pickups, ...dossier.probable].map(({ folio }) => folio),
  )
  const source = listKnownSources(house).find((one) => one.id === dossier.note.sourceId) ?? null
  for (const line of describeDossier(dossier, names, boletines, source, timeZone)) terminal.print(line)
  const filing = explainFiling(dossier.note.article, house.lens.sections)
  const { sections } = house.workspace.municipality
  for (const line of describeSection(dossier.note.sectionId, filing, sections)) terminal.print(line)
  for (const line of describeStory(await findStoryTrail(db, id), timeZone)) terminal.print(line)
  const { headers } = dossier.capture
  for (const line of describeCapture(headers, source?.rights ?? null)) terminal.print(line)
  const counts = await findCounts(db, dossier.note.id)
  for (const line of describeCounts(counts, timeZone)) terminal.print(line)
}

function describeDossier(
  dossier: Dossier,
  names: ReadonlyMap<string, string>,
  boletines: ReadonlyMap<string, Boletin>,
  source: Source | null,
  timeZone: string,
): string[] {
  const { note, sourceName, capture } = dossier
  const { article } = note
  const published = article.publishedAt === null ? 'sin fecha' : formatInstant(article.publishedAt, timeZone)
  return [
    `Nota ${note.id} · ${sourceName}`,
    article.title,
    article.url,
    `Publicada: ${published}${article.publishedAt === null ? '' : ` (según ${DATE_ORIGINS[article.publishedFrom]})`} · texto: ${article.completeness}`,
    `Capturada: ${formatInstant(capture.takenAt, timeZone)} · respuesta ${capture.status} · ${capture.bytes} bytes · sha256 ${capture.sha256.slice(0, 16)}…`,
    ...(article.flags.length === 0 ? [] : [`Avisos: ${article.flags.join(', ')}`]),
    ...describeText(dossier, timeZone),
    ...describeMentions(note.mentions, names),
    ...describePickups(article, note.pickups, boletines, timeZone),
    ...describeProbable(dossier, boletines),
    ...describeTone(dossier),
    ...describeDecisions(dossier, names, timeZone),
    ...describeReach(note.reach, source),
    `Historia ${note.storyId}`,
  ]
}

function describeTone({ note: { tone }, tones }: Dossier): string[] {
  if (tone === null) return ['Tono: no se evalúa, porque la nota no nombra al municipio']
  const by = tones.at(-1)?.by ?? PROGRAM
  const sure =
    by !== PROGRAM
      ? ` (lo dio ${by})`
      : tone.confidence === null
        ? ''
        : `, confianza ${percent(tone.confidence)}`
  return [
    `Tono: ${tone.label}${sure}${tone.needsReview ? ' · requiere revisión' : ''}`,
    ...tone.reasons.map(({ sentence, rule, words }) => {
      const moved = words
        .map(({ text, weight }) => `${text} ${weight > 0 ? '+' : ''}${weight.toFixed(2)}`)
        .join(', ')
      return `  [${rule}] ${sentence}${moved === '' ? '' : ` (${moved})`}`
    }),
  ]
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
