// The municipality's terms decide the section of a note; the general topic only what no term decides; both say why.
import { expect, it } from 'vitest'
import { describeSection } from '../../src/cli/explain-section.ts'
import { prepareSections } from '../../src/match/sections.ts'
import { explainFiling, fileNote } from '../../src/pipeline/filing.ts'
import { makeArticle } from '../match/tala.ts'

const SECTIONS = [
  { id: 'seguridad', title: 'Seguridad', terms: ['policía', 'asalto'], topics: ['seguridad'] },
  { id: 'agua', title: 'Agua', terms: ['agua potable'], topics: ['agua'] },
] as const

const index = prepareSections(SECTIONS)
const rulesOnly = prepareSections(SECTIONS.map(({ id, title, terms }) => ({ id, title, terms })))

/** No term of any section is here, and its words are those of water. */
const LEAK = makeArticle('Reparan la fuga del drenaje y la bomba del pozo', ['El tandeo sigue.'])

it('leaves to the terms what any term decides, whatever the topic says', () => {
  const article = makeArticle('Asalto junto al pozo y la bomba del tandeo', [])
  expect(fileNote(article, index)).toBe('seguridad')
})

it('files by its general topic what no term decides, only in sections that name one', () => {
  expect(fileNote(LEAK, index)).toBe('agua')
  expect(fileNote(LEAK, rulesOnly)).toBeNull()
})

it('leaves with the other topics what is about none of them', () => {
  expect(fileNote(makeArticle('Horóscopos del jueves', []), index)).toBeNull()
})

it('explains which terms decided, where they stand, and how far the second section was', () => {
  const article = makeArticle('Asalto en el Centro', ['La policía llegó.', 'No había agua potable.'])
  expect(describeSection('seguridad', explainFiling(article, index), SECTIONS)).toEqual([
    'Sección: Seguridad',
    '  por sus frases: «asalto» en el título (4.0), «policía» en el párrafo 1 (2.0)',
    '  suma 6.0; la segunda, Agua, 1.4',
  ])
})

it('explains the topic by its words, and says when the note would go elsewhere today', () => {
  const text = describeSection(null, explainFiling(LEAK, index), SECTIONS).join(' ').replace(/\s+/g, ' ')
  expect(text).toContain('Sección: otros temas; con municipality.yml como está hoy sería «Agua»')
  expect(text).toMatch(/por tema general: agua \d+ %, por [^;]*«drenaje»/)
})

it('says that none of the phrases stands in the note when no section names a topic', () => {
  expect(describeSection(null, explainFiling(LEAK, rulesOnly), SECTIONS)).toEqual([
    'Sección: otros temas',
    '  ninguna de sus frases está en la nota',
  ])
})
