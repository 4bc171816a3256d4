import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ActId } from '#foundation/ids.ts'
import { newId } from '#foundation/server/new-id.ts'
import { publicActor } from '#people/actor.ts'
import { scopeOf } from '#people/guard.ts'
import type { Actor } from '#people/model.ts'
import { type MatterKit, openKit, refusalOf } from '../../../tests/matter-kit.ts'
import { actAs, county, office } from '../../../tests/matter-people.ts'
import type { Verb } from '../model.ts'
import { type ActInput, actOnHeld } from './act.ts'
import { onceMore } from './once.ts'
import { type NewMatter, openWithin } from './open.ts'

let kit: MatterKit
before(async () => {
  kit = await openKit()
})
after(() => kit.close())

const noOrigin = { datum: null, source: null, sourceNumber: null }

async function made(): Promise<NewMatter> {
  const { clocks: _, ...matter } = await kit.read(await kit.newMatter())
  return { ...matter, recordedBy: null }
}

async function open(matter: NewMatter, actId: string, by: Actor, origin = noOrigin) {
  const rules = await kit.engine.countyOf(county, kit.now)
  return onceMore(() =>
    kit.database.within(scopeOf(by), (sql) =>
      openWithin(kit.engine, rules, matter, { body: {}, answer: { secret: 'S' } }, origin, {
        by,
        now: kit.now,
        sql,
        actId: actId as never,
      }),
    ),
  )
}

test('opening gives number, state, the clock of acceptance and the first event', async () => {
  const matter = await kit.newMatter()
  const { number, state, version, clocks, dueAt } = await kit.read(matter)
  assert.match(number, /^990101-2026-\d{6}$/)
  assert.equal(state, 'reported')
  assert.equal(version, 1)
  assert.deepEqual(
    clocks.map(({ name }) => name),
    ['acceptance'],
  )
  assert.deepEqual(dueAt, clocks[0]?.dueAt)
  const events = await kit.events(matter)
  assert.deepEqual(
    events.map(({ seq, act, state }) => ({ seq, act, state })),
    [{ seq: 1, act: 'submit', state: 'reported' }],
  )
})

test('anybody may report; a double click, one after the other or at once, is one matter', async () => {
  const anybody = publicActor(county, 'zh-CN')
  const matter = await made()
  const actId = newId<string>(kit.now)
  const opened = await Promise.all([1, 2, 3].map(() => open(matter, actId, anybody)))
  const again = await open(matter, actId, anybody)
  for (const { answer } of [...opened, again]) assert.deepEqual(answer, opened[0]?.answer)
  assert.equal(opened.filter(({ held }) => held).length, 1)
  assert.equal(again.held, null)
  assert.equal((again.answer as { secret?: string }).secret, 'S')
})

/** Opens a matter and does these acts on it, all in one transaction. */
async function openAndAct(matter: NewMatter, verbs: readonly Verb[], by: Actor) {
  const rules = await kit.engine.countyOf(county, kit.now)
  return kit.database.within(scopeOf(by), async (sql) => {
    const moment = () => ({ by, now: kit.now, sql, actId: newId<ActId>(kit.now) })
    const opened = await openWithin(kit.engine, rules, matter, { body: {} }, noOrigin, moment())
    let held = opened.held
    for (const verb of verbs) {
      const then = moment()
      const input = { matter: opened.answer.matter, actId: then.actId }
      held = held && (await actOnHeld(kit.engine, rules, verb, input, held, then)).held
    }
    return { id: opened.answer.matter, held }
  })
}

test('acts in the transaction that opens a matter build on each other', async () => {
  const { id, held } = await openAndAct(await made(), ['accept', 'judge'], actAs('operator'))
  const { clocks, ...matter } = await kit.read(id)
  assert.deepEqual({ ...matter }, { ...held?.matter })
  assert.equal(matter.state, 'judged')
  const byName = (one: { name: string }, other: { name: string }) =>
    one.name < other.name ? -1 : 1
  assert.deepEqual(clocks.sort(byName), [...(held?.clocks ?? [])].sort(byName))
  assert.deepEqual(
    (await kit.events(id)).map(({ seq, act }) => `${seq} ${act}`),
    ['1 submit', '2 accept', '3 judge'],
  )
})

test('who records a matter about their own office may do nothing more with it', async () => {
  const about = { ...(await made()), shutOut: [office.centre] }
  const refusal = await refusalOf(openAndAct(about, ['accept'], actAs('operator')))
  assert.equal(refusal.key, 'matter.notFound')
})

test('an act id of another act opens nothing', async () => {
  const matter = await kit.newMatter()
  const actId = newId<string>(kit.now)
  await kit.act('accept', matter, { actId } satisfies Partial<ActInput>, actAs('operator'))
  assert.equal(
    (await refusalOf(open(await made(), actId, actAs('operator')))).key,
    'matter.actIdUsed',
  )
})

test('who may not open a matter of the kind is refused', async () => {
  const finding = { ...(await made()), kind: 'finding' as const }
  assert.equal(
    (await refusalOf(open(finding, newId(kit.now), publicActor(county, 'zh-CN')))).key,
    'matter.otherPostOnly',
  )
  assert.equal(
    (await refusalOf(open(await made(), newId(kit.now), actAs('checker')))).key,
    'matter.otherPostOnly',
  )
})

test('the clock of acceptance counts from when it was received, not from when it was typed', async () => {
  const receivedAt = new Date(kit.now.getTime() - 7_200_000)
  const matter = await kit.newMatter({ receivedAt })
  assert.deepEqual((await kit.clock(matter, 'acceptance'))?.startedAt, receivedAt)
})

test('numbers are unique though many matters open at once', async () => {
  const opened = await Promise.all(Array.from({ length: 45 }, () => kit.newMatter()))
  const numbers = await Promise.all(opened.map(async (matter) => (await kit.read(matter)).number))
  assert.equal(new Set(numbers).size, 45)
})
