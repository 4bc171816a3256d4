import assert from 'node:assert/strict'
import { text } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { readTable } from '#foundation/server/read-table.ts'
import { systemActor } from '#people/actor.ts'
import { scopeOf } from '#people/guard.ts'
import type { Actor } from '#people/model.ts'
import { type MatterKit, openKit } from '../../../tests/matter-kit.ts'
import { actAs, county, office, officeName } from '../../../tests/matter-people.ts'
import { type ExportFormat, type ExportInput, exportMatters } from './export-matters.ts'
import { listPage, type Names } from './list.ts'

let kit: MatterKit
before(async () => {
  kit = await openKit()
})
after(() => kit.close())

const names: Names = {
  officeName: (_, id) => officeName.get(id) ?? null,
  divisionName: (_, code) => code,
  divisionsBelow: async (_, code) => [code],
}

const leave = async (by: Actor, input: ExportInput = {}, format: ExportFormat = 'csv') =>
  exportMatters({ engine: kit.engine, names }, input, format, { by, now: kit.now, address: null })

async function rowsOf(by: Actor, input: ExportInput = {}, format: ExportFormat = 'csv') {
  const table = await readTable(await leave(by, input, format))
  const rows: Record<string, string>[] = []
  for await (const row of table.rows) if ('cells' in row) rows.push(row.cells)
  return rows
}

async function listed(by: Actor, input: ExportInput = {}) {
  const rules = await kit.engine.countyOf(county, kit.now)
  const page = await kit.database.within(scopeOf(by), (sql) =>
    listPage(
      { ...input, limit: 5000 },
      { by, now: kit.now, sql, actId: '' as never },
      rules,
      names,
    ),
  )
  return page.rows.map(({ number }) => number)
}

test('the file holds the rows of the list in its order, with its filters, however many', async () => {
  for (let i = 0; i < 30; i++) {
    await Promise.all(
      Array.from({ length: 18 }, (_, j) => {
        const receivedAt = new Date(kit.now.getTime() - (i * 18 + j) * 60_000)
        return kit.newMatter({ receivedAt, category: j % 2 ? 'env' : 'road-hole' })
      }),
    )
  }
  await kit.bring('dispatched')
  const by = actAs('operator')
  for (const input of [{}, { category: 'env' }, { state: 'dispatched' }, { order: 'due' }] as const)
    assert.deepEqual(
      (await rowsOf(by, input)).map((row) => row.编号),
      await listed(by, input),
    )
  assert.equal((await rowsOf(by)).length, 541)
})

test('the columns of the screen in their order; a screen column of two values is two of the file', async () => {
  const file = await text(await leave(actAs('operator'), { columns: 'office,place,gone' }))
  const [head] = file.replace('\uFEFF', '').split(/\r?\n/)
  assert.equal(head, '标题,标记,主办单位,村、社区或乡镇,地点')
})

test('words instead of codes, times on the county’s clock, in the reader’s language', async () => {
  const input = { state: 'dispatched' } as const
  const [row] = await rowsOf(actAs('leader'), input)
  assert.deepEqual(
    [row?.状态, row?.分类, row?.主办单位, row?.收到时间],
    ['已派遣，待签收', '道路坑洼', '住建局', '2026-03-03 10:00:00'],
  )
  const [english] = await rowsOf({ ...actAs('leader'), language: 'en' }, input, 'xlsx')
  assert.equal(english?.Category, 'Hole in the road')
  assert.equal(english?.Received, '2026-03-03T10:00:00')
})

test('no cell becomes a formula', async () => {
  await kit.newMatter({ title: '=HYPERLINK("http://x")', placeText: '@SUM(1)', channel: 'walkIn' })
  const file = await text(await leave(actAs('operator'), { channel: 'walkIn' }))
  assert.match(file, /"'=HYPERLINK\(""http:\/\/x""\)"/)
  assert.match(file, /,'@SUM\(1\),/)
})

test('the guard is obeyed: an office gets its own, and never what is about itself', async () => {
  const about = await kit.bring('dispatched', {
    lead: office.streets,
    made: { shutOut: [office.housing] },
  })
  const { number } = await kit.read(about)
  const housing = actAs('handler', office.housing)
  const own = await rowsOf(housing)
  assert.deepEqual(
    own.map((row) => row.主办单位),
    ['住建局'],
  )
  const numbers = (rows: Record<string, string>[]) => rows.map((row) => row.编号)
  assert.ok(!numbers(own).includes(number))
  assert.ok(numbers(await rowsOf(actAs('operator'))).includes(number))
})

test('JSON Lines carry codes; who reported is in no format', async () => {
  const file = await text(await leave(systemActor(county), { state: 'dispatched' }, 'jsonl'))
  const rows = file
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.equal(rows.length, 2)
  assert.equal(rows[0].category, 'road-hole')
  for (const key of ['reporter', 'recordedBy', 'phone', 'words', 'may'])
    assert.ok(!(key in rows[0]), key)
})

test('that it was taken out stands in the audit log, with by whom and which filters', async () => {
  const by = actAs('checker')
  await rowsOf(by, { words: '中山路' })
  const rows = await kit.database.within({ county, reach: 'system', parties: [] }, (sql) =>
    sql.many<{ person: string; detail: object }>(
      {
        text: `select person, detail from audit_log where county = $1 and what = 'exportMatters' and person = $2`,
      },
      [county, by.person],
    ),
  )
  assert.deepEqual(rows, [{ person: by.person, detail: { format: 'csv', words: '中山路' } }])
})
