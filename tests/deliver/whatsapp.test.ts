// An edition's page → text to paste into WhatsApp: short, in its own formatting, and only what the edition says.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LONGEST_MESSAGE, printWhatsApp } from '../../src/deliver/whatsapp.ts'
import { PAGE } from './page.ts'

it('says title, headline, figures, what happened with its links, what asks for action, and what was read', () => {
  expect(printWhatsApp(PAGE)).toBe(`*Síntesis informativa · Tala*
Viernes 6 de noviembre de 2026 · Núm. 12 · Edición 6:50

*Tala en 9 notas de 6 medios: 3 positivas y 4 negativas; el agua concentra 4.*

9 notas · en 6 medios; 2 más que el promedio de 4 viernes
−1 balance de tono · 3 positivas menos 4 negativas; son pocas para base 100
s/d alcance estimado · sin dato de audiencia

*Lo que pasó*
• Vecinos de San Isidro llevan seis días sin agua. (4 notas)
https://www.elmedio.test/agua?a=1&b=2
• Arranca la feria con 40 expositores. (2 notas)
https://radio.test/feria

*Requiere acción hoy*
1. Ofrecer vocería sobre el agua. Cuatro notas sin voz del gobierno municipal. Antes de las 9:00 · Vocería

12 de 13 fuentes leídas; una con falla.`)
})

it('never is longer than people read, and says how many things it leaves to the PDF', () => {
  const facts = Array.from({ length: 5 }, (_, index) => ({
    text: `Hecho ${index} ${'muy largo '.repeat(20)}`,
    detail: '3 notas',
    tone: null,
    href: `https://medio.test/${'nota-'.repeat(30)}${index}`,
  }))
  const message = printWhatsApp({ ...PAGE, facts })
  expect(message.length).toBeLessThanOrEqual(LONGEST_MESSAGE)
  expect(message).toMatch(/… y \d más en el PDF/)
})

it('is never too long and never leaves a star of its own unpaired, whatever the press wrote', () => {
  const text = fc.string({
    unit: fc.constantFrom('*', '_', '~', '`', 'a', ' ', '\n', 'ñ', '😀', '>'),
    maxLength: 900,
  })
  fc.assert(
    fc.property(text, text, (headline, fact) => {
      const message = printWhatsApp({
        ...PAGE,
        headline: `x${headline}`,
        facts: [{ text: fact, detail: '', tone: null, href: null }],
      })
      expect(message.length).toBeLessThanOrEqual(LONGEST_MESSAGE)
      expect(message.split('\n').every((line) => (line.match(/\*/g) ?? []).length % 2 === 0)).toBe(true)
      expect(message).not.toMatch(/[~`]/)
    }),
  )
})
