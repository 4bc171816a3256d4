import type { Writable } from 'node:stream'
import pg, { type PoolClient, type PoolConfig } from 'pg'
import { Refused, refuse } from '../refusal.ts'

// Days stay text ('2026-01-31'), money and counters too: no silent time zone, no float.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text))

/**
 * What row security is told about the one who asks. `reach` chooses the rule, `parties` are the offices and persons
 * (or the one matter of a receipt) it compares with. See database/migrations and decision 0006.
 */
export type Scope = {
  readonly county: number
  readonly reach: 'county' | 'office' | 'resident' | 'receipt' | 'public' | 'system'
  readonly parties: readonly string[]
}

/**
 * A statement text. Named texts are prepared once per connection; leave the name out where the plan depends on
 * values.
 */
export type Statement = { readonly name?: string; readonly text: string }

/** One transaction of one county. Calls made without awaiting travel in one round trip (pipelining). */
export type Sql = {
  many<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>
  maybe<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row | null>
  one<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row>
  /** Number of rows touched. */
  run(statement: Statement, values?: readonly unknown[]): Promise<number>
  /** Sends a write without waiting: it travels with the commit, and its failure fails the transaction. */
  later(statement: Statement, values?: readonly unknown[]): void
}

export type Database = {
  /** Runs `work` in one transaction under row security; a thrown error rolls everything back. */
  within<T>(scope: Scope, work: (sql: Sql) => Promise<T>): Promise<T>
  /** Reads and writes shared tables (divisions, sessions …), which row security does not cover. */
  shared<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const uuidOnly = /^[0-9a-f-]{36}$/

/** `set local` with checked literals: set_config() with parameters does not reach Citus shards (distributed.md §27). */
function beginText(scope: Scope): string {
  if (!Number.isSafeInteger(scope.county) || scope.county < 0)
    throw new Error('county is no whole number')
  for (const party of scope.parties) if (!uuidOnly.test(party)) throw new Error('party is no id')
  return `begin; set local app.county = '${scope.county}'; set local app.reach = '${scope.reach}';
    set local app.parties = '{${scope.parties.join(',')}}'`
}

/** What is asked in one turn of the loop travels in one packet; the driver by itself sends every statement alone. */
function gather(client: PoolClient): void {
  const { stream } = (client as PoolClient & { connection: { stream: Writable } }).connection
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** `pending` collects what was sent by `later`; a failure is kept as a value, so that it is never unhandled. */
function sqlOf(client: PoolClient, pending: Promise<unknown>[]): Sql {
  const ask = (statement: Statement, values: readonly unknown[] = []) => {
    gather(client)
    return client.query({ name: statement.name, text: statement.text, values: values as unknown[] })
  }
  return {
    many: async <Row>(statement: Statement, values?: readonly unknown[]) =>
      (await ask(statement, values)).rows as Row[],
    maybe: async <Row>(statement: Statement, values?: readonly unknown[]) =>
      ((await ask(statement, values)).rows[0] as Row | undefined) ?? null,
    one: async <Row>(statement: Statement, values?: readonly unknown[]) => {
      const row = (await ask(statement, values)).rows[0] as Row | undefined
      if (row === undefined)
        throw new Error(`no row: ${statement.name ?? statement.text.slice(0, 80)}`)
      return row
    },
    run: async (statement: Statement, values?: readonly unknown[]) =>
      (await ask(statement, values)).rowCount ?? 0,
    later: (statement, values) => {
      pending.push(
        ask(statement, values).then(
          () => null,
          (error: unknown) => error,
        ),
      )
    },
  }
}

// 57P01–57P03: the server is going down or coming up. 53300: no connection free. 53100: disk full. 55P03: lock
// not had in time.
const unavailableStates = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '53100',
  '55P03',
  '40001',
  '40P01',
  '57014',
])
const unavailableCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'])

/** Turns "the store cannot be reached just now" into a refusal with retry; anything else passes unchanged. */
export function asRefusal(error: unknown): unknown {
  const code = (error as { code?: string } | null)?.code ?? ''
  const text = error instanceof Error ? error.message : ''
  const gone =
    /Connection terminated|timeout exceeded when trying to connect|not queryable|Client was closed/.test(
      text,
    )
  if (unavailableStates.has(code) || unavailableCodes.has(code) || code.startsWith('08') || gone) {
    return new Refused(refuse('foundation.storeUnavailable', 'unavailable'))
  }
  return error
}

/** Opens the pool. `url` is the owner's; every connection drops to the role `linli_app`, which owns nothing. */
export function openDatabase(url: string, options: { connections?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 16,
    connectionTimeoutMillis: 5000,
    options:
      '-c role=linli_app -c statement_timeout=30000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=30000',
    pipeline: true,
  } as PoolConfig)
  // While a connection is in use the pool does not listen, and an error nobody listens to ends the process. Whoever
  // waits for an answer is told by that answer's own failure.
  pool.on('connect', (client) => void client.on('error', () => {}))
  pool.on('error', () => {
    // An idle connection broke; the pool replaces it and the next caller is told if the store is gone.
  })

  async function transaction<T>(begin: string, work: (sql: Sql) => Promise<T>): Promise<T> {
    let client: PoolClient
    try {
      client = await pool.connect()
    } catch (error) {
      throw asRefusal(error)
    }
    let broken: Error | undefined
    const pending: Promise<unknown>[] = []
    gather(client)
    const opened = client.query(begin)
    opened.catch(() => {})
    try {
      const result = await work(sqlOf(client, pending))
      await opened
      gather(client)
      const ended = await client.query('commit')
      if (ended.command !== 'COMMIT') throw new Error('the transaction was rolled back')
      return result
    } catch (error) {
      // What came after a failed write says only that the transaction is aborted; the write itself says why.
      const failed = (await Promise.all(pending)).find((failure) => failure !== null)
      await client.query('rollback').catch((failure: Error) => {
        broken = failure
      })
      throw asRefusal(failed ?? error)
    } finally {
      client.release(broken)
    }
  }

  return {
    within: (scope, work) => transaction(beginText(scope), work),
    shared: (work) => transaction('begin', work),
    close: () => pool.end(),
  }
}
