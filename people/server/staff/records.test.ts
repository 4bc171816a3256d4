import assert from 'node:assert/strict'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { demoActor, demoOfficer, demoPost } from '#database/demo/people.ts'
import { Refused } from '#foundation/refusal.ts'
import { monday, openPeopleKit } from '../../../tests/people-kit.ts'
import { answerAuditLog, answerOfficers } from '../queries.ts'
import { addOfficer } from './add-officer.ts'
import { exportAuditLog } from './export-audit-log.ts'
import { retireOfficer } from './retire-officer.ts'

const kit = await openPeopleKit()
after(() => kit.close())

const refusedAs = (key: string) => (error: unknown) =>
  error instanceof Refused && error.refusal.key === key

test('the security administrator sees who serves, newcomers without account or post included', async () => {
  const { officer } = await kit.by('secadmin', (moment) => addOfficer({ name: '新来的人' }, moment))
  const { officers } = await kit.by('secadmin', (moment) => answerOfficers({}, moment))
  assert.deepEqual(officers.find(({ id }) => id === officer)?.posts, [])
  const town = officers.find(({ id }) => id === demoOfficer('town'))
  assert.deepEqual(
    town?.posts.map(({ post }) => post),
    [demoPost('town')],
  )
})

test('who has left is no longer among them, and nobody else may ask', async () => {
  const officer = demoOfficer('baiguo')
  await kit.by('secadmin', (moment) => retireOfficer({ officer, on: '2026-11-25' }, moment))
  const on = async (day: string) =>
    (await kit.by('secadmin', (moment) => answerOfficers({ on: day }, moment))).officers.some(
      ({ id }) => id === officer,
    )
  assert.equal(await on('2026-11-24'), true)
  assert.equal(await on('2026-11-25'), false)
  await assert.rejects(
    kit.by('sysadmin', (moment) => answerOfficers({}, moment)),
    refusedAs('people.onlySecurityAdmin'),
  )
})

test('the log is narrowed to one kind of event', async () => {
  const { entries } = await kit.by('audit', (moment) =>
    answerAuditLog({ what: 'addOfficer' }, moment),
  )
  assert.ok(entries.length > 0)
  assert.ok(entries.every(({ what }) => what === 'addOfficer'))
})

test('an export holds what the screen shows, is noted itself, and is the audit administrator’s', async () => {
  const asked = kit.asked({ by: demoActor('audit') })
  const csv = await text(
    await exportAuditLog(kit.door.database, { what: 'addOfficer' }, 'csv', asked, 'Asia/Shanghai'),
  )
  const { entries } = await kit.by('audit', (moment) =>
    answerAuditLog({ what: 'addOfficer', limit: 500 }, moment),
  )
  assert.equal(csv.trim().split('\r\n').length, entries.length + 1)
  assert.match(csv, /登记工作人员/)
  const log = await kit.by('audit', (moment) => answerAuditLog({ what: 'exportAuditLog' }, moment))
  assert.deepEqual(log.entries[0]?.detail, { format: 'csv', what: 'addOfficer' })
  await assert.rejects(
    exportAuditLog(
      kit.door.database,
      {},
      'csv',
      kit.asked({ by: demoActor('sysadmin'), now: monday }),
      'Asia/Shanghai',
    ),
    refusedAs('people.onlyAuditAdmin'),
  )
})
