// The completeness certificate and the edition → what «Qué se revisó» says.

import type { Brief, Certificate, SourceReading } from '../../model.ts'
import type { CertificateText, ReadingRow } from '../sintesis.ts'
import { cleanText } from '../typeset/clean-text.ts'
import {
  checkAgainstArchive,
  checkSums,
  END_LABELS,
  printMisdeclared,
  printReading,
  printReasons,
  printSeal,
  summarizeItems,
  summarizeReadings,
} from '../words/certificate.ts'
import { capitalize, endSentence, joinList } from '../words/grammar.ts'
import { printCount } from '../words/numbers.ts'
import { compareNames } from '../words/order.ts'

const ENDS = ['kept', 'known', 'excluded', 'unreadable', 'later'] as const
const STATE_RANK = ['con-falla', 'no-leida', 'leida', 'callada'] as const

/** Composes the certificate. Its sums are checked here, and a sum that does not add up is printed as such. */
export function composeCertificate(facts: {
  readonly certificate: Certificate
  readonly brief: Brief
  readonly date: string
  readonly number: number
  readonly timeZone: string
  /** Notes that the archive counts in the window, and those that the edition prints. */
  readonly archived: number
  readonly printed: number
}): CertificateText {
  const { certificate, brief, date, number, timeZone } = facts
  const rows = sortReadings(certificate.readings).map((reading) => composeReading(reading, timeZone))
  const remarks = [
    checkSums(certificate),
    checkAgainstArchive(facts.archived, facts.printed),
    printReasons(certificate),
    printMisdeclared(certificate.misdeclared.map(cleanText)),
    ...(certificate.remarks ?? []).map(cleanText),
  ]
  const { to, ledgerSha256 } = certificate
  return {
    summary: `${summarizeReadings(certificate.readings)} ${summarizeItems(certificate)}`,
    sums: [
      { label: END_LABELS.listed, value: printCount(certificate.counts.listed) },
      ...ENDS.map((end) => ({ label: END_LABELS[end], value: printCount(certificate.counts[end]) })),
    ],
    remarks: remarks.filter((remark) => remark !== null),
    failures: groupFailures(rows.filter(({ isFailure }) => isFailure)),
    readings: rows,
    seal: printSeal({ briefId: brief.id, date, number, to, ledgerSha256, timeZone }),
  }
}

/** Sources that fail since the same hour for the same reason share a row. */
function groupFailures(rows: readonly ReadingRow[]): ReadingRow[] {
  const groups = Map.groupBy(rows, ({ state, reason }) => `${state}|${reason ?? ''}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first === undefined ? [] : [{ ...first, name: joinList(group.map(({ name }) => name)) }]
  })
}

const sortReadings = (readings: readonly SourceReading[]): SourceReading[] =>
  readings.toSorted(
    (one, other) =>
      STATE_RANK.indexOf(one.state) - STATE_RANK.indexOf(other.state) || compareNames(one.name, other.name),
  )

const composeReading = (reading: SourceReading, timeZone: string): ReadingRow => ({
  name: cleanText(reading.name),
  state: printReading(reading, timeZone),
  isFailure: reading.state === 'con-falla' || reading.state === 'no-leida',
  reason: reading.reason === null ? null : endSentence(capitalize(cleanText(reading.reason))),
})
