import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#foundation/server/new-id.ts'
import type { Day } from '#foundation/time.ts'
import type { Verb } from '#matters/matter/model.ts'
import { viewMatter } from '#matters/matter/server/view.ts'
import { scopeOf } from '#people/guard.ts'
import type { Actor } from '#people/model.ts'
import type { Moment } from '#people/server/moment.ts'
import { type MatterKit, openKit, refusalOf } from '../../../tests/matter-kit.ts'
import { actAs, county, holder, office, officeName, places } from '../../../tests/matter-people.ts'
import { whyNotThese } from './assign.ts'
import { dispatchDeeds } from './deeds.ts'
import { insertTownshipItem } from './store-lists.ts'

let kit: MatterKit
before(async () => {
  kit = await openKit(dispatchDeeds)
  const item = {
    division: places.greenstone,
    item: '违法建设查处',
    category: 'road',
    kind: 'takenBack',
    department: office.streets,
    departmentDuty: '',
    townshipDuty: '',
    legalBasis: '青石镇清单第 3 项',
    validFrom: '2025-07-01',
    validTo: null,
  } as const
  await kit.database.within({ county, reach: 'system', parties: [] }, (sql) =>
    insertTownshipItem(sql, county, item, { by: null, at: kit.now }),
  )
})
after(() => kit.close())

const names = {
  officeName: (_: number, id: string) => officeName.get(id) ?? null,
  divisionName: () => null,
  divisionsBelow: async (_: unknown, code: string) => [code],
}
const asking = <T>(by: Actor, work: (moment: Moment) => Promise<T>) =>
  kit.database.within(scopeOf(by), (sql) => work({ by, now: kit.now, sql, actId: newId(kit.now) }))

/** What the open matter says about an act: null where it may be done. */
async function told(verb: Verb, matter: string, by: Actor): Promise<string | null | undefined> {
  const { engine } = kit
  const rules = await engine.countyOf(county, kit.now)
  const reading = { engine, names, say: ({ key }: { key: string }) => key }
  const { acts } = await asking(by, (moment) => viewMatter(reading, rules, matter, moment))
  const found = acts.find((act) => act.verb === verb)
  return found && (found.refusal?.reason ?? null)
}

const housing = actAs('handler', office.housing)
const reason = '该路段已移交城管局管理，不属于本局职责'

test('the window of an objection is known before pressing', async () => {
  const began = kit.now
  const matter = await kit.bring('judged')
  await kit.act(
    'dispatch',
    matter,
    { lead: office.housing, basis: '三定方案' },
    actAs('dispatcher'),
  )
  assert.equal(await told('object', matter, housing), null)
  kit.later(24 * 10)
  assert.equal(await told('object', matter, housing), 'dispatch.objectionLate')
  assert.equal(
    (await refusalOf(kit.act('object', matter, { reason }, housing))).key,
    'dispatch.objectionLate',
  )
  kit.now = began
})

test('so are used-up extensions, and who may not decide the next', async () => {
  const matter = await kit.bring('handling')
  const ask = () => kit.act('askExtension', matter, { reason, amount: 1 }, housing)
  const decide = () =>
    kit.act('decideExtension', matter, { decision: 'granted', reason }, actAs('leader'))
  const dispatcher = actAs('dispatcher')
  await ask()
  assert.equal(await told('decideExtension', matter, dispatcher), null)
  await decide()
  await ask()
  assert.equal(await told('decideExtension', matter, dispatcher), 'dispatch.extensionByLeader')
  assert.equal(await told('decideExtension', matter, actAs('leader')), null)
  await decide()
  assert.equal(await told('askExtension', matter, housing), 'dispatch.extensionsUsedUp')
})

test('a resident learns before pressing that it is not overdue yet', async () => {
  const matter = await kit.bring('handling')
  assert.equal(await told('urge', matter, holder(matter)), 'dispatch.notOverdue')
  assert.equal(await told('urge', matter, actAs('dispatcher')), null)
})

test('what the township list keeps from an office is known while it is being chosen', async () => {
  const matter = await kit.bring('judged', { made: { division: places.willow } })
  const check = (lead: string, assisting?: string) =>
    asking(actAs('dispatcher'), async (moment) => {
      const input = { matter, lead, ...(assisting ? { assisting } : {}) }
      const refusal = await whyNotThese(input, moment, '2026-03-03' as Day)
      return refusal && [refusal.key, refusal.field]
    })
  assert.deepEqual(await check(office.greenstone), ['dispatch.takenBack', 'lead'])
  assert.deepEqual(await check(office.streets, [office.water, office.greenstone].join(',')), [
    'dispatch.takenBack',
    'assisting',
  ])
  assert.equal(await check(office.streets, office.water), null)
  assert.equal((await check(newId<string>(kit.now)))?.[0], 'people.officeMissing')
})
