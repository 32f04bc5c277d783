// A new workspace as `init` writes it → what each command says in it, typed from another folder.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPostmaster } from '../../src/store/server/postmaster.ts'
import { makeFolder } from '../pipeline/region.ts'
import { type Said, sintesis } from './run.ts'

const ANSWERS = [
  ...['--name', 'Etzatlán', '--state', 'Jalisco', '--office', 'Comunicación Social'],
  ...['--contact', 'prensa@etzatlan.gob.mx', '--mayor', 'Rosa Pérez'],
]

let root: string
let workspace: string
let made: Said

/** Runs a command on the workspace from a folder that is not it. */
const run = (...args: string[]) => sintesis([...args, '--workspace', workspace], { cwd: root })

beforeAll(async () => {
  root = await makeFolder('sintesis-órdenes ')
  workspace = join(root, 'etzatlan')
  made = await sintesis(['init', 'etzatlan', ...ANSWERS], { cwd: root })
})
afterAll(() => rm(root, { recursive: true, force: true }))

describe('init', () => {
  it('writes a workspace without asking when all is said, and says what to do next', async () => {
    expect([made.code, made.err]).toEqual([0, ''])
    expect(made.out).toMatch(/^Listo: .*etzatlan\n/)
    expect(made.out).toMatch(/Siguiente paso: .*municipality\.yml/)
    expect((await readdir(workspace)).toSorted()).toEqual(
      expect.arrayContaining(['.gitignore', 'boletines', 'municipality.yml', 'reports', 'sources']),
    )
    expect(await readFile(join(workspace, 'municipality.yml'), 'utf8')).toContain('Ayuntamiento de Etzatlán')
  })

  it('never writes over a workspace', async () => {
    const { code, err } = await sintesis(['init', 'etzatlan', ...ANSWERS], { cwd: root })
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/municipality\.yml: ya existe; edítalo o elige otra carpeta/),
    ])
  })

  it('says which answer is missing when there is no terminal to ask on, and writes nothing', async () => {
    const { code, err } = await sintesis(['init', 'ameca', '--name', 'Ameca'], { cwd: root })
    expect([code, err]).toEqual([1, 'Falta --state. (¿En qué estado?)\n'])
    expect(await readdir(root)).not.toContain('ameca')
  })
})

describe('doctor', () => {
  it('finds the new workspace, its database and its disk in order', async () => {
    const { out, err } = await run('doctor')
    expect(out).toMatch(/^✓ Node: v2[4-9]/m)
    expect(out).toMatch(/^[✓✗] Navegador: (\/|no hay)/m)
    expect(out).toMatch(/^✓ Configuración: \d+ fuentes \(\d+ activas\), 2 reportes, 0 boletines/m)
    expect(out).toMatch(/^✓ Base de datos: la incluida, al día/m)
    expect(out).toMatch(/^✓ Disco: /m)
    expect(err).toMatch(/^(|Hay 1 cosa que arreglar\.\n)$/) // the browser, where there is none
  })

  it('tells of a folder that is no workspace that it is none, and checks the rest', async () => {
    const { code, out } = await sintesis(['doctor', '--workspace', join(root, 'nada')], { cwd: root })
    expect(code).toBe(1)
    expect(out).toMatch(/^✓ Node: /m)
    expect(out).toMatch(/^✗ Configuración: municipality\.yml: no existe en .*nada; ejecuta «sintesis init»/m)
    expect(out).not.toMatch(/ENOENT/)
    expect(await readdir(root)).not.toContain('nada')
  })
})

describe('boletin', () => {
  it('gives a boletín the next folio, writes its file, and lists it', async () => {
    await writeFile(
      join(root, 'agua.txt'),
      'Vuelve el agua a la colonia Centro\nEl servicio se restableció a las seis.\n',
    )
    const added = await run('boletin', 'add', 'agua.txt', '--dependencia', 'Agua Potable')
    expect([added.code, added.err]).toEqual([0, ''])
    const [, folio, file] = /^Boletín (\d{4}\/0001): (boletines\/.*\.md)$/m.exec(added.out) ?? []
    expect(await readFile(join(workspace, file ?? ''), 'utf8')).toContain(
      'El servicio se restableció a las seis.',
    )
    const { out } = await run('boletin', 'list')
    expect(out).toMatch(new RegExp(`^${folio}  .*  Vuelve el agua a la colonia Centro$`, 'm'))
  })

  it('takes a whole boletín with its own folio and hour, says what it understood, and refuses it a second time', async () => {
    const text =
      '---\nfolio: 2025/0231\nfecha: 2025-11-03T10:30\ntitulo: Arranca la Feria\ndependencia: Turismo\n---\nAbre el viernes.\n'
    await writeFile(join(root, 'feria.md'), text)
    const added = await run('boletin', 'add', 'feria.md')
    expect([added.code, added.err]).toEqual([0, ''])
    expect(added.out).toContain('Boletín 2025/0231: boletines/2025/0231-arranca-la-feria.md')
    expect(added.out).toContain('«Arranca la Feria», enviado el 2025-11-03 10:30.')
    const again = await run('boletin', 'add', 'feria.md')
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('Ese boletín ya está: 2025/0231')])
    await writeFile(join(root, 'otra.md'), text.replace('viernes', 'sábado'))
    const other = await run('boletin', 'add', 'otra.md')
    expect([other.code, other.err]).toEqual([
      1,
      expect.stringContaining('El folio 2025/0231 ya es de boletines/2025/'),
    ])
  })

  it('takes the hour at which it was sent, and names the place of a mistake in its data', async () => {
    await writeFile(join(root, 'obra.txt'), 'Concluye la obra\nSe abrió la calle.\n')
    const { out } = await run('boletin', 'add', 'obra.txt', '--date', '2026-11-06 10:30')
    expect(out).toContain('«Concluye la obra», enviado el 2026-11-06 10:30.')
    await writeFile(join(root, 'mal.md'), '---\nfolio: 231\nfecha: 2026-11-03\ntitulo: Mal\n---\nTexto.\n')
    const { code, err } = await run('boletin', 'add', 'mal.md')
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^mal\.md:2:8: «folio» vale «231», y debe ser AAAA\/NNNN/),
    ])
  })

  it.each([
    [['no-existe.txt'], /^«no-existe\.txt» no existe\.$/m],
    [['.'], /^Lo que se pidió leer es una carpeta y se esperaba un archivo\.$/m],
    [['-'], /no tiene título y texto/],
  ])('refuses %j in Spanish', async (args, message) => {
    const { code, err } = await run('boletin', 'add', ...args)
    expect([code, err]).toEqual([1, expect.stringMatching(message)])
  })
})

describe('a source that nobody declares', () => {
  it('is answered with the one that was probably meant', async () => {
    const { code, err } = await run('source', 'try', 'el-informador')
    expect([code, err]).toEqual([
      1,
      'No hay ninguna fuente «el-informador». ¿Quisiste decir «mx-jal/el-informador»? Mira la lista con «sintesis source list».\n',
    ])
    const far = await run('status', 'zzzzzzzz')
    expect([far.code, far.err]).toEqual([
      1,
      'No hay ninguna fuente «zzzzzzzz». Mira la lista con «sintesis source list».\n',
    ])
  })
})

describe('without any note', () => {
  it('status lists the sources and says that nothing was published', async () => {
    const { code, out } = await run('status')
    expect(code).toBe(0)
    expect(out).toMatch(/^FUENTE +ESTADO/m)
    expect(out).toMatch(/Todavía no se publica ninguna edición\./)
  })

  it.each([
    [['report', 'diario'], /^No hay ningún reporte «diario»\. Los que hay: posicionamiento, sintesis\./],
    [
      ['report', 'sintesis', '--date', '2099-01-01'],
      /^«2099-01-01» todavía no llega \(--date\): escribe hoy, \d{4}-\d{2}-\d{2}, o antes\./,
    ],
    [['report', 'sintesis', '--date', '2026-02-31'], /^«2026-02-31» no está en el calendario \(--date\)/],
    [['explain', '128'], /^No hay ninguna nota «128» en el archivo\./],
    [['explain', '99999999999999999999'], /^No hay ninguna nota «99999999999999999999» en el archivo\./],
    [['explain', 'no es una dirección'], /^No hay ninguna nota «no es una dirección» en el archivo\./],
    [
      ['ingest', 'mx-jal/no-hay'],
      /^No hay ninguna fuente «mx-jal\/no-hay»\. Mira la lista con «sintesis source list»\./,
    ],
  ])('%j is refused in Spanish', async (args, message) => {
    const { code, err } = await run(...args)
    expect([code, err]).toEqual([1, expect.stringMatching(message)])
  })

  it('leaves no database running', async () => {
    expect(await readPostmaster(join(workspace, 'data/postgres/cluster'))).toBe(null)
  })
})

describe('sources', () => {
  it('are listed by id, name and state', async () => {
    const { code, out } = await run('source', 'list')
    expect(code).toBe(0)
    expect(out).toMatch(/^mx-jal\/\S+ /m)
  })

  it('of this machine are refused: what is read is the web', async () => {
    await mkdir(join(workspace, 'sources/mx-jal'), { recursive: true })
    await writeFile(
      join(workspace, 'sources/mx-jal/interno.yml'),
      'name: Interno\nurl: http://127.0.0.1:8080\nmedium: portal\ntier: 3\nchannels:\n  - feed: http://127.0.0.1:8080/feed\n',
    )
    const { code, out } = await run('ingest', 'mx-jal/interno')
    expect(code).toBe(0)
    expect(out).toMatch(/Interno: con falla: feed .*127\.0\.0\.1.* dirección/)
    expect(out).toMatch(/^0 de 1 fuentes leídas; 1 con falla\.$/m)
  })
})
