// The general topics of the sections in municipality.yml: one or several, each with a single owner.
import { expect, it } from 'vitest'
import { readMunicipality } from '../../src/config/municipality.ts'

const read = (...sections: readonly string[]) =>
  readMunicipality(
    'municipality.yml',
    `name: Tala
state: MX-JAL
stateName: Jalisco
office: Comunicación Social
contact: prensa@tala.example
subjects: [{ id: tala, name: Tala, role: municipio, aliases: [Ayuntamiento de Tala] }]
sections:
${sections.map((section) => `  - ${section}\n`).join('')}`,
  )

it('reads one topic, several, or none, where the terms alone decide', () => {
  expect(
    read(
      '{ id: agua, title: Agua, terms: [fuga], topic: agua }',
      '{ id: cultura, title: Cultura, terms: [], topic: [cultura, deporte] }',
      '{ id: obra, title: Obra, terms: [bache] }',
    ),
  ).toMatchObject({
    ok: true,
    value: {
      sections: [
        { id: 'agua', terms: ['fuga'], topics: ['agua'] },
        { id: 'cultura', topics: ['cultura', 'deporte'] },
        { id: 'obra', title: 'Obra', terms: ['bache'] },
      ],
    },
  })
})

it('refuses a topic that another section has, and says which', () => {
  const declared = read(
    '{ id: agua, title: Agua, terms: [], topic: agua }',
    '{ id: obra, title: Obra, terms: [], topic: [obra, agua] }',
  )
  expect(declared.ok ? [] : declared.faults.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      '^municipality.yml:9:\\d+: .*el tema «agua» ya es de la sección «Agua»; déjalo en una sola',
    ),
  ])
})

it('refuses a topic that does not exist, and lists those that do', () => {
  const declared = read('{ id: agua, title: Agua, terms: [], topic: agüita }')
  expect(declared.ok ? '' : declared.faults[0]?.message).toMatch(/municipality\.yml:8:.*agua/)
})
