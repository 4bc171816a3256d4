import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whyNotValid } from '#foundation/validation.ts'
import { record } from '../../contract.ts'
import { type Advice, following, isTaken, linesOf, noAdvice, taking } from './advice.ts'
import {
  blankIntake,
  choosing,
  type IntakeDraft,
  recordingOf,
  spoken,
  urgencyOf,
} from './intake.ts'

const actId = '01980000-0000-7000-8000-000000000001'
const draftOf = (more: Partial<IntakeDraft>): IntakeDraft => ({
  ...blankIntake(actId),
  words: '路灯不亮 ',
  ...more,
})
const sent = (more: Partial<IntakeDraft>, mayAccept = true) =>
  recordingOf(draftOf(more), 'phone', 'general', mayAccept)

const advice: Advice = {
  ...noAdvice,
  categories: [{ code: '0102', name: '路灯照明', because: ['路灯'] }],
  urgency: { urgency: 'lifeline', because: ['停电'] },
  special: [{ reason: 'emergency', channel: 'fire119', because: ['起火'] }],
  similar: [{ number: '990101-2026-000001', title: '路灯', about: '' }],
}

test('words alone are enough: recorded and accepted', () => {
  const input = sent({})
  assert.equal(whyNotValid(record.input, input), null)
  assert.equal(input.words, '路灯不亮')
  assert.equal('reporter' in input || 'place' in input || 'category' in input, false)
  assert.deepEqual(input.next, [{ verb: 'accept', input: { urgency: 'general', published: true } }])
})

test('a category is judged at once, a matter alike is joined', () => {
  const same = { number: '990101-2026-000001', title: '路灯' }
  const { next = [] } = sent({ category: '0102', same })
  assert.deepEqual(
    next.map(({ verb }) => verb),
    ['accept', 'judge', 'link'],
  )
  assert.deepEqual(next[2]?.input, { to: same.number })
})

test('what is confidential or a report of wrongdoing is not published', () => {
  const published = (more: Partial<IntakeDraft>) => sent(more).next?.[0]?.input.published
  assert.equal(published({ confidential: true }), false)
  assert.equal(published({ type: 'report' }), false)
  assert.equal(published({ published: false }), false)
})

test('each other kind ends with its reply and nothing is accepted', () => {
  const reply = '请马上拨打 119。'
  assert.deepEqual(sent({ ...choosing('emergency', 'fire119'), reply }).next, [
    { verb: 'refuse', input: { reason: 'emergency', channel: 'fire119', reply } },
  ])
  const inHand = sent({ ...choosing('inHand'), reply, related: ' 990101-2026-000001 ' })
  assert.equal(inHand.next?.[0]?.input.related, '990101-2026-000001')
  assert.deepEqual(sent({ ...choosing('answer'), reply }).next, [
    { verb: 'answer', input: { reply } },
  ])
})

test('who records without accepting leaves the rest to the operator', () => {
  assert.equal('next' in sent({ category: '0102' }, false), false)
})

test('who speaks for somebody else is kept apart, with consent', () => {
  const input = sent({ phone: ' 13800000000 ', behalf: true, behalfName: '李', consent: true })
  assert.deepEqual(input.reporter, {
    phone: '13800000000',
    behalfOf: { name: '李', relation: '', consent: true },
  })
})

test('the category has its urgency until somebody chooses another', () => {
  const tree = [{ code: '0201', name: '停水', above: null, urgency: 'lifeline' as const }]
  assert.equal(urgencyOf(draftOf({}), tree), 'general')
  assert.equal(urgencyOf(draftOf({ category: '0201' }), tree), 'lifeline')
  assert.equal(urgencyOf(draftOf({ category: '0201', urgency: 'urgent' }), tree), 'urgent')
})

test('advice: danger first, one line a key, no urgency that stands already', () => {
  const kinds = (urgency: 'general' | 'lifeline') =>
    linesOf(advice, urgency).map(({ kind }) => kind)
  assert.deepEqual(kinds('general'), ['special', 'category', 'urgency', 'similar'])
  assert.deepEqual(kinds('lifeline'), ['special', 'category', 'similar'])
})

test('taking a line fills the form, taking a like matter again lets it go', () => {
  let draft = draftOf({})
  for (const line of linesOf(advice, 'general')) {
    assert.equal(isTaken(line, draft), false, line.kind)
    const taken = { ...draft, ...taking(line, draft) }
    assert.equal(isTaken(line, taken), true, line.kind)
    if (line.kind === 'similar') draft = taken
  }
  const like = linesOf(advice, 'general').find(({ kind }) => kind === 'similar')
  assert.deepEqual(like && taking(like, draft), { same: null })
})

test('clear words preselect a category; a chosen one stays', () => {
  const certain = { ...advice, certain: true }
  assert.deepEqual(following(certain, draftOf({})), { category: '0102', categorySuggested: true })
  const preselected = draftOf({ category: '0102', categorySuggested: true })
  assert.equal(following(certain, preselected), null)
  assert.deepEqual(following(advice, preselected), { category: null, categorySuggested: false })
  assert.equal(following(certain, draftOf({ category: '0301' })), null)
})

test('a secret is read out in groups', () => {
  assert.equal(spoken('7K3M9Q2X1A'), '7K3M 9Q2 X1A')
})

test('an answer of the knowledge base is taken with one key, may be changed, and is named when sent', () => {
  const article = { id: actId, title: '老年证去哪里办', citation: '虚构通知' }
  const ready = { ...article, answer: '带身份证到社区办理。', about: '', because: ['老年证'] }
  const lines = linesOf({ ...advice, articles: [ready] }, 'general')
  const at = lines.findIndex(({ kind }) => kind === 'article')
  const line = lines[at]
  assert.ok(line && at < lines.findIndex(({ kind }) => kind === 'similar'))
  const taken = draftOf(taking(line, draftOf({})))
  assert.deepEqual(
    [taken.outcome, taken.reply, taken.type],
    ['answer', ready.answer, 'consultation'],
  )
  assert.equal(isTaken(line, taken), true)
  const reply = `${ready.answer}周末也可以。`
  assert.deepEqual(sent({ ...taken, reply }).next, [
    { verb: 'answer', input: { reply, article: actId } },
  ])
  // Let go, the words stay; another outcome starts anew.
  const free = { ...taken, ...taking(line, taken) }
  assert.deepEqual([free.article, free.reply], [null, ready.answer])
  assert.deepEqual(sent({ ...taken, ...choosing('order') }).next?.[0]?.verb, 'accept')
  assert.equal(choosing('order').article, null)
})
