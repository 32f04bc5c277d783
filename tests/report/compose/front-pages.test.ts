// The front pages of a day → what is known of each, and nothing else.
import { describe, expect, it } from 'vitest'
import { composeSintesis } from '../../../src/report/compose-sintesis.ts'
import { drawSintesis } from '../../../src/report/draw.ts'
import type { FrontPage } from '../../../src/report/picture.ts'
import type { DayFrontPage } from '../../../src/report/sintesis-input.ts'
import { makeSintesisInput } from '../fixture-input.ts'
import { BROKEN_FRONT_PAGES, FRONT_PAGES, makeFrontPagesInput } from '../front-pages.ts'
import { listNodes, readPdf } from '../read-pdf.ts'

const pagesOf = (pages: readonly DayFrontPage[]): readonly FrontPage[] =>
  composeSintesis(makeFrontPagesInput(pages)).frontPages

const known = ({ medium, headline, tone, mentionsUs, goTo }: FrontPage) => ({
  medium,
  headline,
  tone,
  mentionsUs,
  goTo,
})

/** The third paper of the fixture, of which only a note says that it names us. */
const only = (sourceId: string, rest: Partial<DayFrontPage> = {}): FrontPage | undefined =>
  pagesOf(
    FRONT_PAGES.map((one) => (one.sourceId === sourceId ? { ...one, ...rest } : one)).filter(
      (one) => one.sourceId === sourceId,
    ),
  )[0]

describe('front pages', () => {
  it('stand first when they mention us, each with the tone and place of its note', () => {
    expect(pagesOf(FRONT_PAGES).map(({ medium, mentionsUs }) => `${medium}: ${mentionsUs}`)).toEqual([
      'Diario de los Valles: true',
      'El Sol de los Valles: true',
      'El Correo de Tala: true',
      'El Occidente: false',
      'Semanario El Ingenio: null',
      'Tribuna Tapatía: null',
    ])
    expect(only('diario')).toMatchObject({ tone: 'neutro', goTo: 'nota-3' })
  })

  it('say nothing that nobody said: no headline, no tone, no mention', () => {
    const page = only('ingenio')
    expect(page && known(page)).toEqual({
      medium: 'Semanario El Ingenio',
      headline: null,
      tone: null,
      mentionsUs: null,
      goTo: null,
    })
  })

  it('mention us by a note that its outlet filed under its front page, with its headline', () => {
    expect(only('correo')).toMatchObject({
      mentionsUs: true,
      headline: expect.stringContaining('Organismo de agua'),
      goTo: 'nota-3',
    })
  })

  it('mention us by a clipping that a person says was there, and not by one that was inside', () => {
    const input = makeFrontPagesInput()
    const clipped = (isFrontPage: boolean) =>
      composeSintesis({
        ...input,
        notes: input.notes.map((note) =>
          note.sourceId === 'tribuna'
            ? { ...note, article: { ...note.article, slot: { isFrontPage } } }
            : note,
        ),
      }).frontPages.find(({ medium }) => medium === 'Tribuna Tapatía')
    expect(clipped(true)).toMatchObject({ mentionsUs: true, goTo: 'nota-1' })
    expect(clipped(false)).toMatchObject({ mentionsUs: null, goTo: null })
  })

  it('do not mention us when a person says so, whatever notes say', () => {
    expect(only('correo', { mentionsUs: false })).toMatchObject({ mentionsUs: false, tone: null })
  })

  it('have no tone when a person says that they mention us and no note shows how', () => {
    expect(only('sol')).toMatchObject({ mentionsUs: true, tone: null, goTo: null })
  })

  it('that are broken, too heavy or closed keep their frame with the reason', () => {
    expect(
      pagesOf(BROKEN_FRONT_PAGES).flatMap(({ picture }) =>
        picture.kind === 'missing' ? [picture.reason] : [],
      ),
    ).toEqual([
      'Sin imagen: el archivo está dañado',
      'Sin imagen: pesa más de 10 MB',
      'Sin imagen: la fuente solo permite título y liga',
      'Sin imagen: www.elingenio.example responde que no existe (404)',
    ])
  })

  it('that were to be read and were not stand in what was reviewed', () => {
    const { remarks } = composeSintesis(makeFrontPagesInput(BROKEN_FRONT_PAGES)).certificate
    expect(remarks).toContain(
      'Primeras planas que no se pudieron leer: El Sol de los Valles (pesa más de 10 MB) y El Occidente (www.elingenio.example responde que no existe (404)).',
    )
    const fine = composeSintesis(makeFrontPagesInput()).certificate.remarks.join()
    expect(fine).not.toContain('planas')
  })

  it('name a note that the edition does not print, instead of leading nowhere', () => {
    const pages = FRONT_PAGES.map((one) => ({ ...one, noteId: one.sourceId === 'sol' ? 57 : one.noteId }))
    expect(composeSintesis(makeFrontPagesInput(pages)).certificate.remarks).toContain(
      'La primera plana de El Sol de los Valles señala la nota 57, que no está en esta edición.',
    )
  })

  it('make no part of an edition without any', () => {
    expect(composeSintesis(makeSintesisInput(3)).frontPages).toEqual([])
  })

  it('are drawn as figures that say what they are, led to their notes', async () => {
    const pdf = await readPdf(await drawSintesis(composeSintesis(makeFrontPagesInput()), 'carta'))
    const alts = pdf.structures
      .flatMap(listNodes)
      .flatMap(({ role, alt }) => (role === 'Figure' ? [alt] : []))
    expect(alts).toContain(
      'Primera plana de Diario de los Valles, Vie 13 nov 2026. Titular principal: Cuatro días sin agua en el oriente de Tala',
    )
    expect(alts).toContain('Primera plana de Semanario El Ingenio, Vie 13 nov 2026')
    expect(pdf.bookmarks).toContain('Primeras planas')
    expect(pdf.texts.join(' ').replaceAll('\u00a0', ' ')).toContain('Nos menciona, p. 2')
  })
})
