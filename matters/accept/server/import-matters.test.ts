import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { createWriteStream, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { after, before, test } from 'node:test'
import iconv from 'iconv-lite'
import { sealOf } from '#foundation/server/seal.ts'
import { planned } from '#foundation/server/statement.ts'
import { writeXlsx } from '#foundation/server/write-table.ts'
import { listPage } from '#matters/matter/server/list.ts'
import { systemActor } from '#people/actor.ts'
import { type MatterKit, openKit, refusalOf } from '../../../tests/matter-kit.ts'
import { actAs, county, office, places } from '../../../tests/matter-people.ts'
import { openIdentity } from './identity.ts'
import { type ImportOptions, type ImportReport, importMatters } from './import-matters.ts'
import type { Acceptance } from './submit.ts'

const now = new Date('2026-11-22T10:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'linli 导入事项-'))
const data = join(import.meta.dirname, '../../../../shared/data')
let kit: MatterKit
let acceptance: Acceptance
before(async () => {
  kit = await openKit()
  const seal = sealOf(`0a0b0c0d ${randomBytes(32).toString('base64')}`)
  const citeArticle = () => Promise.reject(new Error('an import answers with no article'))
  acceptance = { engine: kit.engine, files: kit.files, seal, citeArticle }
})
after(async () => {
  await kit.close()
  rmSync(folder, { recursive: true, force: true })
})

const house = { county, reach: 'system', parties: [] } as const

function take(path: string, more: Partial<ImportOptions> = {}): Promise<ImportReport> {
  return importMatters(acceptance, {
    ...{ county, code: places.county, path, mapping: null, dryRun: false, publish: false, now },
    limit: Number.POSITIVE_INFINITY,
    signal: new AbortController().signal,
    say: () => {},
    ...more,
  })
}

type Found = {
  id: string
  number: string
  state: string
  version: number
  category: string
  categoryName: string
  division: string | null
  placeText: string
  leadOffice: string | null
  publicWords: string
  published: boolean
  confidential: boolean
  lon: number | null
  datum: string | null
  receivedAt: Date
  closedAt: Date | null
}
const findText = planned(
  `select m.id, m.number, m.state, m.version, m.category, c.name as "categoryName", m.division, m.place_text as "placeText",
     m.lead_office as "leadOffice", m.public_words as "publicWords", m.published, m.confidential, m.lon, m.datum,
     m.received_at as "receivedAt", m.closed_at as "closedAt"
   from matters m left join categories c on c.county = m.county and c.code = m.category
   where m.county = $1 and m.source = $2 and ($3::text is null or m.source_number = $3) order by m.source_number`,
)
const find = (source: string, number: string | null = null) =>
  kit.database.within(house, (sql) => sql.many<Found>(findText, [county, source, number]))
async function findOne(source: string, number: string): Promise<Found> {
  const [found] = await find(source, number)
  assert.ok(found, `${source} ${number}`)
  return found
}

async function search(words: string) {
  const rules = await kit.engine.countyOf(county, now)
  const names = {
    officeName: () => null,
    divisionName: () => null,
    divisionsBelow: async () => [],
  }
  const by = systemActor(county)
  return kit.database.within(house, (sql) =>
    listPage({ words, limit: 200 }, { by, now, sql, actId: '' as never }, rules, names),
  )
}

const header =
  '工单编号,受理时间,标题,诉求内容,事发地,社区,诉求分类,主办单位,办理结果,答复时间,办结时间,姓名,联系电话,是否保密,工单状态'
const csv = (...rows: string[]) => [header, ...rows].join('\r\n')
const good =
  'A1,2026/3/4 9:30,楼下积水,"下雨就积水，电话13812345678。",=SUM(A1)路口,柳河社区,道路坑洼,城管局,已疏通，请放心。,2026/3/5 8:00,2026/3/6 17:00,甲某,13812345678,否,已办结'

test('a work order in GBK arrives with its history, its office, its category and its place', async () => {
  const path = join(folder, 'gbk.csv')
  writeFileSync(path, iconv.encode(csv(good), 'gb18030'))
  const report = await take(path)
  assert.deepEqual([report.form, report.rows, report.made, report.left], ['12345', 1, 1, 0])
  assert.deepEqual([report.offices, report.categories], [{ matched: 1, unmatched: 0 }, []])
  const found = await findOne('12345', 'A1')
  assert.match(found.number, /^990101-2026-\d{6}$/)
  assert.deepEqual(
    [found.state, found.category, found.division, found.leadOffice, found.published],
    ['closed', 'road-hole', places.willow, office.streets, false],
  )
  assert.equal(found.placeText, '=SUM(A1)路口')
  assert.equal(found.publicWords, '下雨就积水，电话138********。')
  assert.deepEqual(found.closedAt, new Date('2026-03-06T09:00:00Z'))
  const events = await kit.events(found.id)
  assert.deepEqual(
    events.map(({ seq, act, state, actor, at }) => [seq, act, state, actor, at.toISOString()]),
    [
      [1, 'submit', 'reported', 'system', '2026-03-04T01:30:00.000Z'],
      [2, 'feedBack', 'fedBack', 'system', '2026-03-05T00:00:00.000Z'],
      [3, 'close', 'closed', 'system', '2026-03-06T09:00:00.000Z'],
    ],
  )
  for (const { body } of events) {
    assert.deepEqual([body.imported, body.source, body.sourceNumber], [true, '12345', 'A1'])
  }
  assert.equal(events[1]?.office, office.streets)
  assert.equal(events[1]?.shown?.reply, '已疏通，请放心。')
  assert.equal(found.version, 3)
  assert.deepEqual((await kit.read(found.id)).clocks, [])
})

test('who reported is sealed beside the matter, and nowhere else', async () => {
  const { id } = await findOne('12345', 'A1')
  const identity = await kit.database.within(house, (sql) =>
    openIdentity(acceptance.seal, sql, county, id),
  )
  assert.deepEqual(identity, { name: '甲某', phone: '13812345678', behalfOf: null })
  assert.ok(!JSON.stringify(await kit.events(id)).includes('甲某'))
})

test('importing again doubles nothing; a changed row is reported and not overwritten', async () => {
  const path = join(folder, 'again.csv')
  writeFileSync(path, `\uFEFF${csv(good)}`)
  const again = await take(path)
  assert.deepEqual([again.made, again.known, again.changed], [0, 1, []])
  writeFileSync(path, csv(good.replace('请放心', '已回访')))
  const changed = await take(path)
  assert.deepEqual([changed.made, changed.known], [0, 0])
  assert.deepEqual(changed.changed, [{ row: 2, sourceNumber: 'A1' }])
  const { id } = await findOne('12345', 'A1')
  assert.equal((await kit.events(id))[1]?.shown?.reply, '已疏通，请放心。')
  const other = await take(path, { source: '另一条热线' })
  assert.equal(other.made, 1)
})

test('two imports of one file at the same moment make each matter once', async () => {
  const path = join(folder, 'both.csv')
  const rows = Array.from({ length: 700 }, (_, i) => good.replace('A1', `B${i}`))
  writeFileSync(path, csv(...rows))
  const [one, two] = await Promise.all([take(path), take(path)])
  assert.equal(one.made + two.made, 700)
  assert.equal((await find('12345')).filter(({ number }) => number).length, 701)
})

test('an import that was interrupted is finished by running it again', async () => {
  const path = join(folder, 'cut.csv')
  const rows = Array.from({ length: 600 }, (_, i) => good.replace('A1', `C${i}`))
  writeFileSync(path, csv(...rows))
  const ending = new AbortController()
  const first = await take(path, { signal: ending.signal, say: () => ending.abort() })
  assert.deepEqual([first.made, first.stopped], [500, true])
  const second = await take(path)
  assert.deepEqual([second.made, second.known, second.stopped], [100, 500, false])
})

const wrong = [
  good.replace('A1', 'W1').replace('柳河社区', '没有社区'),
  good.replace('A1', 'W1'),
  good.replace('A1', ''),
  good.replace('A1', 'W2').replace('2026/3/4 9:30', '1899/1/1'),
  good.replace('A1', 'W3').replace('2026/3/6', '2026/3/1'),
  'W4,2026/3/4,只有两格',
  good.replace('A1', 'W5').replace('已办结', '办理中').replace(',2026/3/6 17:00', ','),
  good.replace('A1', 'W6').replace(',否,', ',是,'),
]

test('a dry run lists what is wrong by row and field, and writes nothing', async () => {
  const path = join(folder, 'wrong.csv')
  writeFileSync(path, csv(...wrong))
  const report = await take(path, { dryRun: true, source: 'wrong' })
  assert.deepEqual([report.rows, report.made, report.left], [8, 4, 4])
  assert.deepEqual(
    report.troubles.map(({ row, refusal }) => `${row} ${refusal.field ?? ''} ${refusal.key}`),
    [
      '2 divisionName import.divisionUnknown',
      '3 sourceNumber import.numberTwice',
      '4 sourceNumber import.fieldEmpty',
      '5 receivedAt foundation.dateOutOfRange',
      '6 closedAt import.beforeReceived',
      '7  files.rowRagged',
    ],
  )
  assert.deepEqual(await find('wrong'), [])
})

test('the rest of it arrives: open, confidential, with the place in words', async () => {
  const report = await take(join(folder, 'wrong.csv'), { source: 'wrong', publish: true })
  assert.equal(report.made, 4)
  const [lost, , open, secret] = await find('wrong')
  assert.ok(lost && open && secret)
  assert.deepEqual([lost.division, lost.placeText], [null, '没有社区 =SUM(A1)路口'])
  assert.deepEqual([open.state, open.closedAt, open.published], ['accepted', null, true])
  const events = await kit.events(open.id)
  assert.deepEqual(
    events.map(({ act, state }) => `${act} ${state}`),
    ['submit reported', 'note reported', 'accept accepted'],
  )
  assert.deepEqual([secret.confidential, secret.published], [true, false])
  const audiences = (await kit.events(secret.id)).map(({ audience }) => audience)
  assert.ok(audiences.every((audience) => audience === 'resident'))
})

test('an open one goes on here by the acts of the house, without a clock for the resident', async () => {
  const open = await findOne('wrong', 'W5')
  const { streets } = office
  const change = { leadOffice: streets, offices: [streets] }
  await kit.act('judge', open.id, {}, actAs('operator'), now)
  await kit.act('dispatch', open.id, { change }, actAs('dispatcher'), now)
  await kit.act('sign', open.id, {}, actAs('handler', streets), now)
  await kit.act('feedBack', open.id, {}, actAs('handler', streets), now)
  await kit.act('check', open.id, { branch: 'passed' }, actAs('checker'), now)
  const { state } = await kit.act('close', open.id, {}, actAs('checker'), now)
  assert.equal(state, 'closed')
  assert.equal(await kit.clock(open.id, 'completion'), undefined)
})

test('a workbook with dates as dates; categories nobody knows are made, with the file’s words', async () => {
  const path = join(folder, '表.xlsx')
  const columns = [
    { key: 'number', title: '工单编号', kind: 'text' },
    { key: 'at', title: '受理时间', kind: 'moment' },
    { key: 'words', title: '诉求内容', kind: 'text' },
    { key: 'category', title: '诉求分类', kind: 'text' },
  ] as const
  const rows = [
    { number: '007', at: new Date('2026-05-02T01:00:00Z'), words: '想种花', category: '花坛/种花' },
    {
      number: '008',
      at: new Date('2025-12-31T16:30:00Z'),
      words: '想种树',
      category: '花坛/种花',
    },
    { number: '009', at: new Date('2026-05-02T01:00:00Z'), words: '有坑', category: '道路坑洼' },
  ]
  await pipeline(writeXlsx(rows, columns), createWriteStream(path))
  const report = await take(path, { source: 'xlsx' })
  assert.equal(report.made, 3)
  assert.deepEqual(
    report.categories.map(({ name, from }) => [name, from]),
    [['花坛/种花', '2026-01-01']],
  )
  const [first, , third] = await find('xlsx')
  assert.deepEqual([first?.categoryName, third?.category], ['花坛/种花', 'road-hole'])
  assert.match(first?.category ?? '', /^import:[0-9a-f]{12}$/)
  assert.deepEqual(first?.receivedAt, new Date('2026-05-02T01:00:00Z'))
})

test('a file nobody knows, a file that is not there: said before anything is written', async () => {
  const path = join(folder, 'unknown.csv')
  writeFileSync(path, 'a,b\n1,2\n')
  assert.equal((await refusalOf(take(path))).key, 'import.formUnknown')
  assert.equal((await refusalOf(take(join(folder, 'none.csv')))).key, 'import.fileMissing')
  const mapping = {
    source: 'own',
    timeZone: 'Asia/Shanghai',
    fields: { sourceNumber: 'a', receivedAt: 'b', words: 'c' },
  }
  assert.equal((await refusalOf(take(path, { mapping }))).key, 'import.columnMissing')
})

const replies = join(data, 'teddy2020/replies_train.jsonl')
test('2,252 real messages arrive with their replies', { skip: !existsSync(replies) }, async () => {
  const report = await take(replies)
  assert.deepEqual(
    [report.form, report.rows, report.made, report.left],
    ['messages', 2252, 2252, 0],
  )
  const found = await find('messages')
  assert.equal(found.length, 2252)
  assert.ok(found.every(({ state, version }) => state === 'closed' && version === 3))
  assert.ok(found.every(({ closedAt, receivedAt }) => closedAt && closedAt >= receivedAt))
  const again = await take(replies)
  assert.deepEqual([again.made, again.known, again.changed.length], [0, 2252, 0])
  assert.ok((await search('小区')).rows.length > 50)
})

const newYork = join(data, 'open311/nyc311_2013-12-25.csv')
test('2,386 real requests of one day arrive', { skip: !existsSync(newYork) }, async () => {
  const report = await take(newYork)
  assert.deepEqual([report.form, report.rows, report.made, report.left], ['nyc311', 2386, 2386, 0])
  assert.equal(report.troubleCount, 7)
  const found = await find('NYC 311')
  const count = (is: (one: Found) => boolean) => found.filter(is).length
  assert.equal(
    count(({ state }) => state === 'closed'),
    2302,
  )
  assert.equal(
    count(({ state }) => state === 'accepted'),
    84,
  )
  assert.equal(
    count(({ lon, datum }) => lon !== null && datum === 'WGS84'),
    2304,
  )
  assert.equal(
    count(({ placeText }) => placeText !== ''),
    2352,
  )
  assert.equal(
    count(({ category }) => category !== null),
    2386,
  )
  const one = await findOne('NYC 311', '26984072')
  assert.deepEqual(
    [one.receivedAt.toISOString(), one.closedAt?.toISOString()],
    ['2013-12-26T04:59:08.000Z', '2013-12-26T06:15:00.000Z'],
  )
  assert.equal((await take(newYork)).made, 0)
  assert.ok((await search('blocked driveway')).rows.length > 10)
})

const boston = join(data, 'open311/boston311_2022-01_sample.csv')
test('Boston’s cases arrive; those nobody located have no position', {
  skip: !existsSync(boston),
}, async () => {
  const report = await take(boston)
  assert.deepEqual([report.form, report.made, report.left], ['boston311', 100, 0])
  const located = (await find('Boston 311')).filter(({ lon }) => lon !== null)
  assert.equal(located.length, 81)
})
