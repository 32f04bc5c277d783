// The files of an edition → what to attach, whole and then ever less, with what the message says of what it lacks.
import type { Attachment } from './attachment.ts'

export type Load = {
  readonly attachments: readonly Attachment[]
  /** What is left out and how much it weighs, `el PDF de carta (26.4 MB)`; null of the whole. */
  readonly without: string | null
  /** Said to the reader; null of the whole. */
  readonly notice: string | null
}

const isLetter = ({ name }: Attachment): boolean => name.endsWith('-carta.pdf')
const isPhone = ({ name }: Attachment): boolean => name.endsWith('-movil.pdf')
const isPdf = ({ mediaType }: Attachment): boolean => mediaType === 'application/pdf'

/** Everything; the telephone's PDF without the one to print; no PDF; nothing. Each at most once. */
export function listLoads(all: readonly Attachment[]): Load[] {
  const loads: Load[] = [{ attachments: all, without: null, notice: null }]
  if (all.some(isPhone) && all.some(isLetter))
    loads.push(
      leaveOut(all, isLetter, 'el PDF de carta', 'Va la edición para teléfono, con las mismas notas.'),
    )
  if (all.some(isPdf))
    loads.push(leaveOut(all, isPdf, 'el PDF', 'Este mensaje trae lo principal; el PDF se pide a la oficina.'))
  if (all.some((file) => !isPdf(file)))
    loads.push(
      leaveOut(
        all,
        () => true,
        'ningún adjunto',
        'Este mensaje trae lo principal; los archivos se piden a la oficina.',
      ),
    )
  return loads
}

function leaveOut(
  all: readonly Attachment[],
  isLeft: (file: Attachment) => boolean,
  name: string,
  instead: string,
): Load {
  const left = all.filter(isLeft)
  const weight = printMegabytes(left.reduce((sum, { bytes }) => sum + bytes.length, 0))
  return {
    attachments: all.filter((file) => !isLeft(file)),
    without: `${name} (${weight})`,
    notice: `No cupo en el correo ${name} (${weight}). ${instead}`,
  }
}

/** Megabytes as mail services count them: `26.4 MB`. */
export const printMegabytes = (bytes: number): string => `${Math.max(bytes / 1_000_000, 0.1).toFixed(1)} MB`
