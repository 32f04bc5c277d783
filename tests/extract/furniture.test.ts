// A page and what its outlet repeats → the note without the outlet's furniture, and never without its own words.
import { describe, expect, it } from 'vitest'
import { extractNote, readCapturedPage } from '../../src/extract/extract.ts'
import { type FurnitureMemory, NO_MEMORY } from '../../src/extract/furniture.ts'
import { digestText } from '../../src/extract/text-digest.ts'
import { makeCapture, makeItem, makeSource, PROSE, plainPage, prose } from './captures.ts'

const AD = 'Refaccionaria Núñez tiene todo para su camión cañero, con entrega el mismo día en toda la región.'
const CALL =
  'En esta casa editorial creemos que la información es de todos y por eso llega a los hogares de la región.'
const REMINDER =
  'Se recuerda a la ciudadanía que el número de emergencias es el 911 y que las bromas retrasan a otros.'

function remember(...sightings: readonly [text: string, notes: number, share: number][]): FurnitureMemory {
  return new Map(sightings.map(([text, notes, share]) => [digestText(text) ?? '', { notes, share }]))
}

function read(body: string, memory: FurnitureMemory, isOwn = false): readonly string[] {
  return extractNote(makeCapture(plainPage(body)), makeSource({ isOwn }), memory).article.paragraphs
}

describe('the memory of an outlet', () => {
  it('cuts a box that no single page betrays once it stood on three other notes', () => {
    const page = `<p>${PROSE[0]}</p><div class="bx7"><p>${AD}</p></div><p>${PROSE[1]}</p>`
    expect(read(page, NO_MEMORY)).toHaveLength(3)
    expect(read(page, remember([AD, 2, 1]))).toHaveLength(3)
    expect(read(page, remember([AD, 3, 0.1]))).toEqual(PROSE)
  })

  it('cuts a paragraph like all others only when half of all notes carry it', () => {
    const page = `${prose}<p>${CALL}</p>`
    expect(read(page, remember([CALL, 40, 0.4]))).toContain(CALL)
    expect(read(page, remember([CALL, 40, 0.6]))).toEqual(PROSE)
  })

  it('keeps a reminder that some notes repeat and that is true of each', () => {
    expect(read(`${prose}<p>${REMINDER}</p>`, remember([REMINDER, 12, 0.2]))).toContain(REMINDER)
    expect(
      read(
        `<p class="t">${PROSE[0]}</p><p class="t">${PROSE[1]}</p><p>${REMINDER}</p>`,
        remember([REMINDER, 12, 0.2]),
      ),
    ).toContain(REMINDER)
  })

  it('keeps whatever the municipality’s own site repeats among its paragraphs', () => {
    expect(read(`${prose}<p>${REMINDER}</p>`, remember([REMINDER, 90, 0.9]), true)).toContain(REMINDER)
  })

  it('never cuts the lead that a minority of notes share, nor most of a text', () => {
    expect(read(`<p>${REMINDER}</p>${prose}`, remember([REMINDER, 9, 0.7]))).toContain(REMINDER)
    const known = remember([PROSE[0], 9, 0.6], [PROSE[1], 9, 0.6])
    expect(read(prose, known)).toEqual(PROSE)
  })

  it('cuts a box with its changing lines when its heading is the outlet’s', () => {
    const box =
      '<div class="zona"><h3>Más de esta sección</h3><p>Abren el puente de la calle Hidalgo tras tres meses de obra, dicen vecinos.</p></div>'
    expect(
      read(
        `${prose}${prose.replaceAll('cabildo', 'congreso').replaceAll('sesión', 'jornada')}${box}`,
        remember(['Más de esta sección', 8, 1]),
      ).join(),
    ).not.toMatch(/Más de|Abren/)
  })

  it('leaves a repeated subhead that heads text of the note', () => {
    const page = `<p>${PROSE[0]}</p><h3>Antecedentes</h3><p>${PROSE[1]}</p>`
    expect(read(page, remember(['Antecedentes', 30, 0.9]))).toContain('Antecedentes')
  })

  it('finds a short note that a longer standing text outweighs', () => {
    const standing = `${CALL} ${AD} ${REMINDER}`
    const page = `<html><body><div class="a"><h1>Cierran el puente</h1><div class="b"><p>${PROSE[0]}</p><p>${PROSE[1]}</p></div></div><div class="z"><div class="y"><p>${standing}</p><p>${standing.toUpperCase()} ${AD}</p><p>${CALL} ${standing}</p></div></div></body></html>`
    const item = makeItem({ title: 'Cierran el puente' })
    const texts = [standing, `${standing.toUpperCase()} ${AD}`, `${CALL} ${standing}`]
    const memory = remember(...texts.map((text) => [text, 9, 1] as [string, number, number]))
    expect(extractNote(makeCapture(page, { item }), makeSource(), memory).article.paragraphs).toEqual(PROSE)
  })

  it('says of each cut block on how many notes it stood', () => {
    const page = plainPage(`<p>${PROSE[0]}</p><div class="bx7"><p>${AD}</p></div><p>${PROSE[1]}</p>`)
    const { body } = readCapturedPage(makeCapture(page), makeSource(), remember([AD, 7, 0.3]))
    expect(body.verdicts.find(({ block }) => block.text === AD)).toMatchObject({
      isKept: false,
      reason: 'el medio lo repite en 7 notas',
    })
  })
})

describe('what a note teaches', () => {
  it('is every block that the page alone shows as text, also those the memory then cuts', () => {
    const capture = makeCapture(plainPage(`${prose}<p>${CALL}</p>`))
    const taught = [...PROSE, CALL].map(digestText)
    expect(extractNote(capture, makeSource(), NO_MEMORY).lesson?.digests).toEqual(taught)
    expect(extractNote(capture, makeSource(), remember([CALL, 9, 1])).lesson?.digests).toEqual(taught)
  })

  it('tells texts by their letters and figures alone, and forgets those too short to tell', () => {
    expect(digestText('¡Síguenos  en WhatsApp!')).toBe(digestText('SÍGUENOS en “WhatsApp”'))
    expect(digestText('Cierra el 30')).not.toBe(digestText('Cierra el 31'))
    expect(digestText('Foto:')).toBeNull()
  })

  it('is nothing of a post', () => {
    const entry = makeCapture(`<p>${PROSE[0]}</p>`, {
      kind: 'entry',
      item: makeItem({ isWhole: true, title: 'Aviso' }),
    })
    expect(extractNote(entry, makeSource(), NO_MEMORY).lesson).toBeNull()
  })
})
