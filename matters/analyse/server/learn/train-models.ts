import type { Database, Sql } from '#foundation/server/database.ts'
import type { Day } from '#foundation/time.ts'
import type { Quality } from '../../classify/measure.ts'
import { readCategories } from '../store-categories.ts'
import {
  addModel,
  type HistoryPlace,
  historyBefore,
  latestModel,
  ledBefore,
  liveVersion,
  type ModelRow,
  type Outcome,
  packedModel,
} from '../store-models.ts'
import { startThread, type TrainingThread } from './ask-thread.ts'
import type { ModelTask } from './tasks.ts'
import type { Told } from './training-thread.ts'

/** What learning works with; `clock` measures how long it takes, in milliseconds. */
export type Training = { readonly database: Database; readonly clock: () => number }

export type TrainInput = {
  readonly county: number
  /** What to learn; categories unless told otherwise. */
  readonly task?: ModelTask
  readonly now: Date
  readonly today: Day
  /** Ends the thread; nothing is written then. */
  readonly signal: AbortSignal
  /** Told after each page how many matters have been read. */
  readonly say?: (read: number) => void
}

const pageSize = 1000
/** The newest so many: older ones were judged by other trees and other people. About 300 MB while learning. */
const mostMatters = 60_000
/** Of fewer held-out matters two models cannot be told apart. */
const leastHeldOut = 20
const seed = 1
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/**
 * Whether a new model goes live: measured on enough held-out matters, and at least as good there as the one that
 * serves. Macro-F1, so that small categories are not given up for large ones.
 */
export function outcomeOf(quality: Quality | null, before: Quality | null): Outcome {
  if (!quality || quality.texts < leastHeldOut) return 'unmeasured'
  return before && before.macroF1 > quality.macroF1 ? 'notBetter' : 'live'
}

type Read = { readonly count: number; readonly from: Date | null; readonly until: Date | null }

/** One page of a county's history, and what the thread is told of it. */
async function readPage(
  sql: Sql,
  { county, task = 'category' }: TrainInput,
  place: HistoryPlace,
): Promise<{ rows: readonly HistoryPlace[]; told: Told }> {
  if (task === 'office') {
    const rows = await ledBefore(sql, county, place, pageSize)
    const matters = rows.map(({ title, words, office, answer }) => ({
      ...{ title, words, office, answer },
    }))
    return { rows, told: { kind: 'matters', matters } }
  }
  const rows = await historyBefore(sql, county, place, pageSize)
  const examples = rows.map(({ text, category }) => ({ text, category }))
  return { rows, told: { kind: 'texts', examples } }
}

/** Hands the county's history to the thread page by page, the newest first; each page is a transaction of its own. */
async function tellHistory(
  thread: TrainingThread,
  { database }: Training,
  input: TrainInput,
): Promise<Read> {
  const scope = { county: input.county, reach: 'system', parties: [] } as const
  let place: HistoryPlace = { receivedAt: input.now, id: lastId }
  let [count, from, until]: [number, Date | null, Date | null] = [0, null, null]
  while (count < mostMatters) {
    const { rows, told } = await database.within(scope, (sql) => readPage(sql, input, place))
    const last = rows.at(-1)
    if (!last) break
    await thread.ask(told)
    place = last
    until ??= rows[0]?.receivedAt ?? null
    from = last.receivedAt
    count += rows.length
    input.say?.(count)
    if (rows.length < pageSize) break
  }
  return { count, from, until }
}

/** What a county has before it learns: its tree, the model that serves, and the last version. */
function beforeLearning({ database }: Training, { county, task = 'category', today }: TrainInput) {
  return database.within({ county, reach: 'system', parties: [] }, async (sql) => {
    const [tree, live, latest] = await Promise.all([
      readCategories(sql, county, today),
      liveVersion(sql, county, task),
      latestModel(sql, county, task),
    ])
    const packed = live === null ? null : await packedModel(sql, county, task, live)
    return { tree, live, packed, version: (latest?.version ?? 0) + 1 }
  })
}

/**
 * Learns the categories of a county, or who leads what, from its closed and imported matters and measures what was
 * learnt beside the model that serves, on matters neither learnt from. Written as one row when it ends, whatever came
 * of it.
 * @returns the row; `written` is false when another server was quicker
 */
export async function trainModels(
  training: Training,
  input: TrainInput,
): Promise<ModelRow & { written: boolean }> {
  const { task = 'category' } = input
  const began = training.clock()
  const { tree, live, packed: before, version } = await beforeLearning(training, input)
  const thread = startThread(input.signal)
  try {
    const categories = task === 'category' ? tree : []
    const parents = categories.map(({ code, parent }): [string, string | null] => [code, parent])
    await thread.ask({ kind: 'begin', seed, parents })
    const read = await tellHistory(thread, training, input)
    const answer = await thread.ask({ kind: 'learn', before })
    const learnt = answer.kind === 'learnt' ? answer : null
    const quality = learnt?.quality ?? null
    const beforeQuality = learnt?.beforeQuality ?? null
    const outcome = learnt ? outcomeOf(quality, beforeQuality) : 'nothing'
    const row: ModelRow = {
      ...{ version, quality, beforeQuality, outcome, beforeVersion: live, madeAt: input.now },
      matters: learnt?.texts ?? read.count,
      leftOut: learnt?.leftOut ?? 0,
      categories: learnt?.categories ?? 0,
      receivedFrom: read.from,
      receivedUntil: read.until,
      trouble: answer.kind === 'refused' ? answer.refusal.key : null,
      seconds: (training.clock() - began) / 1000,
    }
    const packed = outcome === 'live' ? (learnt?.packed ?? null) : null
    const scope = { county: input.county, reach: 'system', parties: [] } as const
    const written = await training.database.within(scope, (sql) =>
      addModel(sql, input.county, task, { ...row, packed }),
    )
    return { ...row, written }
  } finally {
    await thread.end()
  }
}
