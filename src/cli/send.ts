// `sintesis send <brief>`: hands a published edition to those whom delivery.yml names, once.
import type { Command } from 'commander'
import { type MailServer, readMailServer } from '../config/delivery-server.ts'
import { deliverEdition } from '../pipeline/deliver.ts'
import { sendCommand } from '../pipeline/deliver-guard.ts'
import { previewDelivery } from '../pipeline/deliver-hand.ts'
import { readWanted } from '../pipeline/deliver-parcel.ts'
import type { House } from '../pipeline/house.ts'
import { type EditionKey, nameEdition } from '../store/edition-key.ts'
import { addExamples, type CommandContext } from './command.ts'
import { describeDelivered, STATE_NAMES } from './deliver-words.ts'
import { addEditionOptions, type EditionOptions, findWantedEdition } from './edition-choice.ts'
import { inHouse } from './open.ts'

type Options = EditionOptions & { readonly dryRun?: boolean; readonly confirm?: boolean }

export function addSend(program: Command, context: CommandContext): void {
  const command = addEditionOptions(
    program
      .command('send')
      .description('entrega una edición publicada a quienes dice delivery.yml; a nadie dos veces')
      .argument('<reporte>', 'nombre del archivo en reports/, como «sintesis»'),
  )
    .option('--dry-run', 'solo enseña a quién iría y qué diría; no sale nada')
    .option('--confirm', 'confirma el primer envío de un reporte, y reenvía lo que quedó dudoso')
    .action((id: string, options: Options) => {
      const server = readMailServer(process.env)
      return inHouse(context, (house) => send(house, context, id, options, server))
    })
  addExamples(command, [
    'sintesis send sintesis --dry-run',
    'sintesis send sintesis --confirm',
    'sintesis send posicionamiento --date 2026-11-13',
    'sintesis send sintesis --addendum',
  ])
}

async function send(
  house: House,
  context: CommandContext,
  id: string,
  options: Options,
  server: MailServer | null,
): Promise<void> {
  const { terminal } = context
  const key = await findWantedEdition(house, id, options)
  if ((await readWanted(house, key)) === null) throw new Error(explainNobody(key))
  if (options.dryRun === true) return showPreview(house, context, key, server)
  const delivered = await deliverEdition(house, key, {
    server,
    byHand: true,
    isConfirmed: options.confirm === true,
  })
  if (delivered === null)
    throw new Error(
      `Otro proceso está entregando ${nameEdition(key)}, o la edición es de una versión anterior.`,
    )
  const { timeZone } = house.workspace.municipality
  for (const line of describeDelivered(delivered, timeZone)) terminal.print(line)
  const isDone = delivered.deliveries.every(({ state }) => state === 'entregada' || state === 'retirada')
  if (!isDone) throw new Error('No todas llegaron; «sintesis deliveries --failing» dice cuáles y por qué.')
}

function explainNobody({ briefId, special }: EditionKey): string {
  const guide = 'se explica en docs/GUIA-ANALISTA.md, 7.'
  if (special === undefined) return `delivery.yml no dice a quién va ${briefId}; ${guide}`
  const [name, setting] =
    special.kind === 'alcance' ? ['el alcance', 'addendum'] : ['la edición extraordinaria', 'extraordinary']
  return `delivery.yml no dice a quién va ${name} de ${briefId}: con «${setting}: true» va a los mismos; ${guide}`
}

async function showPreview(
  house: House,
  { terminal }: CommandContext,
  key: EditionKey,
  server: MailServer | null,
): Promise<void> {
  const preview = await previewDelivery(house, key)
  if (preview === null) throw new Error('La edición es de una versión anterior, que no guardaba su texto.')
  const { wanted, message, attachments, without, deliveries, hasConsent } = preview
  terminal.print(`Edición ${nameEdition(key)}. No se envía nada: esto es lo que saldría.`)
  const place = server === null ? 'falta SINTESIS_SMTP_URL' : `${server.host}:${server.port}`
  terminal.print(`Correo (${wanted.mail.length}, «count» dice ${wanted.count}; servidor: ${place}):`)
  const stateOf = (recipient: string) => {
    const state = deliveries.find((delivery) => delivery.recipient === recipient)?.state
    return state === undefined || state === 'pendiente' ? 'se enviaría' : STATE_NAMES[state]
  }
  const isMiscounted = wanted.mail.length !== wanted.count
  for (const recipient of wanted.mail) {
    const state = stateOf(recipient)
    terminal.print(`  ${recipient}: ${isMiscounted && state === 'se enviaría' ? 'NO se enviaría' : state}`)
  }
  if (isMiscounted)
    terminal.print('  La lista y «count» no cuadran: no saldría ningún correo. Corrige delivery.yml.')
  for (const { path, files } of wanted.folders)
    terminal.print(`Carpeta ${path} (${files.join(', ')}): ${stateOf(path)}`)
  if (!hasConsent && wanted.mail.length > 0)
    terminal.print(`Es el primer envío: se confirma con «${sendCommand(key)} --confirm».`)
  if (message === null) return
  terminal.print(`De: ${wanted.from ?? ''}`)
  terminal.print(`Asunto: ${message.subject}`)
  for (const { name, bytes } of attachments)
    terminal.print(`Adjunto: ${name} (${Math.ceil(bytes.length / 1024)} KB)`)
  if (without !== null) terminal.print(`No cabe en un correo: ${without}. El mensaje lo dice.`)
  terminal.print(`Mensaje completo: ${Math.ceil(message.bytes.length / 1024)} KB`)
}
