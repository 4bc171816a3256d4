import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#foundation/server/new-id.ts'
import { scopeOf } from '#people/guard.ts'
import type { Actor } from '#people/model.ts'
import { type MatterKit, openKit } from '../../../tests/matter-kit.ts'
import { actAs, county, office, officeName, places } from '../../../tests/matter-people.ts'
import { answerGlance } from './glance.ts'
import { listPage, type Names } from './list.ts'

let kit: MatterKit
before(async () => {
  kit = await openKit()
})
after(() => kit.close())

const names: Names = {
  officeName: (_, id) => officeName.get(id) ?? null,
  divisionName: (_, code) => code,
  divisionsBelow: async (_, code) => [code],
}

async function seen(by: Actor) {
  const rules = await kit.engine.countyOf(county, kit.now)
  return kit.database.within(scopeOf(by), async (sql) => {
    const moment = { by, now: kit.now, sql, actId: newId<never>(kit.now) }
    const count = async (input: Parameters<typeof listPage>[0]) =>
      (await listPage({ ...input, limit: 200 }, moment, rules, names)).rows.length
    const open = await count({ standing: 'open' })
    const late = await count({ standing: 'late' })
    assert.equal(late, await count({ queue: 'late' }))
    return { glance: await answerGlance(moment, rules, names), open, late }
  })
}

test('offices and townships add up to the whole, and what is late is the queue of what is late', async () => {
  await kit.newMatter({ division: places.willow })
  await kit.newMatter({ division: places.orchard })
  await kit.bring('handling', { lead: office.housing, made: { division: places.willow } })
  await kit.bring('handling', { lead: office.streets, made: { division: places.tower } })
  await kit.bring('closed')
  const { glance, open, late } = await seen(actAs('leader'))
  assert.deepEqual([glance.open, glance.late], [4, late])
  assert.equal(open, 4)
  assert.deepEqual(
    new Map(glance.places.map(({ division, open }) => [division, open])),
    new Map([
      [places.greenstone, 3],
      [places.tower, 1],
    ]),
  )
  assert.deepEqual(glance.offices.map(({ name, open }) => [name, open]).sort(), [
    ['住建局', 1],
    ['城管局', 1],
  ])
})

test('an office sees its own and nothing of the others', async () => {
  const { glance } = await seen(actAs('handler', office.housing))
  assert.equal(glance.open, 1)
  assert.deepEqual(
    glance.offices.map(({ office: id }) => id),
    [office.housing],
  )
})
