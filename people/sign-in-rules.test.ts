import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  doorLimits,
  normalLogin,
  normalPhone,
  owedBeforeWork,
  whyNotLogin,
  whyNotPassword,
  whyNotSendCode,
} from './sign-in-rules.ts'

test('a password has eight characters of three kinds', () => {
  const why = (password: string) => whyNotPassword(password, 'operator')?.key
  assert.equal(why('Linli-2026'), undefined)
  assert.equal(why('abcdefg1'), 'people.passwordWeak')
  assert.equal(why('Abc-123'), 'people.passwordWeak')
  assert.equal(why('Abcdefg1'), undefined)
  assert.equal(why('禾安县邻里1a'), 'people.passwordWeak')
  assert.equal(why('禾安县邻里平台1a'), undefined)
  assert.equal(why('Operator-1'), 'people.passwordHasLogin')
  assert.equal(why(`aA1${'x'.repeat(200)}`), 'people.passwordLong')
})

test('a password refusal names the field and never the password', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (password) => {
      const refusal = whyNotPassword(password, 'ann.li')
      fc.pre(refusal !== null)
      assert.equal(refusal?.field, 'password')
      assert.equal(Object.values(refusal?.values ?? {}).includes(password), false)
    }),
  )
})

test('logins are plain: small letters, digits, dot, dash, underline', () => {
  assert.equal(normalLogin('  Operator '), 'operator')
  for (const login of ['operator', 'li.wei', 'a1', 'x_y-z'])
    assert.equal(whyNotLogin(login), null, login)
  for (const login of ['', 'a', '1a', '李伟', 'a b', 'a'.repeat(41)])
    assert.notEqual(whyNotLogin(login), null, login)
})

test('a mobile number is found however it was typed', () => {
  for (const typed of [
    '13900000001',
    '139 0000 0001',
    '+86 139-0000-0001',
    '008613900000001',
    '１３９００００００００',
  ]) {
    assert.equal(normalPhone(typed)?.length, 11, typed)
  }
  for (const typed of ['12900000001', '1390000000', '139000000012', '0755-1234567', 'abc', '']) {
    assert.equal(normalPhone(typed), null, typed)
  }
})

const now = new Date('2026-11-22T02:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)

test('codes are sent a minute apart and ten a day', () => {
  const why = (madeAgo: number, sent: number, sinceAgo: number) =>
    whyNotSendCode({ madeAt: ago(madeAgo), sent, sentSince: ago(sinceAgo) }, now, doorLimits)
  assert.equal(whyNotSendCode(null, now, doorLimits), null)
  assert.deepEqual(why(59.5, 1, 60)?.values, { seconds: 1 })
  assert.equal(why(60, 1, 60), null)
  assert.equal(why(60, 10, 3600)?.key, 'people.codesUsedUp')
  assert.equal(why(60, 10, 86_400), null)
})

test('first a password of one’s own, then a second factor where the county asks it of the post', () => {
  const asked = ['securityAdmin']
  const owed = (provisional: boolean, totp: boolean, kind: 'securityAdmin' | 'handler') =>
    owedBeforeWork({ provisional, totp }, [{ kind }], asked)
  assert.equal(owed(true, false, 'securityAdmin'), 'password')
  assert.equal(owed(true, true, 'handler'), 'password')
  assert.equal(owed(false, false, 'securityAdmin'), 'secondFactor')
  assert.equal(owed(false, true, 'securityAdmin'), null)
  assert.equal(owed(false, false, 'handler'), null)
  assert.equal(owedBeforeWork({ provisional: false, totp: false }, [], asked), null)
})
