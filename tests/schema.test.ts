import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { dumpSchema } from '#foundation/server/dump-schema.ts'
import { migrate } from '#foundation/server/migrate.ts'
import { testDatabase } from './store.ts'

const file = join(import.meta.dirname, '../database/schema.sql')
const store = await testDatabase()
after(() => store.close())

test('database/schema.sql shows what the migrations make', async () => {
  const shape = await dumpSchema(store.url)
  if (process.env.LINLI_WRITE_SCHEMA) writeFileSync(file, shape)
  const written = existsSync(file) ? readFileSync(file, 'utf8') : ''
  assert.equal(
    shape,
    written,
    'run LINLI_WRITE_SCHEMA=1 node --test tests/schema.test.ts and commit',
  )
})

test('migrating again changes nothing', async () => {
  const before = await dumpSchema(store.url)
  await migrate(store.url)
  assert.equal(await dumpSchema(store.url), before)
})
