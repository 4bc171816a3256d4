import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { accept, record, submit, supplement } from '#matters/accept/contract.ts'
import { judge } from '#matters/analyse/contract.ts'
import { readMatter } from '#matters/matter/contract.ts'
import { county, type DemoHouse, openDemoHouse } from './demo-house.ts'
import { type HttpVisitor, ProblemAnswer, type ProblemDetails, requestOf } from './http-visitor.ts'

let house: DemoHouse
let officers: readonly HttpVisitor[]
before(async () => {
  house = await openDemoHouse({ empty: true })
  officers = await Promise.all([house.signIn('operator'), house.signIn('night')])
})
after(() => house.close())

const words = '东门路人行道的砖翘起来了。'
const report = () => house.visitor().ask(submit, { county, actId: randomUUID(), words })

type Outcome<T> = { readonly done?: T; readonly problem?: ProblemDetails }
async function outcomeOf<T>(asked: Promise<T>): Promise<Outcome<T>> {
  try {
    return { done: await asked }
  } catch (error) {
    if (error instanceof ProblemAnswer) return { problem: error.problem }
    throw error
  }
}

async function eventsOf(matter: string): Promise<string[]> {
  const rows = await house.rows<{ act: string; seq: number }>(
    'select act, seq from events where matter = $1 order by seq',
    [matter],
  )
  assert.deepEqual(
    rows.map(({ seq }) => seq),
    rows.map((_, i) => i + 1),
  )
  return rows.map(({ act }) => act)
}

test('two officers accept at once: one does, the other is told by whom and when', async () => {
  for (let round = 0; round < 10; round++) {
    const { matter, version } = await report()
    const outcomes = await Promise.all(
      officers.map((officer) =>
        outcomeOf(officer.ask(accept, { matter, actId: randomUUID(), seen: version })),
      ),
    )
    assert.equal(outcomes.filter(({ done }) => done).length, 1)
    const problem = outcomes.find((one) => one.problem)?.problem
    assert.equal(problem?.status, 409)
    assert.equal(problem?.reason, 'matter.changedMeanwhile')
    assert.match(problem?.detail ?? '', /县社会治理指挥中心.*受理|受理.*县社会治理指挥中心/)
    assert.match(problem?.detail ?? '', /\d{2}:\d{2}/)
    assert.deepEqual(await eventsOf(matter), ['submit', 'accept'])
  }
})

test('who pressed five times on five screens has done it once', async () => {
  const { matter, version } = await report()
  const [officer] = officers as [HttpVisitor]
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, () =>
      outcomeOf(officer.ask(accept, { matter, actId: randomUUID(), seen: version })),
    ),
  )
  assert.equal(outcomes.filter(({ done }) => done).length, 1)
  for (const { problem } of outcomes) assert.equal(problem?.status ?? 409, 409)
  assert.deepEqual(await eventsOf(matter), ['submit', 'accept'])
})

test('different acts at once leave one story without a gap', async () => {
  const { matter } = await report()
  const [first, second] = officers as [HttpVisitor, HttpVisitor]
  await first.ask(accept, { matter, actId: randomUUID() })
  const notes = Array.from({ length: 8 }, (_, i) =>
    outcomeOf(
      second.ask(supplement, { matter, actId: randomUUID(), words: `又来电话了，第 ${i} 次` }),
    ),
  )
  const judged = outcomeOf(first.ask(judge, { matter, actId: randomUUID(), category: '0101' }))
  const outcomes = await Promise.all([...notes, judged])
  assert.deepEqual(
    outcomes.flatMap(({ problem }) => problem ?? []),
    [],
  )
  const story = await eventsOf(matter)
  assert.equal(story.length, 11)
  const view = await first.ask(readMatter, { matter })
  assert.deepEqual([view.state, view.version], ['judged', 11])
})

test('the same act sent ten times at once is done once, and all hear the same answer', async () => {
  const { matter, version } = await report()
  const actId = randomUUID()
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      outcomeOf((officers[i % 2] as HttpVisitor).ask(accept, { matter, actId, seen: version })),
    ),
  )
  for (const { done } of outcomes) assert.deepEqual(done, outcomes[0]?.done)
  assert.ok(outcomes[0]?.done)
  assert.deepEqual(await eventsOf(matter), ['submit', 'accept'])
})

test('recording and its next acts are all done or none: nothing of a broken chain stays', async () => {
  const [officer] = officers as [HttpVisitor]
  const count = async () =>
    house.rows('select (select count(*) from matters) as m, (select count(*) from events) as e')
  const before_ = await count()
  for (const next of [
    [
      { verb: 'accept' as const, input: {} },
      { verb: 'judge' as const, input: { category: 'nope' } },
    ],
    [{ verb: 'close' as const, input: {} }],
    [{ verb: 'accept' as const, input: { title: '字'.repeat(200) } }],
  ]) {
    const actId = randomUUID()
    const { problem } = await outcomeOf(
      officer.ask(record, { actId, channel: 'phone', words, next }),
    )
    assert.ok(problem && problem.status < 500, JSON.stringify(next))
  }
  assert.deepEqual(await count(), before_)
})

test('a caller who hangs up while it is done finds it done', async () => {
  const { matter } = await report()
  const [officer] = officers as [HttpVisitor]
  const { path, method, body } = requestOf(accept, { matter, actId: randomUUID() })
  const hang = new AbortController()
  const sent = officer.send(path, {
    method,
    body: body ?? null,
    headers: { 'content-type': 'application/json' },
    signal: hang.signal,
  })
  setTimeout(() => hang.abort(), 2)
  await sent.catch(() => {})
  const { state, timeline } = await officer.ask(readMatter, { matter })
  // Either it was not begun or it was ended: nothing in between.
  assert.equal(timeline.length, state === 'accepted' ? 2 : 1)
})
