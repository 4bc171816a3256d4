import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Division } from './model.ts'
import {
  becameOf,
  divisionOfGrid,
  isValidOn,
  pathIn,
  registerCode,
  statisticalScheme as scheme,
  sinceUnknown,
  versionOn,
  whyNotSucceed,
} from './rules.ts'

const division = (code: string, more: Partial<Division> = {}): Division => ({
  code,
  name: `division ${code}`,
  level: scheme.levelOf(code) ?? 'village',
  kind: null,
  parent: null,
  validFrom: sinceUnknown,
  validTo: null,
  successors: [],
  ...more,
})

test('levels and kinds are read from the zeros and parts of the statistical code', () => {
  assert.equal(scheme.levelOf('430000000000'), 'province')
  assert.equal(scheme.levelOf('430100000000'), 'prefecture')
  assert.equal(scheme.levelOf('430111000000'), 'county')
  assert.equal(scheme.levelOf('430111001000'), 'township')
  assert.equal(scheme.levelOf('430111001001'), 'village')
  assert.equal(scheme.levelOf('430111'), null)
  assert.equal(scheme.levelOf('43011100100a'), null)
  assert.equal(scheme.kindOf('430111001000', '侯家塘街道'), 'street')
  assert.equal(scheme.kindOf('430111101000', '跳马镇'), 'town')
  assert.equal(scheme.kindOf('430111200000', '某乡'), 'rural')
  assert.equal(scheme.kindOf('430111400000', '雨花经济开发区'), 'quasiTownship')
  assert.equal(scheme.kindOf('430111001001', '社区'), 'residents')
  assert.equal(scheme.kindOf('430111101201', '村'), 'villagers')
  assert.equal(scheme.kindOf('110112009498', '文景街道虚拟社区'), 'virtual')
  assert.equal(scheme.kindOf('110100000000', '市辖区'), 'placeholder')
})

test('codes as people write them get the register’s form; other schemes keep theirs', () => {
  assert.equal(registerCode(' 430111 '), '430111000000')
  assert.equal(registerCode('43'), '430000000000')
  assert.equal(registerCode('430111001'), '430111001000')
  assert.equal(registerCode('430111001001'), '430111001001')
  assert.equal(registerCode('43011100100101'), '43011100100101')
  assert.equal(registerCode('QT-7'), 'QT-7')
})

test('trap 22: towns of 东莞, 中山 and 儋州 hang on the prefecture, for no county stands between', () => {
  for (const prefecture of ['441900000000', '442000000000', '460400000000']) {
    const province = prefecture.slice(0, 2).padEnd(12, '0')
    const known = new Set([province, prefecture])
    const town = `${prefecture.slice(0, 6)}101000`
    assert.equal(scheme.levelOf(prefecture), 'prefecture')
    assert.equal(scheme.levelOf(town), 'township')
    assert.equal(
      scheme.parentOf(town, (code) => known.has(code)),
      prefecture,
    )
  }
  const known = new Set(['430000000000', '430100000000', '430111000000', '430111001000'])
  const parent = (code: string) => scheme.parentOf(code, (above) => known.has(above))
  assert.equal(parent('430111001001'), '430111001000')
  assert.equal(parent('430111009001'), '430111000000', 'an unknown township is skipped')
  assert.equal(parent('430000000000'), null)
})

test('trap 22: grid codes have 14, 15, 16 or 20 characters by scheme, and any other scheme is welcome', () => {
  assert.equal(divisionOfGrid('CJ/T 213', '43011100100107'), '430111001001')
  assert.equal(divisionOfGrid('DB11', '110101001001007'), '110101001001')
  assert.equal(divisionOfGrid('12+4', '4301110010010007'), '430111001001')
  assert.equal(divisionOfGrid('CJ/T 349', '00000143011100100107'), '430111001001')
  assert.equal(divisionOfGrid('CJ/T 213', '430111001001007'), null, 'a code of another length')
  assert.equal(divisionOfGrid('DB6101/T 3185', '西-7'), null)
})

test('a version holds from its first day until the day it ended', () => {
  const span = { validFrom: '2020-01-01', validTo: '2024-05-01' }
  assert.equal(isValidOn(span, '2019-12-31'), false)
  assert.equal(isValidOn(span, '2020-01-01'), true)
  assert.equal(isValidOn(span, '2024-04-30'), true)
  assert.equal(isValidOn(span, '2024-05-01'), false)
  assert.equal(versionOn([span], '2024-05-01'), undefined)
})

test('trap 22: codes change; a matter of an old code finds what the division has become', () => {
  const old = division('430124000000', {
    validTo: '2017-06-12',
    successors: ['430182000000'],
  })
  const city = division('430182000000', { validFrom: '2017-06-12' })
  const found = becameOf(old.code, '2016-01-01', '2026-01-01', [old, city])
  assert.deepEqual(
    found.map(({ code }) => code),
    ['430182000000'],
  )
  assert.deepEqual(becameOf(old.code, '2016-01-01', '2017-06-11', [old, city]), [old])
})

test('a split keeps its old code among its successors, and chains are followed to their ends', () => {
  const whole = division('A', { validTo: '2020-01-01', successors: ['A', 'B'] })
  const rest = division('A', { validFrom: '2020-01-01' })
  const part = division('B', {
    validFrom: '2020-01-01',
    validTo: '2022-01-01',
    successors: ['C'],
  })
  const last = division('C', { validFrom: '2022-01-01' })
  const all = [whole, rest, part, last]
  const codes = (from: string, to: string) => becameOf('A', from, to, all).map(({ code }) => code)
  assert.deepEqual(codes('2019-01-01', '2021-01-01'), ['A', 'B'])
  assert.deepEqual(codes('2019-01-01', '2026-01-01'), ['A', 'C'])
  assert.deepEqual(
    codes('2020-06-01', '2026-01-01'),
    ['A'],
    'what was A after the split is A alone',
  )
})

test('a line that ends without successors, or an unknown code, yields nothing', () => {
  const ended = division('A', { validTo: '2020-01-01' })
  assert.deepEqual(becameOf('A', '2019-01-01', '2021-01-01', [ended]), [])
  assert.deepEqual(becameOf('B', '2019-01-01', '2021-01-01', [ended]), [])
})

test('a path names 省 市 县 乡 村 and leaves placeholder levels out', () => {
  const versions = [
    division('110000000000'),
    division('110100000000', { parent: '110000000000', kind: 'placeholder' }),
    division('110101000000', { parent: '110100000000' }),
    division('110101001000', { parent: '110101000000' }),
  ]
  const path = pathIn(versions, '110101001000', '2026-01-01')
  assert.deepEqual(
    path.map(({ code }) => code),
    ['110000000000', '110101000000', '110101001000'],
  )
  assert.deepEqual(pathIn(versions, '999999999999', '2026-01-01'), [])
  assert.deepEqual(pathIn(versions, null, '2026-01-01'), [])
})

test('a division is replaced only while it holds, by somebody, and takes every subdivision along', () => {
  const town = division('990101100000', { validFrom: '2020-01-01' })
  const village = division('990101100201', { parent: town.code })
  const next = { code: '990101001000', name: '桥头街道' }
  const key = (...args: Parameters<typeof whyNotSucceed>) => whyNotSucceed(...args)?.key ?? null
  assert.equal(key(null, [], '2026-01-01', [next]), 'places.divisionUnknown')
  assert.equal(
    key({ ...town, validTo: '2025-01-01' }, [], '2026-01-01', [next]),
    'places.divisionEnded',
  )
  assert.equal(key(town, [], '2020-01-01', [next]), 'places.endsBeforeItBegins')
  assert.equal(key(town, [], '2026-01-01', []), 'places.noSuccessor')
  assert.equal(key(town, [], '2026-01-01', [next, next]), 'places.successorTwice')
  assert.equal(key(town, [village], '2026-01-01', [next]), null)
  const two = [next, { code: '990101101000', name: '新桥镇' }] as const
  assert.equal(key(town, [village], '2026-01-01', two), 'places.childNotMoved')
  const told = [{ ...two[0], children: [village.code] }, two[1]]
  assert.equal(key(town, [village], '2026-01-01', told), null)
  const strange = [{ ...two[0], children: [village.code, 'X'] }, two[1]]
  assert.equal(key(town, [village], '2026-01-01', strange), 'places.childUnknown')
})
