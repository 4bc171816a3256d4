import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actAs, office, officer } from '../../tests/matter-people.ts'
import { officeActing, unansweredOf, whyNotFeedBack, whyNotNote, whyNotReply } from './rules.ts'

const today = '2026-03-03'
const reply = '已于今天上午修补路面，请放心通行'

test('an answer says something: ten letters or characters', () => {
  assert.equal(whyNotReply(reply), null)
  assert.equal(whyNotReply('已办结')?.key, 'handle.replyTooShort')
  assert.equal(whyNotReply('。！？、，；：“”…… —')?.key, 'handle.replyTooShort')
  assert.equal(whyNotNote('电话'), null)
  assert.equal(whyNotNote(' … ')?.key, 'handle.noteEmpty')
})

test('what cannot be done needs its reason, the next step and a day to come', () => {
  const cannot = { outcome: 'cannot', reply, nextStep: '列入明年改造计划，开工前通知' } as const
  assert.equal(whyNotFeedBack({ ...cannot, promisedDay: '2026-06-30' }, today), null)
  assert.equal(whyNotFeedBack(cannot, today)?.key, 'handle.promiseMissing')
  assert.equal(whyNotFeedBack({ ...cannot, promisedDay: today }, today)?.key, 'handle.promisePast')
  assert.equal(
    whyNotFeedBack({ outcome: 'cannot', reply, promisedDay: '2026-06-30' }, today)?.field,
    'nextStep',
  )
  assert.equal(whyNotFeedBack({ outcome: 'solved', reply }, today), null)
  assert.equal(whyNotFeedBack({ outcome: 'partly', reply }, today), null)
  assert.equal(
    whyNotFeedBack({ outcome: 'partly', reply, promisedDay: '2026-03-02' }, today)?.key,
    'handle.promisePast',
  )
  assert.equal(whyNotFeedBack({ outcome: 'solved', reply: '已处理' }, today)?.field, 'reply')
})

test('an office acts for itself and for those it has succeeded', () => {
  const matter = { leadOffice: office.housing, offices: [office.housing, office.water] }
  const [post] = actAs('handler').posts
  const [heir] = officer(['handler', office.streets, [office.water, office.housing]]).posts
  const [finder] = actAs('gridWorker', office.willow).posts
  assert.ok(post && heir && finder)
  assert.equal(officeActing(post, matter), office.housing)
  assert.equal(officeActing(heir, matter), office.housing)
  assert.equal(officeActing(finder, { leadOffice: null, offices: [] }), office.willow)
})

test('who assists and has not answered is named', () => {
  const matter = {
    leadOffice: office.housing,
    offices: [office.housing, office.water, office.streets],
  }
  assert.deepEqual(unansweredOf(matter, [office.water]), [office.streets])
  assert.deepEqual(unansweredOf(matter, [office.water, office.streets]), [])
})
