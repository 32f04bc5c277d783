// What is known of a new outlet → its YAML, with comments an analyst can edit, written into a workspace.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { Misdeclared } from '../failure.ts'
import type { Channel, Medium, Selector } from '../model.ts'
import { registrableDomain } from '../text/addresses.ts'
import { fold } from '../text/fold.ts'
import type { Workspace } from './workspace.ts'

export type NewSource = {
  readonly name: string
  readonly url: string
  readonly medium: Medium
  readonly state: string | null
  readonly city: string | null
  readonly tier: 1 | 2 | 3
  readonly channels: readonly Channel[]
  /** Addresses of those channels that are to be read together. */
  readonly together?: readonly (readonly string[])[]
  /** `YYYY-MM-DD` and what was seen. */
  readonly verified: { readonly on: string; readonly evidence: string }
  /** Spanish: platform, and the ways in that were tried and do not serve. Become comments. */
  readonly remarks: readonly string[]
}

/** `mx-jal/el-informador` for a state, `mx/la-jornada` without. */
export function idForSource({ name, state }: Pick<NewSource, 'name' | 'state'>): string {
  const slug = fold(name)
    .replace(/ñ/g, 'n')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `${state === null ? 'mx' : state.toLowerCase()}/${slug === '' ? 'sin-nombre' : slug}`
}

/** Hosts on which everybody has an account: there the domain is nobody's. */
const NETWORKS: ReadonlySet<string> = new Set(
  't.me telegram.me youtube.com bsky.app facebook.com instagram.com threads.net threads.com x.com twitter.com tiktok.com whatsapp.com mastodon.social'.split(
    ' ',
  ),
)

/** A source of the workspace that is the same outlet: it shares the domain, or a channel. Null when there is none. */
export function findTwin(workspace: Workspace, url: string, channels: readonly Channel[]): string | null {
  const addresses = new Set(channels.map((channel) => channel.url))
  const domain = registrableDomain(url)
  const isShared = NETWORKS.has(domain)
  const twin = workspace.sources.find(
    (source) =>
      (!isShared && registrableDomain(source.url) === domain) ||
      source.channels.some((one) => addresses.has(one.url)),
  )
  return twin?.id ?? null
}

/** Renders the YAML of a source in the form that `readSource` reads. */
export function renderSource(source: NewSource): string {
  const { name, url, medium, state, city, tier, verified, remarks } = source
  const facts = {
    name,
    url,
    medium,
    ...(state === null ? {} : { state }),
    ...(city === null ? {} : { city }),
    tier,
  }
  return [
    ...remarks.map((remark) => `# ${remark.replace(/\s+/g, ' ')}`),
    stringify(facts).trimEnd(),
    'every: 60m # cada cuánto se revisa: 20m, 2h, 1d',
    stringify({ verified }).trimEnd(),
    '# Maneras de entrar, en orden: si la primera falla se usa la siguiente; las de «together», todas.',
    renderChannels(source),
    '# article: { body: .selector, remove: [.relacionadas] } # solo si el lector general se equivoca',
    '# reach: { value: 12000, unit: visitas-mes, source: media kit, asOf: 2026-03 } # omitido = «sin dato»',
    ...(medium === 'red-social'
      ? ['# press: true # es un medio y sus publicaciones son notas; sin esto van en «Redes», aparte']
      : []),
    'rights: cita # cita | reproduccion | titulo-y-liga',
    '',
  ].join('\n')
}

/** The part of its YAML that says how to enter. */
export function renderChannels(source: Pick<NewSource, 'channels' | 'together'>): string {
  return stringify({ channels: renderRungs(source) }).trimEnd()
}

/** Siblings are one element of the list, where the first of them stands. */
function renderRungs({
  channels,
  together = [],
}: Pick<NewSource, 'channels' | 'together'>): Record<string, unknown>[] {
  const groupOf = (url: string) => together.find((group) => group.includes(url))
  return channels.flatMap((channel) => {
    const group = groupOf(channel.url)
    if (group === undefined) return [renderChannel(channel)]
    if (group[0] !== channel.url) return []
    return [{ together: channels.filter(({ url }) => group.includes(url)).map(renderChannel) }]
  })
}

function renderChannel(channel: Channel): Record<string, unknown> {
  const { kind, url } = channel
  if (channel.kind !== 'page' && channel.kind !== 'browser') return { [kind]: url }
  const { item, link, title, date, summary } = channel.select
  const waitFor = channel.kind === 'browser' ? channel.waitFor : null
  const fields = {
    item,
    link: renderSelector(link, 'href'),
    title: title && renderSelector(title, 'text'),
    date: date && renderSelector(date, 'text'),
    summary: summary && renderSelector(summary, 'text'),
    waitFor,
  }
  return { [kind]: url, ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) }
}

function renderSelector({ selector, value }: Selector, usual: string): string | Selector {
  return value === usual ? selector : { selector, value }
}

/** Writes a source into a workspace and returns its file. Never overwrites. */
export async function writeSource(folder: string, source: NewSource): Promise<{ id: string; file: string }> {
  const id = idForSource(source)
  const file = `sources/${id}.yml`
  const path = join(folder, file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, renderSource(source), { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
    throw new Misdeclared(file, null, null, 'ya existe; edítalo o usa otro nombre con --name')
  })
  return { id, file }
}

/** Text of a source's file, to be shown. */
export function readSourceFile(folder: string, id: string): Promise<string> {
  return readFile(join(folder, `sources/${id}.yml`), 'utf8')
}
