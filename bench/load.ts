import type pg from 'pg'
import { demoOffice, demoOfficer } from '#database/demo/people.ts'
import { stopwatch } from '#foundation/server/clock.ts'
import type { Sql } from '#foundation/server/database.ts'
import { keepStandings } from '#matters/evaluate/server/store-rates.ts'
import { connected } from '../tests/cluster.ts'
import { county } from './county.ts'
import * as sql from './load-statements.ts'
import { composeTexts, spots } from './texts.ts'

type Client = InstanceType<typeof pg.Client>

/** How many matters, and the moment the newest of them came in. */
export type Load = { readonly size: number; readonly now: Date }

const tables = [
  ...['matters', 'events', 'clocks', 'receipts', 'judgements', 'assignments'],
  ...['matter_words', 'verdicts', 'standings'],
]
const batchSize = 50_000
const textsMost = 5000
const standingsBatch = 2000

/** A county of this many matters a year is large; bigger loads span more years. */
const mattersOfYear = 100_000

const acts = [
  'submit',
  'accept',
  'judge',
  'dispatch',
  'sign',
  'contact',
  'feedBack',
  'check',
  'close',
  'archive',
]
const states = [
  'reported',
  'accepted',
  'judged',
  'dispatched',
  'handling',
  'handling',
  'fedBack',
  'checked',
  'closed',
  'archived',
]

type Way = readonly [state: string, seq: number, act: string, after: string]

/** Every state with the acts that lead there. */
function ways(): Way[] {
  const straight = [...new Set(states)].flatMap((state) =>
    states
      .slice(0, states.lastIndexOf(state) + 1)
      .map((after, i): Way => [state, i + 1, acts[i] ?? '', after]),
  )
  const short = [
    ['refused', 'refuse'],
    ['answered', 'answer'],
    ['cancelled', 'withdraw'],
  ].flatMap(([state = '', act = '']): Way[] => [
    [state, 1, 'submit', 'reported'],
    [state, 2, act, state],
  ])
  return [...straight, ...short]
}

/** Sends rows as one parameter and lets the store unpack them. */
async function insertRows(client: Client, table: string, rows: readonly object[]): Promise<void> {
  await client.query(
    `insert into ${table} select * from json_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  )
}

async function fillSources(client: Client, size: number): Promise<void> {
  const texts = composeTexts(Math.min(textsMost, Math.max(50, Math.ceil(size / 20))))
  await insertRows(
    client,
    'bench_texts',
    texts.map((text, n) => ({ n, ...text, office: demoOffice(text.office) })),
  )
  await insertRows(
    client,
    'bench_spots',
    spots(county).map((spot, n) => ({ n, ...spot })),
  )
  await insertRows(
    client,
    'bench_ways',
    ways().map(([state, seq, act, after]) => ({ state, seq, act, after })),
  )
}

async function loadBatch(client: Client, first: number, last: number, load: Load): Promise<void> {
  const days = Math.max(365, (load.size / mattersOfYear) * 365)
  await client.query(sql.batch, [first, last, load.size, load.now, days])
  const operator = demoOfficer('operator')
  await client.query(sql.matters, [county, operator, demoOfficer('grid'), demoOffice('chengguan')])
  await client.query(sql.words, [county])
  await client.query(sql.events, [county, operator])
  await client.query(sql.clocks, [county])
  await client.query(sql.receipts, [county])
  await client.query(sql.judgements, [county, operator])
  await client.query(sql.assignments, [county])
  await client.query(sql.verdicts, [county])
  await client.query('drop table bench_batch')
}

async function loadAll(client: Client, load: Load, say: (line: string) => void): Promise<void> {
  await client.query(sql.prepare)
  await fillSources(client, load.size)
  const loose = (await client.query(sql.looseIndexes, [tables])).rows as {
    name: string
    text: string
  }[]
  for (const { name } of loose) await client.query(`drop index ${name}`)
  for (let first = 1; first <= load.size; first += batchSize) {
    const last = Math.min(load.size, first + batchSize - 1)
    await loadBatch(client, first, last, load)
    if (load.size > 4 * batchSize) say(`${last} / ${load.size}`)
  }
  for (const { text } of loose) await client.query(text)
  await keepAllStandings(client, load.now)
  await client.query(sql.counter, [county, load.now.getUTCFullYear(), load.size])
  for (const table of tables) await client.query(`vacuum analyze ${table}`)
  await client.query('checkpoint')
}

/** Works out for what has ended how it stands to the rates, as the acts that end a matter do. */
async function keepAllStandings(client: Client, now: Date): Promise<void> {
  await client.query(`set app.county = '${county}'; set app.reach = 'system'`)
  const ended = await client.query(sql.toKeep, [county])
  const ids = (ended.rows as { id: string }[]).map(({ id }) => id)
  for (let i = 0; i < ids.length; i += standingsBatch) {
    let sent: Promise<unknown> | undefined
    const later: Sql['later'] = ({ text }, values) => {
      sent = client.query(text, values as unknown[])
    }
    keepStandings({ later } as Sql, county, ids.slice(i, i + standingsBatch), now)
    await sent
  }
}

/** Fills the county. @returns seconds it took and the size of the store in MB afterwards */
export async function loadMatters(
  url: string,
  load: Load,
  say: (line: string) => void,
): Promise<{ seconds: number; megabytes: number }> {
  const began = stopwatch()
  return connected(url, async (client) => {
    await loadAll(client, load, say)
    const { rows } = await client.query('select pg_database_size(current_database()) as bytes')
    const megabytes = Math.round(Number((rows[0] as { bytes: number }).bytes) / 1_048_576)
    return { seconds: (stopwatch() - began) / 1000, megabytes }
  })
}
