// Linked data as outlets really write it → what it says of the article.
import { describe, expect, it, test } from 'vitest'
import { readLinkedArticle } from '../../src/extract/json-ld.ts'

const read = (...scripts: string[]) => readLinkedArticle(scripts, 'https://prueba.mx/nota/')

describe('broken JSON is read', () => {
  test.each([
    ['line ends inside strings', '{"@type":"NewsArticle","headline":"Una\nnota"}'],
    ['trailing commas', '{"@type":"NewsArticle","headline":"Una nota",}'],
    ['a CDATA wrapper', '//<![CDATA[\n{"@type":"NewsArticle","headline":"Una nota"}\n//]]>'],
    ['an HTML comment', '<!-- {"@type":"NewsArticle","headline":"Una nota"} -->'],
    [
      'escaped quotes as entities',
      '{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;Una nota&quot;}',
    ],
    ['a final semicolon', '{"@type":"NewsArticle","headline":"Una nota"};'],
    [
      'a quote that nobody escaped',
      '{"@type":"NewsArticle","headline":"Una nota","description":"dijo "no" y"}',
    ],
  ])('%s', (_, script) => {
    expect(read(script)?.headlines[0]).toBe('Una nota')
  })
})

it('finds the article in a graph and its author by reference', () => {
  const graph =
    '{"@graph":[{"@type":"Person","@id":"#p","name":"Ana Ruiz"},{"@type":"WebPage","name":"x"},{"@type":["Article"],"headline":"Una nota","author":{"@id":"#p"}}]}'
  expect(read(graph)).toMatchObject({ headlines: ['Una nota'], authors: ['Ana Ruiz'] })
})

it('takes the article whose address is the page’s among several', () => {
  const one =
    '{"@type":"NewsArticle","headline":"Otra","url":"https://prueba.mx/otra/","datePublished":"2026-01-01"}'
  const own =
    '{"@type":"NewsArticle","headline":"Una nota","mainEntityOfPage":{"@id":"https://prueba.mx/nota"}}'
  expect(read(one, own)?.headlines[0]).toBe('Una nota')
})

test.each([
  ['{"@type":"NewsArticle","isAccessibleForFree":"False"}', false],
  ['{"@type":"NewsArticle","isAccessibleForFree":true}', true],
  ['{"@type":"NewsArticle"}', null],
])('reads whether it is free: %s', (script, isFree) => {
  expect(read(script)?.isFree).toBe(isFree)
})

it('takes image addresses from strings, lists and objects', () => {
  const images = [
    '"a.jpg"',
    '["a.jpg","b.jpg"]',
    '{"url":"a.jpg"}',
    '[{"@type":"ImageObject","url":"a.jpg"}]',
  ]
  for (const image of images) expect(read(`{"@type":"NewsArticle","image":${image}}`)?.image).toBe('a.jpg')
})

it('is null when no article is described', () => {
  expect(read('{"@type":"Organization","name":"El Correo"}')).toBeNull()
  expect(read()).toBeNull()
})
