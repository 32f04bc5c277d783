// Lines found inside notes → those the outlet added, and those that only look like it.
import { describe, expect, test } from 'vitest'
import { explainLine } from '../../src/extract/lines.ts'

describe('the outlet’s own lines', () => {
  test.each([
    ['Te puede interesar: Abren el puente', 1, 'promoción de otra nota'],
    ['TE RECOMENDAMOS:', 0, 'promoción de otra nota'],
    ['👉 Lee también: Abren el puente', 0.6, 'promoción de otra nota'],
    ['También te puede interesar…', 0, 'promoción de otra nota'],
    ['Le puede interesar: Abren el puente nuevo', 0.7, 'promoción de otra nota'],
    ['No te pierdas: Abren el puente', 0.7, 'promoción de otra nota'],
    ['Más información aquí', 0.5, 'promoción de otra nota'],
    ['Nota relacionada', 0, 'promoción de otra nota'],
    ['Síguenos en Facebook y X', 0, 'llamado a redes o boletín'],
    ['📲 Únete a nuestro canal de WhatsApp', 0.5, 'llamado a redes o boletín'],
    ['Suscríbete a nuestro boletín y recibe las noticias', 0, 'llamado a redes o boletín'],
    ['Mantente informado en Google Noticias', 1, 'llamado a redes o boletín'],
    ['Todos los derechos reservados. Prohibida su reproducción.', 0, 'aviso legal o de derechos'],
    ['Aviso de privacidad', 1, 'aviso legal o de derechos'],
    ['Foto: Cortesía', 0, 'crédito de imagen'],
    ['Fotos cortesía del ayuntamiento', 0, 'crédito de imagen'],
    ['Publicidad', 0, 'etiqueta de la página'],
    ['3 min de lectura', 0, 'etiqueta de la página'],
    ['Suscríbete para seguir leyendo', 0, 'aviso de pago'],
  ])('%s', (text, linkShare, reason) => {
    expect(explainLine(text, linkShare)).toBe(reason)
  })
})

describe('lines of the note that begin alike', () => {
  test.each([
    'Queda prohibida la venta de alcohol durante la feria, dispuso el cabildo.',
    'El DIF recibe las solicitudes de lunes a viernes en sus oficinas.',
    'Únete a la jornada de vacunación del sábado en la plaza principal.',
    'La alcaldesa abrió un canal de WhatsApp para recibir reportes de baches.',
    'Descarga la app Tala Segura para pedir auxilio, recomendó el comisario.',
    'Video de la agresión circuló en redes sociales desde la madrugada del lunes.',
    'Imagen de la Virgen recorrerá las colonias del municipio.',
    'Fotos de los daños fueron entregadas a la Fiscalía por los vecinos.',
    'Además, la obra incluye banquetas y alumbrado.',
    'Más información se dará a conocer en los próximos días.',
    'Puedes consultar la lista de beneficiarios en la presidencia municipal.',
    'Recomendados por su experiencia, los peritos revisaron el puente durante la mañana.',
    'El aviso de privacidad del programa fue impugnado por la regidora.',
    'Suscribirse al programa no tiene costo, aclaró la directora.',
    'Te lo dije, respondió el regidor.',
    'Lea bien el contrato antes de firmar, aconsejó la abogada.',
    'Ver para creer: el río volvió a su cauce.',
    'Mira que lo intentamos, dijo el entrenador.',
    'Comparte el Ayuntamiento estos gastos con el Estado.',
    'Nos siguen preocupando los incendios, admitió Protección Civil.',
  ])('%s', (text) => {
    expect(explainLine(text, 0)).toBeNull()
  })

  test('a long paragraph is never judged by its words', () => {
    expect(explainLine(`Te puede interesar ${'que la obra siga '.repeat(30)}`, 0)).toBeNull()
  })
})
