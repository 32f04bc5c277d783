// Pages that say their day in one way each, in many tongues → labelled pages.
import type { Language } from './prose.ts'
import { drawShape, type Shape } from './shape.ts'

type Dated = {
  readonly id: string
  readonly language: Language
  readonly day: string
  readonly datetime?: string
  readonly head?: string
  readonly above?: string
  readonly under?: string
  readonly after?: string
  readonly url?: string
}

const ROWS: readonly Dated[] = [
  {
    id: 'meta-og-updated-only',
    language: 'en',
    day: '2017-03-12',
    head: '<meta property="og:updated_time" content="2017-03-12T09:15:00-04:00">',
  },
  {
    id: 'meta-dc-date-created',
    language: 'de',
    day: '2015-06-30',
    head: '<meta name="DC.date.created" content="2015-06-30">',
  },
  {
    id: 'meta-dcterms-modified-only',
    language: 'de',
    day: '2016-02-04',
    head: '<meta name="dcterms.modified" content="2016-02-04T10:00:00+01:00">',
  },
  {
    id: 'meta-http-equiv-last-modified',
    language: 'en',
    day: '2012-01-19',
    head: '<meta http-equiv="last-modified" content="Thu, 19 Jan 2012 14:00:00 GMT">',
  },
  {
    id: 'meta-date-and-header-today',
    language: 'fr',
    day: '2018-10-05',
    head: '<meta name="date" content="2018-10-05T08:00:00+02:00">',
    above: '<div class="top">samedi 21 novembre 2026</div>',
  },
  {
    id: 'meta-itemprop-in-body',
    language: 'en',
    day: '2014-11-02',
    under: '<meta itemprop="datePublished" content="2014-11-02">',
  },
  {
    id: 'abbr-published-title',
    language: 'en',
    day: '2013-04-09',
    under: '<abbr class="published" title="2013-04-09T07:30:00-04:00">Tuesday, April 9</abbr>',
  },
  {
    id: 'abbr-data-utime',
    language: 'en',
    day: '2016-09-28',
    under: '<abbr data-utime="1475078400" class="timestamp">September 28 at noon</abbr>',
  },
  {
    id: 'blogger-date-header',
    language: 'de',
    day: '2011-05-17',
    above: '<h2 class="date-header"><span>Dienstag, 17. Mai 2011</span></h2>',
  },
  {
    id: 'german-month-abbreviated',
    language: 'de',
    day: '2019-08-03',
    under: '<span class="meta">3. Aug. 2019, von Redaktion</span>',
  },
  {
    id: 'german-am-veroeffentlicht',
    language: 'de',
    day: '2017-12-14',
    after:
      '<p class="postmetadata">Dieser Beitrag wurde am 14. Dezember 2017 veröffentlicht und unter Allgemein abgelegt.</p>',
  },
  {
    id: 'german-erstellt-geaendert',
    language: 'de',
    day: '2014-09-01',
    under: '<p>Geändert: 11.10.2016 | Erstellt: 01.09.2014</p>',
  },
  {
    id: 'german-march-with-umlaut',
    language: 'de',
    day: '2018-03-21',
    under: '<div>Mittwoch, 21. März 2018, 18:20 Uhr</div>',
  },
  {
    id: 'austrian-january',
    language: 'de',
    day: '2016-01-08',
    under: '<div class="datum">8. Jänner 2016</div>',
  },
  {
    id: 'french-le-premier',
    language: 'fr',
    day: '2019-07-01',
    under: '<p class="infos">Publié le 1er juillet 2019 par Claire Dubois</p>',
  },
  {
    id: 'french-mis-a-jour',
    language: 'fr',
    day: '2020-02-06',
    under: '<p>Mis à jour le 08/02/2020 à 10h12 - Publié le 06/02/2020 à 18h40</p>',
  },
  {
    id: 'french-a-hour',
    language: 'fr',
    day: '2018-08-24',
    datetime: '2018-08-24T18:05:00+02:00',
    under: '<span class="date">24 août 2018 à 18h05</span>',
  },
  {
    id: 'italian-day',
    language: 'it',
    day: '2017-02-28',
    under: '<span class="data">28 febbraio 2017</span>',
  },
  {
    id: 'portuguese-hour',
    language: 'pt',
    day: '2021-05-04',
    datetime: '2021-05-04T14:30:00-03:00',
    under: '<p>04/05/2021 14h30 - Atualizado em 05/05/2021 09h10</p>',
  },
  {
    id: 'dutch-day',
    language: 'nl',
    day: '2016-10-11',
    under: '<p class="info">Geplaatst op dinsdag 11 oktober 2016</p>',
  },
  {
    id: 'polish-genitive-month',
    language: 'pl',
    day: '2019-09-15',
    under: '<div class="data">15 września 2019</div>',
  },
  {
    id: 'english-ordinal',
    language: 'en',
    day: '2018-06-02',
    under: '<p class="byline">Posted on June 2nd, 2018 by Tom Ward</p>',
  },
  { id: 'english-of', language: 'en', day: '2015-11-03', under: '<p>Posted: 3rd of November 2015</p>' },
  {
    id: 'english-us-slashes',
    language: 'en',
    day: '2019-04-25',
    under: '<div class="date">04/25/2019</div>',
  },
  {
    id: 'english-month-first-dots',
    language: 'en',
    day: '2020-09-14',
    under: '<span>Sept. 14, 2020 at 6:30 p.m. EDT</span>',
  },
  {
    id: 'english-upper-case',
    language: 'en',
    day: '2017-10-20',
    under: '<span class="post-date">OCTOBER 20, 2017</span>',
  },
  {
    id: 'english-day-and-year-apart',
    language: 'en',
    day: '2016-05-09',
    under:
      '<div class="date"><span class="month">May</span> <span class="day">9</span>, <span class="year">2016</span></div>',
  },
  {
    id: 'calendar-leaf',
    language: 'en',
    day: '2014-12-18',
    above:
      '<div class="entry-date"><span class="day">18</span><span class="month">Dec</span><span class="year">2014</span></div>',
  },
  {
    id: 'url-day-with-slashes',
    language: 'en',
    day: '2013-07-22',
    url: 'https://blog.example.org/2013/07/22/the-footbridge/',
  },
  {
    id: 'url-day-in-query',
    language: 'de',
    day: '2018-04-16',
    url: 'https://www.example.de/artikel.php?datum=2018-04-16&id=88',
  },
  {
    id: 'url-compact-day',
    language: 'fr',
    day: '2017-06-09',
    url: 'https://www.example.fr/societe/20170609-la-passerelle.html',
  },
  {
    id: 'url-month-and-day-line',
    language: 'en',
    day: '2012-08-30',
    url: 'https://blog.example.org/2012/08/footbridge.html',
    under: '<span>Thursday, August 30, 2012</span>',
  },
  {
    id: 'wordpress-json-graph',
    language: 'en',
    day: '2021-01-28',
    datetime: '2021-01-28T13:00:00Z',
    head: '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Valley"},{"@type":"WebPage","datePublished":"2021-01-28T13:00:00+00:00","dateModified":"2022-10-10T08:00:00+00:00"}]}</script>',
  },
  {
    id: 'time-updated-and-published',
    language: 'en',
    day: '2016-02-23',
    under:
      '<time class="entry-date published" datetime="2016-02-23T10:20:30-05:00">February 23, 2016</time><time class="updated" datetime="2019-01-01T00:00:00-05:00">January 1, 2019</time>',
  },
  {
    id: 'time-pubdate-attribute',
    language: 'de',
    day: '2012-10-26',
    under: '<time pubdate datetime="2012-10-26">26.10.2012</time>',
  },
  {
    id: 'time-inside-comments',
    language: 'en',
    day: '2014-06-06',
    under: '<p class="meta">June 6, 2014</p>',
    after:
      '<div id="comments"><ol class="commentlist"><li class="comment"><time datetime="2014-06-09T10:00">June 9, 2014</time><p>Well done, everyone involved in this, it was time.</p></li></ol></div>',
  },
  {
    id: 'comments-only-near',
    language: 'de',
    day: '2011-09-13',
    after:
      '<p class="post-footer">Eingestellt von Jan um 13.9.11</p><div class="comments"><p>14. September 2011 um 10:10</p></div>',
  },
  {
    id: 'last-modified-footer',
    language: 'en',
    day: '2016-11-18',
    after: '<div id="footer"><p>Updated: $Date: 2016/11/18 07:24:38 $</p></div>',
  },
  {
    id: 'footer-last-updated',
    language: 'en',
    day: '2013-02-11',
    after: '<footer><p>Last updated 11 February 2013. Copyright 2003-2013 Valley Council.</p></footer>',
  },
  {
    id: 'typo3-news-date',
    language: 'de',
    day: '2019-01-30',
    under: '<div class="news-list-date">30.01.2019</div>',
  },
  {
    id: 'forum-first-post',
    language: 'de',
    day: '2010-03-07',
    under: '<p class="author">von Kalle » So 7. Mär 2010, 20:14</p>',
  },
  {
    id: 'press-release-dateline',
    language: 'en',
    day: '2018-09-12',
    under: '<p>LONDON, Sept. 12, 2018 /PRNewswire/ -- The valley has its bridge back.</p>',
  },
  {
    id: 'header-clock-and-url',
    language: 'es',
    day: '2026-11-18',
    above: '<div id="fecha">Sábado 21 de noviembre de 2026</div>',
    url: 'https://prueba.example.mx/2026/11/18/puente/',
  },
  {
    id: 'header-clock-alone-and-line',
    language: 'es',
    day: '2026-11-17',
    above: '<div id="fecha">Sábado 21 de noviembre de 2026 12:00</div>',
    under: '<p>Por Ana Ruiz | noviembre 17, 2026</p>',
  },
  {
    id: 'embargoed-event-in-text',
    language: 'es',
    day: '2026-11-19',
    under:
      '<span class="fecha">19 nov 2026</span><p class="bajada">El 15 de enero de 2027 habrá otra jornada de trabajo en el puente.</p>',
  },
  {
    id: 'spanish-dotted-month',
    language: 'es',
    day: '2026-10-05',
    under: '<span class="fecha">05 oct. 2026 - 10:30 h</span>',
  },
  {
    id: 'spanish-weekday-comma',
    language: 'es',
    day: '2026-09-08',
    under: '<p>MARTES, 8 SEPTIEMBRE 2026 00:00</p>',
  },
  { id: 'spanish-month-slash-name', language: 'es', day: '2026-08-31', under: '<small>31/Ago/2026</small>' },
  {
    id: 'spanish-es-la-fecha',
    language: 'es',
    day: '2026-07-02',
    after: '<p>Fecha de publicación: 02/07/2026</p>',
  },
  {
    id: 'data-date-attribute',
    language: 'en',
    day: '2019-05-21',
    under: '<span class="js-date" data-datetime="2019-05-21T10:00:00-04:00"></span>',
  },
  {
    id: 'parsely-page-json',
    language: 'en',
    day: '2015-08-12',
    head: `<meta name="parsely-page" content='{"title":"Volunteers reopen the footbridge that the flood carried off","pub_date":"2015-08-12T14:00:00Z","section":"Local"}'>`,
  },
  {
    id: 'rdf-dc-date',
    language: 'fr',
    day: '2009-12-01',
    head: '<meta name="DC.Date" content="2009-12-01" scheme="W3CDTF">',
    after: '<p>Copyright © 2026</p>',
  },
]

export const DATED: readonly Shape[] = ROWS.map(
  ({ id, language, day, datetime, head = '', above = '', under = '', after = '', url }) =>
    drawShape(
      `fecha-${id}`,
      language,
      { date: day, ...(datetime === undefined ? {} : { datetime }) },
      ({ title, p }) => ({
        head,
        body: `<div id="page">${above}<div id="content"><h1>${title}</h1>${under}<div class="text">${p.join('\n')}</div></div>${after}</div>`,
      }),
      url === undefined ? {} : { url },
    ),
)
