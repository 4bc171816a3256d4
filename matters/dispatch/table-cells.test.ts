import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDutyRow } from './duty-table.ts'
import { dayFrom, type Known, limitFrom, planList, whyNotHeaders } from './table-cells.ts'
import { readTownshipRow, townshipColumns } from './township-table.ts'

const known: Known = {
  office: (called) => ({ 住建局: 'housing', 城管局: 'streets' })[called] ?? null,
  category: (called) => ({ 道路: 'road', road: 'road' })[called] ?? null,
  division: (called) => ({ 青石镇: '990101100000' })[called] ?? null,
}
const cells = {
  编号: 'D1',
  职责事项: '修补道路',
  分类: '道路',
  主办单位: '住建局',
  协办单位: '城管局',
  法律依据: '《城市道路管理条例》第六条',
  时限: '5 个工作日',
}
const dutyOf = (more: Record<string, string>) =>
  readDutyRow({ row: 2, cells: { ...cells, ...more } }, known, '2026-03-03')
const faultOf = (more: Record<string, string>) => {
  const read = dutyOf(more)
  return 'refusal' in read ? read.refusal.key : null
}

test('limits as people write them; 日 without 工作 is a calendar day', () => {
  assert.deepEqual(limitFrom('5 个工作日', ''), { unit: 'workingDay', amount: 5 })
  assert.deepEqual(limitFrom('5', '工作日'), { unit: 'workingDay', amount: 5 })
  assert.deepEqual(limitFrom('15日', ''), { unit: 'naturalDay', amount: 15 })
  assert.deepEqual(limitFrom('2小时', ''), { unit: 'urgentHour', amount: 2 })
  assert.deepEqual(limitFrom('1.5', 'workingHour'), { unit: 'workingHour', amount: 1.5 })
  for (const text of ['尽快', '0 工作日', '1.5 工作日', '-1 日', '3 周', '5'])
    assert.equal(limitFrom(text, ''), null, text)
})

test('days as tables write them, and no day that does not exist', () => {
  for (const text of [
    '2026-01-05',
    '2026/1/5',
    '2026.01.05',
    '2026年1月5日',
    '2026-01-05T00:00:00.000',
  ])
    assert.equal(dayFrom(text), '2026-01-05', text)
  for (const text of [
    '2026-02-30',
    '5.1.2026',
    '1899-12-31',
    '2201-01-01',
    '长期',
    '2026-01-05T08:00:00',
  ])
    assert.equal(dayFrom(text), null, text)
})

test('a row of the duty list becomes an item', () => {
  assert.deepEqual(dutyOf({}), {
    dated: false,
    item: {
      id: 'D1',
      item: '修补道路',
      category: 'road',
      division: null,
      lead: 'housing',
      assisting: ['streets'],
      legalBasis: '《城市道路管理条例》第六条',
      limit: { unit: 'workingDay', amount: 5 },
      validFrom: '2026-03-03',
      validTo: null,
      note: '',
    },
  })
})

test('what is wrong with a row is named', () => {
  assert.equal(faultOf({ 主办单位: '' }), 'dispatch.row.cellMissing')
  assert.equal(faultOf({ 法律依据: '据'.repeat(501) }), 'dispatch.row.cellTooLong')
  assert.equal(faultOf({ 主办单位: '民政局' }), 'dispatch.row.officeUnknown')
  assert.equal(faultOf({ 协办单位: '城管局、城管局' }), 'dispatch.row.officeTwice')
  assert.equal(faultOf({ 分类: '园林' }), 'dispatch.categoryUnknown')
  assert.equal(faultOf({ 区划: '白石镇' }), 'dispatch.divisionUnknown')
  assert.equal(faultOf({ 区划: '全县' }), null)
  assert.equal(faultOf({ 时限: '尽快' }), 'dispatch.row.limitMalformed')
  assert.equal(faultOf({ 生效日期: '2026-02-30' }), 'dispatch.row.dayMalformed')
})

test('an item that is not the township’s own names its department', () => {
  const row = { 区划: '青石镇', 事项: '违法建设查处', 类别: '收回', 法律依据: '清单' }
  const why = (more: object) => {
    const read = readTownshipRow({ row: 2, cells: { ...row, ...more } }, known, '2026-03-03')
    return 'refusal' in read ? read.refusal.key : read.item.kind
  }
  assert.equal(why({}), 'dispatch.row.departmentMissing')
  assert.equal(why({ 责任部门: '城管局' }), 'takenBack')
  assert.equal(why({ 类别: '基本履职' }), 'basic')
  assert.equal(why({ 类别: '其他' }), 'dispatch.row.kindUnknown')
  assert.equal(why({ 类别: '基本', 区划: '全县' }), 'dispatch.divisionUnknown')
})

test('a table without its columns is no list', () => {
  const refusal = whyNotHeaders(['区划', '事项', '依据'], townshipColumns)
  assert.deepEqual(
    [refusal?.key, refusal?.values?.columns],
    ['dispatch.row.columnsMissing', '清单类别'],
  )
  assert.equal(whyNotHeaders(['division', 'item', 'kind', 'legalBasis'], townshipColumns), null)
})

test('a plan adds, renews, leaves alone; a row that repeats another or goes back in time is refused', () => {
  type Item = { key: string; text: string; validFrom: string; validTo: string | null }
  const old: Item[] = [
    { key: 'a', text: 'one', validFrom: '2026-01-01', validTo: null },
    { key: 'b', text: 'two', validFrom: '2026-05-01', validTo: null },
  ]
  const rows = [
    ['a', 'one'],
    ['a', 'one'],
    ['b', 'changed'],
    ['c', 'new'],
  ].map(([key = '', text = ''], at) => ({ row: at + 2, cells: { key, text } }))
  const plan = planList<Item>(
    rows,
    ({ cells: { key = '', text = '' } }) => ({
      item: { key, text, validFrom: '2026-03-01', validTo: null },
      dated: false,
    }),
    ({ key }) => key,
    old,
  )
  assert.equal(plan.unchanged, 1)
  assert.deepEqual(
    plan.added.map(({ key }) => key),
    ['c'],
  )
  assert.deepEqual(
    plan.troubles.map(({ row, refusal }) => [row, refusal.key]),
    [
      [3, 'dispatch.row.twice'],
      [4, 'dispatch.row.olderVersion'],
    ],
  )
})
