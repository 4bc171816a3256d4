import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Contract, InputOf, OutputOf } from '#foundation/contract.ts'
import type { ActId } from '#foundation/ids.ts'
import { newId } from '#foundation/server/new-id.ts'
import { addDays, type Day } from '#foundation/time.ts'
import { listMatters } from '#matters/matter/contract.ts'
import { matterRoutes } from '#matters/matter/server/routes.ts'
import type { Actor } from '#people/model.ts'
import type { Moment } from '#people/server/moment.ts'
import { codesBelow } from '#places/server/queries.ts'
import { type HistoryRow, writeHistory } from '../../../../tests/matter-history.ts'
import { type MatterKit, openKit, refusalOf } from '../../../../tests/matter-kit.ts'
import {
  actAs,
  county,
  office,
  officer,
  places,
  resident,
} from '../../../../tests/matter-people.ts'
import { declineProposal, listProposals, readSpikes, takeProposal } from '../../spikes/contract.ts'
import { proposeSeasons } from './propose-seasons.job.ts'
import { spikeRoutes } from './routes.ts'

const names = {
  officeName: () => null,
  divisionName: (_: number, code: string) => (code === places.greenstone ? '青石镇' : null),
  divisionsBelow: ({ sql }: Moment, code: string) => codesBelow(sql, code),
}
let kit: MatterKit
before(async () => {
  kit = await openKit()
  kit.now = new Date('2026-06-10T02:00:00Z')
})
after(() => kit.close())

async function ask<C extends Contract>(contract: C, input: InputOf<C>, by: Actor) {
  const say = () => ''
  const found = [
    ...spikeRoutes({ engine: kit.engine, names }),
    ...matterRoutes({ engine: kit.engine, names, say }),
  ].find((route) => route.contract.name === contract.name)
  const asked = { by, now: kit.now, actId: newId<ActId>(kit.now), address: '', token: null }
  return (await found?.handle(input, asked)) as OutputOf<C>
}

const leader = actAs('leader')

/** So many at noon of each of these days. */
const noons = (from: Day, days: number, each: (day: number) => number) =>
  Array.from({ length: days }, (_, day) => day).flatMap((day) =>
    Array.from({ length: each(day) }, () => `${addDays(from, day)}T04:00:00Z`),
  )

/** Three years with one hole in the road every other day, and rubbish each July. */
function history(): HistoryRow[] {
  const from = '2023-01-01' as Day
  const july = (day: number) => addDays(from, day).slice(5, 7) === '07'
  return [
    {
      category: 'road-hole',
      division: places.willow,
      at: noons(from, 1256, (day) => (day % 2 ? 0 : 1)),
    },
    { category: 'env', division: places.tower, at: noons(from, 1256, () => 2) },
    {
      category: 'env-rubbish',
      division: places.orchard,
      at: noons(from, 1256, (day) => (july(day) ? 1 : day % 30 === 0 ? 1 : 0)),
    },
  ]
}

test('without history nothing is judged, and it is said', async () => {
  const told = await ask(readSpikes, {}, leader)
  assert.deepEqual([told.basis, told.judged, told.spikes], ['nothing', 0, []])
  assert.deepEqual(await proposeSeasons(kit.engine, county, kit.now), { proposed: 0 })
})

test('a quiet week has no spikes; a burst is told with place, range and weeks', async () => {
  await writeHistory(kit.url, county, history())
  const quiet = await ask(readSpikes, {}, leader)
  assert.deepEqual([quiet.basis, quiet.compared, quiet.spikes], ['season', 3, []])
  await writeHistory(kit.url, county, [
    { category: 'road-hole', division: places.orchard, at: noons('2026-06-08' as Day, 3, () => 6) },
  ])
  const { from, to, spikes } = await ask(readSpikes, {}, leader)
  assert.deepEqual([from, to], ['2026-06-04', '2026-06-10'])
  const [spike, ...others] = spikes
  // Said once, where it is: not again for all roads, nor for the whole county.
  assert.equal(others.length, 0)
  assert.deepEqual(
    [spike?.category, spike?.division, spike?.divisionName],
    ['road-hole', places.greenstone, '青石镇'],
  )
  assert.ok(spike && spike.count >= 21 && spike.high < 15 && spike.mean < 5, JSON.stringify(spike))
  assert.equal(spike.weeks.length, 13)
  assert.deepEqual(spike.weeks.at(-1), { from, to, count: spike.count })
})

test('the list behind a spike holds as many as it counts', async () => {
  const { from, to, spikes } = await ask(readSpikes, {}, leader)
  const [{ category, division, count } = { category: '', division: null, count: 0 }] = spikes
  const list = await ask(
    listMatters,
    { kind: 'request', category, division: division ?? '', from, to, limit: 200 },
    leader,
  )
  assert.equal(list.rows.length, count)
})

test('the guard: what is hidden from an officer is in no number of theirs', async () => {
  const before = await ask(readSpikes, {}, leader)
  await kit.newMatter({
    ...{ category: 'road-hole', division: places.orchard, shutOut: [office.centre] },
    receivedAt: new Date('2026-06-09T04:00:00Z'),
  })
  const again = await ask(readSpikes, {}, leader)
  assert.equal(again.spikes[0]?.count, before.spikes[0]?.count)
  const free = await ask(readSpikes, {}, officer(['leader', office.housing]))
  assert.equal(free.spikes[0]?.count, (before.spikes[0]?.count ?? 0) + 1)
})

test('who may: those who work on the whole county', async () => {
  for (const by of [actAs('handler'), actAs('gridWorker'), resident()])
    assert.equal((await refusalOf(ask(readSpikes, {}, by))).key, 'spikes.notYours')
  assert.equal((await ask(readSpikes, {}, actAs('dispatcher'))).basis, 'season')
  const ahead = ask(readSpikes, { on: '2026-06-11' }, leader)
  assert.equal((await refusalOf(ahead)).key, 'spikes.dayAhead')
})

test('what returns each July is proposed in June, once', async () => {
  assert.deepEqual(await proposeSeasons(kit.engine, county, kit.now), { proposed: 1 })
  assert.deepEqual(await proposeSeasons(kit.engine, county, kit.now), { proposed: 0 })
  const { proposals, mayDecide } = await ask(listProposals, {}, leader)
  const [july] = proposals
  assert.deepEqual(
    [july?.category, july?.division, july?.from, july?.to],
    ['env-rubbish', places.greenstone, '2026-07-01', '2026-07-31'],
  )
  assert.deepEqual(july?.years, [
    { month: '2023-07', count: 31 },
    { month: '2024-07', count: 31 },
    { month: '2025-07', count: 31 },
  ])
  assert.ok(july && july.usual < 2)
  assert.equal(mayDecide, true)
  assert.equal((await ask(listProposals, {}, actAs('dispatcher'))).mayDecide, false)
})

test('taken up it becomes a finding, once; nobody else decides again', async () => {
  const { proposals } = await ask(listProposals, {}, leader)
  const proposal = proposals[0]?.id ?? ''
  const input = { proposal, actId: newId<ActId>(kit.now), words: '提前排查果园村垃圾堆放点。' }
  const clerk = ask(takeProposal, input, actAs('dispatcher'))
  assert.equal((await refusalOf(clerk)).key, 'spikes.notYoursToDecide')
  const [made, again] = await Promise.all([
    ask(takeProposal, input, leader),
    ask(takeProposal, input, leader),
  ])
  assert.deepEqual(again, made)
  const { kind, state, category } = await kit.read(made.matter)
  assert.deepEqual([kind, state, category], ['finding', 'reported', 'env-rubbish'])
  const [opened] = await kit.events(made.matter)
  assert.equal(opened?.body.proposal, proposal)
  const declining = ask(declineProposal, { proposal, reason: '不需要' }, leader)
  assert.equal((await refusalOf(declining)).key, 'spikes.decidedAlready')
  const taken = await ask(listProposals, { state: 'taken' }, leader)
  assert.equal(taken.proposals[0]?.number, made.number)
})

test('declined with a reason, it is not proposed again', async () => {
  kit.now = new Date('2027-06-10T02:00:00Z')
  const { proposed } = await proposeSeasons(kit.engine, county, kit.now)
  assert.equal(proposed, 1)
  const proposal = (await ask(listProposals, {}, leader)).proposals[0]?.id ?? ''
  const empty = ask(declineProposal, { proposal, reason: '  ' }, leader)
  assert.equal((await refusalOf(empty)).key, 'foundation.fieldMissing')
  await ask(declineProposal, { proposal, reason: '已列入年度计划' }, leader)
  assert.deepEqual(await proposeSeasons(kit.engine, county, kit.now), { proposed: 0 })
  const declined = await ask(listProposals, { state: 'declined' }, leader)
  assert.equal(declined.proposals[0]?.reason, '已列入年度计划')
  const unknown = ask(declineProposal, { proposal: newId(kit.now), reason: '不需要' }, leader)
  assert.equal((await refusalOf(unknown)).key, 'spikes.proposalUnknown')
})
