// How many front pages, and what is wrong with them → those of a day, drawn as papers are. All of them are invented.
import { createCanvas } from '@napi-rs/canvas'
import type { DayFrontPage, SintesisInput } from '../../src/report/sintesis-input.ts'
import { makeSocialInput } from './posts.ts'

type Look = { readonly name: string; readonly headline: string; readonly hue: number; readonly tall: number }

/** A front page of 340 by `340 × tall` pixels: name, headline, picture, columns. */
export function drawPaper({ name, headline, hue, tall }: Look): Uint8Array {
  const [width, height] = [340, Math.round(340 * tall)]
  const canvas = createCanvas(width, height)
  const brush = canvas.getContext('2d')
  brush.fillStyle = '#fffefa'
  brush.fillRect(0, 0, width, height)
  brush.fillStyle = `hsl(${hue} 55% 28%)`
  brush.fillRect(0, 0, width, 58)
  brush.fillStyle = '#ffffff'
  brush.font = 'bold 26px serif'
  brush.fillText(name, 14, 40, width - 28)
  brush.fillStyle = '#161616'
  brush.font = 'bold 25px serif'
  const words = headline.split(' ')
  for (let line = 0; line * 3 < words.length; line += 1)
    brush.fillText(words.slice(line * 3, line * 3 + 3).join(' '), 14, 94 + line * 30, width - 28)
  brush.fillStyle = `hsl(${hue} 30% 62%)`
  brush.fillRect(14, 180, 196, 130)
  brush.fillStyle = '#8b8b86'
  for (let y = 186; y < height - 16; y += 9) {
    brush.fillRect(222, y, 104, 3)
    if (y > 316) brush.fillRect(14, y, 196, 3)
  }
  return new Uint8Array(canvas.toBuffer('image/jpeg', 72))
}

const page = (sourceId: string, rest: Partial<DayFrontPage>, look: Look): DayFrontPage => ({
  sourceId,
  picture: { bytes: drawPaper(look) },
  headline: null,
  mentionsUs: null,
  noteId: null,
  ...rest,
})

/** Six papers: two of which a person said that they name us and whose notes are in the edition, and what else is known of the others. */
export const FRONT_PAGES: readonly DayFrontPage[] = [
  page(
    'diario',
    { headline: 'Cuatro días sin agua en el oriente de Tala', mentionsUs: true, noteId: 1007 },
    { name: 'Diario de los Valles', headline: 'Cuatro días sin agua en el oriente', hue: 205, tall: 1.33 },
  ),
  page(
    'sol',
    { headline: 'Arranca la Feria de la Caña', mentionsUs: true },
    { name: 'El Sol de los Valles', headline: 'Arranca la Feria de la Caña', hue: 28, tall: 1.6 },
  ),
  page(
    'correo',
    {},
    { name: 'El Correo de Tala', headline: 'Colonias sin agua esperan pipas', hue: 90, tall: 1.45 },
  ),
  page(
    'occidente',
    { headline: 'Congreso local aplaza la ley de movilidad', mentionsUs: false },
    { name: 'El Occidente', headline: 'Aplaza Congreso la ley de movilidad', hue: 350, tall: 1.75 },
  ),
  page(
    'ingenio',
    {},
    { name: 'El Ingenio', headline: 'Zafra: lo que viene en los cañaverales', hue: 130, tall: 1.3 },
  ),
  page(
    'tribuna',
    { headline: 'Prevén cierre anual con 1.1 millones de visitantes' },
    { name: 'Tribuna Tapatía', headline: 'Prevén cierre anual con más visitantes', hue: 270, tall: 1.0 },
  ),
]

/** A day with posts and front pages, one of which names us through the note that its outlet filed under its front page. */
export function makeFrontPagesInput(
  frontPages = FRONT_PAGES,
  rest: Partial<SintesisInput> = {},
): SintesisInput {
  const input = makeSocialInput(12, 5)
  const notes = input.notes.map((note) =>
    note.id === 1008 ? { ...note, article: { ...note.article, section: 'Primera plana' } } : note,
  )
  return { ...input, notes, frontPages, ...rest }
}

/** The same papers when most of them could not be had. */
export const BROKEN_FRONT_PAGES: readonly DayFrontPage[] = FRONT_PAGES.map((one, index) => {
  const missing: readonly DayFrontPage['picture'][] = [
    { bytes: drawPaper({ name: 'Diario', headline: 'roto', hue: 1, tall: 1 }).subarray(0, 400) },
    { reason: 'pesa más de 10 MB', isFailure: true },
    { reason: 'la fuente solo permite título y liga', isFailure: false },
    { reason: 'www.elingenio.example responde que no existe (404)', isFailure: true },
  ]
  return { ...one, picture: missing[index] ?? one.picture }
})
