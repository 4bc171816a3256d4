import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { planned } from '#foundation/server/statement.ts'
import { scopeOf } from '#people/guard.ts'
import type { Actor } from '#people/model.ts'
import { type MatterKit, openKit, refusalOf } from '../../../tests/matter-kit.ts'
import { actAs, county, office, officer, theHouse } from '../../../tests/matter-people.ts'
import { dispatchDeeds } from './deeds.ts'
import { historyOf } from './store-history.ts'

let kit: MatterKit
before(async () => {
  kit = await openKit(dispatchDeeds)
})
after(() => kit.close())

const dispatcher = actAs('dispatcher')
const housing = actAs('handler', office.housing)
const streets = actAs('chief', office.streets)
const question = '路面归谁养护，请住建局和城管局说明'
const ours = '路面由本局养护，可以主办。'

async function consulting() {
  const matter = await kit.bring('judged')
  const offices = [office.housing, office.streets]
  await kit.act('consult', matter, { question, offices }, dispatcher)
  return matter
}

const sees = (by: Actor, matter: string) =>
  kit.database.within(scopeOf(by), async (sql) => {
    const found = await sql.many(
      planned('select 1 from visible_matters m where m.county = $1 and m.id = $2'),
      [by.county, matter],
    )
    return found.length > 0
  })
const consultation = async (matter: string) => {
  const told = await kit.database.within(scopeOf(theHouse), (sql) => historyOf(sql, county, matter))
  return told.consultations?.at(-1) as { opinions: object[]; conclusion: string | null }
}

test('offices that are asked write their opinion themselves, and anew until it ends', async () => {
  const matter = await consulting()
  await kit.act('opine', matter, { opinion: '先看一下现场再答复你们。' }, housing)
  await kit.act('opine', matter, { opinion: ours }, housing)
  const seen = (await kit.read(matter)).version
  await kit.act('opine', matter, { opinion: '本局只负责清扫，请住建局主办。' }, streets)
  assert.deepEqual((await consultation(matter)).opinions, [
    { office: office.housing, opinion: ours, own: true },
    { office: office.streets, opinion: '本局只负责清扫，请住建局主办。', own: true },
  ])
  assert.equal((await kit.events(matter)).filter(({ act }) => act === 'opine').length, 3)
  // Whoever concludes has read what was said meanwhile.
  const conclusion = '由住建局主办，城管局配合清扫。'
  assert.equal(
    (await refusalOf(kit.act('concludeConsultation', matter, { conclusion, seen }, dispatcher)))
      .key,
    'matter.changedMeanwhile',
  )
  await kit.act('concludeConsultation', matter, { conclusion }, dispatcher)
  assert.equal((await consultation(matter)).opinions.length, 2)
})

test('the dispatcher writes for an office that has not, never over one that has', async () => {
  const matter = await consulting()
  await kit.act('opine', matter, { opinion: ours }, housing)
  const conclude = (id: string) =>
    kit.act(
      'concludeConsultation',
      matter,
      {
        conclusion: '由住建局主办，城管局配合。',
        opinions: [{ office: id, opinion: '电话答复：同意配合' }],
      },
      dispatcher,
    )
  assert.equal((await refusalOf(conclude(office.housing))).key, 'dispatch.opinionGiven')
  await conclude(office.streets)
  assert.deepEqual((await consultation(matter)).opinions, [
    { office: office.housing, opinion: ours, own: true },
    { office: office.streets, opinion: '电话答复：同意配合' },
  ])
})

test('asked, an office sees the matter; when it ends, whichever way, no longer', async () => {
  const before = await kit.bring('judged')
  assert.ok(!(await sees(housing, before)))
  const concluded = await consulting()
  assert.ok(await sees(housing, concluded))
  assert.ok(await sees(streets, concluded))
  assert.ok(!(await sees(actAs('handler', office.water), concluded)))
  await kit.act(
    'concludeConsultation',
    concluded,
    { conclusion: '由住建局主办，其他单位配合。' },
    dispatcher,
  )
  assert.ok(!(await sees(housing, concluded)))
  assert.deepEqual((await kit.read(concluded)).consulted, [])
  for (const ending of ['refuse', 'withdraw', 'answer'] as const) {
    const matter = await consulting()
    await kit.act(ending, matter, {}, actAs('operator'))
    assert.ok(!(await sees(streets, matter)), ending)
  }
})

test('an office that was not asked has nothing to say, an interested one is not even shown it', async () => {
  const matter = await consulting()
  const why = async (by: Actor) =>
    (await refusalOf(kit.act('opine', matter, { opinion: ours }, by))).key
  assert.equal(await why(actAs('handler', office.water)), 'matter.notFound')
  assert.equal(
    await why(officer(['handler', office.water], ['operator', office.centre])),
    'matter.consultedOfficeOnly',
  )
  assert.equal(
    (await refusalOf(kit.act('opine', matter, { opinion: '同意' }, housing))).key,
    'dispatch.reasonTooShort',
  )
  assert.equal((await refusalOf(kit.act('note', matter, {}, housing))).key, 'matter.notInThisState')
  const accused = await kit.newMatter({ shutOut: [office.streets], category: 'road-hole' })
  assert.ok(!(await sees(streets, accused)))
})
