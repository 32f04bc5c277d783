// What `sintesis explain` says of the leave to read a note and of how it was captured.
import { expect, it } from 'vitest'
import { describeCapture } from '../../src/cli/capture-words.ts'

it('tells what robots.txt said and what may be printed', () => {
  expect(describeCapture({ 'x-sintesis-robots': 'permitida (Allow: /)' }, 'titulo-y-liga')).toEqual([
    'Cómo se captó: robots.txt: permitida (Allow: /) · derechos: solo título y liga',
  ])
})

it('tells that the listing stands for a page that did not let itself be read, and why', () => {
  const headers = { 'x-sintesis-fallback': 'elmedio.mx no permite leerla (respondió 403)' }
  expect(describeCapture(headers, 'cita')[0]).toBe(
    'Cómo se captó: derechos: se cita un fragmento · se guardó lo que traía la lista, porque elmedio.mx no permite leerla (respondió 403)',
  )
})

it('tells of a browser, of a screenshot and of a redirect to another domain', () => {
  const headers = {
    'x-sintesis-render': 'chromium',
    'x-sintesis-screenshot': 'a1',
    'x-sintesis-domain': 'otro.mx',
  }
  expect(describeCapture(headers, null)).toEqual([
    'Cómo se captó: la escribió un navegador · con captura de pantalla · mandó a otro dominio: otro.mx',
  ])
})

it('says nothing of what is not known', () => {
  expect(describeCapture({}, null)).toEqual([])
})
