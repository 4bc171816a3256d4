import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { planned } from '#foundation/server/statement.ts'
import type { NewMatter } from '#matters/matter/server/open.ts'
import { type MatterKit, openKit } from '../../../tests/matter-kit.ts'
import { actAs, county } from '../../../tests/matter-people.ts'
import { acceptDeed } from './deeds.ts'

const water =
  planned(`insert into categories (county, code, parent, name, name_en, urgency, valid_from)
  values ($1, 'water', null, '停水', 'No water', 'lifeline', '2020-01-01')`)

let kit: MatterKit
before(async () => {
  kit = await openKit(() => [acceptDeed])
  await kit.database.within({ county, reach: 'system', parties: [] }, (sql) =>
    sql.run(water, [county]),
  )
})
after(() => kit.close())

/** Urgency and limit of a matter once accepted with this. */
async function accepted(given: Record<string, unknown>, made: Partial<NewMatter> = {}) {
  const matter = await kit.newMatter({ category: null, ...made })
  await kit.act('accept', matter, given, actAs('operator'))
  const { urgency } = await kit.read(matter)
  return [urgency, (await kit.clock(matter, 'completion'))?.rule]
}

test('a category given on acceptance brings its urgency, and the limit follows', async () => {
  assert.deepEqual(await accepted({ category: 'water' }), ['lifeline', 'limit.completion.lifeline'])
  assert.deepEqual(await accepted({ category: 'road' }), ['general', 'limit.completion.general'])
})

test('what the officer says stands, and what was graver before stays', async () => {
  const complex = { category: 'water', urgency: 'complex' }
  assert.deepEqual(await accepted(complex), ['complex', 'limit.completion.complex'])
  const [urgent] = await accepted({ category: 'water' }, { urgency: 'urgent' })
  assert.equal(urgent, 'urgent')
  // Nothing new is said about it: what was settled before stays.
  assert.equal((await accepted({}, { category: 'water', urgency: 'general' }))[0], 'general')
})
