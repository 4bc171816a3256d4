import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { StoreTrouble } from './embedded-postgres-home.ts'

type Client = InstanceType<typeof pg.Client>
type DatabaseError = InstanceType<typeof pg.DatabaseError>

const folder = join(import.meta.dirname, '../../database')
const migrationsLock = 7526466501

/** One numbered file of database/migrations. */
export type Migration = { readonly name: string; readonly text: string; readonly checksum: string }

/** All migrations in their order; refuses two files with one number, for their order would be an accident. */
export function readMigrations(): Migration[] {
  const names = readdirSync(join(folder, 'migrations'))
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
  const twice = names.find((name, i) => name.slice(0, 4) === names[i - 1]?.slice(0, 4))
  if (twice) throw new Error(`two migrations with the number ${twice.slice(0, 4)}`)
  return names.map((name) => {
    // A checkout on another system may bring other line ends; the migration is the same.
    const text = readFileSync(join(folder, 'migrations', name), 'utf8').replaceAll('\r\n', '\n')
    return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
  })
}

function readRoles(): string {
  return readFileSync(join(folder, 'roles.sql'), 'utf8')
}

/** Twelve letters that change when roles or any migration change; names the test template. */
export function shapeHash(): string {
  const hash = createHash('sha256').update(readRoles())
  for (const migration of readMigrations()) hash.update(`${migration.name} ${migration.checksum}\n`)
  return hash.digest('hex').slice(0, 12)
}

function explain(name: string, text: string, error: unknown): StoreTrouble {
  const { message, position, detail, hint, code } = error as DatabaseError
  const line = position ? text.slice(0, Number(position)).split('\n').length : undefined
  const place = line === undefined ? name : `${name}:${line}`
  const more = [code, detail, hint].filter(Boolean).join(' · ')
  const english = `${place}: ${message}${more ? ` (${more})` : ''}`
  return new StoreTrouble(
    `数据库结构更新失败,未作任何改动:${place}`,
    `Migration failed, nothing changed. ${english}`,
  )
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.text)
    await client.query('insert into migrations (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw explain(migration.name, migration.text, error)
  }
}

function checkApplied(
  migrations: readonly Migration[],
  applied: ReadonlyMap<string, string>,
): void {
  const changed = migrations.find(
    ({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum,
  )
  if (changed) {
    throw new StoreTrouble(
      `${changed.name} 在执行后被改动。请恢复原文件,另写新的迁移。`,
      `${changed.name} was changed after it had been applied. Restore it and write a new migration.`,
    )
  }
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = [...applied.keys()].find((name) => !known.has(name))
  if (unknown) {
    throw new StoreTrouble(
      `数据库比程序新(${unknown})。请使用较新的版本。`,
      `The store is newer than this program (${unknown}). Use a newer version.`,
    )
  }
}

async function run(client: Client, say: (line: string) => void): Promise<void> {
  const roles = readRoles()
  await client.query(roles).catch((error: unknown) => {
    throw explain('roles.sql', roles, error)
  })
  await client.query(
    `create table if not exists migrations (
       name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
  )
  const rows = (await client.query('select name, checksum from migrations')).rows as {
    name: string
    checksum: string
  }[]
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]))
  const migrations = readMigrations()
  checkApplied(migrations, applied)
  const waiting = migrations.filter(({ name }) => !applied.has(name))
  for (const migration of waiting) await apply(client, migration)
  if (waiting.length > 0)
    say(`数据库结构:${waiting.length} 项更新 / store: ${waiting.length} migrations applied`)
}

/**
 * Brings a store to the newest shape: roles, then each migration once, each in a transaction of its own.
 * `url` connects as the database's owner, who may create roles; superuser is not needed.
 * @throws StoreTrouble when a migration fails, an applied file was changed, or the store is newer than the program
 */
export async function migrate(
  url: string,
  options: { say?: (line: string) => void } = {},
): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: '-c client_min_messages=warning' })
  client.on('error', () => {})
  try {
    await client.connect()
    const version = Number(
      (await client.query('show server_version_num')).rows[0].server_version_num,
    )
    if (version < 150000) {
      throw new StoreTrouble('需要 PostgreSQL 15 或更新版本。', 'PostgreSQL 15 or newer is needed.')
    }
    // Two servers starting at once on one store: the second waits, then finds nothing to do.
    await client.query(`select pg_advisory_lock(${migrationsLock})`)
    await run(client, options.say ?? (() => {}))
  } finally {
    await client.end().catch(() => {})
  }
}
