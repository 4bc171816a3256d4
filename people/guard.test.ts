import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { MatterId, OfficeId, PostId } from '#foundation/ids.ts'
import { publicActor, receiptActor, systemActor } from './actor.ts'
import { isAdministrator, scopeOf } from './guard.ts'
import { type Actor, type HeldPost, PostKind } from './model.ts'

const kinds = PostKind.anyOf.map((literal) => literal.const)
const wideKinds = ['operator', 'dispatcher', 'checker', 'leader']
const person = '00000000-0000-7000-8000-00000000000a'

const anyPost = fc
  .record({
    kind: fc.constantFrom(...kinds),
    office: fc.uuid(),
    former: fc.array(fc.uuid(), { maxLength: 2 }),
  })
  .map(
    ({ kind, office, former }): HeldPost => ({
      post: `${office}-post` as PostId,
      kind,
      office: office as OfficeId,
      officeName: '县城市管理局',
      division: null,
      behalfOf: null,
      formerly: former as OfficeId[],
    }),
  )

const officer = (posts: readonly HeldPost[]): Actor => ({
  kind: 'officer',
  county: 990101,
  person,
  name: '何田',
  posts,
  language: 'zh-CN',
})

const anyOfficer = fc.array(anyPost, { maxLength: 6 }).map(officer)

test('only an operator, dispatcher, checker or leader reaches the whole county', () => {
  fc.assert(
    fc.property(anyOfficer, (actor) => {
      const wide = actor.posts.some((post) => wideKinds.includes(post.kind))
      assert.equal(scopeOf(actor).reach, wide ? 'county' : 'office')
    }),
  )
})

test('a county-wide officer is shut out wherever one of their offices is, administrator posts included', () => {
  fc.assert(
    fc.property(anyOfficer, (actor) => {
      const { reach, parties } = scopeOf(actor)
      fc.pre(reach === 'county')
      for (const post of actor.posts) assert.ok(parties.includes(post.office))
      assert.ok(parties.includes(person))
    }),
  )
})

test('administration opens no matter: without another post an administrator has no office as party', () => {
  const administrators = kinds.filter(isAdministrator)
  assert.equal(administrators.length, 3)
  fc.assert(
    fc.property(
      fc.array(anyPost, { maxLength: 4 }),
      fc.constantFrom(...administrators),
      (posts, kind) => {
        const actor = officer(posts.map((post) => ({ ...post, kind })))
        assert.deepEqual(scopeOf(actor), { county: 990101, reach: 'office', parties: [person] })
      },
    ),
  )
})

test('an office lets in exactly those who work for it or for its successor', () => {
  fc.assert(
    fc.property(anyOfficer, fc.uuid(), (actor, stranger) => {
      const { reach, parties } = scopeOf(actor)
      fc.pre(reach === 'office')
      const working = actor.posts.filter((post) => !isAdministrator(post.kind))
      const offices = working.flatMap((post) => [post.office, ...(post.formerly ?? [])])
      assert.deepEqual(new Set(parties), new Set([...offices, person]))
      assert.equal(parties.includes(stranger), offices.includes(stranger as OfficeId))
    }),
  )
})

test('one more post never takes a party away from a county-wide officer and never leaves the county', () => {
  fc.assert(
    fc.property(fc.array(anyPost, { maxLength: 5 }), anyPost, (posts, more) => {
      const before = scopeOf(officer(posts))
      const after = scopeOf(officer([...posts, more]))
      assert.equal(after.county, before.county)
      for (const party of before.parties) assert.ok(after.parties.includes(party))
    }),
  )
})

test('everybody else sees themselves, one matter, or what is public', () => {
  const resident: Actor = {
    kind: 'resident',
    county: 7,
    person,
    name: '',
    posts: [],
    language: 'en',
  }
  assert.deepEqual(scopeOf(resident), { county: 7, reach: 'resident', parties: [person] })
  const matter = '00000000-0000-7000-8000-0000000000aa' as MatterId
  assert.deepEqual(scopeOf(receiptActor(7, matter, 'en')), {
    county: 7,
    reach: 'receipt',
    parties: [matter],
  })
  assert.deepEqual(scopeOf(publicActor(7, 'en')), { county: 7, reach: 'public', parties: [] })
  assert.deepEqual(scopeOf(systemActor(7)), { county: 7, reach: 'system', parties: [] })
})
