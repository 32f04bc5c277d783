// What a process threw → whether the house itself failed, its database or its disk, and in Spanish how.

const DISK: Readonly<Record<string, string>> = {
  ENOSPC: 'el disco está lleno: libera espacio',
  EDQUOT: 'se acabó el espacio que este usuario puede usar en el disco',
  EROFS: 'el disco está montado como de solo lectura',
  EACCES: 'no hay permiso para escribir en la carpeta de datos',
  EIO: 'el disco falla: revísalo cuanto antes',
}

/** Gone, going or coming, without sessions or memory left, or two transactions that met and of which this one gave way. */
const DATABASE_CODES = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|57P\d\d|08\d{3}|53\d{3}|40001|40P01|25006)$/
const DATABASE_WORDS =
  /^(Connection terminated|Client has encountered a connection error|Cannot use a pool|timeout exceeded when trying to connect|Client was closed)/

/**
 * Says that the database or the disk failed; null of anything else. Then nothing can be kept, whatever source is read,
 * and what was due stays due. Failures of the web never come here raw: whoever asks it names them.
 */
export function explainHouseFault(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null
  const { code, syscall, message = '', cause } = error as Partial<NodeJS.ErrnoException>
  const disk = DISK[code ?? '']
  if (disk !== undefined) return `no se puede guardar nada: ${disk}. Lo que falta se lee cuando se pueda.`
  const isGone = syscall === 'connect' && code === 'ENOENT' // the socket of a server that is not there
  if (isGone || DATABASE_CODES.test(code ?? '') || DATABASE_WORDS.test(message))
    return 'la base de datos no contesta. Lo guardado está a salvo; se espera a que vuelva y se sigue donde se quedó.'
  return explainHouseFault(cause)
}
