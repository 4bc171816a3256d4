import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
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

test('a greeting is no title; a long sentence ends at a comma, a short start does not', () => {
  assert.equal(titleFrom('您好！小区门口路灯坏了。谢谢'), '您好！小区门口路灯坏了')
  assert.equal(titleFrom('您好！\n小区门口路灯坏了\n谢谢'), '您好！ 小区门口路灯坏了')
  const lamp = '柳河社区三栋门口的路灯坏了三天'
  assert.equal(titleFrom(`${lamp}，${'晚'.repeat(40)}`), `${lamp}…`)
  assert.equal(titleFrom(`${lamp}，老人摔过，${'晚'.repeat(40)}`), `${lamp}，老人摔过…`)
  assert.equal(titleFrom(`你好，${'晚'.repeat(40)}`), `你好，${'晚'.repeat(26)}…`)
  assert.equal(
    titleFrom(`The lamp in front of our house has been out, and nobody ${'comes '.repeat(9)}`),
    'The lamp in front of our house has been out…',
  )
})

test('a cut runs through no number and no word of letters', () => {
  const start = '路'.repeat(28)
  assert.equal(titleFrom(`${start}1,234.5米长`), `${start}…`)
  assert.equal(titleFrom(`${start}wifi没有信号`), `${start}…`)
  assert.equal(titleFrom('9'.repeat(80)), `${'9'.repeat(59)}…`)
  const texts = fc.array(fc.constantFrom('路', '灯', '，', '。', ' ', '12', '3.5', 'wifi', '、'), {
    minLength: 1,
    maxLength: 60,
  })
  fc.assert(
    fc.property(texts, (parts) => {
      const words = parts.join('').trim()
      const title = titleFrom(words)
      const kept = title.replace(/…$/, '')
      assert.ok(words.startsWith(kept), 'a title is how the words begin')
      const width = [...title].reduce((room, sign) => room + (/[路灯，。、]/.test(sign) ? 2 : 1), 0)
      assert.ok(width <= 60)
      const before = kept.at(-1) ?? ''
      const after = words.slice(kept.length)
      if (title.endsWith('…') && /\D/.test(kept))
        assert.ok(
          !(/[a-z0-9]/.test(before) && /^[a-z0-9]/.test(after)) || /^[a-z0-9.]+$/.test(kept),
        )
    }),
  )
})

test('no number slips into a public title by being cut in two', () => {
  const words = `${'路'.repeat(24)}13812345678路灯坏了`
  assert.equal(titleFrom(words), `${'路'.repeat(24)}…`)
  assert.equal(publicTitleFrom(titleFrom(words), words), `${'路'.repeat(24)}…`)
  assert.equal(publicTitleFrom('请打 13812345678', words), '请打 138********')
})
