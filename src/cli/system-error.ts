// What the operating system refused → a sentence in Spanish about the file, with what to do.

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'no existe',
  EISDIR: 'es una carpeta y se esperaba un archivo',
  EEXIST: 'ya existe, y ahí debe ir una carpeta o un archivo nuevo: muévelo a otro lugar',
  ENOTDIR: 'está dentro de algo que no es una carpeta',
  EACCES: 'no se puede abrir con este usuario: revisa sus permisos',
  EPERM: 'no se puede cambiar con este usuario: revisa sus permisos',
  EROFS: 'está en un disco de solo lectura',
  ENOSPC: 'no cabe: el disco está lleno, libera espacio',
  EMFILE: 'no se puede abrir: este proceso tiene demasiados archivos abiertos (ulimit -n)',
}

/** Names the file and what is wrong with it; null for an error that is not about a file. */
export function explainSystemError(error: NodeJS.ErrnoException): string | null {
  const cause = CAUSES[error.code ?? '']
  if (cause === undefined || error.syscall === undefined) return null
  return error.path === undefined ? `Lo que se pidió leer ${cause}.` : `«${error.path}» ${cause}.`
}
