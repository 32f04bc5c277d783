// The small shapes that several declarations use, each with its message in Spanish.
import { z } from 'zod'

export const httpUrl = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    error: 'debe ser una dirección completa que empiece con http:// o https://',
  })

export const localDay = z
  .string()
  .regex(/^\d{4}-\d{2}(-\d{2})?$/, { error: 'debe ser una fecha AAAA-MM-DD (o AAAA-MM), entre comillas' })

export const clockHour = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'debe ser una hora HH:MM entre comillas' })

export const stateCode = z
  .string()
  .regex(/^MX-[A-Z]{3}$/, { error: 'debe ser una clave de estado como MX-JAL' })

export const timeZone = z
  .string()
  .refine(isTimeZone, { error: 'debe ser una zona horaria como America/Mexico_City' })

export const phrases = z.array(z.string().trim().min(1)).default([])

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('es-MX', { timeZone: text })
    return true
  } catch {
    return false
  }
}
