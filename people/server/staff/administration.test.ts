import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { demoOffice, demoOfficer, demoPassword, demoPost } from '#database/demo/people.ts'
import type { ActId } from '#foundation/ids.ts'
import { Refused } from '#foundation/refusal.ts'
import { newId } from '#foundation/server/new-id.ts'
import { addCounty, monday, openPeopleKit } from '../../../tests/people-kit.ts'
import { publicActor } from '../../actor.ts'
import type { Moment } from '../moment.ts'
import {
  answerAccounts,
  answerAuditLog,
  answerOfficeOfficers,
  answerOffices,
  answerPosts,
} from '../queries.ts'
import { addAccount } from './add-account.ts'
import { addOfficer } from './add-officer.ts'
import { appoint } from './appoint.ts'
import { closePost } from './close-post.ts'
import { openOffice } from './open-office.ts'
import { openPost } from './open-post.ts'
import { release } from './release.ts'
import { resetPassword } from './reset-password.ts'
import { retireOfficer } from './retire-officer.ts'
import { unlock } from './unlock.ts'

const kit = await openPeopleKit()
const neighbour = 990102
await addCounty(kit.store, neighbour, '邻县', 'Neighbour County')
after(() => kit.close())

const refusedAs = (key: string) => (error: unknown) =>
  error instanceof Refused && error.refusal.key === key
const office = { name: '县林业局', kind: 'government' } as const
const newPost = (kind: 'systemAdmin' | 'securityAdmin' | 'auditAdmin' | 'handler') =>
  kit.by('sysadmin', (moment) =>
    openPost({ office: demoOffice('data'), kind, title: kind }, moment),
  )
const newOfficer = async (name: string) =>
  (await kit.by('secadmin', (moment) => addOfficer({ name }, moment))).officer

test('each trade belongs to its administrator; an officer, a resident and the public do none', async () => {
  const post = demoPost('town')
  const officer = demoOfficer('town')
  const system = [
    (m: Moment) => openOffice(office, m),
    (m: Moment) => openPost({ office: demoOffice('data'), kind: 'handler', title: '承办岗' }, m),
    (m: Moment) => closePost({ post, on: '2027-01-01' }, m),
  ]
  const security = [
    (m: Moment) => addOfficer({ name: '某人' }, m),
    (m: Moment) => appoint({ post, officer }, m),
    (m: Moment) => release({ post, officer }, m),
    (m: Moment) => retireOfficer({ officer, on: '2027-01-01' }, m),
    (m: Moment) => addAccount({ login: 'someone', officer, password: demoPassword }, m),
    (m: Moment) => resetPassword({ login: 'town', password: demoPassword }, m),
    (m: Moment) => unlock({ login: 'town' }, m),
    (m: Moment) => answerAccounts({}, m),
  ]
  const audit = [(m: Moment) => answerAuditLog({}, m)]
  const trades = [
    { deeds: system, not: ['secadmin', 'audit', 'leader', 'town'], key: 'people.onlySystemAdmin' },
    {
      deeds: security,
      not: ['sysadmin', 'audit', 'leader', 'town'],
      key: 'people.onlySecurityAdmin',
    },
    { deeds: audit, not: ['sysadmin', 'secadmin', 'leader', 'town'], key: 'people.onlyAuditAdmin' },
  ] as const
  const resident = {
    ...publicActor(990101, 'zh-CN'),
    kind: 'resident',
    person: demoOfficer('secadmin'),
  } as const
  for (const { deeds, not, key } of trades) {
    for (const deed of deeds) {
      for (const who of not) await assert.rejects(kit.by<unknown>(who, deed), refusedAs(key), who)
      for (const who of [publicActor(990101, 'en'), resident]) {
        await assert.rejects(kit.by<unknown>(who, deed), refusedAs(key))
      }
    }
  }
})

test('an office opened twice with one act id is one office, one line in the log', async () => {
  const actId = newId<ActId>(monday)
  const open = () => kit.by('sysadmin', (moment) => openOffice(office, moment), { actId })
  assert.deepEqual(await open(), { office: actId })
  assert.deepEqual(await open(), { office: actId })
  const { offices } = await kit.by(publicActor(990101, 'zh-CN'), (moment) =>
    answerOffices({}, moment),
  )
  assert.equal(offices.filter((one) => one.name === '县林业局').length, 1)
  const log = await kit.rows('select 1 from audit_log where what = $1 and detail->>$2 = $3', [
    'openOffice',
    'office',
    actId,
  ])
  assert.equal(log.length, 1)
})

test('an office works for a division of its own county that exists on the day', async () => {
  const open = (division: string, from = '2026-11-23') =>
    kit.by('sysadmin', (moment) => openOffice({ ...office, division, from }, moment))
  await open('990101100200')
  for (const division of ['990101999999', '990000000000', 'nowhere']) {
    await assert.rejects(open(division), refusedAs('people.divisionUnknown'), division)
  }
})

test('a community stands below its township in the list of the day', async () => {
  const { offices } = await kit.by('grid', (moment) => answerOffices({ on: '2026-11-23' }, moment))
  const names = offices.map((one) => one.name)
  const at = names.indexOf('桥头镇人民政府')
  assert.deepEqual(new Set(names.slice(at + 1, at + 3)), new Set(['桥头社区', '双桥村']))
  assert.equal(offices[at + 1]?.parent, demoOffice('qiaotou'))
})

test('posts and their holders are told by office and day', async () => {
  const ask = (on: string) =>
    kit.by('leader', (m) => answerOfficeOfficers({ office: demoOffice('centre'), on }, m))
  const { officers } = await ask('2026-11-23')
  assert.deepEqual(
    officers.filter((one) => one.officer === demoOfficer('night')).map((one) => one.kind),
    ['dispatcher', 'operator'],
  )
  assert.deepEqual((await ask('2018-12-31')).officers, [])
  const { posts } = await kit.by('sysadmin', (m) => answerPosts({ office: demoOffice('urban') }, m))
  assert.deepEqual(
    posts.map((post) => post.kind),
    ['chief', 'handler'],
  )
})

test('nobody holds two of the three administrator posts, not even by two appointments at once', async () => {
  const officer = await newOfficer('苏木蓝')
  const [one, two] = [await newPost('systemAdmin'), await newPost('auditAdmin')]
  const both = await Promise.allSettled(
    [one, two].map(({ post }) =>
      kit.by('secadmin', (moment) => appoint({ post, officer }, moment)),
    ),
  )
  assert.deepEqual(both.map((result) => result.status).sort(), ['fulfilled', 'rejected'])
  const failed = both.find((result) => result.status === 'rejected')
  assert.ok(refusedAs('people.administratorsClash')(failed?.reason))
})

test('an administrator post to come clashes as well; one that is over does not', async () => {
  const officer = await newOfficer('苏方木')
  const [one, two] = [await newPost('systemAdmin'), await newPost('auditAdmin')]
  const give = (post: string, from: string) =>
    kit.by('secadmin', (moment) => appoint({ post, officer, from }, moment))
  await give(one.post, '2027-01-01')
  await assert.rejects(give(two.post, '2026-12-01'), refusedAs('people.administratorsClash'))
  await kit.by('secadmin', (moment) =>
    release({ post: one.post, officer, on: '2027-02-01' }, moment),
  )
  await assert.rejects(give(two.post, '2027-01-31'), refusedAs('people.administratorsClash'))
  await give(two.post, '2027-02-01')
})

test('the security administrator appoints, unlocks and resets others, never themselves', async () => {
  const own = demoOfficer('secadmin')
  const { post } = await newPost('handler')
  const deeds = [
    (m: Moment) => appoint({ post, officer: own }, m),
    (m: Moment) => retireOfficer({ officer: own, on: '2027-01-01' }, m),
    (m: Moment) => resetPassword({ login: 'secadmin', password: demoPassword }, m),
    (m: Moment) => unlock({ login: 'secadmin' }, m),
  ]
  for (const deed of deeds) {
    await assert.rejects(
      kit.by('secadmin', deed),
      (error) => error instanceof Refused && /\.own/.test(error.refusal.key),
    )
  }
})

test('a post is given once, taken once, and given again', async () => {
  const officer = await newOfficer('苏叶')
  const { post } = await newPost('handler')
  const give = (from: string) => kit.by('secadmin', (m) => appoint({ post, officer, from }, m))
  const take = (on: string) => kit.by('secadmin', (m) => release({ post, officer, on }, m))
  await assert.rejects(take('2026-12-01'), refusedAs('people.notHeld'))
  await assert.rejects(give('2026-11-22'), refusedAs('people.postClosed'))
  await give('2026-12-01')
  await give('2026-12-01')
  await assert.rejects(give('2026-12-05'), refusedAs('people.alreadyHeld'))
  await assert.rejects(take('2026-11-30'), refusedAs('people.endBeforeBegin'))
  await take('2026-12-01')
  await give('2026-12-01')
  await take('2027-01-01')
  await take('2027-01-01')
  await give('2027-02-01')
  const log = await kit.rows<{ what: string }>(
    `select what from audit_log where detail->>'post' = $1 and what in ('appoint', 'release') order by what`,
    [post],
  )
  assert.deepEqual(
    log.map((row) => row.what),
    ['appoint', 'appoint', 'appoint', 'release', 'release'],
  )
})

test('a closed post is held by nobody from that day', async () => {
  const officer = await newOfficer('苏合香')
  const { post } = await newPost('handler')
  await kit.by('secadmin', (m) => appoint({ post, officer }, m))
  const close = (on: string) => kit.by('sysadmin', (m) => closePost({ post, on }, m))
  await assert.rejects(close('2026-11-22'), refusedAs('people.dayPast'))
  await close('2026-12-01')
  await close('2026-12-01')
  const holders = async (on: string) => {
    const { officers } = await kit.by('leader', (m) =>
      answerOfficeOfficers({ office: demoOffice('data'), on }, m),
    )
    return officers.filter((one) => one.post === post).length
  }
  assert.deepEqual([await holders('2026-11-30'), await holders('2026-12-01')], [1, 0])
})

test('what does not exist is missing, by field', async () => {
  const nobody = newId<string>(monday)
  const missing = (field: string) => (error: unknown) =>
    error instanceof Refused && error.refusal.kind === 'missing' && error.refusal.field === field
  const post = demoPost('town')
  await assert.rejects(
    kit.by('secadmin', (m) => appoint({ post: nobody, officer: nobody }, m)),
    missing('post'),
  )
  await assert.rejects(
    kit.by('secadmin', (m) => appoint({ post, officer: nobody }, m)),
    missing('officer'),
  )
  await assert.rejects(
    kit.by('secadmin', (m) => unlock({ login: 'nobody' }, m)),
    missing('login'),
  )
  await assert.rejects(
    kit.by('sysadmin', (m) => openOffice({ ...office, parent: nobody }, m)),
    missing('parent'),
  )
  await assert.rejects(
    kit.by('sysadmin', (m) => openPost({ office: nobody, kind: 'chief', title: 'x' }, m)),
    missing('office'),
  )
})
