import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { en } from './en.ts'
import { type Catalogue, findText } from './languages.ts'
import { zh } from './zh-CN.ts'

const root = join(import.meta.dirname, '..')
const sources = globSync('{foundation,places,people,matters,civic,app}/**/*.{ts,tsx}', {
  cwd: root,
})

test('every refusal of the foundation that is used anywhere has a text in both languages', () => {
  const used = new Set<string>()
  for (const source of sources) {
    const text = readFileSync(join(root, source), 'utf8')
    for (const [, name] of text.matchAll(/refuse\(\s*'foundation\.([\w.]+)'/g)) used.add(name ?? '')
  }
  assert.ok(used.size > 10)
  for (const name of used) {
    for (const catalogue of [zh, en]) assert.ok(findText(catalogue, `refusals.${name}`), name)
  }
})

test('both languages fill the same placeholders', () => {
  const placeholders = (text: string) =>
    Array.from(text.matchAll(/\{\w+\}/g), ([whole]) => whole).sort()
  const compare = (chinese: Catalogue, english: Catalogue, path: string) => {
    for (const [key, text] of Object.entries(chinese)) {
      const other = english[key]
      if (typeof text === 'string') {
        assert.equal(typeof other, 'string', path + key)
        assert.deepEqual(placeholders(other as string), placeholders(text), path + key)
      } else compare(text, other as Catalogue, `${path}${key}.`)
    }
  }
  compare(zh, en, '')
})
