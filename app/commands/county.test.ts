import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { starterRules } from '#database/rules/starter.ts'
import { connected } from '../../tests/cluster.ts'
import { testDatabase } from '../../tests/store.ts'

const store = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'linli 设县-'))
after(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

type Ended = { code: number; out: string; err: string }

function run(...words: string[]): Promise<Ended> {
  const env = { ...process.env, DATABASE_URL: store.url, LINLI_DATA: folder }
  const command = [join(import.meta.dirname, 'county.ts'), ...words]
  return new Promise((done) => {
    execFile(process.execPath, command, { env }, (error, out, err) => {
      done({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err })
    })
  })
}

const rows = <Row>(text: string) =>
  connected(store.url, async (client) => (await client.query(text)).rows as Row[])

const add = ['add', '--number', '990102', '--name', '邻县', '--name-en', 'Neighbour County']

test('a county is set up with rules, calendar and categories; again changes nothing', async () => {
  const categories = join(folder, '分类.csv')
  writeFileSync(categories, '一级分类,二级分类\n道路,坑洼\n道路,路灯\n')
  const words = [...add, '--phone', '000-990102', '--categories', categories, '--json']
  const first = await run(...words)
  assert.equal(first.code, 0, first.err)
  const { county, rules, registered, categories: tree } = JSON.parse(first.out)
  assert.deepEqual([county, rules, registered], ['added', starterRules.length, false])
  assert.equal(tree.added, 3)
  const again = JSON.parse((await run(...words)).out)
  assert.deepEqual([again.county, again.rules, again.holidays], ['unchanged', 0, 0])
  assert.equal(again.categories.added, 0)
  assert.deepEqual(await rows('select code, invented from counties'), [
    { code: '990102000000', invented: false },
  ])
})

test('a new phone is taken, the rules stay, and the list shows it', async () => {
  const changed = await run(...add, '--phone', '000-990103')
  assert.equal(changed.code, 0, changed.err)
  assert.match(
    changed.out,
    /已更新 \/ 990102: changed[\s\S]*linli import divisions --county 990102/,
  )
  const { out } = await run('list')
  assert.match(out, /990102 {2}邻县 Neighbour County {2}000-990103/)
})

test('a wrong call says the right one; a wrong field is named', async () => {
  const [nothing, half, number, zone, day] = await Promise.all([
    run(),
    run('add', '--number', '990103'),
    run('add', '--number', '12x', '--name', '某', '--name-en', 'X', '--phone', '0'),
    run(...add, '--phone', '0', '--time-zone', 'Asia/Nowhere'),
    run(...add, '--phone', '0', '--rules-from', '2026-02-30'),
  ])
  for (const { code, err } of [nothing, half, day]) {
    assert.equal(code, 1)
    assert.match(err, /linli county list/)
  }
  assert.match(number.err, /number/)
  assert.match(zone.err, /timeZone/)
  assert.equal((await rows('select 1 from counties')).length, 1)
})
