import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OfficeId, PersonId, PostId } from '#foundation/ids.ts'
import type { Actor, HeldPost, Office, PostKind } from './model.ts'
import {
  administratorsClash,
  type DelegationAsked,
  holdsOn,
  officesOf,
  whyNotAdminister,
  whyNotAppoint,
  whyNotDay,
  whyNotDelegate,
  whyNotSucceed,
  whyNotWithdraw,
} from './rules.ts'

const now = new Date('2026-11-22T02:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)

function held(kind: PostKind, behalfOf: string | null = null): HeldPost {
  return {
    post: `post-${kind}` as PostId,
    kind,
    office: 'office' as OfficeId,
    officeName: '县城市管理局',
    division: null,
    behalfOf: behalfOf as PersonId | null,
  }
}

function officer(person: string, ...posts: HeldPost[]): Actor {
  return { kind: 'officer', county: 990101, person, name: person, posts, language: 'zh-CN' }
}

const security = officer('sec', held('securityAdmin'))
const system = officer('sys', held('systemAdmin'))
const handler = officer('ann', held('handler'))

test('a thing holds from its first day up to, not on, its last', () => {
  const thing = { validFrom: '2026-01-01', validTo: '2026-02-01' }
  assert.deepEqual(
    ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map((day) => holdsOn(thing, day)),
    [false, true, true, false],
  )
  assert.equal(holdsOn({ validFrom: '2026-01-01', validTo: null }, '2199-01-01'), true)
  assert.equal(holdsOn({ validFrom: '2026-01-01', validTo: '2026-01-01' }, '2026-01-01'), false)
})

test('days before 1900, after 2200 or on no calendar are refused by field', () => {
  assert.equal(whyNotDay('1900-01-01', 'on'), null)
  assert.equal(whyNotDay('2200-12-31', 'on'), null)
  for (const day of ['1899-12-31', '2201-01-01', '2026-02-30', '22000-01-01', '']) {
    assert.deepEqual(whyNotDay(day, 'on')?.field, 'on', day)
  }
})

test('each administrator does their own trade and no other', () => {
  for (const kind of ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const) {
    assert.equal(whyNotAdminister(officer('x', held(kind)), kind), null)
    const others = (['systemAdmin', 'securityAdmin', 'auditAdmin', 'leader'] as const).filter(
      (k) => k !== kind,
    )
    assert.equal(
      whyNotAdminister(officer('x', ...others.map((k) => held(k))), kind)?.kind,
      'forbidden',
    )
  }
})

test('nobody is two of the three administrators', () => {
  assert.equal(administratorsClash(['systemAdmin', 'auditAdmin']), true)
  assert.equal(administratorsClash(['securityAdmin', 'handler', 'securityAdmin']), false)
  assert.equal(administratorsClash(['leader', 'operator', 'checker']), false)
  assert.equal(administratorsClash([]), false)
})

const open = { validFrom: '2020-01-01', validTo: null }
const auditPost = {
  ...open,
  id: 'p',
  office: 'o',
  kind: 'auditAdmin' as const,
  title: '审计',
  division: null,
}

test('an appointment wants a security administrator, an open post, an officer in service, and no clash', () => {
  const good = {
    post: auditPost,
    officer: { ...open, id: 'ann' },
    kinds: ['handler'] as const,
    from: '2026-11-22',
  }
  assert.equal(whyNotAppoint(good, security), null)
  assert.equal(whyNotAppoint(good, system)?.key, 'people.onlySecurityAdmin')
  assert.equal(whyNotAppoint(good, handler)?.key, 'people.onlySecurityAdmin')
  assert.equal(whyNotAppoint({ ...good, from: '2019-12-31' }, security)?.key, 'people.postClosed')
  const gone = { ...good.officer, validTo: '2026-11-22' }
  assert.equal(whyNotAppoint({ ...good, officer: gone }, security)?.key, 'people.officerGone')
  assert.equal(
    whyNotAppoint({ ...good, kinds: ['systemAdmin'] }, security)?.key,
    'people.administratorsClash',
  )
})

test('whoever hands out posts hands none to themselves', () => {
  const own = {
    post: { ...auditPost, kind: 'leader' as const },
    officer: { ...open, id: 'sec' },
    kinds: [],
    from: '2026-11-22',
  }
  assert.equal(whyNotAppoint(own, security)?.key, 'people.ownAppointment')
})

const lend: DelegationAsked = {
  held: held('handler'),
  to: { id: 'bob', inService: true, kinds: [] },
  from: now,
  until: later(7),
  lent: false,
}

test('an own post is lent to a colleague for a bounded time', () => {
  const why = (change: Partial<DelegationAsked>) =>
    whyNotDelegate({ ...lend, ...change }, handler, now, 30)?.key
  assert.equal(why({}), undefined)
  assert.equal(why({ until: later(30) }), undefined)
  assert.equal(why({ until: later(30.1) }), 'people.delegationTooLong')
  assert.equal(why({ from: later(10), until: later(40) }), undefined)
  assert.equal(why({ held: undefined }), 'people.postNotYours')
  assert.equal(why({ held: held('handler', 'cyd') }), 'people.postNotYours')
  assert.equal(why({ to: { ...lend.to, id: 'ann' } }), 'people.delegationToSelf')
  assert.equal(why({ to: { ...lend.to, inService: false } }), 'people.officerGone')
  assert.equal(why({ until: now }), 'people.delegationEndsFirst')
  assert.equal(why({ from: later(3), until: later(2) }), 'people.delegationEndsFirst')
  assert.equal(why({ lent: true }), 'people.postLent')
})

test('lending joins no two administrators in one person', () => {
  const asked = {
    ...lend,
    held: held('auditAdmin'),
    to: { ...lend.to, kinds: ['securityAdmin'] as const },
  }
  const lender = officer('ann', held('auditAdmin'))
  assert.equal(whyNotDelegate(asked, lender, now, 30)?.key, 'people.administratorsClash')
})

test('a lent post is taken back by the lender or security, while it runs', () => {
  const standing = { from: 'ann' as PersonId, until: later(3), withdrawnAt: null }
  assert.equal(whyNotWithdraw(standing, handler, now), null)
  assert.equal(whyNotWithdraw(standing, security, now), null)
  assert.equal(whyNotWithdraw(standing, system, now)?.key, 'people.delegationNotYours')
  assert.equal(
    whyNotWithdraw({ ...standing, until: now }, handler, now)?.key,
    'people.delegationOver',
  )
  assert.equal(
    whyNotWithdraw({ ...standing, withdrawnAt: now }, handler, now)?.key,
    'people.delegationOver',
  )
})

const office = (id: string, validTo: string | null = null): Office => ({
  id,
  name: id,
  nameEn: id,
  kind: 'government',
  division: null,
  parent: null,
  validFrom: '2020-01-01',
  validTo,
  successor: null,
  phone: null,
  duties: null,
})

test('an office goes on in another that has no end, from today or later', () => {
  const why = (change: object, by = system) =>
    whyNotSucceed(
      { office: office('a'), successor: office('b'), on: '2026-12-01', ...change },
      by,
      '2026-11-22',
    )?.key
  assert.equal(why({}), undefined)
  assert.equal(why({ on: '2026-11-22' }), undefined)
  assert.equal(why({ on: '2026-11-21' }), 'people.dayPast')
  assert.equal(why({ successor: office('a') }), 'people.ownSuccessor')
  assert.equal(why({ office: office('a', '2027-01-01') }), 'people.officeClosed')
  assert.equal(why({ successor: office('b', '2027-01-01') }), 'people.officeClosed')
  assert.equal(why({}, security), 'people.onlySystemAdmin')
})

test('an officer works for their offices and for those they have succeeded', () => {
  const renamed = { ...held('handler'), formerly: ['old' as OfficeId] }
  assert.deepEqual([...officesOf(officer('ann', renamed))], ['office', 'old'])
})
