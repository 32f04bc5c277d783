// Transcripts with times as recorders, editors and networks write them.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTranscript } from '../../src/collect/transcript.ts'
import { decodeBytes } from '../../src/text/charset.ts'

const readSample = async (name: string) =>
  readTranscript(decodeBytes(await readFile(join(import.meta.dirname, 'transcripts', name)), null).text)

describe('a SubRip file with a byte order mark and CRLF', () => {
  it('gives its text by pauses and turns, without numbers and times', async () => {
    const { paragraphs, cues } = await readSample('radio.srt')
    expect(cues).toBe(4)
    expect(paragraphs).toEqual([
      'Buenos días, Tala, Jalisco. El Ayuntamiento de Tala, Jalisco, cumple cuatro días sin mandar pipas. Vecinos del Centro reclaman.',
      '- ¿Y qué responde la alcaldesa?',
    ])
  })

  it('lasts from its first good time to its last', async () => {
    expect((await readSample('radio.srt')).seconds).toBe(92)
  })

  it('tells overlapping and broken times by their line', async () => {
    expect((await readSample('radio.srt')).faults).toEqual([
      { line: 6, message: 'empieza antes de que termine el de la línea 2; se guardó su texto' },
      {
        line: 11,
        message: '«00:00:1x,000 --> 00:00:20,000» no son dos tiempos en orden; se guardó su texto',
      },
    ])
  })
})

describe('a WebVTT file', () => {
  it('gives only what is said: no header, notes, styles, names, settings or markup, and rolled lines once', async () => {
    expect(await readSample('tv.vtt')).toEqual({
      paragraphs: [
        'Conductora: Buenas noches. Cuatro días sin agua en Tala & Cuisillos. Vecinos del Centro esperan la pipa.',
        'Vecina: Nadie nos dice nada.',
      ],
      seconds: 13,
      cues: 4,
      faults: [],
    })
  })
})

it('a time that ends before it begins is broken, and says nothing of the length', () => {
  const { seconds, faults, paragraphs } = readTranscript('1\n00:10 --> 00:05\nNo se sabe cuándo.\n')
  expect(seconds).toBeNull()
  expect(faults).toHaveLength(1)
  expect(paragraphs).toEqual(['No se sabe cuándo.'])
})

it('a text without times is no transcript', () => {
  expect(readTranscript('Buenos días, Tala.\nSin agua.\n')).toEqual({
    paragraphs: [],
    seconds: null,
    cues: 0,
    faults: [],
  })
})

it('a line that is a year is said, unless times follow it', () => {
  expect(readTranscript('1\n00:00:01,000 --> 00:00:02,000\nEn el año\n2026\n\n').paragraphs).toEqual([
    'En el año 2026',
  ])
})

it('no word is lost, whatever the times are', () => {
  const word = fc.stringMatching(/^[a-zñáé]{1,12}$/)
  const time = fc.constantFrom('00:00:01,000', '00:02.5', '99:99:99,999', 'xx:01', '00:00:07.000')
  const cue = fc.record({ from: time, to: time, lines: fc.array(word, { minLength: 1, maxLength: 3 }) })
  fc.assert(
    fc.property(
      fc.array(cue, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      (cues, end) => {
        const file = cues
          .map(({ from, to, lines }, index) => [index + 1, `${from} --> ${to}`, ...lines, ''].join(end))
          .join(end)
        const said = new Set(readTranscript(`\ufeff${file}`).paragraphs.flatMap((text) => text.split(' ')))
        for (const { lines } of cues) for (const line of lines) expect(said).toContain(line)
      },
    ),
  )
})

it('an answer that is given twice is said twice', () => {
  const twice = '1\n00:01 --> 00:02\nNo.\n\n2\n00:02 --> 00:03\nNo.\n'
  expect(readTranscript(twice).paragraphs).toEqual(['No. No.'])
})
