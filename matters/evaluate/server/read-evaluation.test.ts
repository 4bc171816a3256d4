import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { OutputOf } from '#foundation/contract.ts'
import type { ActId } from '#foundation/ids.ts'
import { newId } from '#foundation/server/new-id.ts'
import { publicActor } from '#people/actor.ts'
import type { Actor } from '#people/model.ts'
import { type MatterKit, openKit, refusalOf } from '../../../tests/matter-kit.ts'
import { actAs, county, officeName, resident } from '../../../tests/matter-people.ts'
import { readEvaluation } from '../contract.ts'
import { evaluateDeeds } from './deeds.ts'
import { evaluateRoutes } from './routes.ts'

const names = { officeName: (_: number, id: string) => officeName.get(id) ?? null }
let kit: MatterKit
before(async () => {
  kit = await openKit(({ files }) => evaluateDeeds({ files, names }))
})
after(() => kit.close())

async function read(matter: string, by: Actor): Promise<OutputOf<typeof readEvaluation>> {
  const routes = evaluateRoutes({ engine: kit.engine, files: kit.files, names })
  const found = routes.find(({ contract }) => contract.name === readEvaluation.name)
  const asked = { by, now: kit.now, actId: newId<ActId>(kit.now), address: '', token: null }
  return (await found?.handle({ matter }, asked)) as OutputOf<typeof readEvaluation>
}

const reporter = resident('乙')
const checker = actAs('checker')
const anybody = publicActor(county, 'zh-CN')

test('offices read all of it, the reporter their verdict, the public what was released, masked', async () => {
  const matter = await kit.bring('fedBack', { made: { reporter: reporter.person } })
  await kit.act('check', matter, { result: 'passed' }, checker)
  await kit.act('callBack', matter, { reached: false }, checker)
  assert.equal((await read(matter, checker)).callsLeft, 2)
  const words = '修好了，谢谢，我的电话 13800138000'
  const rating = { solved: true, grade: 'satisfied', words }
  await kit.act('rate', matter, rating, reporter)
  assert.deepEqual((await read(matter, anybody)).verdicts, [])
  await kit.act('rate', matter, { ...rating, publish: true }, reporter)
  await kit.act('close', matter, {}, checker)

  const inside = await read(matter, checker)
  assert.deepEqual(
    [inside.checks.length, inside.calls.length, inside.verdicts.length, inside.round],
    [1, 1, 1, 1],
  )
  assert.equal(inside.checks[0]?.office, '接诉即办中心')
  const own = await read(matter, reporter)
  assert.deepEqual([own.checks, own.calls, own.verdicts[0]?.words], [[], [], words])
  assert.deepEqual([own.rateUntil, own.reopenUntil], ['2026-04-02', '2026-03-18'])
  assert.notEqual(own.verdicts[0]?.correctedAt, null)
  const [shown] = (await read(matter, anybody)).verdicts
  assert.equal(shown?.grade, 'satisfied')
  assert.doesNotMatch(shown?.words ?? '', /13800138000/)
})

test('a verdict on what is not published is nobody else’s', async () => {
  const made = { reporter: reporter.person, published: false }
  const matter = await kit.bring('closed', { made })
  await kit.act('rate', matter, { solved: true, publish: true }, reporter)
  assert.equal((await read(matter, reporter)).verdicts[0]?.published, false)
  assert.equal((await refusalOf(read(matter, anybody))).key, 'matter.notFound')
  assert.equal((await refusalOf(read(matter, resident('丙')))).key, 'matter.notFound')
})

test('the next round asks anew and keeps what was said before', async () => {
  const matter = await kit.bring('closed', { made: { reporter: reporter.person } })
  await kit.act('rate', matter, { solved: false }, reporter)
  await kit.act('reopen', matter, { reason: '还在漏' }, reporter)
  await kit.act('feedBack', matter, {}, actAs('handler'))
  await kit.act('check', matter, { result: 'passed' }, checker)
  await kit.act('rate', matter, { solved: true }, reporter)
  const { round, verdicts, checks } = await read(matter, checker)
  assert.equal(round, 2)
  assert.deepEqual(
    verdicts.map(({ round, solved }) => [round, solved]),
    [
      [1, false],
      [2, true],
    ],
  )
  assert.deepEqual(
    checks.map(({ round }) => round),
    [2],
  )
})
