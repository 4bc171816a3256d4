import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countVoices } from './voices.ts'

const voice = (resident: string | null, phone: string | null) => ({ resident, phone })

test('one account or one phone is one voice, however often it was heard', () => {
  assert.equal(countVoices([]), 0)
  assert.equal(countVoices([voice('a', null), voice('a', null)]), 1)
  assert.equal(countVoices([voice(null, '1'), voice(null, '1'), voice(null, '2')]), 2)
})

test('an account and its phone are one person, in whatever order they came', () => {
  const [account, phone, both] = [voice('a', null), voice(null, '1'), voice('a', '1')]
  assert.equal(countVoices([account, phone]), 2)
  for (const order of [
    [account, phone, both],
    [both, phone, account],
    [phone, both, account],
  ])
    assert.equal(countVoices(order), 1)
})

test('who left nothing is a voice of their own', () => {
  assert.equal(countVoices([voice(null, null), voice(null, null), voice('a', '1')]), 3)
})
