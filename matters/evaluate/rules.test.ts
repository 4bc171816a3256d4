import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Day } from '#foundation/time.ts'
import type { Round, Verdict } from './model.ts'
import {
  adviceAfter,
  lastDayAfter,
  type Reopening,
  saysUnsolved,
  whyNotArchive,
  whyNotCall,
  whyNotCheck,
  whyNotClose,
  whyNotExclude,
  whyNotRate,
  whyNotReopen,
} from './rules.ts'

const round = (more: Partial<Round> = {}): Round => ({
  round: 1,
  verdict: null,
  calls: [],
  reopenings: 0,
  ...more,
})
const verdict = (more: Partial<Verdict> = {}): Verdict => ({
  solved: true,
  grade: 'satisfied',
  source: 'resident',
  at: new Date('2026-03-10T02:00:00Z'),
  ...more,
})
const unreached = { reached: false, solved: null }
const request = { kind: 'request', replyWanted: true } as const

test('a check that is not passed says what is lacking', () => {
  assert.equal(whyNotCheck('passed', undefined), null)
  assert.equal(whyNotCheck('failed', ' 。')?.key, 'evaluate.noteMissing')
  assert.equal(whyNotCheck('unclear', undefined)?.key, 'evaluate.noteMissing')
  assert.equal(whyNotCheck('failed', '坑还在'), null)
})

test('nobody is called who wanted no reply, answered already, or was tried often enough', () => {
  const answer = { reached: true, solved: true }
  assert.equal(whyNotCall(request, round(), answer, 3), null)
  assert.equal(
    whyNotCall({ replyWanted: false }, round(), answer, 3)?.key,
    'evaluate.replyNotWanted',
  )
  const reached = round({ calls: [{ reached: true, solved: null }] })
  assert.equal(whyNotCall(request, reached, answer, 3)?.key, 'evaluate.calledAlready')
  const tried = round({ calls: [unreached, unreached, unreached] })
  assert.equal(whyNotCall(request, tried, answer, 3)?.key, 'evaluate.triesUsedUp')
})

test('without contact there is no answer', () => {
  const why = (more: object) => whyNotCall(request, round(), { reached: false, ...more }, 3)?.key
  assert.equal(why({}), undefined)
  assert.equal(why({ solved: null, grade: null }), undefined)
  assert.equal(why({ solved: false }), 'evaluate.answerWithoutContact')
  assert.equal(why({ grade: 'satisfied' }), 'evaluate.answerWithoutContact')
})

test('what a call suggests', () => {
  assert.equal(adviceAfter({ reached: false }, 1, 3), 'callAgain')
  assert.equal(adviceAfter({ reached: false }, 3, 3), 'closeUnreached')
  assert.equal(adviceAfter({ reached: true, solved: false }, 1, 3), 'rework')
  assert.equal(adviceAfter({ reached: true, solved: true, grade: 'dissatisfied' }, 1, 3), 'rework')
  assert.equal(
    adviceAfter({ reached: true, solved: true, grade: 'basicallySatisfied' }, 1, 3),
    'close',
  )
  assert.equal(adviceAfter({ reached: true }, 1, 3), 'close')
})

const ratingWindows = {
  lastDay: '2026-04-09' as Day,
  today: '2026-03-12' as Day,
  now: new Date('2026-03-12T02:00:00Z'),
  editHours: 72,
}

test('one rating per round, corrected for a while; what was said on the phone gives way', () => {
  const rating = { solved: false }
  const why = (before: Verdict | null, more = {}) =>
    whyNotRate(rating, before, { ...ratingWindows, ...more })?.key
  assert.equal(why(null), undefined)
  assert.equal(why(verdict()), undefined)
  assert.equal(why(verdict(), { now: new Date('2026-03-13T02:00:00Z') }), undefined)
  assert.equal(why(verdict(), { now: new Date('2026-03-13T02:00:01Z') }), 'evaluate.ratedAlready')
  assert.equal(
    why(verdict({ source: 'callBack' }), { now: new Date('2026-04-01T02:00:00Z') }),
    undefined,
  )
})

test('rating says something and ends with its window', () => {
  assert.equal(whyNotRate({}, null, ratingWindows)?.key, 'evaluate.ratingEmpty')
  const on = (today: string) =>
    whyNotRate({ solved: true }, null, { ...ratingWindows, today: today as Day })?.key
  assert.equal(on('2026-04-09'), undefined)
  assert.equal(on('2026-04-10'), 'evaluate.ratingOver')
  assert.equal(whyNotRate({ solved: true }, null, { ...ratingWindows, lastDay: null }), null)
})

test('the day of closing is not counted in a window', () => {
  assert.equal(lastDayAfter('2026-03-10' as Day, 15), '2026-03-25')
  assert.equal(lastDayAfter(null, 15), null)
})

const closing = { grounds: ['legalBar'], triesMax: 3 }

test('closing waits until the resident was heard', () => {
  const why = (matter: Parameters<typeof whyNotClose>[0], standing: Round) =>
    whyNotClose(matter, standing, closing)
  assert.deepEqual(why(request, round())?.values, { count: 3 })
  assert.equal(why(request, round())?.key, 'evaluate.residentNotHeard')
  assert.equal(why(request, round({ calls: [unreached, unreached] }))?.values?.count, 1)
  assert.equal(why(request, round({ calls: [unreached, unreached, unreached] })), null)
  assert.equal(why(request, round({ calls: [{ reached: true, solved: null }] })), null)
  assert.equal(why(request, round({ verdict: verdict() })), null)
  assert.equal(why({ kind: 'request', replyWanted: false }, round()), null)
  assert.equal(why({ kind: 'finding', replyWanted: true }, round()), null)
})

test('closing over "not solved" needs a cited ground and words', () => {
  const unsolved = round({ verdict: verdict({ solved: false }) })
  const why = (more: object) => whyNotClose(request, unsolved, { ...closing, ...more })?.key
  assert.equal(why({}), 'evaluate.notSolved')
  assert.equal(why({ because: 'weather', words: '说明' }), 'evaluate.groundUnknown')
  assert.equal(why({ because: 'legalBar' }), 'evaluate.wordsMissing')
  assert.equal(why({ because: 'legalBar', words: '依据已说明' }), undefined)
  const solved = round({ verdict: verdict() })
  assert.equal(
    whyNotClose(request, solved, { ...closing, because: 'legalBar', words: '依据' })?.key,
    'evaluate.groundNotNeeded',
  )
})

test('"not solved" counts whoever heard it; what the resident wrote counts last', () => {
  const call = [{ reached: true, solved: false }]
  assert.ok(saysUnsolved(round({ calls: call })))
  assert.ok(saysUnsolved(round({ verdict: verdict({ source: 'callBack', solved: false }) })))
  assert.ok(saysUnsolved(round({ calls: call, verdict: verdict({ solved: null }) })))
  assert.ok(!saysUnsolved(round({ calls: call, verdict: verdict({ solved: true }) })))
  assert.ok(!saysUnsolved(round({ calls: [unreached] })))
})

test('the reporter reopens within the window, again only with new facts; the checker with a reason', () => {
  const asked: Reopening = {
    byReporter: true,
    lastDay: '2026-03-25' as Day,
    today: '2026-03-25' as Day,
    reason: '还是漏水',
    reopenings: 0,
    reopeningsMax: 2,
  }
  const why = (more: Partial<Reopening>) => whyNotReopen({ ...asked, ...more })?.key
  assert.equal(why({}), undefined)
  assert.equal(why({ reason: '！' }), 'evaluate.reasonMissing')
  assert.equal(why({ today: '2026-03-26' as Day }), 'evaluate.reopenOver')
  assert.equal(why({ reopenings: 2 }), 'evaluate.newFactsMissing')
  assert.equal(why({ reopenings: 2, newFacts: '昨晚楼上又淹了' }), undefined)
  assert.equal(why({ byReporter: false, today: '2027-01-01' as Day, reopenings: 9 }), undefined)
  assert.equal(why({ byReporter: false, reason: '' }), 'evaluate.reasonMissing')
})

test('nothing is archived while it can be reopened', () => {
  const last = '2026-04-09' as Day
  assert.equal(whyNotArchive(last, '2026-04-09' as Day)?.key, 'evaluate.archiveTooEarly')
  assert.equal(whyNotArchive(last, '2026-04-10' as Day), null)
})

test('only what an office was given can be left out, for a reason of the rule', () => {
  const given = { leadOffice: 'x' }
  const reasons = ['duplicate']
  const why = (matter: { leadOffice: string | null }, reason: string, words: string) =>
    whyNotExclude(matter, { reason, words }, reasons)?.key
  assert.equal(why(given, 'duplicate', '与前一件相同'), undefined)
  assert.equal(why({ leadOffice: null }, 'duplicate', '说明'), 'evaluate.neverCounted')
  assert.equal(why(given, 'inconvenient', '说明'), 'evaluate.reasonUnknown')
  assert.equal(why(given, 'duplicate', ''), 'evaluate.wordsMissing')
})
