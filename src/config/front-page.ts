// The key `portada` of a source file → where its front page is each day.
import { z } from 'zod'
import type { FrontPageAddress } from '../model.ts'

const TOKENS = /\{(?:yyyy|yy|mm|m|dd|d)\}/g

/** An address with parts of the date in braces; any other brace is a mistake of writing. */
const datedUrl = z.string().refine(
  (text) => {
    const filled = text.replace(TOKENS, '1')
    return /^https?:\/\/[^{}]+$/i.test(filled) && URL.canParse(filled)
  },
  {
    error:
      'debe ser una dirección completa (http:// o https://); la fecha se escribe {yyyy}, {yy}, {mm}, {m}, {dd} o {d}',
  },
)

export const frontPage = z.union([
  datedUrl,
  z.strictObject({
    page: datedUrl.describe('Página donde está la imagen de la primera plana'),
    image: z
      .union([z.string().min(1), z.strictObject({ selector: z.string().min(1), value: z.string().min(1) })])
      .describe('Selector de la imagen; se lee su «src», u otro atributo con { selector, value }'),
  }),
])

export function toFrontPage(declared: z.infer<typeof frontPage>): FrontPageAddress {
  if (typeof declared === 'string') return { url: declared, image: null }
  const { page, image } = declared
  return { url: page, image: typeof image === 'string' ? { selector: image, value: 'src' } : image }
}
