import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { planned } from '#foundation/server/statement.ts'
import { publicActor } from '#people/actor.ts'
import { scopeOf } from '#people/guard.ts'
import type { Actor } from '#people/model.ts'
import { type MatterKit, openKit, refusalOf } from '../../../tests/matter-kit.ts'
import {
  actAs,
  county,
  holder,
  idOf,
  office,
  officer,
  resident,
  theHouse,
} from '../../../tests/matter-people.ts'
import { readMatter } from './store.ts'
import { eventsOf } from './store-lists.ts'

let kit: MatterKit
before(async () => {
  kit = await openKit()
})
after(() => kit.close())

const anybody = publicActor(county, 'zh-CN')

const listed = planned('select 1 from visible_matters m where m.county = $1 and m.id = $2')

/** What the asker sees of a matter: the row itself, its events, and its place in lists. */
const sees = (by: Actor, matter: string) =>
  kit.database.within(scopeOf(by), async (sql) => {
    const [row, events, places] = await Promise.all([
      readMatter(sql, by.county, matter),
      eventsOf(sql, by.county, matter),
      sql.many(listed, [by.county, matter]),
    ])
    assert.equal(events.length > 0, row !== null, 'row and record agree')
    assert.equal(places.length > 0, row !== null, 'row and lists agree')
    return row !== null
  })

test('the handling offices see it, another office sees nothing', async () => {
  const matter = await kit.bring('dispatched', { lead: office.housing, assisting: [office.water] })
  assert.ok(await sees(actAs('handler', office.housing), matter))
  assert.ok(await sees(actAs('chief', office.water), matter))
  assert.ok(!(await sees(actAs('handler', office.streets), matter)))
  assert.equal(
    (await refusalOf(kit.act('note', matter, {}, actAs('handler', office.streets)))).key,
    'matter.notFound',
  )
})

test('whoever is consulted sees it for as long as the consultation lasts, unless shut out', async () => {
  const asked = (made: object = {}) =>
    kit.bring('judged', { made }).then(async (matter) => {
      const consulted = [office.streets, office.tower]
      await kit.act('consult', matter, { change: { consulted } }, actAs('dispatcher'))
      return matter
    })
  const matter = await asked()
  assert.ok(await sees(actAs('handler', office.streets), matter))
  assert.ok(await sees(officer(['chief', office.centre, [office.tower]]), matter))
  assert.ok(!(await sees(actAs('handler', office.housing), matter)))
  assert.ok(!(await sees(actAs('systemAdmin', office.streets), matter)))
  assert.ok(!(await sees(actAs('chief', office.tower), await asked({ shutOut: [office.tower] }))))
  await kit.act('concludeConsultation', matter, {}, actAs('dispatcher'))
  assert.ok(!(await sees(actAs('handler', office.streets), matter)))
})

test('an accused office and an interested officer see nothing, whatever post they hold', async () => {
  const accused = officer(['leader', office.tower])
  const matter = await kit.newMatter({ shutOut: [office.tower] })
  for (const by of [accused, officer(['dispatcher', office.centre], ['handler', office.tower])]) {
    assert.ok(!(await sees(by, matter)))
    assert.equal((await refusalOf(kit.act('judge', matter, {}, by))).key, 'matter.notFound')
  }
  const interested = actAs('operator')
  const about = await kit.newMatter({ shutOut: [interested.person ?? ''] }, theHouse)
  assert.ok(!(await sees(interested, about)))
  assert.ok(await sees(actAs('leader'), about))
})

test('shut out counts even for an office that handles: assigning it by mistake shows it nothing', async () => {
  const matter = await kit.bring('dispatched', {
    lead: office.housing,
    made: { shutOut: [office.housing] },
  })
  assert.ok(!(await sees(actAs('handler', office.housing), matter)))
})

test('the public sees what is published and nothing else', async () => {
  assert.ok(await sees(anybody, await kit.newMatter({ published: true })))
  assert.ok(!(await sees(anybody, await kit.newMatter({ published: false }))))
})

test('a resident sees their own, a receipt its one matter', async () => {
  const reporter = resident('丙')
  const own = await kit.newMatter({ reporter: reporter.person, published: false })
  const other = await kit.newMatter({ published: false })
  assert.ok(await sees(reporter, own))
  assert.ok(!(await sees(reporter, other)))
  assert.ok(await sees(holder(own), own))
  assert.ok(!(await sees(holder(own), other)))
})

test('administrators look after the house and see no matter through it', async () => {
  const matter = await kit.bring('dispatched', { lead: office.housing })
  for (const kind of ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const)
    assert.ok(!(await sees(actAs(kind, office.housing), matter)))
})

test('nothing of one county is visible in another', async () => {
  const matter = await kit.newMatter()
  const foreign = { ...actAs('leader'), county: 990102 }
  assert.ok(!(await sees(foreign, matter)))
  const house = { ...theHouse, county: 990102 }
  const count = await kit.database.within(scopeOf(house), (sql) =>
    sql.one<{ count: number }>(planned('select count(*) as count from matters m where m.id = $1'), [
      matter,
    ]),
  )
  assert.equal(count.count, 0)
})

test('the public changes nothing, published or not', async () => {
  const matter = await kit.newMatter({ published: true })
  assert.equal((await refusalOf(kit.act('withdraw', matter, {}, anybody))).key, 'matter.notFound')
})

test('who recorded a matter keeps sight of it', async () => {
  const worker = actAs('gridWorker', office.willow)
  const matter = await kit.newMatter({ kind: 'finding', channel: 'gridWorker' }, worker)
  assert.ok(await sees(worker, matter))
  assert.ok(!(await sees(officer(['gridWorker', office.tower]), matter)))
  assert.equal((await kit.read(matter)).recordedBy, idOf(`person gridWorker ${office.willow}`))
})
