// `sintesis source add`: an address → what would be captured from it and, if the analyst agrees, its file.
import { createInterface } from 'node:readline/promises'
import { nameChannel } from '../collect/channel-names.ts'
import { discoverSource, type Finding, type SourceDraft } from '../collect/discover.ts'
import type { Web } from '../collect/web.ts'
import {
  findTwin,
  idForSource,
  type NewSource,
  readSourceFile,
  renderChannels,
  renderSource,
  writeSource,
} from '../config/new-source.ts'
import { findState } from '../config/new-workspace.ts'
import type { Workspace } from '../config/workspace.ts'
import type { Medium } from '../model.ts'
import { localDate } from '../text/zoned.ts'
import type { CommandContext } from './command.ts'
import { adviseOnAddress, adviseOnFailure } from './source-advice.ts'
import { describeItems } from './source-try.ts'

export type AddOptions = {
  readonly name?: string
  readonly medium?: string
  readonly state?: string
  readonly city?: string
  readonly tier?: string
  readonly yes?: boolean
}

const MEDIA: readonly Medium[] = ['periodico', 'portal', 'radio', 'tv', 'agencia', 'revista', 'red-social']

export async function addSource(
  workspace: Workspace,
  web: Web,
  context: CommandContext,
  url: string,
  options: AddOptions,
): Promise<void> {
  const { terminal, clock } = context
  const { timeZone } = workspace.municipality
  const mistake = adviseOnAddress(url)
  if (mistake !== null) throw new Error(mistake)
  terminal.print(`Buscando canales en ${url} …`)
  const draft = await discoverSource(url, web, timeZone).catch((error: unknown) => {
    throw adviseOnFailure(error, url)
  })
  for (const line of describeDraft(draft, timeZone)) terminal.print(line)
  if (draft.channels.length === 0) throw new Error(explainNothing(draft))
  const source = completeDraft(draft, options, workspace, localDate(clock(), timeZone))
  const twin = findTwin(workspace, draft.url, draft.channels)
  if (twin !== null) {
    terminal.print('\nHoy le servirían estos canales:\n')
    for (const line of renderChannels(source).split('\n')) terminal.print(`  ${line}`)
    throw new Error(explainTwin(twin))
  }
  terminal.print(`\nSe escribiría sources/${idForSource(source)}.yml:\n`)
  for (const line of renderSource(source).trimEnd().split('\n')) terminal.print(`  ${line}`)
  if (options.yes !== true && !(await agrees())) {
    terminal.print('No se escribió nada. Para escribirlo sin preguntar, agrega --yes.')
    return
  }
  const { id, file } = await writeSource(workspace.folder, source)
  await readSourceFile(workspace.folder, id)
  terminal.print(`\nListo: ${file}. Pruébala con «sintesis source try ${id}».`)
}

function describeDraft(draft: SourceDraft, timeZone: string): string[] {
  const best = draft.findings.find(({ isAccepted }) => isAccepted)
  return [
    `${draft.name} · ${draft.url}${draft.platform === null ? '' : ` · ${draft.platform}`}`,
    ...(draft.description === null ? [] : [`  ${draft.description}`]),
    'Canales probados:',
    ...draft.findings.filter(isNews).map((finding) => `  ${describeTried(finding, draft)}`),
    ...describeGuesses(draft.findings),
    ...draft.together.map(
      (urls) => `Se leerán juntos, porque cada uno trae notas que los otros no: ${urls.length} canales.`,
    ),
    ...(best === undefined
      ? []
      : ['Capturaría, por ejemplo:', ...describeItems(best.sample, timeZone).map((line) => `  ${line}`)]),
  ]
}

function describeFinding({ channel, evidence }: Finding): string {
  return `${nameChannel(channel)} · ${evidence}`
}

/** That nothing is in a usual place is told in one line for all of them. */
function isNews({ isGuess, isAccepted }: Finding): boolean {
  return isAccepted || !isGuess
}

/** One that serves and only repeats what another lists is not declared. */
function describeTried(finding: Finding, { channels }: SourceDraft): string {
  const { kind, url } = finding.channel
  if (!finding.isAccepted) return `✗ ${describeFinding(finding)}`
  const isDeclared = channels.some((channel) => kind === channel.kind && url === channel.url)
  return isDeclared ? `✓ ${describeFinding(finding)}` : `= ${describeFinding(finding)}; sobra: repite a otro`
}

function describeGuesses(findings: readonly Finding[]): string[] {
  const empty = findings.filter((finding) => !isNews(finding)).map(({ channel }) => channel)
  const places = empty.map(({ url }) => url.replace(/^https?:\/\/[^/]+/, ''))
  return places.length === 0 ? [] : [`  ✗ tampoco hay nada que sirva en: ${places.join(' ')}`]
}

/** An outlet is its domain: a second file of it would count its notes twice. */
function explainTwin(twin: string): string {
  return `Ese medio ya está: ${twin} (mismo dominio o mismo canal). No se escribió nada: si sus canales cambiaron o le falta una sección, copia los de arriba en sources/${twin}.yml.`
}

function explainNothing({ asksToSignIn }: SourceDraft): string {
  const gate =
    'Ningún canal pasó la prueba: contestar, traer cinco notas del propio dominio y la más nueva de esta semana. No se escribió nada.'
  return asksToSignIn
    ? `${gate} La página pide usuario y contraseña, y lo que hay detrás no se lee: captura a mano con «sintesis capture».`
    : `${gate} Si en el navegador ves notas ahí, escribe el archivo con un canal «page» y el selector de sus ligas: sources/README.md dice cómo. Si no es un medio, no hay nada que agregar.`
}

function completeDraft(
  draft: SourceDraft,
  options: AddOptions,
  workspace: Workspace,
  today: string,
): NewSource {
  const best = draft.findings.find(({ isAccepted }) => isAccepted)
  return {
    name: options.name ?? draft.name,
    url: draft.url,
    medium: chooseMedium(options.medium ?? null, draft),
    state: chooseState(options.state ?? null, workspace),
    city: options.city ?? null,
    tier: chooseTier(options.tier ?? null),
    channels: draft.channels,
    together: draft.together,
    verified: { on: today, evidence: best?.evidence ?? '' },
    remarks: [
      `${draft.name}${draft.platform === null ? '' : ` · ${draft.platform}`}`,
      ...draft.findings.filter((finding) => isNews(finding) && !finding.isAccepted).map(describeRejected),
    ],
  }
}

function describeRejected(finding: Finding): string {
  return `No sirve: ${describeFinding(finding)}`
}

function chooseMedium(wanted: string | null, draft: SourceDraft): Medium {
  if (wanted === null) {
    const isSocial = draft.channels.every(({ kind }) => kind === 'youtube' || kind === 'telegram')
    return isSocial ? 'red-social' : 'portal'
  }
  const medium = MEDIA.find((one) => one === wanted)
  if (medium === undefined)
    throw new Error(`«${wanted}» no es una clase de medio; escribe una de: ${MEDIA.join(', ')}.`)
  return medium
}

/** The municipality's own state unless told otherwise. */
function chooseState(wanted: string | null, { municipality }: Workspace): string | null {
  if (wanted === null) return municipality.state
  if (wanted.toLowerCase() === 'nacional') return null
  const state = findState(wanted)
  if (state === null)
    throw new Error(`«${wanted}» no es un estado; escribe su nombre, su clave (MX-JAL) o «nacional».`)
  return state
}

function chooseTier(wanted: string | null): 1 | 2 | 3 {
  if (wanted === null || wanted === '3') return 3
  if (wanted === '1') return 1
  if (wanted === '2') return 2
  throw new Error(`«${wanted}» no es un peso: 1 alto, 2 medio, 3 bajo.`)
}

async function agrees(): Promise<boolean> {
  if (!process.stdin.isTTY) return false
  const readline = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return /^s[ií]?$/i.test((await readline.question('¿Escribirlo? (s/n) ')).trim())
  } finally {
    readline.close()
  }
}
