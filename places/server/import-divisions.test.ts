import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Refused } from '#foundation/refusal.ts'
import type { Day } from '#foundation/time.ts'
import { testDatabase } from '../../tests/store.ts'
import { fetchDivisionList } from './fetch-division-list.ts'
import { addDivisions, importDivisions } from './import-divisions.ts'
import { pathsOf } from './queries.ts'
import { childrenOn, versionsOf } from './store.ts'
import { succeedDivision } from './succeed-division.ts'

const store = await testDatabase()
const { database } = store
const folder = mkdtempSync(join(tmpdir(), 'linli-divisions-'))
after(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const today = '2026-11-22' as Day

/** A small list in the form of the package: one province with counties, and one city without. */
const list: Record<string, string> = {
  'provinces.csv': 'code,name\n99,"示例省"\n98,"另一省"\n',
  'cities.csv': 'code,name,provinceCode\n9901,"市辖区",99\n9919,"无县市",99\n9801,"另一市",98\n',
  'areas.csv':
    'code,name,cityCode,provinceCode\n990101,"禾安县",9901,99\n991900,"无县市",9919,99\n980101,"另一县",9801,98\n',
  'streets.csv':
    'code,name,areaCode,provinceCode,cityCode\n990101001,"城关街道",990101,99,9901\n991900101,"石桥镇",991900,99,9919\n980101100,"他镇",980101,98,9801\n',
  'villages.csv':
    'code,name,streetCode,provinceCode,cityCode,areaCode\n990101001001,"文昌社区",990101001,99,9901,990101\n991900101201,"石桥村",991900101,99,9919,991900\n980101100201,"他村",980101100,98,9801,980101\n',
}

function writeList(changes: Record<string, string> = {}): void {
  mkdirSync(join(folder, 'dist'), { recursive: true })
  for (const [file, text] of Object.entries({ ...list, ...changes })) {
    writeFileSync(join(folder, 'dist', file), text)
  }
}

before(() => writeList())

const options = (only: string | null, dryRun = false) => ({
  folder: join(folder, 'dist'),
  only,
  dryRun,
})
const added = (levels: Record<string, { added: number }>) =>
  Object.values(levels).map((level) => level.added)

test('a dry run counts and writes nothing', async () => {
  const done = await importDivisions(database, options(null, true))
  assert.deepEqual(added(done.levels), [2, 3, 2, 3, 3])
  const rows = await database.shared((sql) => versionsOf(sql, ['990101000000']))
  assert.deepEqual(rows, [])
})

test('one county brings itself, what is above and what is below', async () => {
  const done = await importDivisions(database, options('990101'))
  assert.deepEqual(added(done.levels), [1, 1, 1, 1, 1])
  const paths = await database.shared((sql) => pathsOf(sql, ['990101001001'], today))
  assert.deepEqual(
    paths.get('990101001001')?.map(({ name }) => name),
    ['示例省', '禾安县', '城关街道', '文昌社区'],
    'the placeholder 市辖区 is not said',
  )
})

test('a second import adds nothing, and all of the country what is left', async () => {
  const again = await importDivisions(database, options('990101000000'))
  assert.deepEqual(added(again.levels), [0, 0, 0, 0, 0])
  const all = await importDivisions(database, options(null))
  assert.deepEqual(added(all.levels), [1, 2, 1, 2, 2])
  assert.equal(all.levels.county.listed, 3)
})

test('trap 22: a city without county level is one division, and its towns hang on it', async () => {
  const done = await importDivisions(database, options('9919'))
  assert.deepEqual(done.withoutCounty, ['无县市'])
  const [city, towns] = await database.shared(async (sql) => [
    await versionsOf(sql, ['991900000000']),
    await childrenOn(sql, '991900000000', today),
  ])
  assert.deepEqual(
    city.map(({ level, parent }) => [level, parent]),
    [['prefecture', '990000000000']],
  )
  assert.deepEqual(
    towns.map(({ code, level, kind }) => [code, level, kind]),
    [['991900101000', 'township', 'town']],
  )
})

test('a corrected name is taken over; rows whose code is not of their level are listed and left out', async () => {
  const villages = `${list['villages.csv']?.replace('他村', '新村')}98010110,"短码村",980101100,98,9801,980101\n`
  writeList({ 'villages.csv': villages })
  const done = await importDivisions(database, options(null))
  assert.deepEqual(done.levels.village, { listed: 4, added: 0, renamed: 1 })
  assert.equal(done.misplacedCount, 1)
  assert.deepEqual(done.misplaced, ['98010110'])
  writeList()
})

test('a code that is not in the list, and a list that is none, are refused and change nothing', async () => {
  const refused = (key: string) => (error: unknown) =>
    error instanceof Refused && error.refusal.key === key
  await assert.rejects(
    importDivisions(database, options('970101')),
    refused('places.codeNotInList'),
  )
  writeList({ 'streets.csv': 'Code;Name\n1;x\n' })
  await assert.rejects(importDivisions(database, options(null)), refused('places.listUnreadable'))
  writeList({ 'streets.csv': 'code,name\n"990101002,"broken"\n' })
  await assert.rejects(importDivisions(database, options(null)), refused('places.listUnreadable'))
  writeList({ 'villages.csv': '' })
  await assert.rejects(importDivisions(database, options(null)), refused('places.listUnreadable'))
  writeList()
  rmSync(join(folder, 'dist/streets.csv'))
  const places = { from: folder, program: folder, dataDir: folder }
  await assert.rejects(
    fetchDivisionList(places, () => {}),
    refused('places.listUnreadable'),
  )
  writeList()
  assert.equal(await fetchDivisionList(places, () => {}), join(folder, 'dist'))
})

test('trap 22: a re-divided code keeps its history, and importing the old list does not undo it', async () => {
  const day = '2025-07-01' as Day
  await database.shared((sql) =>
    succeedDivision(sql, {
      code: '980101100000',
      day,
      into: [{ code: '980101001000', name: '他街道' }],
    }),
  )
  await importDivisions(database, options(null))
  const path = async (code: string, on: string) => {
    const paths = await database.shared((sql) => pathsOf(sql, [code], on as Day))
    return paths.get(code)?.map(({ name }) => name)
  }
  assert.deepEqual(await path('980101100201', '2025-06-30'), [
    '另一省',
    '另一市',
    '另一县',
    '他镇',
    '新村',
  ])
  assert.deepEqual(await path('980101100201', '2025-07-01'), [
    '另一省',
    '另一市',
    '另一县',
    '他街道',
    '新村',
  ])
  assert.deepEqual(await path('980101100000', '2025-07-01'), [], 'the old code holds no longer')
  const street = await database.shared((sql) => versionsOf(sql, ['980101001000']))
  assert.deepEqual(
    street.map(({ kind, validFrom, validTo }) => [kind, validFrom, validTo]),
    [['street', day, null]],
  )
})

test('a split with an old code among its successors, and a merger into a standing one', async () => {
  await database.shared((sql) =>
    addDivisions(sql, [
      { code: '970000000000', name: '试验省' },
      { code: '970101000000', name: '试验县' },
      { code: '970101100000', name: '甲镇' },
      { code: '970101101000', name: '乙镇' },
      { code: '970101100201', name: '一村' },
      { code: '970101100202', name: '二村' },
    ]),
  )
  await database.shared((sql) =>
    succeedDivision(sql, {
      code: '970101100000',
      day: '2024-01-01' as Day,
      into: [
        { code: '970101100000', name: '甲镇', children: ['970101100201'] },
        { code: '970101102000', name: '丙镇', children: ['970101100202'] },
      ],
    }),
  )
  await database.shared((sql) =>
    succeedDivision(sql, {
      code: '970101102000',
      day: '2025-01-01' as Day,
      into: [{ code: '970101101000', name: '乙镇' }],
    }),
  )
  const below = async (code: string, on: string) =>
    (await database.shared((sql) => childrenOn(sql, code, on))).map((child) => child.name)
  assert.deepEqual(await below('970101000000', '2023-12-31'), ['甲镇', '乙镇'])
  assert.deepEqual(await below('970101000000', '2024-06-01'), ['甲镇', '乙镇', '丙镇'])
  assert.deepEqual(await below('970101000000', '2025-01-01'), ['甲镇', '乙镇'])
  assert.deepEqual(await below('970101100000', '2025-01-01'), ['一村'])
  assert.deepEqual(await below('970101101000', '2025-01-01'), ['二村'])
})

test('an aborted import leaves nothing behind', async () => {
  writeList({ 'provinces.csv': 'code,name\n96,"半省"\n' })
  const ending = new AbortController()
  ending.abort()
  await assert.rejects(importDivisions(database, { ...options(null), signal: ending.signal }))
  writeList()
  assert.deepEqual(await database.shared((sql) => versionsOf(sql, ['960000000000'])), [])
})
