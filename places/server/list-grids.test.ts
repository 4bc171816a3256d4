import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { townships } from '#database/demo/places-names.ts'
import { Refused } from '#foundation/refusal.ts'
import { county, openPeopleKit } from '../../tests/people-kit.ts'
import { answerGrids } from './queries.ts'

const kit = await openPeopleKit()
after(() => kit.close())

const gridsOf = (more: { division?: string; on?: string } = {}) =>
  kit.by('operator', async (moment) => (await answerGrids({ county, ...more }, moment)).grids)

test('the grids of the county, of a township with its villages, of one village', async () => {
  const all = await gridsOf()
  const [first] = townships
  assert.ok(first && all.length > 0)
  const township = await gridsOf({ division: `${county}${first.part}000` })
  assert.equal(township.length, first.villages.length * first.gridsInVillage)
  const village = `${county}${first.part}${first.villages[0]?.[0]}`
  const grids = await gridsOf({ division: village })
  assert.equal(grids.length, first.gridsInVillage)
  assert.ok(grids.every(({ parentDivision }) => parentDivision === village))
  assert.ok(township.length < all.length)
})

test('a day that does not exist is refused', async () => {
  await assert.rejects(
    gridsOf({ on: '2026-02-30' }),
    (error) => error instanceof Refused && error.refusal.key === 'places.dayUnknown',
  )
})
