import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Contract, InputOf, OutputOf } from '#foundation/contract.ts'
import type { ActId } from '#foundation/ids.ts'
import { stopwatch } from '#foundation/server/clock.ts'
import { newId } from '#foundation/server/new-id.ts'
import type { Day } from '#foundation/time.ts'
import type { Actor } from '#people/model.ts'
import { connected } from '../../../../tests/cluster.ts'
import { inventedMatters } from '../../../../tests/invented-matters.ts'
import { type MatterKit, openKit } from '../../../../tests/matter-kit.ts'
import { actAs, county } from '../../../../tests/matter-people.ts'
import type { listModels as listModelsContract } from '../../classify/contract.ts'
import type { Example } from '../../classify/learn.ts'
import { suggestFor } from '../../contract.ts'
import { analyseDeeds } from '../deeds.ts'
import { analyseRoutes } from '../routes.ts'
import { judgementsOf } from '../store.ts'
import { listModels } from '../store-models.ts'
import { openLiveModels } from './live-models.ts'
import { learnRoutes } from './routes.ts'
import { isLearningTime, nightlyLearning } from './train-models.job.ts'
import { outcomeOf, trainModels } from './train-models.ts'

const names = {
  officeName: () => null,
  divisionName: () => null,
  divisionsBelow: async (_: unknown, code: string) => [code],
}
const models = openLiveModels()
let kit: MatterKit
before(async () => {
  kit = await openKit(() => analyseDeeds({ names, models }))
})
after(() => kit.close())

const operator = actAs('operator')
const house = { county, reach: 'system', parties: [] } as const
const training = () => ({ database: kit.database, clock: stopwatch })
const signal = () => new AbortController().signal
const train = () =>
  trainModels(training(), { county, now: kit.now, today: '2026-11-23' as Day, signal: signal() })

async function ask<C extends Contract>(contract: C, input: InputOf<C>) {
  const found = analyseRoutes({ engine: kit.engine, names, models }).find(
    (route) => route.contract.name === contract.name,
  )
  const asked = { ...{ by: operator, now: kit.now, address: '', token: null } }
  return (await found?.handle(input, { ...asked, actId: newId<ActId>(kit.now) })) as OutputOf<C>
}

/** Writes closed matters of the past straight into the store, as an import would leave them. */
async function writeClosed(examples: readonly Example[]): Promise<void> {
  await connected(kit.url, (client) =>
    client.query(
      `insert into matters (county, id, number, kind, procedure, state, version, title, words, public_title,
         public_words, channel, category, received_at, confidential, reply_wanted, published, closed_at)
       select $1::int, gen_random_uuid(), $1::int || '-2025-' || substr(gen_random_uuid()::text, 1, 8), 'request', 1,
         'archived', 1, '', words, '', '', 'import', category, now() - interval '300 days' - n * interval '1 minute',
         false, true, false, now()
       from unnest($2::text[], $3::text[]) with ordinality as k (words, category, n)`,
      [county, examples.map(({ text }) => text), examples.map(({ category }) => category)],
    ),
  )
}

const words = '桥头垃圾堆了好几天，苍蝇很多，也没有人清运'

test('without history nothing is learnt, and the row says why; names go on speaking', async () => {
  const row = await train()
  assert.deepEqual(
    [row.version, row.outcome, row.trouble, row.written],
    [1, 'nothing', 'analyse.tooFewTexts', true],
  )
  const told = await ask(suggestFor, { words: '道路坑洼' })
  assert.deepEqual([told.model, told.categories[0]?.source], [null, 'names'])
})

test('a history is learnt, goes live, and is asked at once', async () => {
  await writeClosed(inventedMatters(200, { categories: ['road-hole', 'env-rubbish'] }))
  assert.equal((await ask(suggestFor, { words })).model, null)
  const row = await train()
  assert.deepEqual([row.version, row.outcome, row.matters, row.categories], [2, 'live', 400, 2])
  assert.ok((row.quality?.macroF1 ?? 0) > 0.9 && row.beforeQuality === null)
  assert.ok(row.receivedFrom && row.receivedUntil && row.receivedFrom < row.receivedUntil)
  const { model, certain, categories } = await ask(suggestFor, { words })
  assert.deepEqual([model, certain], [2, true])
  const [best] = categories
  assert.deepEqual([best?.category, best?.source], ['env-rubbish', 'learnt'])
  assert.ok(best?.because.some((piece) => piece.includes('垃圾')))
})

test('judging keeps which model had suggested what', async () => {
  const matter = await kit.bring('accepted', { made: { title: '垃圾', words } })
  await kit.act('judge', matter, { category: 'env-rubbish' }, operator)
  const [judged] = await kit.database.within(house, (sql) => judgementsOf(sql, county, matter))
  assert.deepEqual(
    [judged?.suggested.model, judged?.suggested.categories[0]?.source],
    [2, 'learnt'],
  )
  assert.equal((await kit.events(matter)).at(-1)?.body.place, 1)
})

test('a worse one does not go live, and the row holds both figures', async () => {
  await writeClosed(
    inventedMatters(400, { seed: 5, wrong: 1, categories: ['road-hole', 'env-rubbish'] }).map(
      ({ text, category }, i) => ({ text: `${text}${i % 7}`, category }),
    ),
  )
  const row = await train()
  assert.equal(row.version, 3)
  assert.equal(row.beforeVersion, 2)
  assert.ok(row.quality && row.beforeQuality)
  assert.equal(row.outcome, outcomeOf(row.quality, row.beforeQuality))
  const listed = await kit.database.within(house, (sql) => listModels(sql, county, 'category'))
  assert.deepEqual(
    listed.map(({ version }) => version),
    [3, 2, 1],
  )
  const serves = row.outcome === 'live' ? 3 : 2
  assert.equal((await ask(suggestFor, { words })).model, serves)
})

test('the leader and the system administrator see what was learnt, an operator does not', async () => {
  const [door] = learnRoutes(kit.engine)
  const look = async (by: Actor) =>
    (await door?.handle(
      {},
      { ...{ by, now: kit.now, address: '', token: null }, actId: newId<ActId>(kit.now) },
    )) as OutputOf<typeof listModelsContract>
  const { serves, models: told } = await look(actAs('leader'))
  assert.ok(serves !== null && serves >= 2)
  assert.deepEqual(
    told.map(({ version }) => version),
    [3, 2, 1],
  )
  assert.deepEqual([told[2]?.outcome, told[2]?.quality], ['nothing', null])
  await assert.rejects(look(operator), /analyse.modelsNotYours/)
})

test('at least as good goes live; worse, or measured on too little, does not', () => {
  const quality = (macroF1: number, texts = 100) => ({
    ...{ texts, macroF1, accuracy: macroF1, calibrationError: 0 },
  })
  assert.equal(outcomeOf(quality(0.9), null), 'live')
  assert.equal(outcomeOf(quality(0.9), quality(0.9)), 'live')
  assert.equal(outcomeOf(quality(0.89), quality(0.9)), 'notBetter')
  assert.equal(outcomeOf(quality(1, 5), null), 'unmeasured')
  assert.equal(outcomeOf(null, null), 'unmeasured')
})

test('learning that is ended writes nothing, and the server goes on', async () => {
  const ending = new AbortController()
  const input = { county, now: kit.now, today: '2026-11-23' as Day, signal: ending.signal }
  const learning = trainModels(training(), { ...input, say: () => ending.abort() })
  await assert.rejects(learning, /has ended/)
  const listed = await kit.database.within(house, (sql) => listModels(sql, county, 'category'))
  assert.equal(listed.length, 3)
})

test('once a night, by the clock of the county', async () => {
  const midnight = new Date('2026-11-22T16:00:00Z')
  const at = (hour: number) => new Date(midnight.getTime() + hour * 3_600_000)
  assert.equal(isLearningTime(at(1.9), midnight, null), false)
  assert.equal(isLearningTime(at(2), midnight, null), true)
  assert.equal(isLearningTime(at(5), midnight, null), false)
  assert.equal(isLearningTime(at(3), midnight, at(2)), false)
  assert.equal(isLearningTime(at(3), midnight, at(-22)), true)
  const troubles: string[] = []
  const nightly = nightlyLearning(training(), (line) => troubles.push(line))
  await nightly.learnNightly(kit.engine, county, at(12))
  await nightly.stop()
  assert.deepEqual(troubles, [])
})
