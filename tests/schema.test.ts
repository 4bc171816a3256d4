import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { inspect } from 'node:util'
import { dumpSchema } from '#foundation/server/dump-schema.ts'
import { migrate } from '#foundation/server/migrate.ts'
import { connected } from './cluster.ts'
import { testDatabase } from './store.ts'

const file = join(import.meta.dirname, '../database/schema.sql')
const advice =
  'Run LINLI_WRITE_SCHEMA=1 node --test tests/schema.test.ts and commit database/schema.sql.'
const store = await testDatabase()
after(() => store.close())

test('database/schema.sql shows what the migrations make', async () => {
  const shape = await dumpSchema(store.url)
  if (process.env.LINLI_WRITE_SCHEMA) writeFileSync(file, shape)
  const written = existsSync(file) ? readFileSync(file, 'utf8') : ''
  // Block by block (a table with what belongs to it), so that a failure names the table and no more.
  const blocksOf = (text: string) => new Set(text.trimEnd().split('\n\n'))
  const [made, kept] = [blocksOf(shape), blocksOf(written)]
  const drift = {
    onlyInMigrations: [...made].filter((block) => !kept.has(block)),
    onlyInFile: [...kept].filter((block) => !made.has(block)),
  }
  assert.deepEqual(drift, { onlyInMigrations: [], onlyInFile: [] }, `${advice}\n${inspect(drift)}`)
})

test('migrating again changes nothing', async () => {
  const before = await dumpSchema(store.url)
  await migrate(store.url)
  assert.equal(await dumpSchema(store.url), before)
})

test('a migration changed after it was applied is refused, and so is a store newer than the program', async () => {
  const spoilt = await testDatabase()
  try {
    await connected(spoilt.url, (client) =>
      client.query("update migrations set checksum = 'other' where name like '0001-%'"),
    )
    await assert.rejects(migrate(spoilt.url), /0001-create-counties\.sql was changed/)
    await connected(spoilt.url, (client) =>
      client.query("update migrations set name = '9999-come-later.sql' where name like '0001-%'"),
    )
    await assert.rejects(migrate(spoilt.url), /newer than this program \(9999-come-later\.sql\)/)
  } finally {
    await spoilt.close()
  }
})

test('servers that start together on an empty store do not disturb each other', async () => {
  const empty = await testDatabase()
  try {
    await connected(empty.url, async (client) => {
      await client.query('drop schema public cascade')
      await client.query('create schema public')
    })
    await Promise.all([migrate(empty.url), migrate(empty.url), migrate(empty.url)])
    assert.equal(await dumpSchema(empty.url), await dumpSchema(store.url))
  } finally {
    await empty.close()
  }
})
