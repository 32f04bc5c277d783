// Markup broken in the ways that the tests of HTML parsers break it → the text that a browser's own rules find in it.
import { load } from 'cheerio'
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { parsePage, rawText } from '../../src/extract/page-tree.ts'

/** Parts of pages that show no text. */
const UNSEEN =
  'script, style, noscript, template, svg, math, iframe, object, canvas, select, datalist, textarea, audio, map, title'

const letters = (text: string) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

/** What the browser's algorithm (parse5) reads: its words, whatever the elements they are in. */
function wordsByBrowser(html: string): string {
  const page = load(html)
  page(UNSEEN).remove()
  return letters(page.text())
}

function wordsHere(html: string): string {
  const { root } = parsePage(html)
  const body = (node: typeof root): string =>
    node.children
      .map((child) => (typeof child === 'string' ? child : child.tag === 'title' ? '' : body(child)))
      .join('')
  return letters(body(root))
}

test.each([
  ['unclosed paragraphs', '<p>uno<p>dos<p>tres'],
  ['crossed formatting', '<p>1<b>2<i>3</b>4</i>5</p>'],
  ['the adoption agency', '<a>1<p>2</a>3</p>'],
  ['formatting over blocks', '<b>1<div>2</b>3</div>4'],
  ['nested links', '<a href=a>1<a href=b>2</a>3</a>'],
  ['a list without closings', '<ul><li>1<li>2<ul><li>3</ul><li>4</ul>'],
  ['definitions without closings', '<dl><dt>1<dd>2<dt>3<dd>4</dl>'],
  ['cells without rows', '<table><td>1<td>2</table>'],
  ['a stray end of paragraph', '1</p>2'],
  ['a stray end of break', '1</br>2'],
  ['an end tag with attributes', '<p>1</p class="x">2'],
  ['a slash that closes nothing', '<div/>1<p/>2'],
  ['attributes twice', '<p class=a class=b>1</p>'],
  ['attributes without spaces between', '<p a="1"b="2">3</p>'],
  ['an attribute of signs', '<p "=\'<>1</p>'],
  ['a quote in an unquoted value', '<p a=x"y>1</p>'],
  ['a tag cut at the end', '<p>1</p><p cla'],
  ['a comment with dashes', '<!-- a -- b ---->1'],
  ['a comment closed at once', '<!-->1'],
  ['a bogus comment', '<!x>1<?y?>2</ z>3'],
  ['a comment closed with a bang', '<!-- a --!>1'],
  ['a declaration in the middle', '1<!DOCTYPE html>2'],
  ['a script with a tag in a string', '<script>var a = "<p>no</p>"</script>1'],
  ['a style that never closes its brace', '<style>a{</style>1'],
  ['a text area with markup', '<textarea><p>no</p></textarea>1'],
  ['a title with markup', '<title><b>no</b></title>1'],
  ['entities without semicolons', '&eacute;1 &eacute2 &amp3 &notit; &#233 &#xE9'],
  ['numbers of no character', '&#0;&#xD800;&#x110000;1'],
  ['an ampersand in an address', '<a href="?a=1&copy=2">3</a>'],
  ['two bodies', '<body>1</body><body>2</body>3'],
  ['text after the end', '<html><body>1</body></html>2'],
  ['a head in the body', '<body>1<head>2</head>3'],
  ['a heading closed by another', '<h1>1</h2>2'],
  ['buttons and forms inside each other', '<form>1<form>2</form><button>3<button>4</button>5'],
  ['foreign elements', '<svg><text>no</text></svg>1<math><mi>no</mi></math>2'],
  ['upper and lower case', '<DIV>1</div><Script>no</SCRIPT>2'],
  ['a plain angle bracket', '1 < 2 <3 > 4'],
  ['a CDATA section', '<p>1<![CDATA[x]]>2</p>'],
])('%s', (_, html) => {
  expect(wordsHere(html)).toBe(wordsByBrowser(html))
})

it('finds the same words as a browser in any pile of common tags', () => {
  const tags = fc.constantFrom(
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<b>',
    '</b>',
    '<ul>',
    '<li>',
    '</ul>',
    '<br>',
    '<h2>',
    '</h2>',
    '<span class=x>',
    '</span>',
    '<a href="/x">',
    '</a>',
    '<!-- c -->',
    '&eacute;',
    '&amp;',
    '<em/>',
    '</section>',
  )
  const words = fc.constantFrom(' uno ', ' dos ', ' ñu ', ' 4 ')
  fc.assert(
    fc.property(fc.array(fc.oneof(tags, words), { maxLength: 30 }), (pieces) => {
      expect(wordsHere(pieces.join(''))).toBe(wordsByBrowser(pieces.join('')))
    }),
    { numRuns: 300 },
  )
})

/** Strings that break programs: of the list that testers pass around. */
test.each([
  '',
  'undefined',
  'null',
  'NaN',
  '__proto__',
  'constructor',
  'toString',
  '-1',
  '1e309',
  '0x0',
  '\u0000',
  '\ufeff',
  '\ufffe',
  '\ud800',
  '\udfff\ud800',
  '﷽',
  'Ṱ̺̺̕o͞ ̷i̲̬n̝̗v͓o',
  '田中さん',
  '表ポあA鷗ŒéＢ逍',
  '👾 🙇 💁🏽',
  '🇲🇽',
  '\u202ehola\u202c',
  '<foo val=“bar” />',
  '<img src=x onerror=alert(1)>',
  '--',
  '`ls`',
  '$(x)',
  '{{7*7}}',
  '%s%n',
  '../../etc',
  "' OR 1=1 --",
  '\\',
  '"',
  "''",
  '&#',
  '&#x',
  '&;',
  'İ',
  'ß',
  'ǅ',
  'ﬃ',
])('the string %j anywhere in a page neither crashes its reading nor takes other words with it', (text) => {
  const { root, head } = parsePage(
    `<title>${text}</title><p id="${text.replaceAll('"', '')}">uno</p><p>${text}</p><p>dos</p>`,
  )
  expect(rawText(root)).toContain('uno')
  expect(rawText(root)).toContain('dos')
  expect(head.length).toBeGreaterThan(0)
})
