// Every kind of day and of period, composed: its sentences are proof-read as they will be printed.
import { expect, it } from 'vitest'
import { composePosicionamiento } from '../../src/report/compose-posicionamiento.ts'
import { composeSintesis } from '../../src/report/compose-sintesis.ts'
import type { Action, Figure } from '../../src/report/sintesis.ts'
import { listPosicionamientoExtremes, listSintesisExtremes } from './extremes.ts'
import { listFaults, listSentenceFaults } from './words/grammar-faults.ts'

const ruled = ({ rule }: Action): boolean => rule !== 'analista'
const tellAction = ({ act, why }: Action): string[] => [act, why].filter((text) => text !== '')
const tellFigure = ({ label, context }: Figure): string => `El ${label}: ${context}`

it.each([...listSintesisExtremes().keys()])('the síntesis «%s» reads as Spanish', (name) => {
  const make = listSintesisExtremes().get(name)
  if (make === undefined) throw new Error(`no «${name}»`)
  const report = composeSintesis(make())
  const sentences = [
    report.day.text,
    ...report.actions.filter(ruled).flatMap(tellAction),
    ...Object.values(report.silence).filter((text) => text.endsWith('.')),
    ...report.corrections.map(({ text }) => text),
    report.certificate.summary,
    ...report.certificate.remarks,
    ...(report.social === null ? [] : [report.social.sentence.map(({ text }) => text).join('')]),
  ]
  const lines = [
    ...report.figures.map(tellFigure),
    ...report.boletines.flatMap(({ silence }) => silence ?? []),
    ...report.sections.flatMap(({ fichas }) => fichas.flatMap(({ pickup }) => pickup?.title ?? [])),
  ]
  expect([...sentences.flatMap(listSentenceFaults), ...lines.flatMap(listFaults)]).toEqual([])
})

it.each([...listPosicionamientoExtremes().keys()])('the report «%s» reads as Spanish', (name) => {
  const make = listPosicionamientoExtremes().get(name)
  if (make === undefined) throw new Error(`no «${name}»`)
  const report = composePosicionamiento(make())
  const { topics, voice, media, spokespeople, matrix, stories, convenios } = report
  const heads = [topics, voice, media, spokespeople, matrix, stories, convenios].flatMap(
    (one) => one?.head ?? [],
  )
  const remarks = [...report.findings, ...(matrix?.matrix.remarks ?? [])]
  const cards = [...(stories?.positive ?? []), ...(stories?.negative ?? [])]
  const sentences = [
    report.answer.text,
    ...remarks.flatMap(({ claim, proof }) => [claim, proof]),
    ...report.actions.filter(ruled).flatMap(tellAction),
    ...cards.map(({ why }) => why),
    ...report.method.map(({ text }) => text),
    ...heads.map(({ guide }) => guide),
    ...[voice?.note, media?.note, convenios?.note, report.indexNote].flatMap((text) => text ?? []),
  ].filter((text) => text !== '')
  const lines = [
    ...heads.map(({ finding }) => finding),
    report.trend.title,
    ...report.figures.map(tellFigure),
  ]
  expect([...sentences.flatMap(listSentenceFaults), ...lines.flatMap(listFaults)]).toEqual([])
})
