import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openHouse } from '#app/server/house.ts'
import { newId } from '#foundation/server/new-id.ts'
import { listPage, queueCounts } from '#matters/matter/server/list.ts'
import { viewMatter } from '#matters/matter/server/view.ts'
import { publicActor } from '#people/actor.ts'
import { scopeOf } from '#people/guard.ts'
import type { Actor } from '#people/model.ts'
import type { Moment } from '#people/server/moment.ts'
import { connected } from '../../tests/cluster.ts'
import { testDatabase } from '../../tests/store.ts'
import { categoryCode } from './duty-list.ts'
import { loadDemo } from './load.ts'
import { demoStories } from './matters.ts'
import { momentsOf } from './matters-tell.ts'
import { demoActor } from './people.ts'
import type { DemoOfficerKey } from './people-names.ts'
import { demoCounty } from './places-names.ts'
import { removeDemo } from './remove.ts'

// A Monday at half past ten in the county.
const now = new Date('2026-11-23T02:30:00Z')
const store = await testDatabase()
const dataDir = mkdtempSync(join(tmpdir(), 'linli 演示-'))
const load = (say: (line: string) => void = () => {}, at = now) =>
  loadDemo({ databaseUrl: store.url, dataDir, say, now: at })

// Broken off after the places and the people, as by somebody who pressed Ctrl-C.
await assert.rejects(
  load((line) => {
    if (line.includes('matters')) throw new Error('broken off')
  }),
)
await load()
const house = await openHouse({ databaseUrl: store.url, dataDir })
const county = await house.engine.countyOf(demoCounty.number, now)
after(async () => {
  await house.close()
  await store.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const rows = <Row>(text: string) =>
  connected(store.url, async (client) => (await client.query(text)).rows as Row[])
const as = <T>(by: Actor, work: (moment: Moment) => Promise<T>) =>
  house.database.within(scopeOf(by), (sql) => work({ by, now, sql, actId: newId(now) }))

test('every matter stands at the end of its story, told in order and never in the future', async () => {
  const [told] = await rows<object>(
    `select count(*)::int as matters, (select count(*)::int from events) as acts,
       (select max(at) <= '${now.toISOString()}' from events) as past,
       (select count(*)::int from events a join events b on b.matter = a.matter and b.seq = a.seq + 1 and b.at < a.at)
         as backwards
     from matters`,
  )
  const acts = demoStories.reduce((sum, { steps }) => sum + 1 + steps.length, 0)
  assert.deepEqual(told, { matters: demoStories.length, acts, past: true, backwards: 0 })
})

test('loading again, an hour later, changes nothing', async () => {
  const count = () =>
    rows(`select (select count(*) from matters) m, (select count(*) from events) e, (select count(*) from duty_items) d,
      (select count(*) from township_items) t, (select count(*) from categories) c, (select count(*) from areas) a,
      (select count(*) from accounts) p, (select count(*) from rules) r, (select count(*) from audit_log) l`)
  const before = await count()
  const { signIns } = await load(() => {}, new Date(now.getTime() + 3_600_000))
  assert.deepEqual(await count(), before)
  assert.equal(signIns.length, 12)
})

const expected: Readonly<Partial<Record<DemoOfficerKey, readonly string[]>>> = {
  operator: ['toAccept', 'toJudge', 'recorded'],
  dispatcher: [
    'toDispatch',
    'consulting',
    'objections',
    'extensions',
    'suspended',
    'dueToday',
    'late',
  ],
  handler: ['toSign', 'handling', 'assisting', 'suspended', 'late'],
  handler2: ['toSign', 'handling', 'assisting', 'late'],
  town: ['toSign', 'handling', 'assisting'],
  checker: ['toCheck', 'toCallBack'],
  leader: ['objections', 'extensions', 'suspended', 'late'],
  grid: ['recorded'],
}

for (const [key, queues] of Object.entries(expected) as [DemoOfficerKey, readonly string[]][]) {
  test(`${key} finds work in: ${queues.join(', ')}`, async () => {
    const counts = await as(demoActor(key), (moment) => queueCounts(moment, county))
    const filled = counts.filter(({ count }) => count > 0).map(({ queue }) => queue as string)
    assert.deepEqual(
      queues.filter((queue) => !filled.includes(queue)),
      [],
    )
  })
}

test('the public reads solved matters with their replies, and nothing confidential', async () => {
  const anybody = publicActor(demoCounty.number, 'zh-CN')
  const { rows: closed } = await as(anybody, (moment) =>
    listPage({ state: 'closed', publishedOnly: true, limit: 100 }, moment, county, house.names),
  )
  assert.ok(closed.length > 15)
  for (const { id, confidential } of closed) {
    assert.equal(confidential, false)
    const { timeline } = await as(anybody, (moment) =>
      viewMatter(house.reading, county, id, moment),
    )
    assert.ok(timeline.some(({ shown }) => typeof shown?.reply === 'string'))
  }
})

test('the office a complaint is about does not see it', async () => {
  const [about] = await rows<{ number: string }>(
    `select number from matters where confidential and place_text like '桥头镇便民%'`,
  )
  assert.ok(about)
  const seen = await as(demoActor('town'), (moment) =>
    listPage({ words: about.number }, moment, county, house.names),
  )
  assert.deepEqual(seen.rows, [])
})

test('it plays the same whatever the hour, on a Sunday night and in the October holidays too', () => {
  for (const at of ['2026-11-22T19:31:00Z', '2026-10-05T04:00:00Z', '2026-12-31T15:59:00Z']) {
    const day = new Date(at)
    for (const story of demoStories) {
      const moments = momentsOf(story, day, county)
      assert.equal(moments.length, story.steps.length + 1)
      const inOrder = moments.every((one, i) => i === 0 || one >= (moments[i - 1] as Date))
      assert.ok(inOrder && (moments.at(-1) as Date) < day, `${story.key} ${at}`)
    }
  }
})

test('keys are unique, categories and places exist', async () => {
  assert.equal(new Set(demoStories.map(({ key }) => key)).size, demoStories.length)
  const divisions = await rows<{ code: string }>('select code from divisions')
  const known = new Set(divisions.map(({ code }) => code))
  for (const { category, place } of demoStories) {
    assert.ok(categoryCode(category))
    assert.ok(known.has(`${demoCounty.number}${place[0]}`))
  }
})

const real = join(import.meta.dirname, '../../../shared/data/teddy2020')
test('no clause of a real message stands in the demo', { skip: !existsSync(real) }, () => {
  const files = ['replies_train.jsonl', 'messages_unlabelled.jsonl', 'hot_messages.jsonl']
  const written = files.map((file) => readFileSync(join(real, file), 'utf8')).join('\n')
  const told = JSON.stringify(demoStories)
  const clauses = told.split(/[^\p{Script=Han}\p{N}]+/u).filter((clause) => clause.length >= 8)
  assert.ok(clauses.length > 300)
  assert.deepEqual(
    clauses.filter((clause) => written.includes(clause)),
    [],
  )
})

test('what several residents bring is a hot issue from the first moment', async () => {
  const issues = await rows<{ title: string; matters: number }>(
    `select i.title, count(*)::int as matters from hot_issues i
       join hot_members h on h.county = i.county and h.issue = i.id
     where not i.gone group by i.id, i.title having count(*) > 2 order by 2 desc`,
  )
  assert.match(issues[0]?.title ?? '', /烧烤店.*油烟/v)
  assert.match(issues[1]?.title ?? '', /东门新村.*发黄/v)
  assert.equal(issues.length, 2, JSON.stringify(issues))
})

// Last, because it takes everything away.
test('it can be taken out again, and leaves other counties alone', async () => {
  const other = [990102, '990102000000', '邻县', 'Neighbour County', '0']
  await connected(store.url, (client) =>
    client.query(
      'insert into counties (county, code, name, name_en, desk_phone) values ($1, $2, $3, $4, $5)',
      other,
    ),
  )
  assert.ok((await removeDemo(store.url)) > 1500)
  const [left] = await rows<object>(
    `select (select count(*)::int from matters) as matters, (select count(*)::int from events) as events,
       (select count(*)::int from accounts) as accounts, (select count(*)::int from divisions) as divisions,
       (select array_agg(county) from counties) as counties`,
  )
  assert.deepEqual(left, { matters: 0, events: 0, accounts: 0, divisions: 0, counties: [990102] })
  assert.equal(await removeDemo(store.url), 0)
})
