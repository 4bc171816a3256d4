import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zh } from '../../zh-CN.ts'
import type { TimelineEntry } from '../view.ts'
import { type NamesOf, type Tellers, tellEntry } from './telling.ts'

const names: NamesOf = {
  language: 'zh-CN',
  now: new Date('2026-11-22T02:00:00Z'),
  office: (id) => ({ o1: '城管局', o2: '住建局' })[id],
  category: (code) => ({ '0102': '路灯照明' })[code],
  words: zh,
}

const tell = (body: Record<string, unknown> | null, teller: Tellers['note']) => {
  const entry = { act: 'note', body, shown: { words: '公开的话' } } as unknown as TimelineEntry
  return tellEntry(entry, teller ? { note: teller } : {}, names)
}
const plain = (text = '') => text.replaceAll('\u00a0', ' ')

test('ids, codes and closed words are said by their names', () => {
  const told = tell(
    { lead: 'o1', others: ['o1', 'o2'], category: '0102', decision: 'upheld' },
    (read) => [
      read.office('lead', '主办'),
      read.offices('others', '协办'),
      read.category('category', '分类'),
      read.word('decision', '裁定', { upheld: '异议成立' }),
    ],
  )
  assert.deepEqual(
    told.map(({ value }) => value),
    ['城管局', '城管局、住建局', '路灯照明', '异议成立'],
  )
})

test('what the record lacks is left out, what nobody can name is said as it stands', () => {
  const told = tell({ reason: ' ', office: 'gone', done: null }, (read) => [
    read.text('reason', '理由'),
    read.office('office', '单位'),
    read.yes('done', '办完'),
    read.text('missing', '没有'),
  ])
  assert.deepEqual(told, [{ name: '单位', value: 'gone' }])
})

test('days, moments and amounts as people say them', () => {
  const told = tell(
    { wakeOn: '2026-12-01', due: '2026-11-28T09:30:00Z', amount: 5, unit: 'workingDay', files: 2 },
    (read) => [
      read.day('wakeOn', '恢复'),
      read.moment('due', '期限'),
      read.amount('amount', 'unit', '延长'),
      read.files('files', '附件'),
    ],
  )
  assert.deepEqual(
    told.map(({ value }) => plain(value)),
    ['12 月 1 日', '11 月 28 日 17:30', '5 个工作日', '附件 2 个'],
  )
})

test('things inside a list are told one by one', () => {
  const opinions = [{ office: 'o1', opinion: '由我局办' }, { office: 'o2' }]
  const told = tell({ opinions }, (read) => [
    ...read.each('opinions', (one) => [one.office('office', '单位'), one.quote('opinion', '意见')]),
  ])
  assert.deepEqual(told, [
    { name: '单位', value: '城管局' },
    { name: '意见', value: '由我局办', long: true },
    { name: '单位', value: '住建局' },
  ])
})

test('without the inside body the shown part is told; an act nobody tells of says nothing', () => {
  assert.deepEqual(tell(null, (read) => [read.text('words', '内容')])[0]?.value, '公开的话')
  assert.deepEqual(tell({ words: 'x' }, undefined), [])
})
