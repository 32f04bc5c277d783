// `sintesis source add`: an address → what would be captured from it and, if the analyst agrees, its file.
import { createInterface } from 'node:readline/promises'
import { discoverSource, type Finding, type SourceDraft } from '../collect/discover.ts'
import type { Web } from '../collect/web.ts'
import {
  findTwin,
  idForSource,
  type NewSource,
  readSourceFile,
  renderSource,
  writeSource,
} from '../config/new-source.ts'
import { findState } from '../config/new-workspace.ts'
import type { Workspace } from '../config/workspace.ts'
import type { Channel, Medium } from '../model.ts'
import { localDate } from '../text/zoned.ts'
import type { CommandContext } from './command.ts'
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
  terminal.print(`Buscando canales en ${url} …`)
  const draft = await discoverSource(url, web, timeZone)
  for (const line of describeDraft(draft, timeZone)) terminal.print(line)
  if (draft.channels.length === 0) {
    throw new Error(
      'Ningún canal pasó la prueba (200, cinco notas propias, la más nueva de esta semana): no se escribió nada. Si ves las notas en el sitio, escribe el archivo a mano con un canal «page» y su selector: sources/README.md dice cómo.',
    )
  }
  const twin = findTwin(workspace, draft.url, draft.channels)
  if (twin !== null) {
    throw new Error(
      `Ese medio ya está: ${twin} (mismo dominio o mismo canal). Edita sources/${twin}.yml en vez de repetirlo.`,
    )
  }
  const source = completeDraft(draft, options, workspace, localDate(clock(), timeZone))
  terminal.print(`\nSe escribiría sources/${idForSource(source)}.yml:\n`)
  for (const line of renderSource(source).trimEnd().split('\n')) terminal.print(`  ${line}`)
  if (options.yes !== true && !(await agrees())) {
    terminal.print('No se escribió nada.')
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
    ...draft.findings.map(
      (finding) =>
        `  ${finding.isAccepted ? '✓' : '✗'} ${nameChannel(finding.channel)} · ${finding.evidence}`,
    ),
    ...(best === undefined
      ? []
      : ['Capturaría, por ejemplo:', ...describeItems(best.sample, timeZone).map((line) => `  ${line}`)]),
  ]
}

function nameChannel({ kind, url }: Channel): string {
  return `${kind} ${url}`
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
    verified: { on: today, evidence: best?.evidence ?? '' },
    remarks: [
      `${draft.name}${draft.platform === null ? '' : ` · ${draft.platform}`}`,
      ...draft.findings.filter(({ isAccepted }) => !isAccepted).map(describeRejected),
    ],
  }
}

function describeRejected({ channel, evidence }: Finding): string {
  return `No sirve: ${nameChannel(channel)} · ${evidence}`
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
