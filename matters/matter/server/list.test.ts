import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#foundation/server/new-id.ts'
import { scopeOf } from '#people/guard.ts'
import type { Actor } from '#people/model.ts'
import type { Moment } from '#people/server/moment.ts'
import { type MatterKit, openKit } from '../../../tests/matter-kit.ts'
import { actAs, county, office, officeName, resident } from '../../../tests/matter-people.ts'
import { listPage, type Names, queueCounts } from './list.ts'

let kit: MatterKit
before(async () => {
  kit = await openKit()
})
after(() => kit.close())

const names: Names = {
  officeName: (_, id) => officeName.get(id) ?? null,
  divisionName: (_, code) => `at ${code}`,
  divisionsBelow: async (_, code) => [code],
}

async function asking<T>(by: Actor, work: (moment: Moment) => Promise<T>): Promise<T> {
  const { now } = kit
  return kit.database.within(scopeOf(by), (sql) => work({ by, now, sql, actId: newId(now) }))
}

async function list(by: Actor, input: Parameters<typeof listPage>[0]) {
  const rules = await kit.engine.countyOf(county, kit.now)
  return asking(by, (moment) => listPage(input, moment, rules, names))
}

async function listAll(by: Actor, input: Parameters<typeof listPage>[0]) {
  const found = []
  for (let next: string | undefined; ; ) {
    const page = await list(by, { ...input, limit: 2, ...(next ? { after: next } : {}) })
    found.push(...page.rows)
    if (!page.next) return found
    next = page.next
  }
}

test('what is on hold is due at no time and stands in its queue all the same', async () => {
  const leader = actAs('leader')
  const held = []
  for (const state of ['dispatched', 'handling', 'handling'] as const) {
    const matter = await kit.bring(state)
    await kit.act('suspend', matter, {}, leader)
    held.push(matter)
  }
  await kit.bring('handling')
  const rows = await listAll(leader, { queue: 'suspended' })
  assert.deepEqual(rows.map(({ id }) => id).sort(), held.sort())
  assert.ok(rows.every(({ dueAt, left }) => dueAt === null && left === null))

  const rules = await kit.engine.countyOf(county, kit.now)
  const counts = await asking(leader, (moment) => queueCounts(moment, rules))
  assert.equal(counts.find(({ queue }) => queue === 'suspended')?.count, held.length)
})

test('by due moment: earliest first, what is due at no time last, every row once', async () => {
  const rows = await listAll(actAs('leader'), { order: 'due' })
  assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length)
  const due = rows.map(({ dueAt }) => dueAt ?? 'none')
  assert.ok(due.includes('none'))
  assert.deepEqual(due, [...due].sort())
})

test('a row says how long is left, where it is, and what may be done with it', async () => {
  const matter = await kit.bring('dispatched', { made: { division: '990101100201' } })
  const find = async (by: Actor) =>
    (await list(by, { limit: 200 })).rows.find(({ id }) => id === matter)
  const row = await find(actAs('handler'))
  assert.equal(row?.divisionName, 'at 990101100201')
  assert.equal(row?.leadOfficeName, '住建局')
  assert.deepEqual(row?.left, { late: false, amount: 5, unit: 'workingDay' })
  assert.ok(row?.may.includes('sign') && !row.may.includes('close'))
  assert.equal(await find(actAs('handler', office.water)), undefined)
})

test('the public list hides personal data in the place and offers no acts', async () => {
  await kit.newMatter({ placeText: '文庙街 3 号，电话 13812345678', published: true })
  for (const by of [resident(), actAs('leader')]) {
    const { rows } = await list(by, { publishedOnly: true, limit: 200 })
    assert.ok(rows.every(({ placeText, may }) => !placeText.includes('5678') && may.length === 0))
  }
})

test('a category is looked for with everything below it, a last one alone', async () => {
  const leader = actAs('leader')
  const made = (category: string) => kit.newMatter({ category, published: true })
  const [road, hole, rubbish] = await Promise.all(['road', 'road-hole', 'env-rubbish'].map(made))
  const find = async (category: string) => {
    const rows = await listAll(leader, { category })
    return [road, hole, rubbish].filter((id) => rows.some((row) => row.id === id))
  }
  assert.deepEqual(await find('road'), [road, hole])
  assert.deepEqual(await find('road-hole'), [hole])
  assert.deepEqual(await find('env'), [rubbish])
  assert.deepEqual(await find('none'), [])
})
