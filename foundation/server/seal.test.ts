import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { openSeal, sealOf } from './seal.ts'

const oldKey = `0a0b0c0d ${Buffer.alloc(32, 1).toString('base64')}\n`
const newKey = `aabbccdd ${Buffer.alloc(32, 2).toString('base64')}\n`
const folder = mkdtempSync(join(tmpdir(), 'linli-seal-'))
after(() => rmSync(folder, { recursive: true }))

test('what was sealed opens again, whatever the text', () => {
  const seal = sealOf(oldKey)
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (plain, context) => {
      assert.equal(seal.open(seal.seal(plain, context), context), plain)
    }),
  )
})

test('sealing twice gives different bytes, none of them holding the text', () => {
  const seal = sealOf(oldKey)
  const one = seal.seal('13900000001', 'a')
  assert.notDeepEqual(one, seal.seal('13900000001', 'a'))
  assert.equal(one.includes('13900000001'), false)
})

test('a changed bit, another context or another key opens nothing', () => {
  const seal = sealOf(oldKey)
  const sealed = seal.seal('何田', 'residents.name 1')
  for (let i = 0; i < sealed.length; i++) {
    const changed = Buffer.from(sealed)
    changed[i] = (changed[i] ?? 0) ^ 1
    assert.throws(() => seal.open(changed, 'residents.name 1'))
  }
  assert.throws(() => seal.open(sealed, 'residents.name 2'))
  assert.throws(
    () => sealOf(newKey).open(sealed, 'residents.name 1'),
    /0a0b0c0d is not in the key file/,
  )
  assert.throws(() => seal.open(sealed.subarray(0, 20), 'residents.name 1'), /not sealed bytes/)
})

test('after a change of keys old seals open, new ones use the first key, and look-up hashes stay', () => {
  const before = sealOf(oldKey)
  const after = sealOf(`# changed 2026-11-22\n${newKey}${oldKey}`)
  assert.equal(after.open(before.seal('text', 'c'), 'c'), 'text')
  assert.throws(() => before.open(after.seal('text', 'c'), 'c'), /aabbccdd/)
  assert.deepEqual(after.lookUpHash('text', 'c'), before.lookUpHash('text', 'c'))
})

test('the look-up hash depends on text, context and key', () => {
  const hashes = [
    sealOf(oldKey).lookUpHash('ab', 'c'),
    sealOf(oldKey).lookUpHash('b', 'ca'),
    sealOf(oldKey).lookUpHash('ab', 'd'),
    sealOf(newKey).lookUpHash('ab', 'c'),
  ]
  assert.equal(new Set(hashes.map((hash) => hash.toString('hex'))).size, hashes.length)
})

test('the key file is made once, for its owner only, and nothing is left beside it', () => {
  const one = openSeal(folder)
  const keys = join(folder, 'keys')
  const text = readFileSync(join(keys, 'identity.key'), 'utf8')
  assert.equal(statSync(join(keys, 'identity.key')).mode & 0o777, 0o600)
  assert.deepEqual(readdirSync(keys), ['identity.key'])
  const two = openSeal(folder)
  assert.equal(two.open(one.seal('text', 'c'), 'c'), 'text')
  assert.equal(readFileSync(join(keys, 'identity.key'), 'utf8'), text)
})

test('a broken key file is refused, never replaced', () => {
  assert.throws(() => sealOf('no key'), /key 1 is not/)
  assert.throws(() => sealOf('\n# empty\n'), /no key in it/)
})
