// Posts of networks → the rows of their attached CSV. A person who is no declared source keeps neither name nor address.
import type { Counts, Note } from '../../model.ts'
import type { DataRow, Post } from '../sintesis.ts'
import { toneOf } from './note-facts.ts'

export const POST_COLUMNS = [
  'id',
  'red',
  'cuenta',
  'publicada',
  'capturada',
  'tono',
  'confianza_del_tono',
  'texto',
  'vistas',
  'reacciones',
  'comentarios',
  'compartidos',
  'liga',
  'huella',
] as const

/** One row per post; what is unknown is null. `text` is what may be printed of it, whole. */
export const composePostRow = (
  note: Note,
  post: Post,
  text: string | null,
  counts: Counts | undefined,
): DataRow => ({
  id: note.id,
  red: post.network,
  cuenta: post.account,
  publicada: note.article.publishedAt?.toISOString() ?? null,
  capturada: note.capturedAt.toISOString(),
  tono: toneOf(note),
  confianza_del_tono: note.tone?.confidence ?? null,
  texto: text,
  vistas: counts?.views ?? null,
  reacciones: counts?.reactions ?? null,
  comentarios: counts?.comments ?? null,
  compartidos: counts?.shares ?? null,
  liga: post.href,
  huella: note.captureSha256,
})
