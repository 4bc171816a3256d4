import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Type } from 'typebox'
import { type Contract, command, type InputOf, type OutputOf } from '#foundation/contract.ts'
import type { ActId } from '#foundation/ids.ts'
import { newId } from '#foundation/server/new-id.ts'
import { setRule } from '#foundation/server/rule-book.ts'
import type { Day } from '#foundation/time.ts'
import { ActAnswer, actEnvelope } from '#matters/matter/model.ts'
import { deed } from '#matters/matter/server/deed.ts'
import type { NewMatter } from '#matters/matter/server/open.ts'
import { publicActor } from '#people/actor.ts'
import type { Actor } from '#people/model.ts'
import { connected } from '../../../tests/cluster.ts'
import { type MatterKit, openKit, refusalOf } from '../../../tests/matter-kit.ts'
import { actAs, county, office, officeName, resident } from '../../../tests/matter-people.ts'
import { countyRates, officeRates } from '../contract.ts'
import type { Rate } from '../model.ts'
import { evaluateDeeds } from './deeds.ts'
import { evaluateRoutes } from './routes.ts'

const names = { officeName: (_: number, id: string) => officeName.get(id) ?? null }

/** First contact as the handling office records it: it may have reached nobody. */
const contact = deed({
  verb: 'contact',
  contract: command({
    name: 'test.contact',
    path: '/matters/:matter/contact',
    audience: 'officer',
    input: Type.Object({ ...actEnvelope, reached: Type.Boolean() }),
    output: ActAnswer,
    summary: 'First contact.',
  }),
  apply: async (_, { reached }) => ({ branch: reached ? 'reached' : 'notReached', body: {} }),
})

let kit: MatterKit
const reporter = resident('乙')
const checker = actAs('checker')
const handler = actAs('handler')
const leader = actAs('leader')
const made: Partial<NewMatter> = { reporter: reporter.person }
const filed = new Date('2026-03-03T02:00:00Z')
const soon = new Date('2026-03-03T06:00:00Z')
const now = new Date('2026-03-20T02:00:00Z')
const inMarch = { from: '2026-03-01', to: '2026-03-31' }

async function ask<C extends Contract>(
  contract: C,
  input: InputOf<C>,
  by: Actor,
  at = now,
): Promise<OutputOf<C>> {
  const routes = evaluateRoutes({ engine: kit.engine, files: kit.files, names })
  const found = routes.find((route) => route.contract.name === contract.name)
  const asked = { by, now: at, actId: newId<ActId>(at), address: '', token: null }
  return (await found?.handle(input, asked)) as OutputOf<C>
}

/** A request of the housing bureau at work, filed at a moment. */
async function handled(at = filed, more: Partial<NewMatter> = {}, lead?: string): Promise<string> {
  kit.now = at
  const matter = await kit.bring('handling', { made: { ...made, ...more }, lead })
  kit.now = now
  return matter
}
const reached = (matter: string, at = soon) =>
  kit.act('contact', matter, { reached: true }, handler, at)
async function checked(matter: string): Promise<void> {
  await kit.act('feedBack', matter, {}, handler)
  await kit.act('check', matter, { result: 'passed' }, checker)
}
const close = (matter: string, input = {}) => kit.act('close', matter, input, checker)
const rate = (matter: string, input: object) => kit.act('rate', matter, { ...input }, reporter)

/** Each line of the hand-made table, by its letter; what it counts for is written in the test. */
const table: Record<string, string> = {}

async function fill(): Promise<void> {
  table.a = await handled()
  await reached(table.a)
  await checked(table.a)
  await rate(table.a, { solved: true, grade: 'satisfied' })
  await close(table.a)

  table.b = await handled()
  await reached(table.b, new Date('2026-03-06T02:00:00Z'))
  await checked(table.b)
  const no = { reached: true, solved: false, grade: 'dissatisfied' }
  await kit.act('callBack', table.b, no, checker)

  table.c = await handled()
  await checked(table.c)
  for (const _ of [1, 2, 3]) await kit.act('callBack', table.c, { reached: false }, checker)
  await close(table.c)

  table.d = await handled()
  await kit.act('suspend', table.d, {}, leader, soon)

  table.e = await handled()
  await reached(table.e)
  await checked(table.e)
  await rate(table.e, { solved: true, grade: 'veryDissatisfied' })
  await close(table.e)
  const indicators = ['solution', 'satisfaction']
  await kit.act('exclude', table.e, { indicators, reason: 'duplicate', words: '同一处' }, leader)

  kit.now = filed
  table.f = await kit.bring('dispatched', { made })
  kit.now = now
  await kit.act('withdraw', table.f, {}, reporter, soon)

  table.g = await handled(filed, { replyWanted: false })
  await checked(table.g)
  await close(table.g)

  table.j = await handled(new Date('2026-02-26T02:00:00Z'))

  table.l = await handled()
  await kit.act('contact', table.l, { reached: false }, handler, soon)
  await checked(table.l)

  table.m = await handled()
  await reached(table.m)
  await checked(table.m)
  await rate(table.m, { solved: false })
  await close(table.m, { because: 'noCondition', words: '管网改造排在六月' })

  table.n = await handled()
  await reached(table.n)
  await checked(table.n)
  await rate(table.n, { solved: false, grade: 'dissatisfied' })
  await kit.act('rework', table.n, { reason: '没有修好' }, checker)
}

/** What is no order, or not due: counted nowhere. */
async function fillBeside(): Promise<void> {
  kit.now = filed
  const consultation = await kit.bring('accepted', { made: { ...made, type: 'consultation' } })
  await kit.act('answer', consultation, {}, actAs('operator'))
  await kit.bring('closed', { made: { kind: 'finding' } })
  // Fell due before anybody gave it to an office.
  await kit.bring('judged', { made })
  kit.now = new Date('2026-03-19T02:00:00Z')
  await kit.bring('handling', { made })
  kit.now = now
  // Imported history: an office and an end, but no clock that could be due.
  await kit.newMatter({
    ...made,
    channel: 'import',
    receivedAt: filed,
    leadOffice: office.housing,
    offices: [office.housing],
  })
}

before(async () => {
  kit = await openKit(({ files }) => [...evaluateDeeds({ files, names }), contact])
  await fill()
  await fillBeside()
})
after(() => kit.close())

const figures = ({ numerator, denominator, noAnswer, open }: Rate) => [
  numerator,
  denominator,
  noAnswer,
  open,
]
const letter = (matter: string) => Object.keys(table).find((key) => table[key] === matter) ?? matter

test('the three rates against a table counted by hand', async () => {
  const answer = await ask(officeRates, { office: office.housing, ...inMarch }, handler)
  const { response, solution, satisfaction } = answer
  assert.deepEqual([answer.due, answer.closedAgainst, answer.withoutClock], [11, 1, 1])
  assert.deepEqual(figures(response), [4, 8, 1, 0])
  assert.deepEqual(figures(solution), [1, 3, 1, 3])
  assert.deepEqual(figures(satisfaction), [1, 2, 2, 3])
  assert.equal(response.value, 0.5)
  const good = ({ counted }: typeof response) =>
    counted.map(({ matter, good }) => `${letter(matter)}${good ? '+' : '-'}`).sort()
  assert.deepEqual(good(response), ['a+', 'b-', 'c-', 'e+', 'j-', 'l-', 'm+', 'n+'])
  assert.deepEqual(good(solution), ['a+', 'b-', 'm-'])
  assert.deepEqual(good(satisfaction), ['a+', 'b-'])
})

test('trap 12: what is hung up leaves the denominator and is listed with reason and approver', async () => {
  const { response, solution } = await ask(
    officeRates,
    { office: office.housing, ...inMarch },
    handler,
  )
  const left = ({ left }: typeof response) =>
    left.map(({ matter, reason, approver }) => [letter(matter), reason, approver]).sort()
  assert.deepEqual(left(response), [
    ['d', 'suspended', '接诉即办中心'],
    ['f', 'withdrawn', null],
    ['g', 'replyNotWanted', null],
  ])
  assert.deepEqual(left(solution), [
    ['d', 'suspended', '接诉即办中心'],
    ['e', 'duplicate', '接诉即办中心'],
    ['f', 'withdrawn', null],
    ['g', 'replyNotWanted', null],
  ])
  await kit.act('wake', table.d ?? '', {}, leader)
  const woken = await ask(officeRates, { office: office.housing, ...inMarch }, handler)
  // The limit moved by the time it was hung up, so it is due later in the month and not yet.
  assert.equal(woken.due, 10)
  await kit.act('suspend', table.d ?? '', {}, leader)
})

test('trap 16: consultations answered at once, findings and what is not due are outside', async () => {
  const march = await ask(countyRates, { county, ...inMarch }, publicActor(county, 'zh-CN'))
  const counted = march.offices.find((row) => row.office === office.housing)
  assert.deepEqual([counted?.officeName, counted?.rates.due], ['住建局', 10])
  const ungiven = march.offices.find((row) => row.office === null)
  assert.deepEqual(figures(ungiven?.rates.response as Rate), [0, 1, 0, 0])
  assert.deepEqual([march.offices.length, march.total.due], [2, 11])
})

test('due by the limit, not by the filing', async () => {
  const february = { from: '2026-02-01', to: '2026-02-28' }
  const answer = await ask(officeRates, { office: office.housing, ...february }, leader)
  assert.equal(answer.due, 0)
  const march = await ask(officeRates, { office: office.housing, ...inMarch }, leader)
  assert.ok(march.response.counted.some(({ matter }) => matter === table.j))
})

test('the public sees numbers and reasons; answers of residents from the minimum on', async () => {
  const by = publicActor(county, 'zh-CN')
  const { total, ratingsMin } = await ask(countyRates, { county, ...inMarch }, by)
  assert.equal(ratingsMin, 10)
  assert.deepEqual(figures(total.response), [4, 9, 1, 0])
  assert.deepEqual([total.solution.tooFew, total.solution.value], [true, null])
  assert.deepEqual(total.solution.excluded, [
    { reason: 'duplicate', count: 1 },
    { reason: 'replyNotWanted', count: 1 },
    { reason: 'withdrawn', count: 1 },
  ])
  const min = { id: 'count.ratingsForDisplay', value: { kind: 'count', count: 2 } as const }
  const rule = { ...min, citation: '测试', source: 'county' as const, note: '' }
  await kit.database.within({ county, reach: 'system', parties: [] }, (sql) =>
    setRule(sql, county, { rule, from: '2026-03-21' as Day }, '2026-03-20' as Day),
  )
  const tomorrow = new Date('2026-03-21T02:00:00Z')
  const march = await ask(countyRates, { county, ...inMarch, office: office.housing }, by, tomorrow)
  const shown = march.total
  const listed = await ask(officeRates, { office: office.housing, ...inMarch }, leader, tomorrow)
  for (const indicator of ['response', 'solution', 'satisfaction'] as const) {
    const { counted: _, left: __, ...rate } = listed[indicator]
    assert.deepEqual(shown[indicator], rate)
  }
})

test('the list of an office is its own; who is shut out of a matter does not find it', async () => {
  const asked = { office: office.housing, ...inMarch }
  const stranger = actAs('handler', office.water)
  assert.equal((await refusalOf(ask(officeRates, asked, stranger))).key, 'evaluate.officeNotYours')
  const secret = await handled(filed, { shutOut: [office.tower] })
  const numbersOf = async (by: Actor) =>
    (await ask(officeRates, asked, by)).response.counted.map(({ matter }) => matter)
  assert.ok((await numbersOf(handler)).includes(secret))
  assert.ok((await numbersOf(leader)).includes(secret))
  assert.ok(!(await numbersOf(actAs('leader', office.tower))).includes(secret))
})

test('what was kept when a matter ended says what the record says', async () => {
  const asked = { office: office.housing, ...inMarch }
  const kept = await ask(officeRates, asked, handler)
  const thrown = await connected(kit.url, (client) => client.query('delete from standings'))
  assert.ok((thrown.rowCount ?? 0) > 3)
  assert.deepEqual(await ask(officeRates, asked, handler), kept)
})

test('a period that is none is refused by its field', async () => {
  const by = publicActor(county, 'zh-CN')
  const why = (from: string, to: string) => refusalOf(ask(countyRates, { county, from, to }, by))
  assert.equal((await why('2026-03-31', '2026-03-01')).key, 'evaluate.periodBackwards')
  assert.equal((await why('2026-02-30', '2026-03-01')).field, 'from')
})
