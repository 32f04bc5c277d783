// The replayed sites → a workspace that watches them for Madrid, a subject that really occurs in the pages.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { ReplayPage } from './replay-site.ts'

const MUNICIPALITY = {
  name: 'Madrid',
  state: 'MX-CMX',
  stateName: 'España',
  office: 'Repetición de páginas capturadas',
  contact: 'replay@example.test',
  subjects: [
    {
      id: 'madrid',
      name: 'Madrid',
      role: 'municipio',
      aliases: ['Ayuntamiento de Madrid', 'alcalde de Madrid', 'Consistorio madrileño', 'capital de España'],
      ambiguous: ['Madrid', 'Ayuntamiento', 'Consistorio'],
      exclusions: ['Real Madrid', 'Atlético de Madrid', 'Madrid (EFE)', 'Audiencia Provincial de Madrid'],
      context: [
        'España',
        'Carabanchel',
        'Moncloa',
        'PSOE',
        'Podemos',
        'Comunidad de Madrid',
        'Congreso de los Diputados',
      ],
      antiContext: ['Colombia', 'Nuevo Madrid'],
    },
    {
      id: 'barcelona',
      name: 'Barcelona',
      role: 'vecino',
      aliases: ['Barcelona'],
      exclusions: ['FC Barcelona'],
    },
  ],
  sections: [
    {
      id: 'politica',
      title: 'Política',
      terms: ['Congreso', 'PSOE', 'Podemos', 'fiscal', 'juez', 'ministro', 'gobierno'],
    },
    { id: 'ciudad', title: 'Ciudad', terms: ['vecinos', 'distrito', 'fiestas', 'ruido', 'Ayuntamiento'] },
  ],
}

const BRIEF = {
  title: 'Síntesis informativa',
  kind: 'sintesis',
  days: 1,
  schedule: { weekdays: [1, 2, 3, 4, 5, 6, 7], deadline: '07:00' },
}

/** Writes the workspace afresh: one source per host, by feed and by section page in turn. */
export function writeReplayWorkspace(folder: string, pages: readonly ReplayPage[]): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'sources'), { recursive: true })
  mkdirSync(join(folder, 'reports'), { recursive: true })
  writeFileSync(join(folder, 'municipality.yml'), stringify(MUNICIPALITY))
  writeFileSync(join(folder, 'reports/sintesis.yml'), stringify(BRIEF))
  const hosts = [...new Set(pages.map(({ url }) => new URL(url).host))].sort()
  for (const [index, host] of hosts.entries()) {
    const feed = { feed: `http://${host}/feed.xml` }
    const page = { page: `http://${host}/`, item: 'article', link: 'h2 a' }
    writeFileSync(
      join(folder, `sources/${host.replaceAll('.', '-')}.yml`),
      stringify({
        name: host.replace(/^www\./, ''),
        url: `http://${host}/`,
        medium: 'portal',
        tier: 2,
        channels: [index % 2 === 0 ? feed : page],
      }),
    )
  }
}
