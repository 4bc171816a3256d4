import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { now } from '#foundation/server/clock.ts'
import { connected } from '../../../tests/cluster.ts'
import { testDatabase } from '../../../tests/store.ts'
import { setUpCounty } from '../county-set-up.ts'

const store = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'linli 导入-'))
after(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})
const county = {
  county: 990102,
  code: '990102000000',
  name: '邻县',
  nameEn: 'Neighbour County',
  deskPhone: '000-990102',
  timeZone: 'Asia/Shanghai',
  invented: true,
}
const setUp = (number: number) =>
  setUpCounty(
    { ...county, county: number, code: `${number}000000` },
    { ownerUrl: store.url, database: store.database, now: now() },
  )
await setUp(990102)

type Ended = { code: number; out: string; err: string }

function run(...words: string[]): Promise<Ended> {
  const env = { ...process.env, DATABASE_URL: store.url, LINLI_DATA: folder }
  const command = [join(import.meta.dirname, '../import.ts'), 'matters', ...words]
  return new Promise((done) => {
    execFile(process.execPath, command, { env }, (error, out, err) => {
      done({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err })
    })
  })
}

const count = async () => {
  const { rows } = await connected(store.url, (client) => client.query('select 1 from matters'))
  return rows.length
}

const orders = join(folder, '工单.csv')
writeFileSync(
  orders,
  '工单编号,受理时间,诉求内容,办理结果\n1,2026-01-02,桥上有洞,已补\n2,昨天,没有路灯,\n',
)

test('a dry run tells row, field and reason in both languages, and writes nothing', async () => {
  const { code, out } = await run(orders, '--dry-run')
  assert.equal(code, 1)
  assert.match(out, /第 3 行，受理时间：[\s\S]*row 3, received: [\s\S]*试运行/)
  assert.equal(await count(), 0)
})

test('what is right arrives once; a row left out ends with 1', async () => {
  const first = await run(orders, '--json')
  assert.equal(first.code, 1)
  const { made, left, troubles } = JSON.parse(first.out)
  assert.deepEqual([made, left, troubles.length], [1, 1, 1])
  const again = JSON.parse((await run(orders, '--limit', '1', '--json')).out)
  assert.deepEqual([again.rows, again.made, again.known], [1, 0, 1])
  const [line] = await connected(
    store.url,
    async (client) => (await client.query('select what, detail from audit_log')).rows,
  )
  assert.deepEqual(line, { what: 'importMatters', detail: { source: '12345', made: 1 } })
})

test('a printed mapping can be edited and handed back', async () => {
  const printed = await run(orders, '--print-map')
  assert.equal(printed.code, 0)
  const mapping = JSON.parse(printed.out)
  assert.equal(mapping.fields.words, '诉求内容')
  const other = join(folder, 'other.jsonl')
  writeFileSync(other, '{"no":"x1","on":"03.02.2026 08:15","what":"a hole","where":"bridge"}\n')
  const unknown = await run(other)
  assert.match(unknown.err, /--print-map[\s\S]*no、on、what、where/)
  const map = join(folder, 'map.json')
  const fields = {
    sourceNumber: 'no',
    receivedAt: 'on',
    words: 'what',
    placeText: { columns: ['where', 'what'], join: ': ' },
    channel: { value: '邮件' },
  }
  writeFileSync(
    map,
    JSON.stringify({ ...mapping, source: 'mail', dateOrder: 'dayFirst', fields, states: {} }),
  )
  const done = await run(other, '--map', map)
  assert.equal(done.code, 0, done.err)
  const { rows } = await connected(store.url, (client) =>
    client.query(`select place_text, received_at from matters where source = 'mail'`),
  )
  assert.deepEqual(rows, [
    { place_text: 'bridge: a hole', received_at: new Date('2026-02-03T00:15:00Z') },
  ])
  writeFileSync(map, '{"source":"mail","fields":{"weather":"x"}}')
  const wrong = await run(other, '--map', map)
  assert.deepEqual([wrong.code, wrong.out], [1, ''])
})

test('a wrong call says the right one; with several counties one must be named', async () => {
  const [nothing, missing, limit] = await Promise.all([
    run(),
    run(join(folder, 'none.csv')),
    run(orders, '--limit', 'x'),
  ])
  assert.match(nothing.err, /linli import matters FILE/)
  assert.match(missing.err, /找不到文件[\s\S]*There is no file/)
  assert.match(limit.err, /--limit/)
  await setUp(990103)
  const several = await run(orders)
  assert.match(several.err, /990102 邻县、990103 邻县/)
  const other = await run(orders, '--county', '990103', '--json')
  assert.equal(JSON.parse(other.out).made, 1)
})
