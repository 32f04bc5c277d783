// A composed report → what its messages say: the same sentences, figures and links as its PDF.
import type { EditionContent, MinutePage } from '../deliver/edition-content.ts'
import type { Note } from '../model.ts'
import type { Posicionamiento } from '../report/posicionamiento.ts'
import type { Action, Figure, Sintesis } from '../report/sintesis.ts'
import { SINTESIS_LABELS } from '../report/words/labels.ts'
import { printBefore } from '../report/words/special.ts'
import { composeSheet, type SheetFacts } from './deliver-sheet.ts'

/** What the messages of a síntesis say. `notes` are those that it prints. */
export function contentOfSintesis(
  report: Sintesis,
  notes: readonly Note[],
  facts: SheetFacts,
): EditionContent {
  const links = new Map(
    report.sections
      .flatMap(({ lead, fichas, briefs }) => [...(lead === null ? [] : [lead]), ...fichas, ...briefs])
      .map(({ anchor, link }) => [anchor, link?.href ?? null]),
  )
  return {
    page: {
      ...frame(report),
      date: report.masthead.date,
      headline: report.day.text,
      corrections: report.corrections.map(({ text, href }) => ({ text, href })),
      factsTitle: SINTESIS_LABELS.facts,
      facts: report.facts.map(({ text, notes: detail, tone, goTo }) => ({
        text,
        detail,
        tone,
        href: links.get(goTo) ?? null,
      })),
      noFacts: report.silence.facts,
      // What an addendum adds asks for action or says nothing of it: its edition said it of the day.
      noActions: report.isAddendum ? null : report.noActions,
      agenda: report.agenda.map(({ hour, text }) => ({ hour, text })),
    },
    sheet: composeSheet(pickPrinted(notes, report), facts),
  }
}

/** What the messages of a positioning report say: its answer, its figures and its findings. */
export function contentOfPosicionamiento(
  report: Posicionamiento,
  notes: readonly Note[],
  facts: SheetFacts,
): EditionContent {
  return {
    page: {
      ...frame(report),
      date: report.masthead.date,
      headline: report.answer.text,
      corrections: [],
      factsTitle: 'Hallazgos',
      facts: report.findings.map(({ claim, proof }) => ({
        text: `${claim} ${proof}`,
        detail: '',
        tone: null,
        href: null,
      })),
      noFacts: 'Sin hallazgos en este periodo.',
      noActions: 'Nada exige respuesta, según las reglas de esta edición.',
      agenda: [],
    },
    sheet: composeSheet(pickPrinted(notes, report), facts),
  }
}

type Framed = Pick<Sintesis, 'masthead' | 'figures' | 'actions' | 'certificate'>

function frame({ masthead, figures, actions, certificate }: Framed) {
  return {
    title: masthead.title,
    place: masthead.municipality,
    office: masthead.office,
    issue: masthead.issue,
    window: masthead.window,
    brandColor: masthead.brandColor,
    figures: figures.map(printFigure),
    actions: actions.map(printAction),
    review: certificate.summary,
    remarks: certificate.failures.map(({ name, state }) => `${name}: ${state}.`),
    seal: certificate.seal,
  } satisfies Partial<MinutePage>
}

const printFigure = ({ text, label, context }: Figure): MinutePage['figures'][number] => ({
  value: text,
  label,
  context,
})

const printAction = ({ act, why, step, before, owner }: Action): MinutePage['actions'][number] => ({
  act,
  why,
  step,
  before: printBefore(before),
  owner,
})

/** The notes whose rows the report carries, in its order. */
function pickPrinted(notes: readonly Note[], { data }: Pick<Sintesis, 'data'>): Note[] {
  const byId = new Map(notes.map((note) => [note.id, note]))
  return data.flatMap(({ id }) => byId.get(Number(id)) ?? [])
}
