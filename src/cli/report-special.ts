// `sintesis report <brief> --addendum` and `--extraordinary`: editions on demand, outside the schedule.
import type { Brief } from '../model.ts'
import type { House } from '../pipeline/house.ts'
import { keyOfSpecial, type NoAddendum, publishAddendum, publishExtraordinary } from '../pipeline/special.ts'
import type { SpecialEdition } from '../store/special-editions.ts'
import { localDate } from '../text/zoned.ts'
import { formatInstant } from './boletin.ts'
import type { CommandContext } from './command.ts'
import { deliverNow } from './deliver-now.ts'
import { readLocalHour, readPastDay } from './local-day.ts'

export type SpecialOptions = {
  readonly addendum?: boolean
  readonly extraordinary?: boolean
  readonly title?: string
  readonly hours?: string
  readonly from?: string
  readonly date?: string
}

const HOUR = 3_600_000
const MOST_HOURS = 31 * 24

const REASONS: Readonly<Record<NoAddendum, (date: string) => string>> = {
  'sin-edicion': (date) =>
    `No hay edición publicada del ${date}: el alcance se agrega a una que ya salió. «sintesis report» la publica.`,
  'hay-otra': (date) =>
    `Después de la del ${date} ya empezó otra edición, y lo que llegó está en ella. El alcance es a la última.`,
  nada: (date) =>
    `Nada que agregar a la edición del ${date}: ni notas de ese día ni correcciones desde entonces.`,
}

/** Publishes one and prints what it is and where. @throws Error that says what is missing. */
export async function reportSpecial(
  house: House,
  { terminal, clock }: CommandContext,
  brief: Brief,
  options: SpecialOptions,
): Promise<void> {
  if (brief.kind !== 'sintesis')
    throw new Error(`«${brief.id}» no es una síntesis: solo ellas tienen alcance y edición extraordinaria.`)
  if (options.addendum === true && options.extraordinary === true)
    throw new Error('--addendum y --extraordinary son documentos distintos: pide uno.')
  const { timeZone } = house.workspace.municipality
  const today = localDate(clock(), timeZone)
  const date = options.date === undefined ? today : readPastDay(options.date, '--date', today)
  if (options.addendum === true) refuseOfExtraordinary(options)
  const made =
    options.addendum === true
      ? await publishAddendum(house, brief, date)
      : await publishExtraordinary(house, brief, readRequest(options, clock(), timeZone))
  if (made === null)
    throw new Error('Otro proceso está haciendo un alcance o una extraordinaria; espera a que termine.')
  for (const special of made.resumed) {
    terminal.print('Había quedado a medias:')
    for (const line of describeSpecial(special, timeZone)) terminal.print(line)
  }
  if (typeof made.made === 'string') terminal.print(REASONS[made.made](date))
  else for (const line of describeSpecial(made.made, timeZone)) terminal.print(line)
  for (const special of [...made.resumed, ...(typeof made.made === 'string' ? [] : [made.made])])
    await deliverNow(house, terminal, keyOfSpecial(special))
}

function refuseOfExtraordinary({ title, from }: SpecialOptions): void {
  if (title !== undefined || from !== undefined)
    throw new Error(
      '--title y --from son de una edición extraordinaria; el alcance lleva lo que llegó después.',
    )
}

function readRequest(
  { title, hours = '6', from, date }: SpecialOptions,
  now: Date,
  timeZone: string,
): { readonly title: string; readonly from: Date } {
  if (title === undefined || title.trim() === '')
    throw new Error('Una edición extraordinaria lleva su título: --title "Inundación en Cuisillos".')
  if (date !== undefined) throw new Error('Una edición extraordinaria es de hoy: quita --date.')
  const start = from === undefined ? hoursBefore(now, hours) : readLocalHour(from, '--from', timeZone)
  if (start >= now) throw new Error(`«${from}» todavía no llega: --from es una hora que ya pasó.`)
  if (now.getTime() - start.getTime() > MOST_HOURS * HOUR)
    throw new Error(
      `«${from}» es de hace más de un mes: una extraordinaria abarca a lo más ${MOST_HOURS / 24} días.`,
    )
  return { title: title.trim(), from: start }
}

function hoursBefore(now: Date, text: string): Date {
  const hours = Number(text)
  if (!(hours > 0 && hours <= MOST_HOURS))
    throw new Error(`«${text}» no sirve como horas: escribe un número entre 1 y ${MOST_HOURS}.`)
  return new Date(now.getTime() - hours * HOUR)
}

/** What one is and where its files are. */
export function describeSpecial(special: SpecialEdition, timeZone: string): string[] {
  const { kind, briefId, date, number, title, from, to, files } = special
  const name =
    kind === 'alcance'
      ? `Alcance ${number} a la edición de ${briefId} del ${date}`
      : `Edición extraordinaria ${number} de ${briefId}, «${title ?? ''}»`
  const window = `notas del ${formatInstant(from, timeZone)} al ${formatInstant(to, timeZone)}`
  return [`${name}: ${window}.`, ...files.map((file) => `  ${file}`)]
}
