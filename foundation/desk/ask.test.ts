import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Type } from 'typebox'
import { command, query } from '../contract.ts'
import { addressOf } from './ask.ts'

const promise = { name: 'x', audience: 'officer', summary: 'x', output: Type.Object({}) } as const

test('path parts leave the input, the rest is asked for in the query string', () => {
  const list = query({ ...promise, path: '/offices/:office/matters', input: Type.Object({}) })
  const { url } = addressOf(list, {
    office: 'a/b',
    words: '路灯',
    kinds: ['a', 'b'],
    before: undefined,
  })
  assert.equal(url, '/api/v1/offices/a%2Fb/matters?words=%E8%B7%AF%E7%81%AF&kinds=a&kinds=b')
})

test('a command carries what is left as its body', () => {
  const sign = command({ ...promise, path: '/matters/:matter/sign', input: Type.Object({}) })
  assert.deepEqual(addressOf(sign, { matter: 'm1', seen: 3 }), {
    url: '/api/v1/matters/m1/sign',
    rest: { seen: 3 },
  })
})

test('a missing path part is the program’s mistake, not a request for something else', () => {
  const sign = command({ ...promise, path: '/matters/:matter/sign', input: Type.Object({}) })
  assert.throws(() => addressOf(sign, { matter: '' }), /without matter/)
})
