// What a document says about itself → its XMP packet parts, escaped, with the marks of PDF/UA-1 beside those of PDF/A.

export type DocumentInfo = {
  readonly title: string
  readonly author: string
  readonly subject: string
  readonly keywords: string
  /** Instant of the edition; it is also that of the attachments, so that the same content gives the same bytes. */
  readonly date: Date
}

export const CREATOR = 'Síntesis'
export const PRODUCER = 'pdfkit'

const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

const instantOf = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`

const describe = (namespaces: string, body: string): string =>
  `<rdf:Description rdf:about="" ${namespaces}>${body}</rdf:Description>\n`

const localized = (name: string, text: string): string =>
  `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt></${name}>`

/** The descriptions that ISO 19005 requires to agree with the document's information dictionary. */
export function describeDocument(info: DocumentInfo): string {
  const dates = `<xmp:CreateDate>${instantOf(info.date)}</xmp:CreateDate><xmp:ModifyDate>${instantOf(info.date)}</xmp:ModifyDate>`
  return [
    describe(
      'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
      `${dates}<xmp:CreatorTool>${escapeXml(CREATOR)}</xmp:CreatorTool>`,
    ),
    describe(
      'xmlns:dc="http://purl.org/dc/elements/1.1/"',
      `${localized('dc:title', info.title)}<dc:creator><rdf:Seq><rdf:li>${escapeXml(info.author)}</rdf:li></rdf:Seq></dc:creator>${localized('dc:description', info.subject)}`,
    ),
    describe(
      'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
      `<pdf:Producer>${PRODUCER}</pdf:Producer><pdf:Keywords>${escapeXml(info.keywords)}</pdf:Keywords>`,
    ),
    describe('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"', '<pdfuaid:part>1</pdfuaid:part>'),
    describeAccessibilitySchema(),
  ].join('')
}

/** PDF/A wants every schema outside its own list described; the identification of PDF/UA is one. */
function describeAccessibilitySchema(): string {
  const resource = (body: string) => `<rdf:li rdf:parseType="Resource">${body}</rdf:li>`
  const property = resource(
    '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA part number</pdfaProperty:description>',
  )
  const schema = resource(
    `<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>${property}</rdf:Seq></pdfaSchema:property>`,
  )
  return describe(
    'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
    `<pdfaExtension:schemas><rdf:Bag>${schema}</rdf:Bag></pdfaExtension:schemas>`,
  )
}
