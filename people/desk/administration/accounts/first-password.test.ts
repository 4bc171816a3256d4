import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { whyNotPassword } from '../../../sign-in-rules.ts'
import { firstPassword } from './first-password.ts'

test('whatever the dice say, the password is one the rules take, and can be read out', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (random) => {
      const password = firstPassword(random)
      assert.match(password, /^[a-zA-Z2-9]{4}-[a-zA-Z2-9]{4}-[a-zA-Z2-9]{4}$/)
      assert.doesNotMatch(password, /[01lIO]/)
      assert.equal(whyNotPassword(password, 'somebody'), null)
    }),
  )
})
