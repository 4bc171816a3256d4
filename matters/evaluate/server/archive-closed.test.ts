import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type MatterKit, openKit, refusalOf } from '../../../tests/matter-kit.ts'
import { actAs, county, resident } from '../../../tests/matter-people.ts'
import { archiveClosed } from './archive-closed.job.ts'
import { evaluateDeeds } from './deeds.ts'

let kit: MatterKit
before(async () => {
  kit = await openKit(({ files }) => evaluateDeeds({ files, names: { officeName: () => null } }))
})
after(() => kit.close())

const daysLater = (days: number) => new Date(kit.now.getTime() + days * 86_400_000)

test('what ended is archived once nobody can reopen it, and only once', async () => {
  const reporter = resident('乙')
  const closed = await kit.bring('closed', { made: { reporter: reporter.person } })
  const answered = await kit.bring('accepted')
  await kit.act('answer', answered, {}, actAs('operator'))
  const inHand = await kit.bring('handling')
  const stateOf = async (matter: string) => (await kit.read(matter)).state

  const { key, values } = await refusalOf(
    kit.act('archive', closed, {}, actAs('checker'), daysLater(30)),
  )
  assert.deepEqual([key, values?.day], ['evaluate.archiveTooEarly', '2026-04-02'])
  assert.equal(await archiveClosed(kit.engine, county, daysLater(30)), 0)
  assert.equal(await archiveClosed(kit.engine, county, daysLater(31)), 2)
  assert.equal(await archiveClosed(kit.engine, county, daysLater(31)), 0)
  assert.deepEqual(
    [await stateOf(closed), await stateOf(answered), await stateOf(inHand)],
    ['archived', 'archived', 'handling'],
  )
  assert.deepEqual((await kit.events(answered)).at(-1)?.body, { ended: 'answered' })
  // Rating stays open within its own window, which is over by now; reopening is over with the archive.
  assert.equal(
    (await refusalOf(kit.act('reopen', closed, { reason: '又坏了' }, reporter, daysLater(31)))).key,
    'matter.notInThisState',
  )
})
