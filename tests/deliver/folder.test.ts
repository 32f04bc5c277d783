// Files into a folder that others watch: whole or not at all, and no folder where none is.
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { deliverToFolder } from '../../src/deliver/folder.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sintesis-carpeta-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const file = (name: string, text: string) => ({
  name,
  mediaType: 'text/plain',
  bytes: new TextEncoder().encode(text),
})

it('copies each file under its name and leaves nothing else behind', async () => {
  expect(await deliverToFolder(folder, [file('a.pdf', 'uno'), file('b.csv', 'dos')])).toMatchObject({
    end: 'entregada',
    answer: 'copiados: a.pdf, b.csv',
  })
  expect((await readdir(folder)).toSorted()).toEqual(['a.pdf', 'b.csv'])
})

it('leaves alone a file that is there with the same bytes, and replaces one that differs', async () => {
  await writeFile(join(folder, 'a.pdf'), 'uno')
  const before = (await stat(join(folder, 'a.pdf'))).ino
  await deliverToFolder(folder, [file('a.pdf', 'uno')])
  expect((await stat(join(folder, 'a.pdf'))).ino).toBe(before)
  await deliverToFolder(folder, [file('a.pdf', 'otro')])
  expect(await readFile(join(folder, 'a.pdf'), 'utf8')).toBe('otro')
})

it('waits for a folder that is not there and never makes it', async () => {
  const missing = join(folder, 'usb')
  const end = await deliverToFolder(missing, [file('a.pdf', 'uno')])
  expect(end).toMatchObject({ end: 'otra-vez' })
  expect(end.answer).toContain('no existe la carpeta')
  await expect(stat(missing)).rejects.toThrow('ENOENT')
})

it('does not leave the folder by a file name', async () => {
  await deliverToFolder(folder, [file('../fuera.txt', 'uno')])
  expect(await readdir(folder)).toEqual(['fuera.txt'])
})

it('says that a path is a file and no folder', async () => {
  const path = join(folder, 'a.txt')
  await writeFile(path, '')
  expect(await deliverToFolder(path, [])).toMatchObject({ end: 'rechazada' })
})

it('tries again later where it may not write, and leaves no half file', async () => {
  // A folder in the file's place: no rename can succeed, whoever runs the tests.
  await mkdir(join(folder, 'a.pdf', 'x'), { recursive: true })
  expect(await deliverToFolder(folder, [file('a.pdf', 'uno')])).toMatchObject({ end: 'otra-vez' })
  expect(await readdir(folder)).toEqual(['a.pdf'])
})
