// The command line of the knowledge base and of spikes, as an operator of an installation calls it.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { addDays, type Day } from '#foundation/time.ts'
import { connected } from '../../../tests/cluster.ts'
import { beginCounty } from '../../../tests/matter-county.ts'
import { writeHistory } from '../../../tests/matter-history.ts'
import { county, places } from '../../../tests/matter-people.ts'
import { testDatabase } from '../../../tests/store.ts'

const store = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'linli 知识与异动-'))
after(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})
await beginCounty(store.url, store.database)

type Ended = { code: number; out: string; err: string }

function run(command: string, ...words: string[]): Promise<Ended> {
  const env = { ...process.env, DATABASE_URL: store.url, LINLI_DATA: folder }
  const file = join(import.meta.dirname, '..', `${command}.ts`)
  return new Promise((done) => {
    execFile(process.execPath, [file, ...words], { env }, (error, out, err) => {
      done({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err })
    })
  })
}

test('articles: faults by row in a dry run, then the table', async () => {
  const table = join(folder, '知识.csv')
  const good = '老年证去哪里办,办老年证,带身份证到社区办理。,,《老年人权益保障法》第五十八条'
  const bad = '没有依据,,到社区办理就行。,,'
  writeFileSync(table, `\uFEFF标题,问法,答复,分类,依据\r\n${good}\r\n${bad}\r\n`)
  const dry = await run('import', 'articles', table, '--dry-run')
  assert.equal(dry.code, 1)
  assert.match(dry.out, /第 3 行：“依据”没有填写。 \/ row 3: “依据” is empty\./)
  assert.match(dry.out, /新增 1 条 \/ added: 1/)
  const rows = () =>
    connected(store.url, async (client) => (await client.query('select title from articles')).rows)
  assert.deepEqual(await rows(), [])
  const done = await run('import', 'articles', table, '--json')
  assert.equal(JSON.parse(done.out).added.length, 1)
  assert.deepEqual(await rows(), [{ title: '老年证去哪里办' }])
  const missing = await run('import', 'articles', join(folder, '没有.csv'))
  assert.equal(missing.code, 1)
  assert.match((await run('import', 'articles')).err, /请指定要导入的文件/)
})

test('spikes: too little history is said; then alarms and the measured false alarms', async () => {
  const empty = await run('analyse', 'spikes', '--from', '2026-03-01', '--to', '2026-03-31')
  assert.match(empty.out, /历史记录太少/)
  const noons = (from: Day, days: number, each: number) =>
    Array.from({ length: days * each }, (_, at) => `${addDays(from, at % days)}T04:00:00Z`)
  await writeHistory(store.url, county, [
    { category: 'env', division: places.willow, at: noons('2024-01-01' as Day, 820, 2) },
    { category: 'road-hole', division: places.willow, at: noons('2026-03-20' as Day, 5, 4) },
  ])
  const words = ['spikes', '--from', '2026-03-01', '--to', '2026-03-31']
  const { code, out } = await run('analyse', ...words, '--seed', '3')
  assert.equal(code, 0)
  assert.match(out, /2026-03-18—2026-03-24 {2}青石镇 {2}道路坑洼 {2}20 件/)
  assert.match(out, /种子 3/)
  const [told, again] = await Promise.all([
    run('analyse', ...words, '--json'),
    run('analyse', ...words, '--json'),
  ])
  assert.equal(told.out, again.out)
  const { weeks, alarms, quiet, tail } = JSON.parse(told.out)
  assert.deepEqual([weeks, alarms.length], [5, 1])
  assert.ok(quiet.alarms <= Math.ceil(quiet.judged * tail * 3))
})

test('a wrong call says the right one', async () => {
  const [order, seed] = await Promise.all([
    run('analyse', 'spikes', '--from', '2026-02-01', '--to', '2026-01-01'),
    run('analyse', 'spikes', '--seed', 'x'),
  ])
  assert.match(order.err, /--from 和 --to 应为日期[\s\S]*linli analyse spikes/)
  assert.match(seed.err, /--seed 应为整数/)
  assert.deepEqual([order.code, seed.code], [1, 1])
})
