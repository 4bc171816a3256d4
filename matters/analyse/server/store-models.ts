import type { Sql } from '#foundation/server/database.ts'
import { planned, prepared } from '#foundation/server/statement.ts'
import type { Quality } from '../classify/measure.ts'
import type { RoutedMatter } from '../route/learn-route.ts'
import type { ModelTask } from './learn/tasks.ts'

/** How learning ended (0090). */
export type Outcome = 'live' | 'notBetter' | 'unmeasured' | 'nothing'

/** One time something was learnt, without the model itself. */
export type ModelRow = {
  version: number
  matters: number
  leftOut: number
  categories: number
  receivedFrom: Date | null
  receivedUntil: Date | null
  quality: Quality | null
  beforeVersion: number | null
  beforeQuality: Quality | null
  outcome: Outcome
  trouble: string | null
  seconds: number
  madeAt: Date
}

// With the rows of system reach only: the county's history, the newest first, closed by us or brought from elsewhere.
const history = planned(
  `select m.id, m.title || ' ' || m.words as text, m.category, m.received_at as "receivedAt" from matters m
   where m.county = $1 and m.category is not null and (m.closed_at is not null or m.source is not null)
     and m.state not in ('refused', 'cancelled') and (m.received_at, m.id) < ($2, $3)
   order by m.received_at desc, m.id desc limit $4`,
)

/** A matter that has been judged, to learn from. */
export type HistoryRow = { id: string; text: string; category: string; receivedAt: Date }
/** Where a page begins: what came before this, newest first. */
export type HistoryPlace = { receivedAt: Date; id: string }

export const historyBefore = (sql: Sql, county: number, place: HistoryPlace, most: number) =>
  sql.many<HistoryRow>(history, [county, place.receivedAt, place.id, most])

const led = planned(
  `select m.id, m.title, m.words, m.lead_office::text as office, m.received_at as "receivedAt",
     (select e.shown ->> 'reply' from events e where e.county = m.county and e.matter = m.id
        and e.audience <> 'inside' and e.shown ->> 'reply' <> '' order by e.seq desc limit 1) as answer
   from matters m
   where m.county = $1 and (m.closed_at is not null or m.source is not null)
     and m.state not in ('refused', 'cancelled') and (m.received_at, m.id) < ($2, $3)
   order by m.received_at desc, m.id desc limit $4`,
)

/** A matter of the past with who led it, where that is known, and what the resident was told. */
export type LedRow = RoutedMatter & { id: string; receivedAt: Date }

export const ledBefore = (sql: Sql, county: number, place: HistoryPlace, most: number) =>
  sql.many<LedRow>(led, [county, place.receivedAt, place.id, most])

const latest = prepared(
  'analyse.latest-model',
  `select l.version, l.made_at as "madeAt" from models l where l.county = $1 and l.task = $2
   order by l.version desc limit 1`,
)
/** The last time something was learnt, whatever came of it. */
export const latestModel = (sql: Sql, county: number, task: ModelTask) =>
  sql.maybe<{ version: number; madeAt: Date }>(latest, [county, task])

const live = prepared(
  'analyse.live-model',
  `select l.version from models l where l.county = $1 and l.task = $2 and l.outcome = 'live'
   order by l.version desc limit 1`,
)
/** The version that serves; null before the first. */
export const liveVersion = async (sql: Sql, county: number, task: ModelTask) =>
  (await sql.maybe<{ version: number }>(live, [county, task]))?.version ?? null

const readPacked = prepared(
  'analyse.read-model',
  'select l.packed from models l where l.county = $1 and l.task = $2 and l.version = $3',
)
/** The model itself as bytes; null when it is kept no longer. */
export const packedModel = async (sql: Sql, county: number, task: ModelTask, version: number) =>
  (await sql.maybe<{ packed: Buffer | null }>(readPacked, [county, task, version]))?.packed ?? null

const add = prepared(
  'analyse.add-model',
  `insert into models (county, task, version, matters, left_out, categories, received_from, received_until, quality,
     before_version, before_quality, outcome, trouble, packed, seconds, made_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
   on conflict (county, task, version) do nothing`,
)
const forget = prepared(
  'analyse.forget-models',
  `update models set packed = null where county = $1 and task = $2 and version < $3 and packed is not null`,
)

/** Versions whose model is kept beside the new one, to go back to. */
const keptVersions = 3

const json = (quality: Quality | null) => (quality ? JSON.stringify(quality) : null)

/**
 * Writes what was learnt; `packed` only of a model that goes live. Of two that learnt at one time the first one counts.
 * @returns whether it was written
 */
export async function addModel(
  sql: Sql,
  county: number,
  task: ModelTask,
  made: ModelRow & { packed: Uint8Array | null },
): Promise<boolean> {
  const written = await sql.run(add, [
    ...[county, task, made.version, made.matters, made.leftOut, made.categories],
    ...[made.receivedFrom, made.receivedUntil, json(made.quality)],
    ...[made.beforeVersion, json(made.beforeQuality), made.outcome, made.trouble],
    ...[made.packed && Buffer.from(made.packed), made.seconds, made.madeAt],
  ])
  if (made.packed) await sql.run(forget, [county, task, made.version - keptVersions])
  return written === 1
}

const list = prepared(
  'analyse.list-models',
  `select l.version, l.matters, l.left_out as "leftOut", l.categories, l.received_from as "receivedFrom",
     l.received_until as "receivedUntil", l.quality, l.before_version as "beforeVersion",
     l.before_quality as "beforeQuality", l.outcome, l.trouble, l.seconds, l.made_at as "madeAt"
   from models l where l.county = $1 and l.task = $2 order by l.version desc limit 50`,
)
/** The last fifty times something was learnt, the newest first. */
export const listModels = (sql: Sql, county: number, task: ModelTask) =>
  sql.many<ModelRow>(list, [county, task])
