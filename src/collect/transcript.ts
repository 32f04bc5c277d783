// A transcript with times (SubRip or WebVTT) → the paragraphs that were said, how long it lasts, and what is wrong with it by line.
import { decodeHTML } from 'entities'
import { cleanText } from '../text/clean.ts'

export type Transcript = {
  readonly paragraphs: readonly string[]
  /** From the first cue with good times to the end of the last; null when none has them. */
  readonly seconds: number | null
  /** Cues as they stood, good or broken. */
  readonly cues: number
  /** Spanish; the text of the cues that they speak of is kept. */
  readonly faults: readonly { readonly line: number; readonly message: string }[]
}

type Cue = {
  readonly line: number
  /** Null when its times are broken. */
  readonly span: { readonly from: number; readonly to: number } | null
  readonly written: string
  readonly lines: string[]
}

const ARROW = /-{1,2}(?:>|&gt;)/
/** SubRip writes `00:01:02,500`, WebVTT `00:01:02.500` and leaves out the hours; settings may follow the second time. */
const STAMP = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?`
const TIMING = new RegExp(String.raw`^${STAMP}\s*-{1,2}(?:>|&gt;)\s*${STAMP}(?:\s+\S.*)?$`)
/** Blocks of WebVTT that nobody says. */
const SILENT_BLOCK = /^(?:NOTE|STYLE|REGION)(?:\s|$)/
const VOICE = /^<v(?:\.[^\s>]*)?\s+([^>]+)>/i
const MARKUP = /<\/?(?:[a-z][^>]*|\d[\d:.]*)>|\{\\[^}]*\}/gi
/** A pause that parts two paragraphs, in seconds. */
const PAUSE = 2
/** After so many characters a paragraph ends with its sentence. */
const LONG = 500

function readStamp(parts: readonly (string | undefined)[]): number | null {
  const [hours = '0', minutes = '0', seconds = '0', fraction = '0'] = parts
  if (Number(minutes) > 59 || Number(seconds) > 59) return null
  return Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction}`)
}

function readSpan(line: string): Cue['span'] {
  const parts = TIMING.exec(line)
  if (parts === null) return null
  const [from, to] = [readStamp(parts.slice(1, 5)), readStamp(parts.slice(5, 9))]
  return from === null || to === null || to <= from ? null : { from, to }
}

const isTimed = (line: string): boolean => ARROW.test(line) && /\d/.test(line)

/** Every cue, in the order of the file. A line with times opens one whether or not an empty line stands before it. */
function listCues(text: string): Cue[] {
  const cues: Cue[] = []
  const bare = text.replace(/^\ufeff+/, '')
  const lines = bare.split(/\r\n|\r|\n/).map((line) => line.trim())
  const hasNames = /^WEBVTT\b/.test(bare)
  let isSilent = false
  for (const [index, line] of lines.entries()) {
    const isFirst = (lines[index - 1] ?? '') === ''
    // What stands right above its times is the cue's number or, in WebVTT, its name.
    const isName = isTimed(lines[index + 1] ?? '') && (/^\d+$/.test(line) || (hasNames && isFirst))
    if (isTimed(line)) cues.push({ line: index + 1, span: readSpan(line), written: line, lines: [] })
    if (isTimed(line) || line === '') isSilent = false
    else if (isFirst && hasNames && SILENT_BLOCK.test(line)) isSilent = true
    else if (!isSilent && !isName) cues.at(-1)?.lines.push(line)
  }
  return cues
}

function findFaults(cues: readonly Cue[]): Transcript['faults'] {
  let end = { at: 0, line: 0 }
  return cues.flatMap(({ line, span, written }) => {
    if (span === null) {
      return [{ line, message: `«${written.slice(0, 60)}» no son dos tiempos en orden; se guardó su texto` }]
    }
    const isOver = span.from < end.at - 0.001
    const message = `empieza antes de que termine el de la línea ${end.line}; se guardó su texto`
    if (span.to > end.at) end = { at: span.to, line }
    return isOver ? [{ line, message }] : []
  })
}

type Said = { readonly text: string; readonly voice: string | null; readonly cue: Cue }

/** A cue shorter than this, in seconds, only holds the line before on the screen. */
const HELD = 0.1

/** What is said line by line; captions that roll repeat the line before above the new one, and it is said once. */
function listSaid(cues: readonly Cue[]): Said[] {
  const said: Said[] = []
  for (const cue of cues) {
    for (const line of cue.lines) {
      const text = cleanText(decodeHTML(line.replace(MARKUP, ' ')))
      const isRepeated = text === said.at(-1)?.text && said.at(-1)?.cue !== cue
      const isHeld = cue.span !== null && cue.span.to - cue.span.from < HELD
      const isRolled = isRepeated && (cue.lines.length > 1 || isHeld)
      if (text !== '' && !isRolled) said.push({ text, voice: VOICE.exec(line)?.[1]?.trim() ?? null, cue })
    }
  }
  return said
}

function joinParagraphs(said: readonly Said[]): string[] {
  const paragraphs: string[] = []
  let last: Said | null = null
  for (const one of said) {
    const before = paragraphs.at(-1)
    const isTurn = /^[-–—]\s*\S/.test(one.text) || (one.voice !== null && one.voice !== (last?.voice ?? null))
    const pause = (one.cue.span?.from ?? 0) - (last?.cue.span?.to ?? Number.POSITIVE_INFINITY)
    const isFull = (before?.length ?? 0) > LONG && /[.!?…]["»”]?$/.test(before ?? '')
    const text = one.voice !== null && isTurn ? `${one.voice}: ${one.text}` : one.text
    if (before === undefined || isTurn || isFull || pause >= PAUSE) paragraphs.push(text)
    else paragraphs[paragraphs.length - 1] = `${before} ${text}`
    last = one
  }
  return paragraphs
}

/** Reads a transcript; one without any line of times has no cues, and nothing of it is text. */
export function readTranscript(text: string): Transcript {
  const cues = listCues(text)
  const spans = cues.flatMap(({ span }) => span ?? [])
  const from = Math.min(...spans.map((span) => span.from))
  const to = Math.max(...spans.map((span) => span.to))
  return {
    paragraphs: joinParagraphs(listSaid(cues)),
    seconds: spans.length === 0 ? null : Math.max(1, Math.round(to - from)),
    cues: cues.length,
    faults: findFaults(cues),
  }
}
