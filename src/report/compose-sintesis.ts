// The notes of a window and what is known around them → the síntesis informativa of that window, composed by rules.
import type { Boletin, Note } from '../model.ts'
import { chooseActions, composeActions, hoursSince, SILENT_AFTER_HOURS } from './compose/actions.ts'
import { anchorOfSection, anchorOfStory } from './compose/anchors.ts'
import { composeBoletines } from './compose/boletines.ts'
import { composeCertificate } from './compose/certificate.ts'
import { composeDataRows } from './compose/data-rows.ts'
import { type EditionFacts, gatherEdition } from './compose/edition.ts'
import { composeFigures, composeTrend, isUsualDay } from './compose/figures.ts'
import { composeFrontPages, describeFrontPageFaults } from './compose/front-pages.ts'
import { composeIndex, type NumberedTelling } from './compose/index-rows.ts'
import { composeMasthead } from './compose/masthead.ts'
import { composeNeighbours } from './compose/neighbours.ts'
import { countMedia, idsOf, nameOfSource, tallyTones, titleOf } from './compose/note-facts.ts'
import { isOpinion } from './compose/opinion.ts'
import { composeOpinionPieces } from './compose/opinion-pieces.ts'
import { type Scope, scopeAnalyst } from './compose/scope.ts'
import { composeSections, numberStories } from './compose/sections.ts'
import { composeSocial } from './compose/social.ts'
import { composeCorrections, composeSpecialDay, retitle, timelyDuties } from './compose/special.ts'
import { mainTone, type Telling } from './compose/tellings.ts'
import { findMainTopics } from './compose/topics.ts'
import { composeTrails, indexNumbers } from './compose/trails.ts'
import type { Action, ColumnPiece, Fact, Masthead, Opening, Sintesis, SintesisSection } from './sintesis.ts'
import type { AnalystNotes, SintesisInput } from './sintesis-input.ts'
import { cleanText } from './typeset/clean-text.ts'
import { printClock, printLongDate, printShortDate } from './words/dates.ts'
import { composeDaySentence, describeNoActions } from './words/day.ts'
import { endSentence } from './words/grammar.ts'
import { countOf, NOTES } from './words/numbers.ts'
import { describeNothing, describeScope } from './words/scope.ts'
import { describePostsApart } from './words/social.ts'
import { describeNoNotes } from './words/special.ts'

/** Rows under «Lo que pasó». */
const MOST_FACTS = 5

/**
 * Composes a síntesis. Pure: the same input gives the same edition. Every number is counted from the notes that the
 * edition prints; the municipality's own publications are left out and doubtful mentions are printed apart, uncounted.
 */
export function composeSintesis(input: SintesisInput): Sintesis {
  const { municipality, date, now } = input
  const { timeZone } = municipality
  const facts = gatherEdition(input)
  const { scope, sources, notes, tellings, boletines, silent, history } = facts
  const isAddendum = input.special?.kind === 'alcance'
  const analyst = scopeAnalyst(input.analyst, input.notes, scope, input.special !== undefined)
  const resendable = isAddendum ? [] : silent
  const actions = chooseActions(
    composeActions({
      municipality: timelyDuties(municipality, input.special),
      tellings,
      sources,
      now,
      silent: resendable,
      analyst,
    }),
  )
  const { sections, columns, numbered } = composeStories(input, facts)
  const [sentBoletines, silentBoletines] = [boletines.length, silent.length]
  const actionOf = numberResends(resendable, actions, now)
  const figures = composeFigures({ notes, history, date, sentBoletines, silentBoletines })
  return {
    masthead: composeHead(input),
    day: composeDay(input, facts),
    figures: isAddendum ? figures.slice(0, -1) : figures,
    tally: tallyTones(notes),
    notes: notes.length,
    actions,
    noActions: describeNoActions(now, timeZone),
    agenda: composeAgenda(analyst),
    trend: composeTrend(notes, history, date),
    facts: composeFacts(tellings),
    corrections: composeCorrections(input.special, sources, municipality),
    isAddendum,
    sections,
    columns,
    social: composeSocial(input, facts),
    boletines: composeBoletines({
      boletines,
      notes: facts.pickups,
      now,
      timeZone,
      actionOf,
      numbers: indexNumbers(numbered),
    }),
    silence: composeSilence(input, scope),
    frontPages: composeFrontPages(input, facts),
    neighbours: composeNeighbours(neighboursOf(input), sources, municipality),
    index: composeIndex(numbered, sources, timeZone),
    trails: composeTrails(numbered.filter(({ isSure }) => isSure)),
    certificate: certify(input, facts),
    data: composeDataRows(numbered, sources, municipality, input.told),
    publishedAt: now,
  }
}

const composeAgenda = (analyst: AnalystNotes | null): Sintesis['agenda'] =>
  (analyst?.agenda ?? []).map(({ hour, text }) => ({ hour: printClock(hour), text: cleanText(text) }))

/** Neighbours stand in the edition of the whole municipality. */
const neighboursOf = ({ brief, neighbours }: SintesisInput): readonly Note[] =>
  brief.about === undefined ? (neighbours ?? []) : []

function certify(
  input: SintesisInput,
  { scope, notes: { length: printed } }: EditionFacts,
): Sintesis['certificate'] {
  const { brief, date, number, figures, municipality } = input
  const { timeZone } = municipality
  const { remarks = [], kept } = input.certificate
  const posts = kept.posts ?? 0
  const ofScope = scope.about === null ? [] : [describeScope(scope.name, printed, kept.ours - posts)]
  const apart = describePostsApart(posts)
  const certificate = {
    ...input.certificate,
    remarks: [...ofScope, ...apart, ...describeFrontPageFaults(input), ...remarks],
  }
  return composeCertificate({ certificate, brief, date, number, timeZone, archived: figures.notes, printed })
}

const countRead = ({ certificate: { readings } }: SintesisInput): number =>
  readings.filter(({ state }) => state === 'leida' || state === 'callada').length

function composeSilence(input: SintesisInput, scope: Scope): Sintesis['silence'] {
  const { special } = input
  const silence = describeNothing(scope.about === null ? null : scope.name, countRead(input))
  return special?.kind === 'alcance' ? { ...silence, facts: describeNoNotes(special.of) } : silence
}

function composeHead(input: SintesisInput): Masthead {
  const { municipality, brief, number, from, to, date, logo } = input
  const masthead = composeMasthead({
    title: brief.title,
    municipality,
    number,
    from,
    to,
    date: printLongDate(date),
    shortDate: printShortDate(date),
    logo: logo ?? null,
  })
  return retitle(masthead, input)
}

/** The sections, the columns, and every story under the number that it bears in both. */
function composeStories(
  input: SintesisInput,
  facts: EditionFacts,
): {
  readonly sections: readonly SintesisSection[]
  readonly columns: readonly ColumnPiece[]
  readonly numbered: readonly NumberedTelling[]
} {
  const { municipality } = input
  const { sources, tellings, doubtful, opinions, topics } = facts
  const sections = composeSections(topics, doubtful, {
    municipality,
    sources,
    watch: input.analyst?.watch ?? [],
    folios: new Set(input.special?.kind === 'alcance' ? [] : facts.boletines.map(({ folio }) => folio)),
    images: input.images ?? new Map(),
    told: input.told ?? new Map(),
  })
  const fichas = numberStories(sections)
  const columns = composeOpinionPieces(opinions, fichas.size + 1, { sources, municipality })
  const numbers = new Map([...fichas, ...columns.map(({ anchor, number }) => [anchor, number] as const)])
  const numbered = [...tellings, ...doubtful].map((telling) => ({
    telling,
    number: numbers.get(anchorOfStory(telling)) ?? 0,
    isSure: !doubtful.includes(telling),
  }))
  return { sections, columns, numbered: numbered.toSorted((one, other) => one.number - other.number) }
}

function composeDay(input: SintesisInput, facts: EditionFacts): Opening {
  const { scope, notes, tellings, topics, sources, history } = facts
  if (input.special !== undefined) {
    return { text: composeSpecialDay(input, input.special, facts), noteIds: idsOf(notes), goTo: 'indice' }
  }
  const { readings } = input.certificate
  const { main, counter, equal } = findMainTopics(topics)
  const [top] = tellings
  const text = composeDaySentence({
    place: scope.name,
    notes: notes.length,
    media: countMedia(notes),
    tally: tallyTones(notes),
    sourcesDue: readings.length,
    sourcesRead: countRead(input),
    mainTopic: main,
    counterTopic: counter,
    equalTopics: equal,
    topHeadline:
      top === undefined
        ? null
        : {
            title: titleOf(top.chief),
            medium: nameOfSource(top.chief.sourceId, sources),
            notes: top.notes.length,
          },
    isUsual: isUsualDay(notes, history),
    posts: facts.posts.length,
  })
  const place = topics.find(({ title }) => title === main?.title)
  return { text, noteIds: idsOf(notes), goTo: place === undefined ? 'indice' : anchorOfSection(place.id) }
}

/** News before columns: the title of a column tells no fact. */
function composeFacts(tellings: readonly Telling[]): Fact[] {
  const [columns = [], news = []] = [true, false].map((wanted) =>
    tellings.filter(({ chief }) => isOpinion(chief) === wanted),
  )
  return [...news, ...columns].slice(0, MOST_FACTS).map((telling) => ({
    text: endSentence(titleOf(telling.chief)),
    tone: mainTone(telling),
    notes: countOf(telling.notes.length, NOTES),
    goTo: anchorOfStory(telling),
    noteIds: idsOf(telling.notes),
  }))
}

/** Place on page one, from one, of the action that asks to resend each boletín. */
function numberResends(
  silent: readonly Boletin[],
  actions: readonly Action[],
  now: Date,
): ReadonlyMap<string, number> {
  const place = actions.findIndex(({ rule }) => rule === 'boletin-sin-publicar') + 1
  const waited = silent.filter(({ sentAt }) => hoursSince(sentAt, now) >= SILENT_AFTER_HOURS)
  return new Map(place === 0 ? [] : waited.map(({ folio }) => [folio, place]))
}
