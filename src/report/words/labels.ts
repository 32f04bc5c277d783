// The fixed Spanish of both reports: titles, column heads, notes on how to read.

export const SINTESIS_LABELS = {
  title: 'Síntesis informativa',
  minute: 'En un minuto',
  actions: 'Requiere acción hoy',
  step: 'Qué hacer:',
  agenda: 'Hoy en la agenda',
  trendGuide: 'positivas arriba, negativas abajo',
  facts: 'Lo que pasó',
  inThisEdition: 'En esta edición',
  watch: 'Ojo:',
  continued: 'sigue',
  boletines: 'Boletines',
  boletinesGuide: 'Qué se envió y quién lo publicó. El porcentaje es el texto del boletín que coincide.',
  columns: 'Columnas y opinión',
  neighbours: 'Estado y vecinos',
  index: 'Índice de notas',
  indexByMedium: 'Índice por medio',
  indexByMediumGuide:
    'Los números son los de las notas. El listado completo va adjunto en este PDF (notas.csv).',
  trails: 'De dónde sale cada cifra',
  review: 'Qué se revisó',
  reading: 'Cómo leer.',
  otherTopics: 'Otros temas',
  toConfirm: 'Por confirmar',
  footer: 'Documento de trabajo interno',
  sameNote: 'misma nota',
} as const

export const HOW_TO_READ =
  'El tono mide cómo queda el gobierno municipal en la nota, no si el hecho es bueno o malo; «sin evaluar» no cuenta como neutra. Balance: positivas menos negativas por cada 100 notas evaluadas. Alcance estimado: tiraje, visitas o audiencia que publica cada medio; suma repeticiones y no equivale a personas. Coincide: parte del boletín que aparece igual en la nota. Cada nota guarda su captura con fecha, hora y huella digital. Los datos de esta edición van adjuntos en este PDF (notas.csv y notas.json).'

export const INDEX_HEADS = {
  number: 'N.º',
  tone: 'Tono',
  note: 'Nota',
  medium: 'Medio',
  where: 'Dónde y cuándo',
  page: 'Pág.',
} as const

export const BOLETIN_HEADS = {
  boletin: 'Boletín',
  sent: 'Enviado',
  notes: 'Notas',
  tone: 'Tono',
  share: 'Coincide',
  reach: 'Alcance est.',
} as const
