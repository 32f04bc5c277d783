// What a person says of where a note stood → that place, or what is wrong with each word: the way of the commands into it.
import { type ReadSlot, readSlot, type SlotWords } from '../collect/slot.ts'

export const readGivenSlot = (words: SlotWords): ReadSlot => readSlot(words)
