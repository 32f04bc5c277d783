// What the files inside a PDF are → how they are described, and the keywords of the document.

export const ATTACHMENT_WORDS = {
  csv: 'Notas de esta edición, para hoja de cálculo',
  json: 'Notas de esta edición, completas',
  posts: 'Publicaciones en redes de esta edición, para hoja de cálculo',
  report: 'Datos de este reporte',
} as const

export const printKeywords = (municipality: string): string =>
  `síntesis informativa, monitoreo de medios, ${municipality}`
