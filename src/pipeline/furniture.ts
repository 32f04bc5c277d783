// An outlet of the house → what its notes are known to repeat, without the paragraphs of the municipality's boletines.
import type { FurnitureMemory } from '../extract/furniture.ts'
import { digestText } from '../extract/text-digest.ts'
import type { Boletin, Source } from '../model.ts'
import { findRepeatedBlocks } from '../store/furniture.ts'
import type { House } from './house.ts'

/** By the list they were made from: a workspace that is read again has another. */
const officialDigests = new WeakMap<readonly Boletin[], ReadonlySet<string>>()

function listOfficial(boletines: readonly Boletin[]): ReadonlySet<string> {
  const known = officialDigests.get(boletines)
  if (known !== undefined) return known
  const paragraphs = boletines.flatMap((boletin) => boletin.paragraphs)
  const digests = new Set(paragraphs.flatMap((paragraph) => digestText(paragraph) ?? []))
  officialDigests.set(boletines, digests)
  return digests
}

/**
 * What the outlet repeats, as its archive knows now. What a boletín says is news however often an outlet prints it.
 * `without` is a note that is read again: its own reading is no evidence against it.
 */
export async function recallFurniture(
  { store, workspace }: Pick<House, 'store' | 'workspace'>,
  source: Source,
  without: number | null = null,
): Promise<FurnitureMemory> {
  const repeated = await findRepeatedBlocks(store.db, source.id, without)
  if (repeated.size === 0) return repeated
  const official = listOfficial(workspace.boletines)
  return new Map([...repeated].filter(([digest]) => !official.has(digest)))
}
