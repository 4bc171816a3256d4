import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#foundation/server/new-id.ts'
import type { NewMatter } from '#matters/matter/server/open.ts'
import { type MatterKit, openKit, refusalOf } from '../../../tests/matter-kit.ts'
import { actAs, county, office, officeName, resident } from '../../../tests/matter-people.ts'
import { analyseDeeds } from './deeds.ts'
import { openLiveModels } from './learn/live-models.ts'
import { judgementsOf, voicesOf } from './store.ts'

const names = {
  officeName: (_: number, id: string) => officeName.get(id) ?? null,
  divisionName: () => null,
  divisionsBelow: async (_: unknown, code: string) => [code],
}
let kit: MatterKit
before(async () => {
  kit = await openKit(() => analyseDeeds({ names, models: openLiveModels() }))
})
after(() => kit.close())

const operator = actAs('operator')
const house = { county, reach: 'system', parties: [] } as const
const asHouse = <T>(work: Parameters<MatterKit['database']['within']>[1]) =>
  kit.database.within(house, work) as Promise<T>
const judgements = (matter: string) =>
  asHouse<Awaited<ReturnType<typeof judgementsOf>>>((sql) => judgementsOf(sql, county, matter))
const numberOf = async (matter: string) => (await kit.read(matter)).number

test('judging keeps what was suggested beside what was chosen', async () => {
  const made: Partial<NewMatter> = { title: '道路坑洼', words: '路口道路坑洼，积了垃圾' }
  const matter = await kit.bring('accepted', { made })
  const input = {
    category: 'env-rubbish',
    type: 'complaint',
    basis: '城市管理职责',
    responsibleOffice: office.streets,
    risk: '夜间无照明，路面有坑',
  }
  assert.equal((await kit.act('judge', matter, input, operator)).state, 'judged')
  const read = await kit.read(matter)
  assert.deepEqual(
    [read.category, read.type, read.urgency],
    ['env-rubbish', 'complaint', 'general'],
  )
  const [judged] = await judgements(matter)
  assert.equal(judged?.suggested.categories[0]?.category, 'road-hole')
  assert.deepEqual(judged?.suggested.categories[0]?.because, ['道路坑洼'])
  assert.deepEqual(
    [judged?.seq, judged?.category, judged?.basis, judged?.responsibleOffice, judged?.channel],
    [read.version, 'env-rubbish', '城市管理职责', office.streets, 'order'],
  )
  // It was not among what was suggested.
  assert.equal((await kit.events(matter)).at(-1)?.body.place, null)
  await kit.act('judge', matter, { category: 'road-hole' }, actAs('dispatcher'))
  assert.equal((await kit.events(matter)).at(-1)?.body.place, 1)
  assert.equal((await judgements(matter)).length, 2)
})

test('another urgency measures completion anew from its own start, by the rule of that day', async () => {
  const matter = await kit.bring('accepted')
  const before = await kit.clock(matter, 'completion')
  assert.equal(before?.rule, 'limit.completion.general')
  kit.later(5)
  await kit.act('judge', matter, { category: 'road-hole', urgency: 'lifeline' }, operator)
  const after = await kit.clock(matter, 'completion')
  assert.deepEqual(
    [after?.rule, after?.unit, after?.amount],
    ['limit.completion.lifeline', 'urgentHour', 24],
  )
  assert.deepEqual(after?.startedAt, before?.startedAt)
  assert.equal(after?.dueAt.getTime(), (before?.startedAt.getTime() ?? 0) + 24 * 3_600_000)
  await kit.act('judge', matter, { category: 'road-hole', urgency: 'general' }, operator)
  assert.deepEqual(await kit.clock(matter, 'completion'), before)
})

test('a lifeline category makes the matter one, unless the officer says otherwise', async () => {
  const lifeline = "update categories set urgency = 'lifeline' where county = $1 and code = 'env'"
  await asHouse((sql) => sql.run({ text: lifeline }, [county]))
  const judged = async (given: Record<string, unknown>, made: Partial<NewMatter> = {}) => {
    const matter = await kit.bring('accepted', { made })
    await kit.act('judge', matter, { category: 'env', ...given }, operator)
    return [(await kit.read(matter)).urgency, (await kit.clock(matter, 'completion'))?.rule]
  }
  assert.deepEqual(await judged({}), ['lifeline', 'limit.completion.lifeline'])
  assert.deepEqual(await judged({ urgency: 'general' }), ['general', 'limit.completion.general'])
  assert.equal((await judged({}, { urgency: 'urgent' }))[0], 'urgent')
  // Judged again under a general category, it is a lifeline matter no longer.
  assert.equal(
    (await judged({ category: 'road' }, { category: 'env', urgency: 'lifeline' }))[0],
    'general',
  )
})

test('codes and offices that do not exist, and a risk note on a person, are refused', async () => {
  const matter = await kit.bring('accepted')
  const why = (input: object) =>
    refusalOf(kit.act('judge', matter, { category: 'road-hole', ...input }, operator))
  assert.equal((await why({ category: 'no-such' })).key, 'analyse.categoryUnknown')
  assert.equal((await why({ responsibleOffice: newId(kit.now) })).key, 'analyse.officeUnknown')
  assert.equal((await why({ risk: '来电人 13800138000 会闹' })).key, 'analyse.riskNamesPerson')
  assert.equal((await why({ urgency: 'at once' })).field, 'urgency')
  assert.equal((await kit.read(matter)).state, 'accepted')
})

test('a category that ended is no category any more', async () => {
  const matter = await kit.bring('accepted')
  const ended = "update categories set valid_to = '2026-03-03' where county = $1 and code = 'env'"
  await asHouse((sql) => sql.run({ text: ended }, [county]))
  assert.equal(
    (await refusalOf(kit.act('judge', matter, { category: 'env' }, operator))).key,
    'analyse.categoryUnknown',
  )
})

test('a duplicate is linked to the root, stays, counts as a voice, and its reporter is told', async () => {
  const root = await kit.bring('handling')
  const [second, third] = [await kit.bring('accepted'), await kit.bring('accepted')]
  await kit.act('link', second, { to: await numberOf(root) }, operator)
  await kit.act('link', third, { to: second }, operator)
  assert.equal((await kit.read(third)).duplicateOf, root)
  assert.equal((await kit.read(third)).state, 'accepted')
  const voices = await asHouse<{ id: string }[]>((sql) => voicesOf(sql, county, root))
  assert.deepEqual(voices.map(({ id }) => id).sort(), [second, third].sort())
  const told = (await kit.events(third)).at(-1)
  assert.deepEqual([told?.audience, told?.shown], ['resident', { to: await numberOf(root) }])
})

test('no link to itself, no chain, no circle; a link can be taken back', async () => {
  const [a, b, c] = [
    await kit.bring('accepted'),
    await kit.bring('accepted'),
    await kit.bring('accepted'),
  ]
  const why = async (matter: string, to: string | null) =>
    (await refusalOf(kit.act('link', matter, { to }, operator))).key
  assert.equal(await why(a, a), 'analyse.linkToSelf')
  await kit.act('link', a, { to: b }, operator)
  assert.equal(await why(b, a), 'analyse.linkToSelf')
  assert.equal(await why(b, c), 'analyse.hasVoices')
  assert.equal(await why(a, b), 'analyse.linkedAlready')
  assert.equal(await why(c, null), 'analyse.notLinked')
  assert.equal(await why(c, newId(kit.now)), 'analyse.linkTargetUnknown')
  assert.equal(await why(c, '990101-2026-999999'), 'analyse.linkTargetUnknown')
  const gone = await kit.bring('accepted')
  await kit.act('withdraw', gone, {}, operator)
  assert.equal(await why(c, gone), 'analyse.linkTargetEnded')
  await kit.act('link', a, { to: null }, operator)
  assert.equal((await kit.read(a)).duplicateOf, null)
})

test('two links at one moment make no circle', async () => {
  const [a, b] = [await kit.bring('accepted'), await kit.bring('accepted')]
  const both = await Promise.allSettled([
    kit.act('link', a, { to: b }, operator),
    kit.act('link', b, { to: a }, operator),
  ])
  assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1)
  const links = [(await kit.read(a)).duplicateOf, (await kit.read(b)).duplicateOf]
  assert.equal(links.filter((link) => link === null).length, 1)
})

test('the number of what is not published is not told', async () => {
  const root = await kit.bring('handling', { made: { published: false } })
  const matter = await kit.bring('accepted', { made: { reporter: resident().person } })
  await kit.act('link', matter, { to: root }, operator)
  assert.deepEqual((await kit.events(matter)).at(-1)?.shown, {})
})
