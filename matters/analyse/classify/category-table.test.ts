import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Category } from '../model.ts'
import { planCategories } from './category-table.ts'

const rows = (...cells: Record<string, string>[]) =>
  cells.map((row, i) => ({ row: i + 2, cells: row }))
const codesOf = (categories: readonly Category[]) =>
  categories.map(({ code, parent, name }) => [code, parent, name])

test('rows of three levels become a tree, cells under a merged one repeat it', () => {
  const plan = planCategories(
    rows(
      {
        一级分类: '市政',
        二级分类: '道路',
        三级分类: '破损',
        同义词: '坑洞、路面坑洼; pothole',
        紧急程度: '一般',
      },
      { 一级分类: '', 二级分类: '', 三级分类: '积水' },
      { 一级分类: '', 二级分类: '路灯', 三级分类: '' },
      { 一级分类: '燃气', 二级分类: '泄漏', 紧急程度: '紧急' },
    ),
    [],
  )
  assert.deepEqual(plan.troubles, [])
  assert.deepEqual(codesOf(plan.added), [
    ['01', null, '市政'],
    ['0101', '01', '道路'],
    ['010101', '0101', '破损'],
    ['010102', '0101', '积水'],
    ['0102', '01', '路灯'],
    ['02', null, '燃气'],
    ['0201', '02', '泄漏'],
  ])
  const broken = plan.added.find(({ code }) => code === '010101')
  assert.deepEqual(broken?.synonyms, ['坑洞', '路面坑洼', 'pothole'])
  assert.equal(plan.added.at(-1)?.urgency, 'urgent')
})

test('a second import of the same table changes nothing', () => {
  const table = rows(
    { level1: '市政', level2: '道路', synonyms: '路面', nameEn: 'Road' },
    { level1: '市政', level2: '路灯' },
  )
  const first = planCategories(table, [])
  const second = planCategories(table, first.added)
  assert.deepEqual(
    { ...second, troubles: [] },
    { added: [], changed: [], unchanged: 3, absent: [], troubles: [] },
  )
})

test('a code keeps its place: renamed with its children, not moved', () => {
  const known = planCategories(
    rows({ level1: '市政', level2: '道路' }, { level1: '燃气', level2: '泄漏' }),
    [],
  ).added
  const plan = planCategories(
    rows(
      { level1: '市政设施', code: '01' },
      { level1: '市政设施', level2: '道路', synonyms: '路面' },
      { level1: '市政设施', level2: '漏气', code: '0201' },
    ),
    known,
  )
  assert.deepEqual(codesOf(plan.changed), [
    ['01', null, '市政设施'],
    ['0101', '01', '道路'],
  ])
  assert.deepEqual(plan.absent, ['02', '0201'])
  assert.deepEqual(
    plan.troubles.map(({ row, refusal }) => [row, refusal.key]),
    [[4, 'analyse.codeTaken']],
  )
})

test('what is wrong is listed by row and the rest is taken', () => {
  const plan = planCategories(
    rows(
      { level1: '' },
      { level1: '', level2: '', level3: '孤儿' },
      { level1: '市政', level3: '越级' },
      { level1: '市政', level2: '道路', urgency: '马上' },
      { level1: '市政', level2: '长'.repeat(41) },
      { level1: '市政', level2: '路灯' },
      { level1: '市政', level2: '路灯' },
      { level1: '市政', level2: '护栏', code: '<script>' },
    ),
    [],
  )
  assert.deepEqual(
    plan.troubles.map(({ row, refusal }) => [row, refusal.key]),
    [
      [2, 'analyse.rowWithoutName'],
      [3, 'analyse.rowWithoutParent'],
      [4, 'analyse.rowWithoutParent'],
      [5, 'analyse.urgencyUnknown'],
      [6, 'analyse.nameTooLong'],
      [8, 'analyse.rowTwice'],
      [9, 'analyse.codeMalformed'],
    ],
  )
  assert.deepEqual(codesOf(plan.added), [
    ['01', null, '市政'],
    ['0101', '01', '路灯'],
  ])
})
