// The sample press with its truth → how well mentions, pick-ups and stories are found, straight from the texts (no HTML).
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBoletin } from '../src/config/boletines.ts'
import { readMunicipality } from '../src/config/municipality.ts'
import { prepareBoletines } from '../src/match/boletines.ts'
import { decideBelonging, findMentions } from '../src/match/mentions.ts'
import { tracePickups } from '../src/match/pickups.ts'
import { proposeChanges } from '../src/match/regroup.ts'
import { placeInStory } from '../src/match/stories.ts'
import { admitNote, DAY, prepareStories, type StoryMember } from '../src/match/story-window.ts'
import { prepareSubjects } from '../src/match/subjects.ts'
import type { Article, Boletin, Mention, Municipality, Prominence, Source, Subject } from '../src/model.ts'
import { instantOf } from '../src/text/zoned.ts'
import { makeSource, SUBJECTS } from '../tests/match/tala.ts'
import { evaluateHomonyms } from './match/homonyms.ts'
import { type OutletId, type PressNote, readPressBoletines, readStories } from './press/stories.ts'

const ZONE = 'America/Mexico_City'
const PRESS = join(import.meta.dirname, 'press')
const BOLETINES = join(PRESS, 'workspace/boletines/2026')
const isVerbose = process.argv.includes('--each')

/** Home of each outlet as bench/press/README.md tells it; null city: state or national. */
const HOMES: Readonly<Record<OutletId, string | null>> = {
  correo: 'Tala',
  diario: 'Ameca',
  sol: 'Ameca',
  canaveral: 'Tala',
  cuisillos: 'Cuisillos',
  ruta70: 'Ameca',
  ingenio: 'Tala',
  canal6: 'Ameca',
  momento: 'Tala',
  radio: 'Ameca',
  red: 'Guadalajara',
  occidente: 'Guadalajara',
  tribuna: 'Guadalajara',
  zapopan: 'Zapopan',
  observador: 'Ameca',
  gobierno: 'Tala',
}

const sourceOf = (note: PressNote): Source => makeSource(HOMES[note.outlet])

function readInstant(local: string): Date {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = local.split(/[-T:]/).map(Number)
  return instantOf({ year, month, day, hour, minute }, ZONE)
}

function toArticle(note: PressNote): Article {
  return {
    url: `https://${note.outlet}.example/${note.id}`,
    canonicalUrl: `https://${note.outlet}.example/${note.id}`,
    title: note.title,
    byline: note.byline,
    section: note.section,
    publishedAt: readInstant(note.at),
    publishedFrom: 'meta',
    hasHour: true,
    image: null,
    standfirst: note.standfirst,
    paragraphs: note.paragraphs,
    completeness: 'completa',
    flags: [],
  }
}

function loadBoletines(): Boletin[] {
  return readdirSync(BOLETINES)
    .sort()
    .flatMap((name) => {
      const declared = readBoletin(name, readFileSync(join(BOLETINES, name), 'utf8'), ZONE)
      return declared.ok ? [declared.value] : []
    })
}

function loadWatched(): Pick<Municipality, 'subjects' | 'queries'> {
  const file = join(PRESS, 'workspace/municipality.yml')
  if (!existsSync(file) || process.argv.includes('--fixture')) return { subjects: SUBJECTS }
  const declared = readMunicipality(file, readFileSync(file, 'utf8'))
  if (!declared.ok) throw new Error(declared.faults.map((fault) => fault.message).join('\n'))
  return declared.value
}

/** Counts pairs of truth and answer and prints them as a table with recall and precision of each class. */
function printConfusion(title: string, pairs: readonly (readonly [truth: string, found: string])[]): void {
  const classes = [...new Set(pairs.flat())].sort()
  const count = (test: (pair: readonly [string, string]) => boolean) => pairs.filter(test).length
  console.log(`\n${title} (${pairs.length}; rows truth, columns found)`)
  console.table(
    Object.fromEntries(
      classes.map((truth) => [
        truth,
        {
          ...Object.fromEntries(
            classes.map((found) => [found, count(([a, b]) => a === truth && b === found)]),
          ),
          recall: ratio(
            count(([a, b]) => a === truth && b === truth),
            count(([a]) => a === truth),
          ),
          precision: ratio(
            count(([a, b]) => a === truth && b === truth),
            count(([, b]) => b === truth),
          ),
        },
      ]),
    ),
  )
}

const ratio = (part: number, whole: number): string => (whole === 0 ? '—' : (part / whole).toFixed(3))

function evaluateMentions(notes: readonly PressNote[]): void {
  const { subjects, queries = {} } = loadWatched()
  const index = prepareSubjects(subjects, new Map(Object.entries(queries)))
  const RANK: readonly Prominence[] = ['titular', 'entrada', 'cuerpo', 'incidental']
  const belongings: [string, string][] = []
  const prominences: [string, string][] = []
  for (const note of notes) {
    const mentions = findMentions(toArticle(note), sourceOf(note), index)
    const decided = decideBelonging(mentions, subjects)
    const found = decided === 'nuestra' ? 'si' : (decided ?? 'no')
    belongings.push([note.truth.ours, found])
    if (found !== note.truth.ours && isVerbose) tellMention(note, found, mentions)
    if (note.truth.prominence === null || found === 'no') continue
    const own = mentions.filter(({ subjectId }) => isOwnRole(subjects.find(({ id }) => id === subjectId)))
    const best = RANK.find((rank) => own.some(({ prominence }) => prominence === rank)) ?? 'none'
    prominences.push([note.truth.prominence, best])
    if (best !== note.truth.prominence && process.argv.includes('--prominence'))
      console.log(`${note.id} truth ${note.truth.prominence} found ${best}: ${note.title}`)
  }
  printConfusion('Mentions', belongings)
  printConfusion('Prominence', prominences)
}

const isOwnRole = (subject: Subject | undefined): boolean =>
  subject !== undefined && subject.role !== 'vecino' && subject.role !== 'tema'

function tellMention(note: PressNote, found: string, mentions: readonly Mention[]): void {
  console.log(`${note.id} ${note.outlet} truth ${note.truth.ours} found ${found}: ${note.title}`)
  for (const { subjectId, belonging, evidence } of mentions)
    console.log(`    ${subjectId} ${belonging}: ${evidence.join(' ')}`)
}

function evaluatePickups(notes: readonly PressNote[]): void {
  const index = prepareBoletines(loadBoletines())
  const pairs: [string, string][] = []
  for (const note of notes) {
    const found = tracePickups(toArticle(note), readInstant(note.at), index)
    const truth = note.truth.pickup
    const same = found.find(({ folio }) => folio === truth?.folio)
    const strays = found.filter(({ folio }) => folio !== truth?.folio)
    if (truth !== null || strays.length === 0) pairs.push([truth?.kind ?? 'ninguna', same?.kind ?? 'ninguna'])
    for (const stray of strays) pairs.push(['ninguna', stray.kind])
    if (isVerbose && (strays.length > 0 || same?.kind !== truth?.kind)) {
      const tell = found.map(
        (each) =>
          `${each.folio} ${each.kind} boletín ${each.shareOfBoletin.toFixed(2)} nota ${each.shareOfArticle.toFixed(2)} words ${each.passages.map(({ words }) => words)}`,
      )
      console.log(`${note.id} ${note.outlet} truth ${truth?.folio} ${truth?.kind}: ${tell.join('; ')}`)
    }
  }
  printConfusion('Pick-ups', pairs)
  const hits = pairs.filter(([truth, found]) => truth !== 'ninguna' && found !== 'ninguna').length
  console.log(
    `any kind: recall ${ratio(hits, pairs.filter(([truth]) => truth !== 'ninguna').length)}, precision ${ratio(hits, pairs.filter(([, found]) => found !== 'ninguna').length)}`,
  )
}

/** Streams the notes as they were published; every morning at seven the window is grouped again, as before an edition. */
function evaluateStories(notes: readonly PressNote[]): void {
  const ordered = notes.toSorted(
    (left, right) => left.at.localeCompare(right.at) || left.id.localeCompare(right.id),
  )
  const truth = ordered.map(({ storyId }) => storyId)
  const streamed = streamNotes(ordered, false)
  console.log(`\nStories: ${new Set(truth).size} in truth`)
  printPairs('placed one by one', truth, streamed.placed)
  const regrouped = streamNotes(ordered, true)
  printPairs(`grouped again each morning, ${regrouped.moves} notes moved`, truth, regrouped.placed)
}

function streamNotes(
  ordered: readonly PressNote[],
  isRegrouped: boolean,
): { placed: number[]; moves: number } {
  const window = prepareStories([])
  const placed: number[] = []
  let [next, moves] = [0, 0]
  let morning = readInstant('2026-10-30T07:00').getTime()
  const memberOf = (noteId: number, storyId: number): StoryMember => {
    const note = ordered[noteId]
    if (note === undefined) throw new Error('unknown note')
    const { title, standfirst, paragraphs } = note
    return { noteId, storyId, title, standfirst, paragraphs, at: readInstant(note.at) }
  }
  const regroup = (now: Date) => {
    for (const { noteIds, to } of proposeChanges(window, now)) {
      const storyId = to ?? next++
      for (const noteId of noteIds) {
        placed[noteId] = storyId
        moves += 1
        admitNote(window, memberOf(noteId, storyId))
      }
    }
  }
  for (const [noteId, note] of ordered.entries()) {
    const at = readInstant(note.at)
    while (isRegrouped && at.getTime() > morning + DAY) {
      morning += DAY
      regroup(new Date(morning))
    }
    const placement = placeInStory(note, at, window)
    const storyId = placement.storyId ?? next++
    placed.push(storyId)
    if (process.argv.includes('--stories'))
      console.log(`${note.id} ${placement.similarity.toFixed(2)} ${placement.basis} [${note.title}]`)
    admitNote(window, memberOf(noteId, storyId))
  }
  if (isRegrouped) regroup(new Date(morning + DAY))
  return { placed, moves }
}

/** Precision, recall and F1 over pairs of notes, and B³ (Bagga and Baldwin 1998), which weighs every note alike. */
function printPairs(title: string, truth: readonly string[], placed: readonly number[]): void {
  let [both, same, found, precision, recall] = [0, 0, 0, 0, 0]
  for (const [left, story] of truth.entries()) {
    let [mine, ours, shared] = [0, 0, 0]
    for (const [right, other] of truth.entries()) {
      const isSame = story === other
      const isPlaced = placed[left] === placed[right]
      if (isSame) ours += 1
      if (isPlaced) mine += 1
      if (isSame && isPlaced) shared += 1
      if (right <= left) continue
      if (isSame) same += 1
      if (isPlaced) found += 1
      if (isSame && isPlaced) both += 1
    }
    precision += shared / mine / truth.length
    recall += shared / ours / truth.length
  }
  console.log(
    `${title}: ${new Set(placed).size} found; pairs precision ${ratio(both, found)}, recall ${ratio(both, same)}, ` +
      `F1 ${((2 * both) / (same + found)).toFixed(3)}; B³ F1 ${((2 * precision * recall) / (precision + recall)).toFixed(3)}`,
  )
}

const notes = readStories(join(PRESS, 'stories'), readPressBoletines(BOLETINES))
console.log(`${notes.length} notes`)
evaluateMentions(notes)
evaluateHomonyms(isVerbose)
evaluatePickups(notes)
evaluateStories(notes)
