// The definitions of a source file and of municipality.yml → the JSON Schemas with which an editor completes and explains them.
import { z } from 'zod'
import { municipalitySchema } from './municipality.ts'
import { sourceSchema } from './sources.ts'

/** Text of sources/schema.json. */
export function renderEditorSchema(): string {
  return render(sourceSchema)
}

/** Text of municipality.schema.json. */
export function renderMunicipalitySchema(): string {
  return render(municipalitySchema)
}

function render(schema: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`
}
