import { randomBytes } from 'node:crypto'
import { after } from 'node:test'
import { type Database, openDatabase } from '#foundation/server/database.ts'
import type { RunningPostgres } from '#foundation/server/embedded-postgres.ts'
import { connected, inDatabase, readyTemplate, sharedCluster } from './cluster.ts'

export type TestDatabase = {
  /** Connects as the owner: for looking behind row security. */
  readonly url: string
  readonly database: Database
  close(): Promise<void>
}

let own: Promise<RunningPostgres> | undefined
let cluster: Promise<{ url: string; template: string }> | undefined

/** The cluster told by LINLI_TEST_URL (`npm test`), or the one that lone runs share. */
async function findCluster(): Promise<{ url: string; template: string }> {
  const given = process.env.LINLI_TEST_URL
  if (given) return { url: given, template: await readyTemplate(given) }
  own ??= sharedCluster()
  const { url } = await own
  return { url, template: await readyTemplate(url) }
}

async function stopOwn(): Promise<void> {
  const running = own
  own = undefined
  await (await running)?.stop()
}

// Hooks run in the order they were registered, and this one is first: the files' own hooks still need the server.
// It only makes the loop turn once more; when that is idle again, every hook has ended and nobody needs the server.
let ended = false
after(() => {
  setImmediate(() => {
    ended = true
  })
})
process.on('beforeExit', () => {
  if (ended && own) void stopOwn()
})

// Ctrl-C during a lone run: stop the server first, unless another run still uses it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopOwn().finally(() => process.kill(process.pid, signal))
  })
}

/** Gives a test file its own database, already migrated and empty; close it in `after`. */
export async function testDatabase(): Promise<TestDatabase> {
  cluster ??= findCluster()
  const { url, template } = await cluster
  const name = `linli_test_${process.pid}_${randomBytes(4).toString('hex')}`
  await connected(url, (client) =>
    client.query(`create database ${name} template ${template} strategy file_copy`),
  )
  const database = openDatabase(inDatabase(url, name))
  return {
    url: inDatabase(url, name),
    database,
    close: async () => {
      await database.close()
      await connected(url, (client) => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}
