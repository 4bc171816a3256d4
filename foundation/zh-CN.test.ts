import assert from 'node:assert/strict'
import { test } from 'node:test'
import { en } from './en.ts'
import type { Catalogue } from './languages.ts'
import { zh } from './zh-CN.ts'

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
