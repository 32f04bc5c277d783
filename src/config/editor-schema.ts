// The definitions of the files that people write → the JSON Schemas with which an editor completes and explains them.
import { z } from 'zod'
import { alertsSchema } from './alerts.ts'
import { deliverySchema } from './delivery.ts'
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

/** Text of delivery.schema.json. */
export function renderDeliverySchema(): string {
  return render(deliverySchema)
}

/** Text of alerts.schema.json. */
export function renderAlertsSchema(): string {
  return render(alertsSchema)
}

function render(schema: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`
}
