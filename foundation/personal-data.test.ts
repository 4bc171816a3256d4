import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkCitizenNumber } from './citizen-number.ts'
import { checkCreditCode } from './credit-code.ts'
import { findPersonalData, maskPersonalData, type PersonalDataKind } from './personal-data.ts'
import { dayOfNumber } from './time.ts'

const found = (text: string) =>
  findPersonalData(text).map(({ from, to, kind }) => `${kind} ${text.slice(from, to)}`)

test('trap 21: a citizen number may end in X, and is checked by day of birth and check character', () => {
  assert.equal(checkCitizenNumber('11010519491231002X'), null)
  assert.equal(checkCitizenNumber('440524188001010014'), 'birth') // Valid by its check, but of 1880.
  assert.equal(checkCitizenNumber('440524198001010013'), null)
  assert.equal(checkCitizenNumber('440524198001010014'), 'check')
  assert.equal(checkCitizenNumber('11010519491231002x'), 'form')
  assert.equal(checkCitizenNumber('11010519490229002X'), 'birth')
  assert.equal(checkCitizenNumber('99010519491231002X'), 'province')
  assert.equal(checkCitizenNumber('110105491231002'), 'form')
})

test('trap 21: a credit code whose check is 31 is written 0; committees and rural collectives have codes', () => {
  assert.equal(checkCreditCode('91350100M000100Y43'), null)
  assert.equal(checkCreditCode('54110105MF00000U00'), null)
  // A genuine code that fails: to be warned of, not refused.
  assert.ok(['check', 'organisation'].includes(checkCreditCode('91350211M0000XUF46') ?? ''))
  assert.equal(checkCreditCode('91350100M000100Y42'), 'check')
  assert.equal(checkCreditCode('91350100M000100I43'), 'form')
  assert.equal(checkCreditCode('88350100M000100Y43'), 'body')
  for (const body of ['55', 'N1', 'N2', 'N3']) {
    assert.notEqual(checkCreditCode(`${body}110105MF00000U00`), 'body')
  }
})

test('mobile numbers are found however they are written', () => {
  for (const [text, kept] of [
    ['电话13812345678。', '电话138********。'],
    ['打138 1234 5678找我', '打138 **** ****找我'],
    ['138-1234-5678', '138-****-****'],
    ['１３８１２３４５６７８', '１３８********'],
    ['138—1234—5678', '138—****—****'],
    ['1381234 5678', '138**** ****'],
    ['+86 13812345678', '+86 138********'],
    ['8613812345678', '86138********'],
    ['013812345678', '0138********'],
    ['1 3 8 1 2 3 4 5 6 7 8', '1 3 8 * * * * * * * *'],
    ['微信wx13812345678', '微信wx138********'],
    ['13812345678/13987654321', '138********/139********'],
    ['2026-11-23 13812345678', '2026-11-23 138********'],
  ] as const) {
    assert.equal(maskPersonalData(text), kept)
  }
})

test('landlines are found with their area code, or after the word that announces them', () => {
  for (const [text, kept] of [
    ['0731-88881234', '0731-********'],
    ['（0731）88881234', '（0731）********'],
    ['010 8888 1234 转 12', '010 **** **** 转 12'],
    ['07318888123', '0731*******'],
    ['座机：8888-1234', '座机：****-****'],
    ['家里8888-1234', '家里8888-1234'],
    ['拨打12345热线', '拨打12345热线'],
    ['400-123-4567', '400-123-4567'],
  ] as const) {
    assert.equal(maskPersonalData(text), kept)
  }
})

test('citizen numbers, cards, addresses and plates leave nothing to know somebody by', () => {
  for (const [text, kept] of [
    ['身份证11010519491231002X', '身份证******************'],
    ['身份证11010519491231002ｘ，', '身份证******************，'],
    ['110105 19491231 002X', '****** ******** ****'],
    ['110105194912310021', '110105194912310021'],
    ['卡号6222 0212 3456 7890 128', '卡号**** **** **** **** ***'],
    ['6222021234567890128', '*******************'],
    ['6222021234567890127', '6222021234567890127'],
    ['发到zhang.san@example.com谢谢', '发到*****.***@*******.***谢谢'],
    ['湘A·12345乱停', '湘A·*****乱停'],
    ['粤BD12345', '粤B******'],
  ] as const) {
    assert.equal(maskPersonalData(text), kept)
  }
})

test('what is no personal data stays readable', () => {
  for (const text of [
    '事项 990101-2026-000123',
    '990101-2026-000123、130101-2026-000124',
    '区划代码430111001001',
    '共15000000000元，已付 1380 万元',
    '￥13800000000',
    '138123456.78元',
    '2026年11月23日15:30',
    '20261123153045',
    '2026-11-23 15.30.45',
    '幸福里3号楼2单元1302室',
    '12-3-1302',
    '网格编码4301110010010018',
    '订单编号 6222021234567890128',
    '110、119、120、12345',
    '北京市京A座',
    '3.1415926535897',
    '经度113.0123456，纬度28.1234567',
    '@张三 你好',
    '房号 1001 1002 1302 1402 2201 201 2502',
    '141 160 130 10',
    '2 502 503 603 3001 2601 1202 2101 401',
  ]) {
    assert.deepEqual(found(text), [], text)
  }
})

test('several in one text are told apart and in order', () => {
  assert.deepEqual(
    found('我是张三 11010519491231002X 13812345678，座机0731-88881234，邮箱a@b.cn，车湘A12345'),
    [
      'citizenNumber 11010519491231002X',
      'mobile 13812345678',
      'landline 0731-88881234',
      'email a@b.cn',
      'plate 湘A12345',
    ],
  )
})

const checkCharacters = '10X98765432'
const citizenNumbers = fc
  .tuple(
    fc.constantFrom('110105', '430111', '990101'.replace('99', '65')),
    fc.integer({ min: -10_000, max: 18_000 }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([division, birth, serial]) => {
    const body = `${division}${dayOfNumber(birth).replaceAll('-', '')}${String(serial).padStart(3, '0')}`
    const check = Array.from(checkCharacters).find(
      (character) => checkCitizenNumber(body + character) === null,
    )
    return body + check
  })
const mobiles = fc
  .tuple(fc.constantFrom('13', '15', '18', '19'), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([start, rest]) => start + String(rest).padStart(9, '0'))
const around = fc.constantFrom('', '，', '我的', ' ', '\n', '：', 'tel', '。')

test('every well-formed number is found in any company', () => {
  const cases: fc.Arbitrary<[PersonalDataKind, string]> = fc.oneof(
    citizenNumbers.map((number): [PersonalDataKind, string] => ['citizenNumber', number]),
    mobiles.map((number): [PersonalDataKind, string] => ['mobile', number]),
  )
  fc.assert(
    fc.property(cases, around, around, ([kind, number], before, after) => {
      const text = `${before}${number}${after === 'tel' ? '。' : after}`
      const [span] = findPersonalData(text)
      assert.deepEqual(span, { from: before.length, to: before.length + number.length, kind })
    }),
    { numRuns: 500 },
  )
})

test('matter numbers of any county, year and serial are never taken for something else', () => {
  const part = (digits: number) =>
    fc.integer({ min: 0, max: 10 ** digits - 1 }).map((n) => String(n).padStart(digits, '0'))
  const number = fc
    .tuple(part(6), fc.integer({ min: 2020, max: 2099 }), part(6))
    .map((parts) => parts.join('-'))
  fc.assert(
    fc.property(
      fc.array(number, { maxLength: 4 }),
      fc.constantFrom('、', '，', ' ', '和'),
      (numbers, gap) => {
        assert.deepEqual(found(`事项${numbers.join(gap)}`), [])
      },
    ),
    { numRuns: 1_000 },
  )
})

const troublesome = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'0123456789'),
    fc.constantFrom(...' -.()·Xx@a１湘A京　—卡号电话元￥'),
    fc.constantFrom('13812345678', '11010519491231002X', 'a@b.cn', '6222021234567890128'),
  ),
  maxLength: 60,
})

test('masking keeps the length, hides for good, and touches nothing outside what was found', () => {
  fc.assert(
    fc.property(troublesome, (text) => {
      const masked = maskPersonalData(text)
      assert.equal(masked.length, text.length)
      const spans = findPersonalData(text)
      for (let i = 0; i < text.length; i++) {
        const inside = spans.some(({ from, to }) => from <= i && i < to)
        if (!inside) assert.equal(masked[i], text[i])
      }
      assert.equal(maskPersonalData(masked), masked)
      for (const [i, span] of spans.entries()) {
        assert.ok(span.from < span.to && span.from >= (spans[i - 1]?.to ?? 0))
      }
    }),
    { numRuns: 3_000 },
  )
})

test('no text of 50,000 characters makes it slow', () => {
  for (const piece of [
    '1',
    '1 ',
    '13 ',
    '1234 ',
    '4-',
    'a',
    'a@',
    '@',
    'a.',
    '湘A',
    '138-',
    '0731-8',
    '卡号6222 ',
  ]) {
    const text = piece.repeat(50_000 / piece.length)
    const began = process.cpuUsage().user
    maskPersonalData(text)
    const milliseconds = (process.cpuUsage().user - began) / 1_000
    // Linear work takes a few milliseconds; what grows with the square would take many seconds.
    assert.ok(milliseconds < 500, `${piece}: ${milliseconds} ms`)
  }
})
