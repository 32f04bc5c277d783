// Topic sections: which one a note goes to when several could have it.
import { expect, test } from 'vitest'
import { chooseSection, prepareSections } from '../../src/match/sections.ts'
import { makeArticle } from './tala.ts'

const index = prepareSections([
  { id: 'seguridad', title: 'Seguridad', terms: ['policía', 'asalto', 'balacera'] },
  { id: 'agua', title: 'Agua', terms: ['agua potable', 'SIAPTA', 'agua'] },
  { id: 'obras', title: 'Obras', terms: ['obra', 'bacheo'] },
])

test('chooses the section of the headline over words in passing', () => {
  const article = makeArticle('Asalto en el Centro', [
    'Hubo una obra.',
    'La obra sigue. Otra obra.',
    'Falta agua.',
  ])
  expect(chooseSection(article, index)).toBe('seguridad')
})

test('finds terms whatever their case and accents, never inside words', () => {
  expect(chooseSection(makeArticle('POLICIA detiene a dos', []), index)).toBe('seguridad')
  expect(chooseSection(makeArticle('Maniobras y aguacates', []), index)).toBeNull()
})

test('prefers the longer term and, on a tie, the section printed first', () => {
  expect(chooseSection(makeArticle('Policía revisa red de agua potable', []), index)).toBe('agua')
  expect(chooseSection(makeArticle('Asalto en la obra', []), index)).toBe('seguridad')
})

test('gives null when no term occurs', () => {
  expect(chooseSection(makeArticle('Feria del libro', ['Habrá talleres.']), index)).toBeNull()
})
