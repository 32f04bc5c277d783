// The definition of a source file → the JSON Schema with which an editor completes and explains it.
import { z } from 'zod'
import { sourceSchema } from './sources.ts'

/** Text of sources/schema.json. */
export function renderEditorSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(sourceSchema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`
}
