import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { InputOf } from '#foundation/contract.ts'
import { newId } from '#foundation/server/new-id.ts'
import { scopeOf } from '#people/guard.ts'
import type { Actor } from '#people/model.ts'
import type { Moment } from '#people/server/moment.ts'
import { type MatterKit, openKit } from '../../../tests/matter-kit.ts'
import { actAs, office } from '../../../tests/matter-people.ts'
import type * as contract from '../lists/views-contract.ts'
import { answerSavedViews, dropView, savedViewsMax, saveView } from './saved-views.ts'

let kit: MatterKit
before(async () => {
  kit = await openKit()
})
after(() => kit.close())

function as<T>(by: Actor, work: (moment: Moment) => Promise<T>): Promise<T> {
  const { now } = kit
  return kit.database.within(scopeOf(by), (sql) => work({ by, now, sql, actId: newId(now) }))
}
const save = (by: Actor, input: InputOf<typeof contract.saveView>) =>
  as(by, (moment) => saveView(input, moment))
const namesOf = async (by: Actor) =>
  (await as(by, (moment) => answerSavedViews({}, moment))).views.map(({ name }) => name)

const lamps = { queue: 'late', filters: { words: '路灯' }, columns: ['title', 'due'] } as const

test('a view comes back as it was kept; the same name again replaces it', async () => {
  const by = actAs('dispatcher')
  await save(by, { name: ' 路灯 ', ...lamps, columns: [...lamps.columns] })
  const second = await save(by, { name: '路灯', filters: { state: 'handling' }, columns: [] })
  const { views } = await as(by, (moment) => answerSavedViews({}, moment))
  assert.deepEqual(views, [second])
  assert.deepEqual(second, {
    id: second.id,
    name: '路灯',
    filters: { state: 'handling' },
    columns: [],
  })
})

test('nobody else reads, replaces or drops it', async () => {
  const [mine, other] = [actAs('handler', office.housing), actAs('handler', office.streets)]
  const view = await save(mine, { name: '我的', filters: {}, columns: [] })
  await save(other, { name: '我的', filters: { words: '井盖' }, columns: [] })
  await as(other, (moment) => dropView({ view: view.id }, moment))
  const { views } = await as(mine, (moment) => answerSavedViews({}, moment))
  assert.deepEqual(views, [view])
})

test('a dropped view is gone, and dropping it again does no harm', async () => {
  const by = actAs('checker')
  const { id } = await save(by, { name: '待核查', filters: {}, columns: [] })
  await as(by, (moment) => dropView({ view: id }, moment))
  await as(by, (moment) => dropView({ view: id }, moment))
  assert.deepEqual(await namesOf(by), [])
})

test('the number of views has an end, and a full list can still be corrected', async () => {
  const by = actAs('leader')
  for (let i = 0; i < savedViewsMax; i++) {
    await save(by, { name: `视图 ${i}`, filters: {}, columns: [] })
  }
  await assert.rejects(
    save(by, { name: '又一个', filters: {}, columns: [] }),
    ({ refusal }) => refusal.key === 'matter.viewsFull',
  )
  await save(by, { name: '视图 0', filters: { words: '改' }, columns: [] })
  assert.equal((await namesOf(by)).length, savedViewsMax)
})
