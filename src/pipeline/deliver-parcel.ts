// A published edition and delivery.yml → what it takes to deliver it: its files, its words and its list.
import { type BriefDelivery, type DeliveryList, readDelivery } from '../config/delivery.ts'
import { type EditionContent, readEditionContent } from '../deliver/edition-content.ts'
import { findEditionContent } from '../store/deliveries-consent.ts'
import type { EditionKey } from '../store/edition-key.ts'
import { findEdition } from '../store/editions.ts'
import { findLastSpecial } from '../store/special-published.ts'
import { listOf } from './deliver-guard.ts'
import type { House } from './house.ts'

export type Parcel = {
  readonly key: EditionKey
  /** Paths of its PDFs. */
  readonly files: readonly string[]
  readonly content: EditionContent
  readonly wanted: DeliveryList
}

/** What delivery.yml says of every brief that it names. @throws Misdeclared for its first mistake. */
export async function readWantedAll(house: House): Promise<ReadonlyMap<string, BriefDelivery>> {
  const { folder, briefs } = house.workspace
  const { briefs: wanted, faults } = await readDelivery(
    folder,
    briefs.map(({ id }) => id),
  )
  const [fault] = faults
  if (fault !== undefined) throw fault
  return wanted
}

/** The list of an edition; null when it goes to nobody. @throws Misdeclared for the first mistake of delivery.yml. */
export async function readWanted(house: House, key: EditionKey): Promise<DeliveryList | null> {
  return listOf((await readWantedAll(house)).get(key.briefId) ?? null, key)
}

/** Null when the edition is not out, goes to nobody, or was made by a version that kept no words of it. */
export async function openParcel(
  { store: { db } }: House,
  key: EditionKey,
  wanted: DeliveryList | null,
): Promise<Parcel | null> {
  const { briefId, date, special } = key
  const published =
    special === undefined
      ? await findEdition(db, briefId, date)
      : await findLastSpecial(db, { briefId, date, ...special })
  const content = await findEditionContent(db, key)
  if (wanted === null || published === null || content === null) return null
  return { key, files: published.files, content: readEditionContent(content), wanted }
}
