// docs/FRASES.md against the code: every rule that writes visible words is in it, and it names none that is not there.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const inventory = readFileSync(join(ROOT, 'docs/FRASES.md'), 'utf8')
const listFiles = (folder: string): string[] =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))

const listExports = (file: string): string[] =>
  [
    ...readFileSync(join(ROOT, file), 'utf8').matchAll(/^export (?:const|function|async function) (\w+)/gmu),
  ].map(([, name = '']) => name)

const named = new Set([...inventory.matchAll(/`(\w+)`/gu)].map(([, name = '']) => name))

it('names every exported function and text of src/report/words', () => {
  const missing = listFiles('src/report/words').flatMap((file) =>
    listExports(file)
      .filter((name) => !named.has(name))
      .map((name) => `${file}: ${name} falta en docs/FRASES.md`),
  )
  expect(missing).toEqual([])
})

it('names the functions that write mails, messages and alerts', () => {
  const files = ['mail-text', 'mail-html', 'whatsapp', 'alert-message'].map(
    (name) => `src/deliver/${name}.ts`,
  )
  const missing = files
    .flatMap(listExports)
    .filter((name) => /^print(?!AlertJson)/u.test(name) && !named.has(name))
  expect(missing).toEqual([])
})

it('names no function that the code does not have', () => {
  const known = new Set(
    ['src/report/words', 'src/deliver', 'src/pipeline'].flatMap(listFiles).flatMap(listExports),
  )
  const names = [...named].filter((name) => /^(?:[a-z]+[A-Z]\w*|[A-Z][A-Z_]+)$/u.test(name))
  expect(names.length).toBeGreaterThan(100)
  expect(names.filter((name) => !known.has(name))).toEqual([])
})
