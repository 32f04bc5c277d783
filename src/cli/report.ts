// `sintesis report <brief>`: the edition of a brief, published now.
import type { Command } from 'commander'
import type { Brief } from '../model.ts'
import type { House } from '../pipeline/house.ts'
import { listOpenEditions, type Published, publishBrief } from '../pipeline/publish.ts'
import { localDate } from '../text/zoned.ts'
import { formatInstant } from './boletin.ts'
import { addExamples, type CommandContext } from './command.ts'
import { deliverNow } from './deliver-now.ts'
import { readPastDay } from './local-day.ts'
import { inHouse } from './open.ts'
import { reportSpecial, type SpecialOptions } from './report-special.ts'

export function addReport(program: Command, context: CommandContext): void {
  const command = program
    .command('report')
    .description('publica la edición de un reporte con lo guardado hasta ahora')
    .argument('<reporte>', 'nombre del archivo en reports/, como «sintesis» o «posicionamiento»')
    .option('--date <fecha>', 'fecha de la edición, AAAA-MM-DD (hoy si se omite)')
    .option('--addendum', 'alcance a la edición: lo que llegó o se corrigió después de su corte')
    .option('--extraordinary', 'edición extraordinaria, fuera del calendario y con número propio')
    .option('--title <título>', 'título de la edición extraordinaria')
    .option('--hours <horas>', 'horas hacia atrás que abarca la extraordinaria', '6')
    .option('--from <hora>', 'desde cuándo, en vez de --hours: «2026-11-13T14:00», hora local')
    .action((id: string, options: ReportOptions) =>
      inHouse(context, (house) => publishWanted(house, context, readBriefOf(house, id), options)),
    )
  addExamples(command, [
    'sintesis report sintesis',
    'sintesis report posicionamiento --date 2026-11-13',
    'sintesis report sintesis --addendum',
    'sintesis report sintesis --extraordinary --title "Inundación en Cuisillos" --hours 4',
  ])
}

type ReportOptions = SpecialOptions & { readonly date?: string }

async function publishWanted(
  house: House,
  context: CommandContext,
  brief: Brief,
  options: ReportOptions,
): Promise<void> {
  const { addendum, extraordinary, date = null } = options
  if (addendum === true || extraordinary === true) return reportSpecial(house, context, brief, options)
  if (options.title !== undefined || options.from !== undefined)
    throw new Error('--title y --from son de una edición extraordinaria: agrega --extraordinary.')
  return report(house, context, brief, date)
}

async function report(
  house: House,
  { terminal, clock }: CommandContext,
  brief: Brief,
  date: string | null,
): Promise<void> {
  const { municipality } = house.workspace
  const today = localDate(clock(), municipality.timeZone)
  const wanted = date === null ? today : readPastDay(date, '--date', today)
  await finishEarlier(house, terminal, brief, wanted)
  const published = await publishBrief(house, brief, wanted)
  if (published === null)
    throw new Error(`Otro proceso está haciendo la edición del ${wanted}; espera a que termine.`)
  for (const line of describeEdition(published, municipality.timeZone)) terminal.print(line)
  const { briefId, date: day } = published.edition
  if (wanted === today) await deliverNow(house, terminal, { briefId, date: day })
}

/** Editions of earlier days whose process died half way come first, each with its own notes; one that fails is told. */
async function finishEarlier(
  house: House,
  terminal: CommandContext['terminal'],
  brief: Brief,
  wanted: string,
): Promise<void> {
  const open = (await listOpenEditions(house)).filter((one) => one.brief.id === brief.id && one.date < wanted)
  for (const { date } of open) {
    try {
      const published = await publishBrief(house, brief, date)
      if (published === null) continue
      terminal.print(`Había quedado a medias la edición del ${date}:`)
      for (const line of describeEdition(published, house.workspace.municipality.timeZone))
        terminal.print(line)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      terminal.warn(`La edición del ${date}, que quedó a medias, no se pudo terminar: ${reason}`)
    }
  }
}

/** The brief of that name. @throws Error that says which there are. */
export function readBriefOf({ workspace }: House, id: string): Brief {
  const brief = workspace.briefs.find((candidate) => candidate.id === id)
  if (brief !== undefined) return brief
  const known = workspace.briefs.map((one) => one.id).join(', ') || 'ninguno'
  throw new Error(`No hay ningún reporte «${id}». Los que hay: ${known}.`)
}

/** What an edition is and where its files are. */
export function describeEdition({ edition, isNew }: Published, timeZone: string): string[] {
  const { briefId, date, number, files, from, to, publishedAt } = edition
  const head = isNew
    ? `Edición ${number} de ${briefId}, ${date}: notas del ${formatInstant(from, timeZone)} al ${formatInstant(to, timeZone)}.`
    : `La edición ${number} de ${briefId} del ${date} ya se publicó el ${formatInstant(publishedAt, timeZone)}; no se publica dos veces.`
  return [head, ...files.map((file) => `  ${file}`)]
}
