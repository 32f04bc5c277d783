// Every rule that composes a sentence, over the counts and names that break Spanish: each comes out fit to print.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Spokesperson } from '../../../src/model.ts'
import {
  describeClash,
  describeMissingVoice,
  describeSilentBoletin,
  describeSilentBoletines,
} from '../../../src/report/words/actions.ts'
import { describeSilence } from '../../../src/report/words/boletines.ts'
import {
  printMisdeclared,
  printReasons,
  summarizeItems,
  summarizeReadings,
} from '../../../src/report/words/certificate.ts'
import { describeConvenios, printConvenioNote } from '../../../src/report/words/convenios.ts'
import { inPeriod, printPeriod } from '../../../src/report/words/dates.ts'
import { composeDaySentence } from '../../../src/report/words/day.ts'
import {
  describeBalance,
  describeFromBoletines,
  describeReach,
  describeVolume,
} from '../../../src/report/words/figures.ts'
import {
  describeRisk,
  describeStrength,
  describeTogether,
  describeUnderReported,
  describeVolumeChange,
} from '../../../src/report/words/findings.ts'
import { describeUnreadFrontPages } from '../../../src/report/words/front-pages.ts'
import {
  describeMatrix,
  describeMedia,
  describeTopics,
  describeVoice,
} from '../../../src/report/words/headlines.ts'
import { describeBest, describeMisused, describeUnpublished } from '../../../src/report/words/matrix.ts'
import { printRepeatsTitle } from '../../../src/report/words/notes.ts'
import {
  composeAnswer,
  describeBalanceNow,
  describeBoletinesNow,
  describeDayTrend,
  describeNotesNow,
  describeReachNow,
  describeTrend,
  describeVoiceNow,
} from '../../../src/report/words/position.ts'
import { describeNothing, describeScope, nameScope } from '../../../src/report/words/scope.ts'
import {
  composeSocialSentence,
  describeDoubtfulPosts,
  describePostsApart,
} from '../../../src/report/words/social.ts'
import {
  describeAddendum,
  describeExtraordinary,
  describeMentionCorrection,
  describeToneCorrection,
  printAddendumTitle,
  printBefore,
  printTold,
} from '../../../src/report/words/special.ts'
import {
  describeEffect,
  describePast,
  describeRising,
  describeSpokespeople,
  describeTurned,
} from '../../../src/report/words/standing.ts'
import { describeStories, REASONS } from '../../../src/report/words/stories.ts'
import { describeUnlisted } from '../../../src/report/words/trails.ts'
import { estimateShare } from '../../../src/score/share-interval.ts'
import { makeCertificate, makeTally } from '../fixture-input.ts'
import {
  change,
  changed,
  count,
  folio,
  folios,
  holds,
  medium,
  period,
  person,
  place,
  position,
  range,
  some,
  sumOf,
  tally,
  title,
  topicOf,
  topicTitle,
} from './awkward-facts.ts'
import { listFaults, listSentenceFaults } from './grammar-faults.ts'

describe('page one of a síntesis', () => {
  it('opens with a sentence on every kind of day', () => {
    const facts = fc
      .record({
        place,
        tally: tally(),
        media: some,
        sourcesDue: some,
        unread: fc.constantFrom(0, 1, 2, 1000),
        mainTopic: fc.option(topicOf),
        counterTopic: fc.option(topicOf),
        equalTopics: fc.option(fc.tuple(topicOf, topicOf)),
        top: fc.option(fc.record({ title, medium, isAll: fc.boolean() })),
        isUsual: fc.option(fc.boolean()),
        posts: count,
      })
      .map(({ unread, top, ...rest }) => {
        const notes = sumOf(rest.tally)
        const topHeadline = top === null ? null : { ...top, notes: top.isAll ? notes : Math.min(notes, 2) }
        return { ...rest, notes, topHeadline, sourcesRead: Math.max(0, rest.sourcesDue - unread) }
      })
    holds(facts, (day) => listSentenceFaults(composeDaySentence(day)))
  })

  it('says of its figures what they are made of', () => {
    const facts = fc.record({
      own: tally(),
      media: some,
      sent: count,
      mean: fc.constantFrom(0, 1, 20.4),
      days: some,
      balance: fc.constantFrom(null, -14.2, 0, 21),
    })
    holds(facts, ({ own, media, sent, mean, days, balance }) => {
      const notes = sumOf(own)
      return [
        describeVolume(notes, media, { kind: 'days', mean, days }),
        describeVolume(notes, media, { kind: 'weekdays', mean, days: 4, date: '2026-12-26' }),
        describeBalance(own, balance),
        describeReach({ value: 1234 }, null, notes, Math.max(0, notes - 1)),
        describeFromBoletines(Math.min(1, notes), notes, sent, Math.min(sent, 1)),
      ].flatMap(({ text, context }) => listFaults(`${text}: ${context}`))
    })
  })

  it('asks for each action by its act, its reason and its step', () => {
    const facts = fc.record({
      folio,
      folios: folios.filter((all) => all.length > 1),
      title,
      hours: fc.constantFrom(12.4, 47, 48, 154),
      notes: some,
      negative: some,
      read: some,
      media: fc.array(medium, { minLength: 1 }),
      more: count,
    })
    holds(facts, ({ folio: one, folios: all, title: said, hours, notes, negative, read, media, more }) => {
      const voice = describeMissingVoice({ title: said, notes, negative, read: Math.min(read, notes), media })
      const clash = describeClash({
        thing: 'detenidos',
        title: said,
        sides: ['12', '15'].map((value, index) => ({ value, medium: media[index] ?? 'El Sol' })),
      })
      const silent = [describeSilentBoletin(one, said, hours), describeSilentBoletines(all, hours)]
      return [
        ...[voice, clash, ...silent].flatMap(({ act, why, step }) => [
          ...listSentenceFaults(act),
          ...listSentenceFaults(why),
          ...listSentenceFaults(`Qué hacer: ${step}`),
        ]),
        ...listSentenceFaults(describeTogether('sin-voz-oficial', voice.act, more)),
        ...listSentenceFaults(describeTogether('cifras-distintas', clash.act, more)),
        ...[0, 0.5, 1, hours].flatMap((wait) => listFaults(describeSilence(wait, wait > 12, more))),
        ...['0:30', '1:00', '1:30', '2:00', '10:00', '13:00'].flatMap((hour) =>
          listFaults(printBefore(hour)),
        ),
      ]
    })
  })

  it('names a single hour and many', () => {
    expect(['1:00', '1:45', '2:00', '11:00', '13:00', 'Cuanto antes'].map(printBefore)).toEqual([
      'Antes de la 1:00',
      'Antes de la 1:45',
      'Antes de las 2:00',
      'Antes de las 11:00',
      'Antes de las 13:00',
      'Cuanto antes',
    ])
  })
})

describe('an edition outside the schedule', () => {
  it('opens with what it holds, also when that is little', () => {
    const facts = fc.record({
      place,
      own: tally(),
      media: some,
      doubtful: count,
      corrections: count,
      title,
      due: some,
      posts: count,
    })
    holds(facts, ({ place: where, own, media, doubtful, corrections, title: said, due, posts }) => {
      const shared = { place: where, notes: sumOf(own), media, tally: own }
      return [
        ...listSentenceFaults(describeAddendum({ ...shared, of: 1214, doubtful, corrections })),
        ...listSentenceFaults(
          describeExtraordinary({
            ...shared,
            span: 'del 31 dic, 22:00, al 1 ene, 1:00',
            sourcesRead: due,
            sourcesDue: due,
            top: { title: said, notes: shared.notes },
            posts,
          }),
        ),
        ...listFaults(printAddendumTitle(1214, doubtful + 1)),
        ...listFaults(
          `Esto ${printTold([{ kind: 'alcance', number: 1, date: '2026-11-06' }], Math.max(1, doubtful))}`,
        ),
      ]
    })
  })

  it('tells each correction so that what was said and what is cannot be confused', () => {
    const facts = fc.record({
      title,
      medium,
      subject: fc.constantFrom('Tala', 'el Ayuntamiento de Tala', 'El Salto', 'la Tesorería'),
    })
    holds(facts, ({ title: said, medium: name, subject }) => {
      const note = { title: said, medium: name }
      return [
        describeToneCorrection(note, 'sin evaluar', 'negativo'),
        describeToneCorrection(note, 'neutro', 'sin evaluar'),
        describeMentionCorrection(note, subject, 'nuestra', 'ajena'),
        describeMentionCorrection(note, subject, 'dudosa', 'nuestra'),
        describeMentionCorrection(note, subject, 'ajena', 'nuestra'),
      ].flatMap(listSentenceFaults)
    })
    expect(
      describeMentionCorrection({ title: 'Agua', medium: 'El Sol' }, 'el Ayuntamiento', null, 'ajena'),
    ).toBe('“Agua”, de El Sol: no habla del Ayuntamiento, aunque la edición la contó.')
  })
})

describe('a positioning report', () => {
  it('answers, and says its five figures', () => {
    const facts = fc.record({
      place,
      position: position(),
      period,
      range,
      risk: fc.option(fc.record({ title: topicTitle, negative: fc.constantFrom(2, 3, 9), rest: count })),
      sent: count,
    })
    holds(facts, ({ place: where, position: stands, period: words, range: days, risk, sent }) => [
      ...listSentenceFaults(
        composeAnswer({
          place: where,
          position: stands,
          period: words,
          range: days,
          risk: risk === null ? null : { ...risk, allNegative: risk.negative + risk.rest },
        }),
      ),
      ...[
        describeBalanceNow(stands),
        describeNotesNow(stands),
        describeReachNow(stands),
        describeBoletinesNow(Math.min(1, sent), sent),
      ].flatMap(({ text, context }) => listFaults(`${text}: ${context}`)),
      ...listFaults(describeDayTrend(days)),
      ...listFaults(describeTrend({ first: -3, last: 4, noiseBand: 4, periods: 4, period: words })),
    ])
  })

  it('proves each finding', () => {
    const facts = fc.record({
      title: topicTitle,
      one: fc.constantFrom(2, 3, 9, 10, 21, 1000),
      two: count,
      three: count,
      silent: folios,
      topics: fc.array(changed),
      change,
      period,
    })
    holds(facts, ({ title: name, one, two, three, silent, topics, change: moved, period: words }) => {
      const remarks = [
        describeStrength({
          title: name,
          positive: one,
          negative: two,
          allPositive: one + three,
          fromBoletines: Math.min(one, two),
        }),
        describeRisk({
          title: name,
          negative: one,
          allNegative: one + three,
          read: Math.min(one, two),
          silent: Math.min(one, two, three),
        }),
        describeUnderReported(silent.length + two, silent),
        describeUnderReported(one, []),
        describeVolumeChange({ notes: one, days: 31 }, { notes: two, days: 30 }, moved, words),
        describeRising(topics),
      ].flatMap((remark) => remark ?? [])
      return remarks.flatMap(({ claim, proof }) => [
        ...listSentenceFaults(claim),
        ...listSentenceFaults(proof),
      ])
    })
  })

  it('heads each question with its finding', () => {
    const facts = fc.record({
      titles: fc.uniqueArray(topicTitle, { minLength: 1 }),
      counts: fc.array(some, { minLength: 1 }),
      place,
      sent: some,
      silent: count,
      media: some,
      period,
    })
    holds(facts, ({ titles, counts, place: where, sent, silent, media, period: words }) => {
      const topics = titles.map((name, index) => ({
        title: name,
        positive: counts[index % counts.length] ?? 0,
        negative: counts[(index + 1) % counts.length] ?? 0,
      }))
      const voice = counts.map((notes, index) => ({
        subjectId: String(index),
        name: 'Ameca',
        notes,
        share: 0.004,
        previousShare: null,
      }))
      const mark = (index: number) => ({ topic: titles[index] ?? null, media, hasVoice: false })
      const people = counts.map(
        (quoted): Spokesperson => ({
          subjectId: 'a',
          name: 'Ignacia Ibarra',
          notes: quoted,
          quoted,
          tally: makeTally({}),
          quotedIn: [],
        }),
      )
      return [
        describeTopics(topics),
        describeVoice(voice, '0', where === 'la Tesorería' ? 'Tala' : where.replace(/^el /, '')),
        describeMedia(counts.toSorted((one, other) => other - one)),
        describeMatrix(Math.max(0, sent - silent), sent),
        describeStories(mark(0), mark(1)),
        describeStories(null, mark(0)),
        describeSpokespeople(people.toSorted((one, other) => other.quoted - one.quoted)),
        describeConvenios([{ name: 'El Sol', agreed: sent, delivered: silent, isJudged: true }], words),
        `Voz: ${describeVoiceNow(voice, '0', sent).context}`,
      ].flatMap(listFaults)
    })
  })

  it('remarks on boletines, stories, media and agreements', () => {
    const facts = fc.record({
      title,
      topic: topicTitle,
      medium,
      person,
      folios,
      media: some,
      equals: count,
      topics: fc.array(changed),
      period,
      n: some,
    })
    holds(
      facts,
      ({
        title: said,
        topic,
        medium: name,
        person: who,
        folios: all,
        media,
        equals,
        topics,
        period: words,
        n,
      }) => {
        const remarks = [
          describeBest('231', said, media, equals),
          describeUnpublished(all),
          describeMisused('231', said, media),
        ]
        const reasons = [
          REASONS.frontPage(name),
          REASONS.headline(name),
          REASONS.newTopic(topic, words),
          REASONS.mostPublished('231', media),
          REASONS.widest(words),
          REASONS.silent(n),
          REASONS.speaks(who, n),
          REASONS.fromBoletin('231', n),
        ]
        const effect = {
          sent: n,
          printed: estimateShare(Math.min(n, 3), n),
          notes: n,
          media,
          mediaPerBoletin: 1.5,
          medianShare: 0.64,
          medianLagHours: 0.2,
        }
        return [
          ...remarks.flatMap(({ claim, proof }) => [
            ...listSentenceFaults(claim),
            ...listSentenceFaults(proof),
          ]),
          ...reasons.flatMap(({ text }) => listSentenceFaults(text)),
          ...listSentenceFaults(describeEffect(effect).trim()),
          ...listSentenceFaults(describePast(n, words).note),
          ...listSentenceFaults(describeUnlisted(400, n, n)),
          ...[
            describeTurned(topics),
            printConvenioNote({ isSpread: true, hasMonth: true, hasUnjudged: true, named: [name] }),
          ]
            .filter((text) => text !== '')
            .flatMap(listSentenceFaults),
        ]
      },
    )
  })
})

describe('what was read', () => {
  it('is told in the certificate, of one and of many', () => {
    const counts = fc.record({
      listed: count,
      kept: count,
      known: count,
      excluded: count,
      unreadable: count,
      later: count,
    })
    const facts = fc.record({
      counts,
      ours: count,
      doubtful: count,
      reasons: fc.array(some),
      files: fc.array(title, { minLength: 1 }),
    })
    holds(facts, ({ counts: all, ours, doubtful, reasons, files }) => {
      const base = makeCertificate(0)
      const certificate = {
        ...base,
        counts: all,
        kept: {
          ...base.kept,
          ours: Math.min(ours, all.kept),
          doubtful: all.kept > ours ? Math.min(doubtful, all.kept - ours) : 0,
        },
        reasons: reasons.map((one) => ({
          end: 'excluded' as const,
          reason: 'página de etiqueta',
          count: one,
        })),
      }
      return [
        summarizeItems(certificate),
        summarizeReadings(base.readings.slice(0, all.known)),
        printReasons(certificate),
        printMisdeclared(['archivo.yml: ¿querías «channels»?']),
        ...describeUnreadFrontPages(files.map(() => ({ medium: 'El Sol', reason: 'no existe (404)' }))),
        ...describePostsApart(ours),
        describeDoubtfulPosts(doubtful),
      ]
        .flatMap((text) => text ?? [])
        .flatMap(listSentenceFaults)
    })
  })

  it('is told of a scope, and of networks', () => {
    const facts = fc.record({
      names: fc.array(
        fc.constantFrom('DIF Tala', 'Ayuntamiento de Tala', 'Tesorería', 'SIAPTA', 'Instituto de la Mujer'),
        { minLength: 1 },
      ),
      printed: count,
      ours: count,
      posts: some,
      evaluated: count,
      negative: count,
      topic: topicTitle,
    })
    holds(facts, ({ names, printed, ours, posts, evaluated, negative, topic }) => {
      const scope = nameScope(names, [])
      const rated = Math.min(evaluated, posts)
      const social = composeSocialSentence({
        posts,
        accounts: { count: posts, isWhole: false },
        topic: { title: topic, posts },
        evaluated: rated,
        negative: Math.min(negative, rated),
        only: posts === 1 && rated === 1 ? 'negativo' : null,
      })
      const nothing = describeNothing(scope, printed)
      return [
        describeScope(scope, Math.min(printed, ours), ours),
        nothing.facts,
        nothing.boletines,
        social.join(''),
      ].flatMap(listSentenceFaults)
    })
  })

  it('stands in its days: within a month, over two, over two years, on one day', () => {
    holds(range, (days) => listFaults(`Notas ${inPeriod(days)}`))
    expect(inPeriod(printPeriod('2026-12-31', '2026-12-31'))).toBe('el 31 de diciembre de 2026')
    expect(inPeriod(printPeriod('2026-12-28', '2027-01-03'))).toBe(
      'del 28 de diciembre de 2026 al 3 de enero de 2027',
    )
  })
})

describe('the repeats of a story', () => {
  it('are counted in the words for one and for many', () => {
    holds(fc.tuple(count, some), ([media, same]) =>
      listFaults(printRepeatsTitle(media, same).replace(/:$/, '')),
    )
  })
})
