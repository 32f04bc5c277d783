import { expect, it } from 'vitest'
import { composePosicionamiento } from '../../src/report/compose-posicionamiento.ts'
import { makeResultsInput } from './results.ts'

it('a report of results asks only for what the analyst wrote: what the rules ask for is of hours', () => {
  const input = makeResultsInput('mes', ['2026-10-01', '2026-11-01'], 60, 6)
  const asked = { act: 'Reunión con el comité', why: null, step: null, before: null, owner: null, url: null }
  const analyst = { agenda: [], actions: [asked], watch: [], upcoming: [], followUp: [] }
  expect(composePosicionamiento({ ...input, analyst: null }).actions).toEqual([])
  expect(composePosicionamiento({ ...input, analyst }).actions.map(({ rule }) => rule)).toEqual(['analista'])
})
