import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { isId } from '#foundation/ids.ts'
import { readOfficer } from '#people/server/door/read-actor.ts'
import { signIn } from '#people/server/door/sign-in.ts'
import { answerAccounts, answerOffices } from '#people/server/queries.ts'
import { county, monday, openPeopleKit } from '../../tests/people-kit.ts'
import {
  demoActor,
  demoOffice,
  demoOfficer,
  demoPost,
  demoSignIns,
  loadDemoPeople,
} from './people.ts'
import { demoOfficerTexts, demoOfficeTexts } from './people-names.ts'

const kit = await openPeopleKit()
after(() => kit.close())

test('ids are fixed, distinct and of the form the house stores', () => {
  const ids = [
    ...(Object.keys(demoOfficeTexts) as (keyof typeof demoOfficeTexts)[]).map(demoOffice),
    ...(Object.keys(demoOfficerTexts) as (keyof typeof demoOfficerTexts)[]).flatMap((key) => [
      demoOfficer(key),
      demoPost(key),
    ]),
  ]
  assert.equal(new Set(ids).size, ids.length)
  for (const id of ids) assert.ok(isId(id), id)
})

test('loading again changes nothing', async () => {
  const count = () =>
    kit.rows(`select (select count(*) from offices) o, (select count(*) from posts) p, (select count(*) from post_holders) h,
      (select count(*) from officers) f, (select count(*) from accounts) a, (select count(*) from delegations) d,
      (select count(*) from audit_log) l`)
  const before = await count()
  await kit.door.database.within({ county, reach: 'system', parties: [] }, (sql) =>
    loadDemoPeople(sql, monday),
  )
  assert.deepEqual(await count(), before)
})

const byKind = <Post extends { kind: string }>(posts: readonly Post[]) =>
  posts.toSorted((one, other) => one.kind.localeCompare(other.kind))

test('every demo sign-in opens the door as the actor the demo names', async () => {
  assert.equal(demoSignIns.length, 12)
  for (const { key, account, password } of demoSignIns) {
    const begun = await signIn(kit.door, { login: account, password }, kit.asked())
    const actor = await kit.door.sessions.actorOf(begun.token, monday)
    const own = actor && { ...actor, posts: actor.posts.filter((post) => post.behalfOf === null) }
    const told = demoActor(key)
    assert.deepEqual(own, { ...told, posts: byKind(told.posts) }, account)
  }
})

test('the stand-in holds the absent head’s post in their name', async () => {
  const actor = await kit.by('handler2', ({ sql }) =>
    readOfficer(sql, { county, person: demoOfficer('handler2'), language: 'zh-CN' }, monday),
  )
  assert.deepEqual(
    actor?.posts.map((post) => [post.kind, post.behalfOf]),
    [
      ['handler', null],
      ['chief', demoOfficer('housingChief')],
    ],
  )
})

test('the office merged in 2024 is history, and its successor carries its matters', async () => {
  const on = (day: string) => kit.by('operator', (moment) => answerOffices({ on: day }, moment))
  const names = async (day: string) => (await on(day)).offices.map((office) => office.name)
  assert.ok((await names('2024-02-29')).includes('县市政公用局'))
  assert.ok(!(await names('2024-03-01')).includes('县市政公用局'))
  assert.deepEqual(demoActor('handler').posts[0]?.formerly, [demoOffice('works')])
})

test('three administrators are three persons', async () => {
  const { accounts } = await kit.by('secadmin', (moment) => answerAccounts({}, moment))
  const administrators = accounts.filter(({ posts }) =>
    posts.some((post) => 'kind' in post && String(post.kind).endsWith('Admin')),
  )
  assert.deepEqual(
    administrators.map(({ login }) => login),
    ['audit', 'secadmin', 'sysadmin'],
  )
  for (const { posts } of administrators) assert.equal(posts.length, 1)
})
