// Why a picture is missing → what its empty frame says.

export const PICTURE_REASONS = {
  notCaptured: 'Sin captura: el sitio no la entregó',
  unreadable: 'Sin imagen: el archivo está dañado',
  tooLarge: 'Sin imagen: pesa demasiado para imprimirse',
} as const
