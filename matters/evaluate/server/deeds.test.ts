import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#foundation/server/new-id.ts'
import type { State } from '#matters/matter/model.ts'
import type { NewMatter } from '#matters/matter/server/open.ts'
import { type MatterKit, openKit, refusalOf } from '../../../tests/matter-kit.ts'
import {
  actAs,
  holder,
  office,
  officeName,
  officer,
  resident,
} from '../../../tests/matter-people.ts'
import { evaluateDeeds } from './deeds.ts'

const names = { officeName: (_: number, id: string) => officeName.get(id) ?? null }
let kit: MatterKit
before(async () => {
  kit = await openKit(({ files }) => evaluateDeeds({ files, names }))
})
after(() => kit.close())

const reporter = resident('乙')
const checker = actAs('checker')
const made: Partial<NewMatter> = { reporter: reporter.person }

const bring = (to: State, more: Partial<NewMatter> = {}) =>
  kit.bring(to, { made: { ...made, ...more } })
const stateOf = async (matter: string) => (await kit.read(matter)).state

/** Feeds back as the handling office and lets the checker pass it. */
async function redo(matter: string): Promise<void> {
  await kit.act('feedBack', matter, {}, actAs('handler'))
  await kit.act('check', matter, { result: 'passed' }, checker)
}

test('trap 11: the handler never closes; feedback is not closing', async () => {
  const matter = await bring('fedBack')
  const handler = actAs('handler')
  assert.equal(
    (await refusalOf(kit.act('close', matter, {}, checker))).key,
    'matter.notInThisState',
  )
  await kit.act('check', matter, { result: 'passed' }, checker)
  await kit.act('rate', matter, { solved: true }, reporter)
  for (const by of [
    handler,
    // Whatever post is held beside: whoever works for the handling office may not.
    officer(['checker', office.centre], ['handler', office.housing]),
    officer(['checker', office.housing]),
  ]) {
    const { key } = await refusalOf(kit.act('close', matter, {}, by))
    assert.ok(['matter.otherPostOnly', 'matter.handlerMayNot'].includes(key), key)
    const check = await refusalOf(
      kit.act('check', await bring('fedBack'), { result: 'passed' }, by),
    )
    assert.equal(check.kind, 'forbidden')
  }
  assert.equal((await kit.act('close', matter, {}, checker)).state, 'closed')
})

test('a failed check goes back with a clock of its own, an unclear one stays; completion keeps what it showed', async () => {
  const matter = await bring('fedBack')
  const completion = await kit.clock(matter, 'completion')
  assert.equal(
    (await refusalOf(kit.act('check', matter, { result: 'failed' }, checker))).field,
    'note',
  )
  assert.equal(
    (await kit.act('check', matter, { result: 'unclear', note: '照片看不清' }, checker)).state,
    'fedBack',
  )
  const failed = await kit.act(
    'check',
    matter,
    { result: 'failed', note: '坑还在，电话 13800138000', files: ['a'.repeat(64)] },
    checker,
  )
  assert.equal(failed.state, 'handling')
  const read = await kit.read(matter)
  assert.deepEqual(read.flags, ['rework'])
  assert.deepEqual(await kit.clock(matter, 'completion'), completion)
  assert.equal((await kit.clock(matter, 'rework'))?.rule, 'limit.rework')
  const shown = (await kit.events(matter)).at(-1)?.shown
  assert.equal(shown?.result, 'failed')
  assert.doesNotMatch(String(shown?.note), /13800138000/)
})

test('rework → second check → close', async () => {
  const matter = await bring('checked')
  await kit.act(
    'callBack',
    matter,
    { reached: true, solved: false, words: '还有一半没补' },
    checker,
  )
  assert.equal(
    (await refusalOf(kit.act('rework', matter, { reason: ' ' }, checker))).key,
    'evaluate.reasonMissing',
  )
  await kit.act('rework', matter, { reason: '只补了一半' }, checker)
  assert.equal(await stateOf(matter), 'handling')
  await redo(matter)
  // A new round: the resident is asked again.
  assert.equal(
    (await refusalOf(kit.act('close', matter, {}, checker))).key,
    'evaluate.residentNotHeard',
  )
  const { advice } = (await kit.act(
    'callBack',
    matter,
    { reached: true, solved: true, grade: 'satisfied' },
    checker,
  )) as unknown as { advice: string }
  assert.equal(advice, 'close')
  await kit.act('close', matter, {}, checker)
  const after = await kit.read(matter)
  assert.deepEqual([after.state, after.flags], ['closed', []])
})

test('trap 17: no answer is kept as no answer, and all tries made let it be closed', async () => {
  const matter = await bring('checked')
  for (const [tries, advice] of [
    [1, 'callAgain'],
    [2, 'callAgain'],
    [3, 'closeUnreached'],
  ] as const) {
    assert.equal((await refusalOf(kit.act('close', matter, {}, checker))).values?.count, 4 - tries)
    const answer = await kit.act('callBack', matter, { reached: false }, checker)
    assert.equal((answer as unknown as { advice: string }).advice, advice)
  }
  assert.equal(
    (await refusalOf(kit.act('callBack', matter, { reached: false }, checker))).key,
    'evaluate.triesUsedUp',
  )
  await kit.act('close', matter, {}, checker)
  assert.deepEqual((await kit.events(matter)).at(-1)?.body, { round: 1, heard: null, tries: 3 })
})

test('a call outside the hours is recorded as such, not refused', async () => {
  const matter = await bring('checked')
  const night = new Date('2026-03-03T14:30:00Z')
  await kit.act('callBack', matter, { reached: false }, checker, night)
  assert.equal((await kit.events(matter)).at(-1)?.body.outsideHours, true)
})

test('who wanted no reply is not called, and the matter can be closed', async () => {
  const matter = await bring('checked', { replyWanted: false })
  assert.equal(
    (await refusalOf(kit.act('callBack', matter, { reached: true }, checker))).key,
    'evaluate.replyNotWanted',
  )
  assert.equal((await kit.act('close', matter, {}, checker)).state, 'closed')
})

test('closed is not solved: the unsatisfied resident reopens; the window closes later', async () => {
  const matter = await bring('closed')
  const completion = await kit.clock(matter, 'completion')
  await kit.act('rate', matter, { solved: false, grade: 'dissatisfied' }, reporter)
  const reason = { reason: '补的地方又塌了' }
  assert.equal((await kit.act('reopen', matter, reason, reporter)).state, 'handling')
  const opened = await kit.read(matter)
  assert.deepEqual([opened.flags, opened.closedAt], [['rework'], null])
  assert.equal((await kit.clock(matter, 'rework'))?.stoppedAt, null)
  assert.deepEqual(await kit.clock(matter, 'completion'), completion)
  await redo(matter)
  await kit.act('rate', matter, { solved: true }, reporter)
  await kit.act('close', matter, {}, checker)
  // Fifteen days after the closing, the day of closing not counted; the sixteenth is too late.
  const lastDay = new Date(kit.now.getTime() + 15 * 86_400_000)
  const tooLate = new Date(lastDay.getTime() + 86_400_000)
  const late = await refusalOf(kit.act('reopen', matter, reason, reporter, tooLate))
  assert.deepEqual([late.key, late.values?.day], ['evaluate.reopenOver', '2026-03-18'])
  assert.equal((await kit.act('reopen', matter, reason, reporter, lastDay)).state, 'handling')
})

test('a third reopening needs new facts; the checker needs only a reason, at any time', async () => {
  const matter = await bring('closed')
  const again = async () => {
    await redo(matter)
    await kit.act('rate', matter, { solved: true }, reporter)
    await kit.act('close', matter, {}, checker)
  }
  for (let time = 0; time < 2; time++) {
    await kit.act('reopen', matter, { reason: '还是不行' }, reporter)
    await again()
  }
  assert.equal(
    (await refusalOf(kit.act('reopen', matter, { reason: '还是不行' }, reporter))).key,
    'evaluate.newFactsMissing',
  )
  const far = new Date(kit.now.getTime() + 200 * 86_400_000)
  await kit.act('reopen', matter, { reason: '抽查发现返潮' }, checker, far)
  assert.equal(await stateOf(matter), 'handling')
})

test('closing over "not solved" needs a cited ground, which everybody can read', async () => {
  const matter = await bring('checked')
  await kit.act('rate', matter, { solved: false, words: '根本没来人' }, reporter)
  assert.equal((await refusalOf(kit.act('close', matter, {}, checker))).key, 'evaluate.notSolved')
  await kit.act('close', matter, { because: 'noCondition', words: '管网改造排在六月' }, checker)
  const event = (await kit.events(matter)).at(-1)
  assert.deepEqual(event?.shown, { against: 'noCondition', words: '管网改造排在六月' })
  assert.equal(event?.audience, 'public')
})

test('only the reporter rates: by account or by receipt', async () => {
  const matter = await bring('closed')
  const rating = { solved: true, grade: 'satisfied' }
  assert.equal(
    (await refusalOf(kit.act('rate', matter, rating, resident('丙')))).key,
    'matter.notFound',
  )
  assert.equal(
    (await refusalOf(kit.act('rate', matter, rating, holder(await bring('closed'))))).key,
    'matter.notFound',
  )
  for (const by of [actAs('handler'), checker, actAs('leader')])
    assert.equal((await refusalOf(kit.act('rate', matter, rating, by))).key, 'matter.otherPostOnly')
  assert.equal(
    (await kit.act('rate', matter, rating, holder(matter))).number,
    (await kit.read(matter)).number,
  )
})

test('the same rating twice is one rating; corrected for three days, then no more', async () => {
  const matter = await bring('closed')
  const actId = newId<string>(kit.now)
  const first = await kit.act('rate', matter, { solved: true, actId }, reporter)
  const second = await kit.act('rate', matter, { solved: true, actId }, reporter)
  assert.deepEqual(second, first)
  const soon = new Date(kit.now.getTime() + 71 * 3_600_000)
  await kit.act('rate', matter, { solved: false, words: '又坏了' }, reporter, soon)
  const later = new Date(kit.now.getTime() + 73 * 3_600_000)
  assert.equal(
    (await refusalOf(kit.act('rate', matter, { solved: true }, reporter, later))).key,
    'evaluate.ratedAlready',
  )
  const end = new Date(kit.now.getTime() + 32 * 86_400_000)
  assert.equal(
    (await refusalOf(kit.act('rate', await bring('closed'), { solved: true }, reporter, end))).key,
    'evaluate.ratingOver',
  )
})

test('a leader whose office did not handle it leaves a matter out, once per rate', async () => {
  const matter = await bring('closed')
  const leader = actAs('leader')
  const asked = { indicators: ['solution'], reason: 'duplicate', words: '与上一件是同一处' }
  assert.equal(
    (await refusalOf(kit.act('exclude', matter, asked, officer(['leader', office.housing])))).key,
    'matter.handlerMayNot',
  )
  await kit.act('exclude', matter, { ...asked, askedBy: office.housing }, leader)
  assert.equal(
    (await refusalOf(kit.act('exclude', matter, asked, leader))).key,
    'evaluate.excludedAlready',
  )
  await kit.act('exclude', matter, { ...asked, indicators: ['response'] }, leader)
  assert.equal(
    (await refusalOf(kit.act('exclude', matter, { ...asked, askedBy: newId(kit.now) }, leader)))
      .key,
    'evaluate.officeUnknown',
  )
  // The six kinds that acceptance answers are outcomes of their own, never a hidden exclusion.
  const refused = await kit.newMatter(made)
  await kit.act('refuse', refused, {}, actAs('operator'))
  assert.equal(
    (await refusalOf(kit.act('exclude', refused, asked, leader))).key,
    'matter.notInThisState',
  )
})

test('a finding has no resident to hear; what was solved on the spot and fails is given to an office', async () => {
  const worker = officer(['gridWorker', office.willow])
  const finding: Partial<NewMatter> = { kind: 'finding', channel: 'gridWorker' }
  const solve = async () => {
    const matter = await kit.newMatter(finding, worker)
    await kit.act('solveOnSpot', matter, {}, worker)
    return matter
  }
  const passed = await solve()
  await kit.act('check', passed, { result: 'passed' }, checker)
  assert.equal((await kit.act('close', passed, {}, checker)).state, 'closed')
  const failed = await solve()
  const back = await kit.act('check', failed, { result: 'failed', note: '没有清走' }, checker)
  assert.equal(back.state, 'reported')
  assert.equal((await kit.clock(failed, 'acceptance'))?.stoppedAt, null)
})
