// Every count that a document prints, as a reader with a mouse finds it: where it leads, and whether those are its notes.
import { beforeAll, describe, expect, it } from 'vitest'
import type { PageFormat, ToneLabel } from '../../src/model.ts'
import { composePosicionamiento } from '../../src/report/compose-posicionamiento.ts'
import { composeSintesis } from '../../src/report/compose-sintesis.ts'
import { drawPosicionamiento, drawSintesis } from '../../src/report/draw.ts'
import type { Posicionamiento } from '../../src/report/posicionamiento.ts'
import type { Sintesis } from '../../src/report/sintesis.ts'
import type { SintesisInput } from '../../src/report/sintesis-input.ts'
import { TONE_NOUNS } from '../../src/report/words/tones.ts'
import { listPosicionamientoExtremes, listSintesisExtremes } from './extremes.ts'
import { makeSintesisInput } from './fixture-input.ts'
import { makeNotes } from './fixtures.ts'
import {
  isStoryAt,
  listNumbers,
  type NoteRow,
  type PlacedText,
  type Places,
  placeUnder,
  readEntry,
  readPlaces,
} from './read-places.ts'

const TONES: readonly ToneLabel[] = ['positivo', 'neutro', 'mixto', 'negativo', 'sin evaluar']
const FORMATS: readonly PageFormat[] = ['carta', 'movil']

/** A printed count, the notes that it counts, and the name of its entry among the trails. */
type Count = { readonly printed: string; readonly notes: readonly NoteRow[]; readonly label: string }

const spaced = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim()
const isTone = (tone: ToneLabel) => (note: NoteRow) => note.tono === tone
const spread = (count: number): string => count.toLocaleString('es-MX')

function makeFrom<Input>(extremes: ReadonlyMap<string, () => Input>, name: string): Input {
  const make = extremes.get(name)
  if (make === undefined) throw new Error(`no «${name}»`)
  return make()
}

const EARLIER = 'con notas de ediciones anteriores'

/** A day whose boletines went out before: half of the notes that print them are in the editions of those days. */
function makeLaterDay(): SintesisInput {
  const [notes, before] = [makeNotes(38).slice(0, 20), makeNotes(38).slice(20)]
  const all = [...notes, ...before]
  return makeSintesisInput(20, { notes, boletinPickups: all.filter(({ pickups }) => pickups.length > 0) })
}

/** What is wrong with where a text leads; null when it leads to exactly its notes. */
function findFault(pdf: Places, text: PlacedText, { notes, label }: Omit<Count, 'printed'>): string | null {
  const goTo = placeUnder(pdf, text)
  const said = `«${text.text}» of «${label}» on page ${text.page}`
  if (notes.length === 0) return goTo === null ? null : `${said} counts nothing and leads to ${goTo}`
  if (goTo === null) return `${said} leads nowhere`
  if (notes.length === 1 && goTo.startsWith('nota-'))
    return isStoryAt(pdf, goTo, notes[0]?.nota ?? 0) ? null : `${said} leads to another note, ${goTo}`
  const entry = readEntry(pdf, goTo, label)
  if (entry === null) return `${said} leads to ${goTo}, where there is no such entry`
  const expected = listNumbers(notes).join(', ')
  const parts = entry
    .slice(label.length)
    .replace(/^: /, '')
    .replace(/\.$/, '')
    .replace(/; \d+ notas? en ediciones anteriores$/, '')
    .split('; ')
  const all = mergeParts(parts)
  return [...parts, all].some((part) => part === expected)
    ? null
    : `${said} leads to ${entry}, not ${expected}`
}

/** The numbers of all parts of an entry together, without names. */
function mergeParts(parts: readonly string[]): string {
  const counts = new Map<number, number>()
  for (const [, number, many] of parts.join(', ').matchAll(/(?<![\d/,])([\d,]+?)(?: \((\d+)\))?(?=, |$)/g)) {
    const key = Number((number ?? '').replace(/,/g, ''))
    counts.set(key, (counts.get(key) ?? 0) + Number(many ?? 1))
  }
  return [...counts]
    .toSorted(([one], [other]) => one - other)
    .map(([number, count]) => (count === 1 ? spread(number) : `${spread(number)} (${count})`))
    .join(', ')
}

/** Follows the counts of a row, from left to right after its name. */
function followRow(
  pdf: Places,
  row: { readonly name: string; readonly page?: (text: PlacedText) => boolean },
  counts: readonly Count[],
): string[] {
  // A line of the finding over the table may be the name of a topic and nothing else.
  const rightOf = (one: PlacedText) =>
    pdf.texts.filter(({ page, x, y }) => page === one.page && x > one.x && Math.abs(y - one.y) < 3)
  const inside = pdf.texts.filter((text) => row.page?.(text) ?? true)
  const name =
    inside.find((one) => spaced(one.text) === row.name && rightOf(one).length > 0) ??
    inside.find(({ text }) => row.name.startsWith(spaced(text).replace(/…$/, '')) && text.length > 7)
  if (name === undefined) return [`no row «${row.name}»`]
  const line = rightOf(name).toSorted((one, other) => one.x - other.x)
  let from = 0
  return counts.flatMap((count) => {
    const at = line.findIndex((text, index) => index >= from && spaced(text.text) === spaced(count.printed))
    const text = line[at]
    if (text === undefined) return [`«${count.printed}» is not in the row «${row.name}»`]
    from = at + 1
    return findFault(pdf, text, count) ?? []
  })
}

describe.each(FORMATS)('in a positioning report (%s)', (format) => {
  const names = ['semana', 'segunda-semana', 'semana-negativa', 'cuarenta-por-treinta', 'informe-trimestral']
  describe.each(names)('«%s»', (name) => {
    let report: Posicionamiento
    let pdf: Places
    beforeAll(async () => {
      report = composePosicionamiento(makeFrom(listPosicionamientoExtremes(), name))
      pdf = await readPlaces(await drawPosicionamiento(report, format))
    })
    const pageOf = (anchor: string) => (text: PlacedText) => {
      const place = pdf.places.get(anchor)
      return place?.page === text.page && text.y < place.y
    }

    it('every count of a topic leads to its notes', () => {
      const shown: readonly (ToneLabel | null)[] =
        format === 'carta' ? [null, 'negativo', 'positivo', 'neutro'] : ['negativo', 'positivo']
      const faults = report.topics?.rows.flatMap(({ title }) => {
        const own = pdf.notes.filter(({ seccion }) => (seccion ?? 'Otros temas') === title)
        const counts = shown.map((tone) => {
          const notes = tone === null ? own : own.filter(isTone(tone))
          return { printed: spread(notes.length), notes, label: title }
        })
        return followRow(pdf, { name: title, page: pageOf('temas') }, counts)
      })
      expect(faults).toEqual([])
    })

    it('every count of an outlet leads to its notes', () => {
      const faults = report.media?.rows.flatMap(({ name: medium }) => {
        const own = pdf.notes.filter(({ medio }) => medio === medium)
        const toned = (['positivo', 'negativo'] as const).map((tone) => own.filter(isTone(tone)))
        const counts = [own, ...toned.filter((notes) => notes.length > 0)].map((notes) => ({
          printed: spread(notes.length),
          notes,
          label: medium,
        }))
        const isRow = (text: PlacedText) =>
          pageOf('medios')(text) || text.page === (pdf.places.get('medios')?.page ?? 0) + 1
        return followRow(pdf, { name: medium, page: isRow }, counts)
      })
      expect(faults).toEqual([])
    })

    it('every count of the people who spoke leads to as many notes', () => {
      const faults = report.spokespeople?.rows.flatMap(
        ({ name: person, quoted, positive, negative, trail }) => {
          const notesOf = (isCounted: (tone: ToneLabel | null) => boolean): NoteRow[] =>
            trail.parts
              .filter(({ tone }) => isCounted(tone))
              .flatMap(({ numbers }) =>
                numbers.flatMap(({ text }) => {
                  const [, number = '', many = '1'] = /^([\d,]+)(?: \((\d+)\))?$/.exec(text) ?? []
                  const note = pdf.notes.find(({ nota }) => nota === Number(number.replace(/,/g, '')))
                  return note === undefined ? [] : Array.from({ length: Number(many) }, () => note)
                }),
              )
          const [said, up, down] = [
            notesOf((tone) => tone !== null),
            notesOf((tone) => tone === 'positivo'),
            notesOf((tone) => tone === 'negativo'),
          ]
          expect([said.length, up.length, down.length]).toEqual([quoted, positive, negative])
          return followRow(pdf, { name: person, page: pageOf('voceros') }, [
            { printed: `${spread(quoted)} ${quoted === 1 ? 'nota' : 'notas'}`, notes: said, label: person },
            { printed: spread(positive), notes: up, label: person },
            { printed: spread(negative), notes: down, label: person },
          ])
        },
      )
      expect(faults ?? []).toEqual([])
    })

    it('the own municipality’s count leads to the list of notes, and its neighbours’, whose notes are elsewhere, to none', () => {
      const faults = (report.voice?.rows ?? []).flatMap(({ name: place, notes, isOwn }) => {
        const row = pdf.texts.find((text) => text.text === place && pageOf('voz')(text))
        const count = pdf.texts.find(
          ({ page, y, text, x }) =>
            row !== undefined &&
            page === row.page &&
            Math.abs(y - row.y) < 3 &&
            x > row.x &&
            text === spread(notes),
        )
        const goTo = count === undefined ? 'not printed' : placeUnder(pdf, count)
        return goTo === (isOwn && notes === pdf.notes.length ? 'indice' : null) ? [] : [`${place}: ${goTo}`]
      })
      expect(faults).toEqual([])
    })

    it('every count of ours in a topic leads to as many notes', () => {
      const faults = (report.voice?.topics.rows ?? []).map(({ title, own: { cases, trials } }) => {
        const printed = `${spread(cases)} de ${spread(trials)}`
        const notes = pdf.notes.filter(({ seccion }) => (seccion ?? 'Otros temas') === title)
        const places = pdf.texts.filter(({ text }) => spaced(text) === printed)
        const found = places.map((text) => findFault(pdf, text, { notes, label: title }))
        return found.includes(null) ? null : [`${title}: ${printed}`, ...found].join('; ')
      })
      expect(faults.length).toBeGreaterThan(0)
      expect(faults.filter((fault) => fault !== null)).toEqual([])
    })

    it('every mark of the matrix leads to the notes in which that outlet printed that boletín, and every total to all', () => {
      if (report.matrix === null) return
      const { rows, columns } = report.matrix.matrix
      const shown = Math.min(columns.length, format === 'carta' ? 16 : 12)
      const visible = columns.length > shown ? shown - 1 : columns.length
      const faults = rows.flatMap(({ folio, cells, trail }) => {
        const own = pdf.notes.filter(({ boletin }) => boletin?.endsWith(folio) === true)
        const label = `Boletín ${folio}`
        return columns.slice(0, visible).flatMap(({ name: medium }, index) => {
          const notes = own.filter(({ medio }) => medio === medium)
          const goTo = cells[index]?.goTo ?? null
          if (notes.length === 0) return goTo === null ? [] : [`${folio} × ${medium} leads to ${goTo}`]
          const links = pdf.links.filter((link) => link.goTo === goTo)
          if (links.length === 0) return [`${folio} × ${medium} is no link`]
          if (notes.length === 1)
            return isStoryAt(pdf, goTo ?? '', notes[0]?.nota ?? 0) ? [] : [`${medium}: ${goTo}`]
          const entry = readEntry(pdf, trail.anchor, label) ?? ''
          const part = `${medium} ${listNumbers(notes).join(', ')}`
          return goTo === trail.anchor && entry.includes(part)
            ? []
            : [`${folio} × ${medium}: ${entry}, not ${part}`]
        })
      })
      expect(faults).toEqual([])
      const totals = rows.filter(({ media }) => media > 0).map(({ trail }) => trail)
      for (const { anchor, parts } of totals.filter(
        ({ parts }) => parts.reduce((sum, { count }) => sum + count, 0) > 1,
      )) {
        expect(pdf.links.map(({ goTo }) => goTo)).toContain(anchor)
        expect(pdf.places.has(anchor), `${anchor} with ${parts.length} outlets`).toBe(true)
      }
    })

    it('the counts of the chart lead to the notes of the document, and those of earlier periods nowhere', () => {
      const { points } = report.trend
      const first = pdf.texts.filter(({ page }) => page === 1)
      for (const { positive, negative, goTo } of points) {
        for (const [count, place] of [
          [positive, goTo?.positive ?? null],
          [negative, goTo?.negative ?? null],
        ] as const) {
          const printed = first
            .filter(({ text }) => text === spread(count))
            .map((text) => placeUnder(pdf, text))
          expect(printed).toContain(place)
        }
      }
      const last = points.at(-1)
      if (report.trend.trails.length === 0 && pdf.notes.length > 0) expect(last?.goTo).not.toBeNull()
    })

    it('the figures of page one lead to places that exist', () => {
      const numbers = pdf.texts.filter(
        ({ page, text }) => page === 1 && report.figures.some((figure) => spaced(figure.text) === text),
      )
      expect(numbers.length).toBeGreaterThanOrEqual(report.figures.length)
      expect(report.figures.filter(({ goTo }) => goTo !== null && !pdf.places.has(goTo))).toEqual([])
    })
  })
})

describe.each(FORMATS)('in a síntesis (%s)', (format) => {
  const names = [
    'dia-normal',
    'una-nota',
    'todo-negativo',
    'dudosas-y-propias',
    'trescientas-con-cien-fotos',
    'extraordinaria',
    EARLIER,
  ]
  describe.each(names)('«%s»', (name) => {
    let day: Sintesis
    let pdf: Places
    let sure: readonly NoteRow[]
    beforeAll(async () => {
      day = composeSintesis(name === EARLIER ? makeLaterDay() : makeFrom(listSintesisExtremes(), name))
      pdf = await readPlaces(await drawSintesis(day, format))
      sure = pdf.notes.filter(({ pertenencia }) => pertenencia === 'nuestra')
    })

    it('every tone of the bar and of the day’s chart leads to its notes', () => {
      const faults = TONES.flatMap((tone) => {
        const notes = sure.filter(isTone(tone))
        const printed = `${spread(notes.length)} ${notes.length === 1 ? TONE_NOUNS[tone].one : TONE_NOUNS[tone].many}`
        const label = pdf.texts.find(({ page, text }) => page === 1 && spaced(text) === printed)
        if (notes.length === 0) return []
        return label === undefined
          ? [`no «${printed}»`]
          : (findFault(pdf, label, { notes, label: printed }) ?? [])
      })
      expect(faults).toEqual([])
    })

    it('every count of a section’s head leads to its notes', () => {
      const faults = day.sections.flatMap(({ title, anchor, trail, count, tally }) => {
        const own = pdf.notes.filter(({ seccion, pertenencia }) =>
          anchor === 'por-confirmar'
            ? pertenencia === 'dudosa'
            : pertenencia === 'nuestra' && (seccion ?? 'Otros temas') === title,
        )
        const place = pdf.places.get(anchor)
        const toned = TONES.filter((tone) => tally[tone] > 0).map((tone) => own.filter(isTone(tone)))
        const heads = pdf.texts.filter(
          ({ page, y }) => place?.page === page && y < place.y && y > place.y - 62,
        )
        return [own, ...toned].flatMap((notes, index) => {
          const printed = index === 0 ? spaced(count) : spread(notes.length)
          const candidates = heads.filter(({ text }) => spaced(text) === printed)
          const found = candidates.map((text) => findFault(pdf, text, { notes, label: trail.label }))
          return found.includes(null) ? [] : [found[0] ?? `no «${printed}» in the head of «${title}»`]
        })
      })
      expect(faults).toEqual([])
    })

    it('every count under «Lo que pasó» leads to its story', () => {
      const numbers = new Map(day.index.map((row) => [row.goTo, row.number]))
      const opening = pdf.texts.filter(({ page }) => page <= 2)
      const printed = opening.filter(({ text }) => /^\d+ notas?$/.test(spaced(text)))
      const places = printed.map((text) => placeUnder(pdf, text))
      const shown = day.facts.filter(({ goTo }) => places.includes(goTo))
      expect(shown.length).toBeGreaterThanOrEqual(Math.min(2, day.facts.length))
      const faults = shown.filter(({ notes, goTo }) => {
        const own = printed.filter((text) => placeUnder(pdf, text) === goTo)
        return (
          !isStoryAt(pdf, goTo, numbers.get(goTo) ?? 0) ||
          own.every(({ text }) => spaced(text) !== spaced(notes))
        )
      })
      expect(faults).toEqual([])
    })

    it('every count of a boletín leads to its notes of this edition and says how many are in earlier ones', () => {
      const faults = day.boletines.flatMap(({ folio, notes, trail }) => {
        const own = pdf.notes.filter(({ boletin }) => boletin?.endsWith(folio) === true)
        const earlier = Number(/^\d+/.exec(trail.elsewhere ?? '')?.[0] ?? 0)
        expect(own.length + earlier).toBe(notes)
        const place = pdf.places.get('boletines')
        const row = pdf.texts.find(
          ({ page, text, y }) => page === place?.page && y < place.y && text.startsWith(folio),
        )
        const line = pdf.texts.filter(
          ({ page, y, x }) => page === row?.page && Math.abs(y - (row?.y ?? 0)) < 3 && x > (row?.x ?? 0),
        )
        const count = line.find(({ text }) => text === spread(notes))
        if (count === undefined) return [`no «${notes}» for ${folio}`]
        return findFault(pdf, count, { notes: own, label: trail.label }) ?? []
      })
      expect(faults).toEqual([])
    })

    it('the figures of page one lead to lists of exactly their notes', () => {
      for (const { text, goTo } of day.figures) {
        const printed = pdf.texts.find((one) => one.page === 1 && one.text === spaced(text))
        expect(printed && placeUnder(pdf, printed)).toBe(goTo !== null && pdf.places.has(goTo) ? goTo : null)
      }
    })
  })
})
