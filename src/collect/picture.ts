// The address of a note's lead picture → a JPEG fit to print, or why it cannot be had.
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { Later, Unreadable } from '../failure.ts'
import { requireOk } from './status.ts'
import type { Web } from './web.ts'

export type TakenPicture =
  | { readonly bytes: Uint8Array; readonly sha256: string }
  /** Spanish. */
  | { readonly reason: string }

/** Twice the width at which the largest picture of an edition is printed. */
const WIDTH = 640
const QUALITY = 76
/** A picture of more pixels is a bomb or a poster; either would take more memory than an old PC has. */
const MOST_PIXELS = 60_000_000
const MOST_BYTES = 12 * 1024 * 1024

/**
 * Takes a picture in any format of the web (JPEG, PNG, WebP, AVIF, GIF, SVG excepted) as an opaque JPEG at most 640
 * pixels wide, without the metadata that may tell where a person was. Failures of the web never throw.
 */
export async function takePicture(url: string, web: Web): Promise<TakenPicture> {
  try {
    const fetched = await web.fetch(url, { accept: 'image/*', maxBytes: MOST_BYTES })
    requireOk(fetched)
    return await printablePicture(fetched.body)
  } catch (error) {
    if (error instanceof Later || error instanceof Unreadable) return { reason: error.message }
    throw error
  }
}

async function printablePicture(body: Uint8Array): Promise<TakenPicture> {
  try {
    const bytes = await sharp(body, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize({ width: WIDTH, withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: QUALITY })
      .toBuffer()
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
  } catch {
    // sharp names a fault of its decoder in English; to the reader they are all one.
    return { reason: 'el archivo no es una imagen que se pueda abrir' }
  }
}
