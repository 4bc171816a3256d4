import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import cookie from '@fastify/cookie'
import fastify from 'fastify'
import { demoPassword } from '#database/demo/people.ts'
import { now } from '#foundation/server/clock.ts'
import { signIn } from '#people/server/door/sign-in.ts'
import { doorLimits } from '#people/sign-in-rules.ts'
import { openPeopleKit } from '../../tests/people-kit.ts'
import { setUpCounty } from '../commands/county-set-up.ts'
import { openActors } from './actors.ts'
import { serveExports } from './exports.ts'
import { openHouse } from './house.ts'
import { answerProblem } from './problem.ts'

const kit = await openPeopleKit()
const folder = mkdtempSync(join(tmpdir(), 'linli 导出-'))
const { url, database } = kit.store
const house = await openHouse({ databaseUrl: url, dataDir: folder })
const county = house.counties.only()
assert.ok(county)
await setUpCounty(county, { ownerUrl: url, database, now: now() })
const app = fastify()
await app.register(cookie)
app.setErrorHandler(answerProblem)
serveExports(app, house, openActors(house))
after(async () => {
  await app.close()
  await house.close()
  await kit.close()
  rmSync(folder, { recursive: true, force: true })
})

async function get(path: string, login?: string) {
  const { sessions, seal, sms } = house
  const door = { database: house.database, seal, sms, limits: doorLimits, sessions }
  const begun =
    login && (await signIn(door, { login, password: demoPassword }, kit.asked({ now: now() })))
  const headers = begun ? { authorization: `Bearer ${begun.token}` } : {}
  return app.inject({ url: `/api/v1/${path}`, headers })
}

test('an officer gets the list as a file of their language', async () => {
  const csv = await get('matters.csv?state=handling', 'operator')
  assert.equal(csv.statusCode, 200)
  assert.match(String(csv.headers['content-type']), /^text\/csv/)
  assert.match(
    String(csv.headers['content-disposition']),
    /^attachment; filename="matters-990101-\d{4}-\d\d-\d\d\.csv"$/,
  )
  assert.match(csv.body, /^\uFEFF编号,类型,状态/)
  const xlsx = await get('matters.xlsx', 'operator')
  assert.equal(xlsx.rawPayload.subarray(0, 2).toString(), 'PK')
})

test('nobody else does, and an unknown filter is refused by its name', async () => {
  const stranger = await get('matters.csv')
  assert.equal(stranger.statusCode, 401)
  const wrong = await get('matters.csv?weather=fine', 'operator')
  assert.equal(wrong.statusCode, 422)
  assert.equal(wrong.json().field, 'weather')
  const state = await get('matters.csv?state=lost', 'operator')
  assert.deepEqual([state.statusCode, state.json().field], [422, 'state'])
})
