import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { drawDemoPlaces, loadDemoPlaces } from '#database/demo/places.ts'
import { demoCounty } from '#database/demo/places-names.ts'
import { Refused } from '#foundation/refusal.ts'
import type { Sql } from '#foundation/server/database.ts'
import type { Day } from '#foundation/time.ts'
import { connected } from '../../tests/cluster.ts'
import { testDatabase } from '../../tests/store.ts'
import type { Datum, Located } from '../model.ts'
import { importAreas, parseAreaFile } from './import-areas.ts'
import { addDivisions } from './import-divisions.ts'
import { locate } from './locate.ts'
import { answerDivisions, answerLocate, answerOutline } from './queries.ts'

const store = await testDatabase()
const { database } = store
after(() => store.close())

const now = new Date('2026-11-22T08:00:00+08:00')
const today = '2026-11-22' as Day
const other = 990202

await connected(store.url, async (client) => {
  for (const [county, name] of [
    [demoCounty.number, '禾安县'],
    [other, '邻县'],
    [430111, '雨花区'],
  ] as const) {
    await client.query(
      `insert into counties (county, code, name, name_en, desk_phone) values ($1::int, $1::int::text, $2, '', '')`,
      [county, name],
    )
  }
})

const inCounty = <T>(county: number, work: (sql: Sql) => Promise<T>) =>
  database.within({ county, reach: 'system', parties: [] }, work)
const refused = (key: string) => (error: unknown) =>
  error instanceof Refused && error.refusal.key === key
const codesOf = ({ division, township, village, grid }: Located) =>
  [division, township, village, grid].map((part) => part?.code)

await inCounty(demoCounty.number, (sql) => loadDemoPlaces(sql, demoCounty.number, now))

const square = (lon: number, lat: number, size: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon, lat],
      [lon + size, lat],
      [lon + size, lat + size],
      [lon, lat + size],
      [lon, lat],
    ],
  ],
})
type Feature = { id?: string; properties?: Record<string, unknown>; geometry: unknown }
const fileOf = (features: Feature[], more: object = {}) =>
  parseAreaFile(
    new TextEncoder().encode(
      JSON.stringify({
        type: 'FeatureCollection',
        features: features.map((feature) => ({ type: 'Feature', ...feature })),
        ...more,
      }),
    ),
  )
const take = (
  features: Feature[],
  more: { kind?: 'division' | 'grid'; datum?: Datum; now?: Date; dryRun?: boolean } = {},
) =>
  inCounty(other, (sql) =>
    importAreas(sql, fileOf(features), {
      county: other,
      kind: 'division',
      scheme: 'DB11',
      datum: null,
      source: 'test',
      now,
      dryRun: false,
      ...more,
    }),
  )
const find = (lon: number, lat: number, datum: Datum = 'WGS84', day = today) =>
  inCounty(other, (sql) => locate(sql, other, { lon, lat, datum }, day))

test('a point finds its township, village and grid, and none outside the county', async () => {
  const answer = (lon: number, lat: number) =>
    inCounty(demoCounty.number, (sql) =>
      answerLocate({ county: demoCounty.number, lon, lat }, { sql, now }),
    )
  const found = await answer(111.45, 27.8)
  assert.equal(found.township?.name, '城关街道')
  assert.match(found.village?.name ?? '', /社区$/)
  assert.equal(found.division?.code, found.village?.code)
  assert.equal(found.grid?.parentDivision, found.village?.code)
  assert.match(found.grid?.workerPhone ?? '', /^000-/)
  assert.deepEqual(await answer(113, 28), {})
  assert.deepEqual(await answer(111.2001, 27.6), {}, 'inside the box, outside the outline')
})

test('a point on a border gets one of its neighbours, the same each time', async () => {
  const { divisions, grids } = drawDemoPlaces()
  const village = divisions.find(({ code }) => !code.endsWith('000'))
  const border = (village?.geometry.coordinates[0] ?? []) as [number, number][]
  await inCounty(demoCounty.number, async (sql) => {
    for (const [lon, lat] of border.filter((_, i) => i % 9 === 0)) {
      const point = { lon, lat, datum: 'WGS84' } as const
      const found = await locate(sql, demoCounty.number, point, today)
      assert.ok(found.village && found.grid, `nothing at ${lon} ${lat}`)
      assert.equal(found.grid.parentDivision, found.village.code)
      assert.deepEqual(await locate(sql, demoCounty.number, point, today), found)
    }
  })
  assert.equal(grids.length, 33)
})

test('one county’s outlines are not seen from another', async () => {
  assert.deepEqual(await find(111.45, 27.8), {})
  const outline = await inCounty(other, (sql) => answerOutline({ county: other }, { sql, now }))
  assert.deepEqual(outline.features, [])
})

test('the outline is GeoJSON: the county first, then its townships, each with datum and source', async () => {
  const outline = await inCounty(demoCounty.number, (sql) =>
    answerOutline({ county: demoCounty.number }, { sql, now }),
  )
  assert.deepEqual(
    outline.features.map(({ properties }) => properties.name),
    ['禾安县', '城关街道', '桥头镇', '柳溪镇', '石湾镇', '云岭乡', '白果乡'],
  )
  assert.equal(outline.features[0]?.properties.datum, 'WGS84')
  assert.match(outline.features[0]?.properties.source ?? '', /invented/)
})

test('place lists: children of the county or a township, names at any depth, nothing of elsewhere', async () => {
  const ask = (input: { parent?: string; name?: string; on?: string }) =>
    inCounty(demoCounty.number, async (sql) => {
      const county = demoCounty.number
      const answer = await answerDivisions({ county, ...input }, { sql, now })
      return answer.divisions.map(({ name }) => name)
    })
  assert.equal((await ask({})).length, 6)
  assert.deepEqual(await ask({ parent: '990101200' }), ['云岭村', '高坪村', '茶坪村', '松木岭村'])
  assert.deepEqual(await ask({ name: '柳' }), [
    '柳溪镇',
    '杨柳湾村',
    '柳溪社区',
    '上柳村',
    '下柳村',
  ])
  assert.deepEqual(await ask({ name: '柳', parent: '990101100000' }), ['杨柳湾村'])
  assert.deepEqual(await ask({ name: '%' }), [], 'a percent sign is a percent sign')
  await assert.rejects(ask({ parent: '110101' }), refused('places.divisionUnknown'))
  await assert.rejects(ask({ on: '2026-02-30' }), refused('places.dayUnknown'))
  await assert.rejects(ask({ on: '1899-12-31' }), refused('places.dayUnknown'))
  await assert.rejects(
    inCounty(1, (sql) => answerDivisions({ county: 1 }, { sql, now })),
    refused('places.countyUnknown'),
  )
})

test('loading the demo again changes nothing', async () => {
  const count = () =>
    connected(store.url, async (client) => {
      const { rows } = await client.query(
        `select (select count(*) from areas)::int as areas, (select count(*) from grids)::int as grids,
           (select count(*) from divisions)::int as divisions`,
      )
      return rows[0] as { areas: number; grids: number; divisions: number }
    })
  const first = await count()
  assert.deepEqual(first, { areas: 68, grids: 33, divisions: 37 })
  await inCounty(demoCounty.number, (sql) => loadDemoPlaces(sql, demoCounty.number, now))
  assert.deepEqual(await count(), first)
})

test('importing outlines: what is wrong is listed by feature, the rest arrives, again adds nothing', async () => {
  await database.shared((sql) =>
    addDivisions(sql, [
      { code: '990000000000', name: '示例省' },
      { code: '990202000000', name: '邻县' },
      { code: '990202100000', name: '西镇' },
      { code: '990202101000', name: '东镇' },
    ]),
  )
  const features = [
    { id: '990202100', geometry: square(120, 30, 1) },
    { properties: { code: 990202101 }, geometry: square(121, 30, 1) },
    { id: '990202100', geometry: square(120, 30, 1) },
    { geometry: square(120, 30, 1) },
    { id: '990202999', geometry: square(120, 30, 1) },
    { id: '990202102', geometry: { type: 'Point', coordinates: [1, 1] } },
    { id: '990101', geometry: square(110, 30, 1) },
  ]
  const trial = await take(features, { dryRun: true })
  assert.deepEqual([trial.added, trial.elsewhere], [2, 1])
  assert.deepEqual(
    trial.problems.map(({ number, code, refusal }) => [number, code, refusal.key]),
    [
      [3, '990202100', 'places.codeTwice'],
      [4, null, 'places.featureWithoutCode'],
      [5, '990202999000', 'places.divisionNotInRegister'],
      [6, '990202102', 'places.geometryType'],
    ],
  )
  assert.deepEqual(await find(120.5, 30.5), {}, 'a dry run wrote')
  const done = await take(features)
  assert.deepEqual([done.added, done.redrawn, done.unchanged], [2, 0, 0])
  const again = await take(features)
  assert.deepEqual([again.added, again.redrawn, again.unchanged], [0, 0, 2])
  assert.deepEqual(codesOf(await find(120.5, 30.5)).slice(0, 2), ['990202100000', '990202100000'])
  assert.equal((await find(121, 30.5)).township?.code, '990202100000', 'the border, lower code')
})

test('GCJ-02 points find nothing among WGS84 outlines, CGCS2000 points do', async () => {
  assert.deepEqual(await find(120.5, 30.5, 'GCJ02'), {})
  assert.equal((await find(120.5, 30.5, 'CGCS2000')).township?.code, '990202100000')
})

test('a redrawn outline holds from its day; the server sees it at once and still answers for the day before', async () => {
  const later = new Date('2026-12-01T08:00:00+08:00')
  const moved = [{ id: '990202100', geometry: square(122, 30, 1) }]
  const done = await take(moved, { now: later })
  assert.equal(done.redrawn, 1)
  const on = '2026-12-01' as Day
  assert.equal((await find(122.5, 30.5, 'WGS84', on)).township?.code, '990202100000')
  assert.equal((await find(120.5, 30.5, 'WGS84', on)).township, undefined)
  assert.equal((await find(120.5, 30.5)).township?.code, '990202100000')
})

test('trap 22: grids of any code scheme; the parent comes from the file or from a known scheme', async () => {
  const done = await take(
    [
      { id: '990202101000003', geometry: square(121, 30, 0.5), properties: { name: '东一' } },
      { id: '东-2', geometry: square(121.5, 30, 0.5), properties: { parent: '990202101' } },
      { id: '东-3', geometry: square(121, 30.5, 0.5), properties: { worker: '某某' } },
      { id: '东-4', geometry: square(121, 30.5, 0.5), properties: { parent: '990209' } },
    ],
    { kind: 'grid' },
  )
  assert.deepEqual([done.added, done.problems.length], [3, 1])
  const at = async (lon: number, lat: number) => (await find(lon, lat)).grid
  assert.equal((await at(121.2, 30.2))?.parentDivision, '990202101000')
  assert.equal((await at(121.7, 30.2))?.parentDivision, '990202101000')
  assert.deepEqual(await at(121.2, 30.7), {
    scheme: 'DB11',
    code: '东-3',
    name: '东-3',
    parentDivision: null,
    worker: '某某',
    workerPhone: null,
    supervisionPhone: null,
  })
})

test('a file that is no outline file is refused whole', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const parse = (text: string) => () => parseAreaFile(bytes(text))
  assert.throws(parse('{"type":"FeatureCollection","features":['), refused('places.fileNotJson'))
  assert.throws(parse('[]'), refused('places.notFeatureCollection'))
  assert.throws(parse('null'), refused('places.notFeatureCollection'))
  assert.throws(
    () => parseAreaFile(new Uint8Array([0x7b, 0xb5, 0xd8, 0xcd, 0xbc])),
    refused('places.fileNotUtf8'),
  )
  assert.throws(() => fileOf([], { UTF8Encoding: true }), refused('places.coordinatesEncoded'))
  const crs = (name: string) => ({ crs: { type: 'name', properties: { name } } })
  assert.throws(() => fileOf([], crs('urn:ogc:def:crs:EPSG::4547')), refused('places.crsUnknown'))
  assert.equal(fileOf([], crs('urn:ogc:def:crs:EPSG::4490')).datum, 'CGCS2000')
  assert.equal(fileOf([], crs('urn:ogc:def:crs:OGC:1.3:CRS84')).datum, 'WGS84')
  assert.throws(
    () => fileOf(Array.from({ length: 20_001 }, () => ({ geometry: null }))),
    refused('places.tooManyFeatures'),
  )
})

test('a file of another datum than told is refused', async () => {
  const file = fileOf([], { crs: { type: 'name', properties: { name: 'EPSG:4490' } } })
  const options = {
    county: other,
    kind: 'division',
    scheme: '',
    source: '',
    now,
    dryRun: false,
  } as const
  const taking = inCounty(other, (sql) => importAreas(sql, file, { ...options, datum: 'GCJ02' }))
  await assert.rejects(taking, refused('places.datumContradicts'))
})

const real = join(import.meta.dirname, '../../../shared/data/china_geo/changsha_districts.geojson')

test('real outlines of Changsha: a point of 雨花区 is found there', {
  skip: !existsSync(real),
}, async () => {
  const county = 430111
  await database.shared((sql) =>
    addDivisions(sql, [
      { code: '430000000000', name: '湖南省' },
      { code: '430100000000', name: '长沙市' },
      { code: '430111000000', name: '雨花区' },
      { code: '430102000000', name: '芙蓉区' },
    ]),
  )
  const file = parseAreaFile(readFileSync(real))
  assert.equal(file.features.length + file.problems.length, 9)
  const done = await inCounty(county, (sql) =>
    importAreas(sql, file, {
      county,
      kind: 'division',
      scheme: '',
      datum: null,
      source: 'test',
      now,
      dryRun: false,
    }),
  )
  assert.deepEqual([done.added, done.elsewhere], [1, 1])
  assert.ok(
    done.problems.some(({ code }) => code === '430124000000'),
    '宁乡县 became 宁乡市 in 2017',
  )
  const at = (lon: number, lat: number) =>
    inCounty(county, (sql) => locate(sql, county, { lon, lat, datum: 'WGS84' }, today))
  assert.equal((await at(113.03826, 28.135722)).division?.name, '雨花区')
  assert.deepEqual(await at(112.551885, 28.277483), {})
})
