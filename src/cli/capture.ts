// `sintesis capture`: one post, broadcast or page of a paper as a person copied it, with a screenshot → a note of its source.
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { Misdeclared } from '../failure.ts'
import { ingestByHand } from '../pipeline/manual.ts'
import { findNoteIdByUrl } from '../store/dossier.ts'
import { addExamples, type CommandContext } from './command.ts'
import { readMoment } from './given-moment.ts'
import { findSource } from './ingest.ts'
import { inHouse } from './open.ts'
import { addBroadcastOptions, readSlotOptions, type SlotOptions } from './slot-options.ts'

type CaptureOptions = SlotOptions & {
  readonly source: string
  readonly url?: string
  readonly text: string
  readonly title?: string
  readonly author?: string
  readonly date?: string
  readonly image?: string
}

export function addCapture(program: Command, context: CommandContext): void {
  const command = program
    .command('capture')
    .description(
      'guarda a mano una publicación que ningún canal lee (Facebook, TikTok, WhatsApp, radio, TV, impreso)',
    )
    .requiredOption('--source <fuente>', 'fuente que la publicó, como mx-jal/radio-tala')
    .requiredOption('--text <texto>', 'lo que dice, tal cual')
    .option('--url <dirección>', 'liga de la publicación; solo puede faltar en radio, TV e impresos')
    .option('--title <título>', 'título; si falta, es su primera frase')
    .option('--author <nombre>', 'quién la firma')
    .option('--date <fecha>', 'cuándo se publicó: «2026-11-06 10:30», «ayer 18:00», «hace 2 horas»')
    .option('--image <archivo>', 'captura de pantalla (PNG, JPEG o WebP): se guarda como testigo')
    .option('--page <páginas>', 'de un impreso: «1», «A4», «1 y 3»')
    .option('--front-page', 'de un impreso: salió en primera plana')
  addBroadcastOptions(command).action((options: CaptureOptions) => captureByHand(context, options))
  addExamples(command, [
    'sintesis capture --source mx-jal/radio-tala --url https://www.facebook.com/radiotala/posts/123 --text "Sin agua en el Centro…" --date "hoy 9:15" --image pantalla.png',
    'sintesis capture --source mx-jal/canal-6 --text "La alcaldesa dijo…" --date "ayer 21:24" --program "Noticiero de la noche" --duration "1 min 32 s" --kind entrevista --file 2026-11-05-noche.mp4',
    'sintesis capture --source mx-jal/diario --text "Cuatro días sin agua…" --date 2026-11-06 --page "1 y 3" --front-page',
  ])
}

async function captureByHand(context: CommandContext, options: CaptureOptions): Promise<void> {
  const screenshot = options.image === undefined ? null : await readScreenshot(options.image)
  await inHouse(context, async (house) => {
    const source = findSource(house, options.source)
    const moment = readMoment('--date', options.date ?? null, source.timeZone, house.clock())
    const { url = null, text, title = null, author = null } = options
    const slot = readSlotOptions(options)
    if (url === null && slot === null) {
      throw new Misdeclared('--url', null, null, 'falta la liga; sin ella, di al menos --program o --page')
    }
    const post = { url, text, title, author, counts: null, ...moment, ...(slot === null ? {} : { slot }) }
    const round = await ingestByHand(house, source, post, screenshot)
    const [ended] = round.ends
    if (ended?.end === 'known') context.terminal.print('Esa publicación ya estaba en el archivo.')
    else if (ended?.end !== 'kept') throw new Error(ended?.reason ?? 'No se guardó nada.')
    const id = await findNoteIdByUrl(house.store.db, ended.url)
    if (id !== null) context.terminal.print(`Nota ${id}. Mira cómo se leyó con «sintesis explain ${id}».`)
  })
}

/** The instant of the option `--date`; null when it is not given. */
export const readDate = (text: string | null, timeZone: string, now: Date): Date | null =>
  readMoment('--date', text, timeZone, now).publishedAt

const PICTURE = /^(?:\x89PNG|\xff\xd8\xff|RIFF[\s\S]{4}WEBP)/

async function readScreenshot(file: string): Promise<Uint8Array> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Misdeclared('--image', null, null, `no existe ${file}`)
    throw error
  })
  if (PICTURE.test(bytes.subarray(0, 16).toString('latin1'))) return bytes
  throw new Misdeclared('--image', null, null, `${file} no es una imagen PNG, JPEG o WebP`)
}
