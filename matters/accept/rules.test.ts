import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amendableUntil, amendedParts, publicTitleFrom, titleFrom, whyNotAmend } from './rules.ts'

const receivedAt = new Date('2026-03-03T02:00:00Z')
const matter = {
  receivedAt,
  words: '路灯不亮',
  division: '990101100201',
  placeText: '北门',
  lon: 111.5,
  lat: 27.9,
}
const place = { division: '990101100201', text: '北门', lon: 111.5, lat: 27.9 }
const after = (minutes: number) => new Date(receivedAt.getTime() + minutes * 60_000)

test('what was corrected is told by its part', () => {
  assert.deepEqual(amendedParts(matter, {}), [])
  assert.deepEqual(amendedParts(matter, { words: ' 路灯不亮 ', place }), [])
  assert.deepEqual(amendedParts(matter, { words: '路灯又不亮' }), ['words'])
  assert.deepEqual(amendedParts(matter, { place: { ...place, text: '南门' } }), ['place'])
  assert.deepEqual(amendedParts(matter, { words: '路灯又不亮', place: {} }), ['words', 'place'])
})

test('a report may be corrected up to the last minute of the window, and the refusal says until when', () => {
  const asked = { words: '路灯又不亮' }
  assert.equal(whyNotAmend(matter, asked, 30, after(30)), null)
  const late = whyNotAmend(matter, asked, 30, after(30.1))
  assert.equal(late?.key, 'accept.amendOver')
  assert.equal(late?.values?.until, amendableUntil(receivedAt, 30).toISOString())
})

test('a correction must change something and still say something', () => {
  const why = (asked: Parameters<typeof whyNotAmend>[1]) =>
    whyNotAmend(matter, asked, 30, after(1))?.key
  assert.equal(why({}), 'accept.nothingAmended')
  assert.equal(why({ words: '，。' }), 'accept.wordsEmpty')
  assert.equal(why({ place: { lon: 111 } }), 'accept.pointIncomplete')
})

test('a title is the first words, cut after thirty characters or sixty letters', () => {
  assert.equal(titleFrom('路灯坏了。已经三天'), '路灯坏了')
  assert.equal(titleFrom('The lamp is out. Since Monday'), 'The lamp is out')
  assert.equal(titleFrom('路'.repeat(30)), '路'.repeat(30))
  assert.equal(titleFrom('路'.repeat(31)), `${'路'.repeat(29)}…`)
  assert.equal([...titleFrom('lamp '.repeat(30))].length, 60)
  assert.equal(titleFrom('。路灯坏了'), '。路灯坏了')
})

test('no number slips into a public title by being cut in two', () => {
  const words = `${'路'.repeat(24)}13812345678路灯坏了`
  assert.match(titleFrom(words), /1381234567…$/)
  assert.equal(publicTitleFrom(titleFrom(words), words), `${'路'.repeat(24)}138*******…`)
  assert.equal(publicTitleFrom('请打 13812345678', words), '请打 138********')
})
