// What no mail carries → less of it, by steps, and the reader is told what is missing.
import { expect, it } from 'vitest'
import type { Attachment } from '../../src/deliver/attachment.ts'
import { listLoads } from '../../src/deliver/load.ts'

const pdf = (name: string, megabytes: number): Attachment => ({
  name,
  mediaType: 'application/pdf',
  bytes: new Uint8Array(megabytes * 1_000_000),
})
const SHEET: Attachment = { name: 'tala.xlsx', mediaType: 'application/x', bytes: new Uint8Array(10_000) }
const stepsOf = (files: readonly Attachment[]) =>
  listLoads(files).map(({ attachments, without }) => [attachments.map(({ name }) => name), without])

it('leaves out the PDF to print before that for the telephone, and sheets only when nothing else helps', () => {
  const files = [pdf('tala-carta.pdf', 26), pdf('tala-movil.pdf', 4), SHEET]
  expect(stepsOf(files)).toEqual([
    [['tala-carta.pdf', 'tala-movil.pdf', 'tala.xlsx'], null],
    [['tala-movil.pdf', 'tala.xlsx'], 'el PDF de carta (26.0 MB)'],
    [['tala.xlsx'], 'el PDF (30.0 MB)'],
    [[], 'ningún adjunto (30.0 MB)'],
  ])
})

it('says to the reader what is missing and what there is instead', () => {
  const [, phone, none] = listLoads([pdf('tala-carta.pdf', 26), pdf('tala-movil.pdf', 4)])
  expect(phone?.notice).toBe(
    'No cupo en el correo el PDF de carta (26.0 MB). Va la edición para teléfono, con las mismas notas.',
  )
  expect(none?.notice).toContain('el PDF se pide a la oficina')
})

it('offers each step once, and of nothing attached only nothing', () => {
  expect(stepsOf([])).toEqual([[[], null]])
  expect(stepsOf([pdf('tala-carta.pdf', 1)])).toEqual([
    [['tala-carta.pdf'], null],
    [[], 'el PDF (1.0 MB)'],
  ])
})
