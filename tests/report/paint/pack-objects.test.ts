import { describe, expect, it } from 'vitest'
import { packObjects } from '../../../src/report/paint/pack-objects.ts'
import { openPdf } from '../read-pdf.ts'

/** A document as the library writes it: bodies under their numbers, and one table. */
function writePlain(bodies: readonly string[]): Uint8Array {
  let text = '%PDF-1.7\n%\u00ff\u00ff\u00ff\u00ff\n'
  const offsets = bodies.map((body, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${rows}`
  const trailer = `trailer\n<<\n/Size ${bodies.length + 1}\n/Root 1 0 R\n/Info 4 0 R\n/ID [<00> <00>]\n>>\n`
  return Buffer.from(`${text}${table}${trailer}startxref\n${text.length}\n%%EOF\n`, 'latin1')
}

const CONTENT = '0 0 10 10 re f'
const BODIES = [
  '<<\n/Type /Catalog\n/Pages 2 0 R\n>>',
  '<<\n/Type /Pages\n/Kids [3 0 R]\n/Count 1\n>>',
  '<<\n/Type /Page\n/Parent 2 0 R\n/MediaBox [0 0 50 60]\n/Contents 5 0 R\n>>',
  '<<\n/Title (De stream\\nendstream y endobj)\n>>',
  `<<\n/Length ${CONTENT.length}\n>>\nstream\n${CONTENT}\nendstream`,
]

describe('packing the objects of a document', () => {
  it('keeps every object: the page, its content and what the document says of itself', async () => {
    const packed = packObjects(writePlain(BODIES))
    expect(Buffer.from(packed).includes('/Type /Catalog')).toBe(false)
    const pdf = await openPdf(packed)
    expect((await pdf.getPage(1)).view).toEqual([0, 0, 50, 60])
    expect((await (await pdf.getPage(1)).getOperatorList()).fnArray.length).toBeGreaterThan(0)
    expect((await pdf.getMetadata()).info).toMatchObject({ Title: 'De stream\nendstream y endobj' })
  })

  it('takes many objects in several streams', async () => {
    const more = Array.from({ length: 450 }, (_, index) => `<<\n/N ${index}\n>>`)
    const plain = writePlain([...BODIES, ...more])
    const packed = packObjects(plain)
    expect(packed.length).toBeLessThan(plain.length / 3)
    expect(
      Buffer.from(packed)
        .toString('latin1')
        .match(/\/Type \/ObjStm/g),
    ).toHaveLength(3)
    expect((await openPdf(packed)).numPages).toBe(1)
  })

  it('refuses a file whose table does not say where its objects are', () => {
    const plain = Buffer.from(writePlain(BODIES))
    const moved = Buffer.concat([plain.subarray(0, 20), Buffer.from('  '), plain.subarray(20)])
    expect(() => packObjects(moved)).toThrow()
    expect(() => packObjects(Buffer.from('not a document'))).toThrow('reference table')
  })
})
