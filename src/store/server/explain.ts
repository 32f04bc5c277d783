// What PostgreSQL wrote before it gave up → the error a person can act on.
import { Misdeclared } from '../../failure.ts'

const CAUSES: readonly (readonly [RegExp, string])[] = [
  [/no space left on device|EDQUOT/i, 'el disco está lleno. Libera espacio y vuelve a intentar'],
  [
    /read-only file system/i,
    'el disco está montado solo para lectura. Usa un espacio de trabajo en el que se pueda escribir',
  ],
  [
    /data directory .* has (wrong ownership|invalid permissions)/,
    'los archivos de la base de datos son de otro usuario o tienen permisos abiertos. Ejecuta síntesis con el usuario que la creó; en un disco sin permisos de Unix (memoria USB, red), mueve el espacio de trabajo a un disco local',
  ],
  [
    /could not look up effective user ID/,
    'el usuario con el que se ejecuta no tiene nombre en este sistema. Dale de alta (en un contenedor, en /etc/passwd) o define DATABASE_URL',
  ],
  [
    /(database files are incompatible with server|was initialized by PostgreSQL version)/,
    'la base de datos se creó con otra versión de PostgreSQL. Usa la versión de síntesis que la creó para exportarla con pg_dump antes de actualizar',
  ],
  [
    /pre-existing shared memory block/,
    'otro servidor sigue usando esta base de datos. Espera a que termine o reinicia el equipo',
  ],
  [
    /(error while loading shared libraries|cannot open shared object|GLIBC_)/,
    'a este sistema le falta una biblioteca que PostgreSQL necesita. Define DATABASE_URL con la dirección de un PostgreSQL 15 o posterior',
  ],
  [
    /(could not (create|resize) shared memory|could not map anonymous shared memory)/,
    'no hay memoria suficiente para la base de datos. Cierra otros programas y vuelve a intentar',
  ],
  [
    /(checkpoint record|invalid page|could not locate a valid checkpoint)/,
    'los archivos de la base de datos están dañados. Restaura el respaldo de la carpeta de datos',
  ],
  [
    /permission denied|EACCES|EPERM/i,
    'no hay permiso para leer o escribir aquí. Ejecuta síntesis con el usuario dueño de la carpeta, o dale permiso',
  ],
  [
    /(ENOENT|ENOEXEC|Exec format error)/,
    'este sistema no puede ejecutar el PostgreSQL que acompaña a síntesis. Define DATABASE_URL con la dirección de un PostgreSQL 15 o posterior',
  ],
]

/** Lines of the log that help whoever is asked for help. */
const LINES = 8

/** Makes what the file system refused into an error a person can act on; anything else stays as it is. */
export function explainRefusal(folder: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException
  return /^(EACCES|EPERM|EROFS|ENOSPC|EDQUOT)$/.test(code ?? '') ? explainStart(folder, message ?? '') : error
}

/** Makes the error for a server that did not start, from the folder of the database and what it wrote. */
export function explainStart(folder: string, written: string): Misdeclared {
  const cause = CAUSES.find(([pattern]) => pattern.test(written))?.[1]
  const last = written.trim().split('\n').slice(-LINES).join('\n')
  return new Misdeclared(
    folder,
    null,
    null,
    cause === undefined
      ? `la base de datos no arrancó. Esto escribió:\n${last}`
      : `la base de datos no arrancó: ${cause}. Esto escribió:\n${last}`,
  )
}
