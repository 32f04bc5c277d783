// A period, how the municipality stands in it and its notes → the positioning report of that period, composed by rules.
import type { Note } from '../model.ts'
import { composeActions } from './compose/actions.ts'
import { composeCertificate } from './compose/certificate.ts'
import { askConvenios } from './compose/convenios.ts'
import { composeDataRows } from './compose/data-rows.ts'
import { composeFindings, findRisk } from './compose/findings.ts'
import { composeIndex } from './compose/index-rows.ts'
import { composeMasthead } from './compose/masthead.ts'
import { idsOf } from './compose/note-facts.ts'
import { gatherPeriod, type PeriodFacts } from './compose/period.ts'
import { composeImbalance, composeTracedFigures, composeTrendOf } from './compose/position-figures.ts'
import { askMatrix, askMedia, askSpokespeople, askTopics, askVoice } from './compose/questions.ts'
import { composeRecommendations } from './compose/recommendations.ts'
import { askStories, listMarked } from './compose/story-cards.ts'
import { composeTrails } from './compose/trails.ts'
import type { Finding, Posicionamiento, TracedFigure } from './posicionamiento.ts'
import type { PosicionamientoInput } from './posicionamiento-input.ts'
import type { Masthead, Opening } from './sintesis.ts'
import { shortFolio } from './words/actions.ts'
import { printLongDate } from './words/dates.ts'
import { printPeriodName } from './words/periods.ts'
import { composeAnswer } from './words/position.ts'
import { listMethodTerms } from './words/questions.ts'
import { describePostsApart } from './words/social.ts'
import { describeUnlisted } from './words/trails.ts'

/**
 * Composes a positioning report. Pure: the same input gives the same report. Of a period in which no source was read
 * nobody knows who published what was sent: nothing is said of boletines.
 */
export function composePosicionamiento(given: PosicionamientoInput): Posicionamiento {
  const input = wasRead(given) ? given : { ...given, boletines: [] }
  const { municipality, position, brief, certificate, analyst } = input
  const facts = gatherPeriod(input)
  const { sources, notes, tellings, numbered, silent, period, range } = facts
  const actions = composeActions({ municipality, tellings, sources, now: input.now, silent, analyst })
  const convenios = askConvenios(input, facts)
  const imbalance = composeImbalance(position.current)
  return {
    masthead: composeHead(input, facts),
    running: `${brief.title} · ${municipality.name} · ${range}`,
    answer: answerOf(input, facts),
    figures: composeFive(input, facts),
    trend: composeTrendOf({
      position,
      notes,
      numbers: facts.numbers,
      municipality,
      period,
      range,
    }),
    findings: findThree(input, facts),
    actions: composeRecommendations(
      // What the rules ask for is of hours; of a month that is over only a person knows what is still to do.
      actions.filter(({ rule }) => brief.period === undefined || rule === 'analista'),
    ),
    topics: askTopics(input, facts),
    voice: askVoice(input, facts),
    media: askMedia(input, facts),
    spokespeople: askSpokespeople(input, facts),
    matrix: askMatrix(input, facts),
    stories: askStories(input, facts),
    convenios,
    upcoming: analyst?.upcoming ?? [],
    followUp: analyst?.followUp ?? [],
    imbalance,
    method: listMethodTerms({
      sources: certificate.readings.length,
      wasRead: wasRead(input),
      noiseBand: position.noiseBand,
      imbalance,
      hasConvenios: convenios !== null,
    }),
    index: composeIndex(facts.listed, sources, municipality.timeZone),
    indexNote: noteUnlisted(facts),
    trails: composeTrails(numbered, facts.numbers),
    certificate: composeCertificate({
      certificate: {
        ...certificate,
        remarks: [...describePostsApart(certificate.kept.posts ?? 0), ...(certificate.remarks ?? [])],
      },
      brief,
      date: input.date,
      number: input.number,
      timeZone: municipality.timeZone,
      archived: position.current.notes,
      printed: notes.length,
    }),
    data: composeDataRows(numbered, sources, municipality),
    publishedAt: input.now,
  }
}

const wasRead = ({ certificate }: PosicionamientoInput): boolean =>
  certificate.readings.some(({ state }) => state === 'leida' || state === 'callada')

/** The notes of the stories that are told with a picture: only theirs need be read. */
export function listPictured(input: PosicionamientoInput): Note[] {
  const facts = gatherPeriod(input)
  return [...listMarked(facts, 'positivo'), ...listMarked(facts, 'negativo')].flatMap(({ notes }) => notes)
}

function noteUnlisted({ numbered, listed }: PeriodFacts): string {
  const rest = numbered.slice(listed.length)
  const notes = rest.reduce((total, { telling }) => total + telling.notes.length, 0)
  return rest.length === 0 ? '' : describeUnlisted(listed.length, rest.length, notes)
}

function composeHead(input: PosicionamientoInput, { range, lastDay }: PeriodFacts): Masthead {
  const { municipality, brief, number, from, to, date, logo } = input
  const masthead = composeMasthead({
    title: brief.title,
    municipality,
    number,
    from,
    to,
    date: printPeriodName(brief, lastDay),
    shortDate: range,
    logo: logo ?? null,
  })
  return { ...masthead, issue: `Núm. ${number} · ${printLongDate(date)}`, window: range }
}

function answerOf({ municipality, position }: PosicionamientoInput, facts: PeriodFacts): Opening {
  const { topics, period, range, notes } = facts
  const risk = findRisk(topics)?.risk ?? null
  return {
    text: composeAnswer({ place: municipality.name, position, period, range, risk }),
    noteIds: idsOf(notes),
    goTo: notes.length === 0 ? null : 'cifras',
  }
}

function composeFive(input: PosicionamientoInput, { notes, silent, pickups }: PeriodFacts): TracedFigure[] {
  const { position, municipality, boletines } = input
  return composeTracedFigures({
    position,
    notes,
    municipality,
    published: boletines.length - silent.length,
    sent: boletines.length,
    publishedIds: idsOf(pickups),
    wasRead: wasRead(input),
  })
}

function findThree(input: PosicionamientoInput, facts: PeriodFacts): Finding[] {
  const { position, municipality, boletines } = input
  const { topics, notes, numbers, period, silent, pickups } = facts
  return composeFindings({
    topics,
    notes,
    numbers,
    position,
    period,
    municipality,
    boletines: {
      sent: boletines.length,
      silent: silent.map(({ folio }) => shortFolio(folio)),
      noteIds: idsOf(pickups),
    },
  })
}
