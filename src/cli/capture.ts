// `sintesis capture`: one post as a person copied it, with a screenshot → a note of its source.
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { Misdeclared } from '../failure.ts'
import { ingestByHand } from '../pipeline/manual.ts'
import { findNoteIdByUrl } from '../store/dossier.ts'
import { parseDate } from '../text/dates.ts'
import { addExamples, type CommandContext } from './command.ts'
import { findSource } from './ingest.ts'
import { inHouse } from './open.ts'

type CaptureOptions = {
  readonly source: string
  readonly url: string
  readonly text: string
  readonly title?: string
  readonly author?: string
  readonly date?: string
  readonly image?: string
}

export function addCapture(program: Command, context: CommandContext): void {
  const command = program
    .command('capture')
    .description('guarda a mano una publicación que ningún canal lee (Facebook, TikTok, WhatsApp, impreso)')
    .requiredOption('--source <fuente>', 'fuente que la publicó, como mx-jal/radio-tala')
    .requiredOption('--url <dirección>', 'liga de la publicación')
    .requiredOption('--text <texto>', 'lo que dice, tal cual')
    .option('--title <título>', 'título; si falta, es su primera frase')
    .option('--author <nombre>', 'quién la firma')
    .option('--date <fecha>', 'cuándo se publicó: «2026-11-06 10:30», «ayer 18:00», «hace 2 horas»')
    .option('--image <archivo>', 'captura de pantalla (PNG, JPEG o WebP): se guarda como testigo')
    .action((options: CaptureOptions) => captureByHand(context, options))
  addExamples(command, [
    'sintesis capture --source mx-jal/radio-tala --url https://www.facebook.com/radiotala/posts/123 --text "Sin agua en el Centro…" --date "hoy 9:15" --image pantalla.png',
  ])
}

async function captureByHand(context: CommandContext, options: CaptureOptions): Promise<void> {
  const screenshot = options.image === undefined ? null : await readScreenshot(options.image)
  await inHouse(context, async (house) => {
    const source = findSource(house, options.source)
    const publishedAt = readDate(options.date ?? null, source.timeZone, house.clock())
    const { url, text, title = null, author = null } = options
    const post = { url, text, title, author, publishedAt, counts: null }
    const round = await ingestByHand(house, source, post, screenshot)
    const [ended] = round.ends
    if (ended?.end === 'known') context.terminal.print('Esa publicación ya estaba en el archivo.')
    else if (ended?.end !== 'kept') throw new Error(ended?.reason ?? 'No se guardó nada.')
    const id = await findNoteIdByUrl(house.store.db, ended.url)
    if (id !== null) context.terminal.print(`Nota ${id}. Mira cómo se leyó con «sintesis explain ${id}».`)
  })
}

function readDate(text: string | null, timeZone: string, now: Date): Date | null {
  if (text === null) return null
  const read = parseDate(text, { timeZone, now })
  if (read !== null) return read.instant
  throw new Misdeclared('--date', null, null, `«${text}» no es una fecha; escribe «2026-11-06 10:30»`)
}

const PICTURE = /^(?:\x89PNG|\xff\xd8\xff|RIFF[\s\S]{4}WEBP)/

async function readScreenshot(file: string): Promise<Uint8Array> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Misdeclared('--image', null, null, `no existe ${file}`)
    throw error
  })
  if (PICTURE.test(bytes.subarray(0, 16).toString('latin1'))) return bytes
  throw new Misdeclared('--image', null, null, `${file} no es una imagen PNG, JPEG o WebP`)
}
