// The general topics, in the order of the weights.
import type { Topic } from '../model.ts'

export const TOPICS: readonly Topic[] = [
  'agua',
  'servicios',
  'seguridad',
  'obra',
  'salud',
  'educacion',
  'cultura',
  'deporte',
  'turismo',
  'economia',
  'gobierno',
  'ambiente',
]
