import { Refused, refuse } from '#foundation/refusal.ts'
import type { Sql } from '#foundation/server/database.ts'
import { bestFirst } from '../lists/search/rank.ts'
import type { WordsAsked } from '../lists/search/read-words.ts'
import { nextDays, type Progress, rankedMost, spanBefore } from '../lists/search/windows.ts'
import type { MatterRow } from './rows.ts'
import { type Cursor, listRows } from './store-lists.ts'
import { type Found, fitsOf, lookWithin, rowsByIds, searchAlone } from './store-search.ts'
import type { Filters, Viewer } from './store-where.ts'

const dayMilliseconds = 86_400_000
/** After so many rows a search rests with what it has; the next page goes on from there. */
const lookedEnough = 6000
/** With nothing found yet it goes on longer. */
const lookedMost = 30_000
/** For the last few of a page no further look is made: they begin the next one. */
const enoughShare = 0.8
const firstId = '00000000-0000-0000-0000-000000000000'
const numbersMost = 20

/** The newest that were found, and where the search for older ones goes on; null when there are none. */
type Block = { readonly found: readonly Found[]; readonly rest: Cursor | null }

/** Gathers the newest matters in which the words stand, so many, window by window back in time. */
async function gather(
  sql: Sql,
  filters: Filters,
  viewer: Viewer,
  { before, wanted }: { before: Cursor | null; wanted: number },
): Promise<Block> {
  const found: Found[] = []
  let progress: Progress = { days: 0, looked: 0, found: 0 }
  // What a row says of when it came in may be ahead of this clock by a little.
  let to = new Date(before?.at ? before.at.getTime() + 1 : viewer.now.getTime() + dayMilliseconds)
  if (filters.to && filters.to < to) to = filters.to
  let from = before
  // What is one's own is little, and read at once.
  const isOwn = viewer.scope.reach === 'resident' || viewer.scope.reach === 'receipt'
  // A character that begins a pair in nearly every matter is many thousand entries of the index.
  let rowByRow = filters.words?.includes(':*') === true && !isOwn
  for (;;) {
    const days = isOwn ? null : nextDays(progress, wanted)
    const span = spanBefore(to, days, filters.from ?? null)
    const limit = wanted - found.length
    const asked = { ...filters, rowByRow }
    const look = await lookWithin(sql, asked, viewer, { span, before: from, limit })
    found.push(...look.found)
    const looked = progress.looked + look.looked
    progress = { days: progress.days + (days ?? 0), looked, found: found.length }
    if (found.length < wanted / 10) rowByRow = false
    const last = found.at(-1)
    if (last && found.length >= wanted) return { found, rest: last }
    const { from: end } = span
    if (end === null || (filters.from && end <= filters.from)) return { found, rest: null }
    const most = found.length > 0 ? lookedEnough : lookedMost
    const enough = found.length >= wanted * enoughShare || progress.looked >= most
    if (enough) return { found, rest: { at: end, id: firstId } }
    to = end
    from = null
  }
}

/** Where a page of a ranked list begins: in which block, and behind how many of its rows. */
type Place = { readonly before: Cursor | null; readonly offset: number }

const placePattern = /^best_(?:(\d{1,15})_([0-9a-f-]{36})_)?(\d{1,4})$/

function readPlace(after: string | undefined): Place {
  if (after === undefined) return { before: null, offset: 0 }
  const [, at, id, offset] = placePattern.exec(after) ?? []
  if (offset === undefined)
    throw new Refused(
      refuse('foundation.fieldWrongType', 'invalid', {
        field: 'after',
        values: { field: 'after' },
      }),
    )
  return {
    before: at && id ? { at: new Date(Number(at)), id } : null,
    offset: Number(offset),
  }
}

function sayPlace({ before, offset }: Place): string {
  return before?.at ? `best_${before.at.getTime()}_${before.id}_${offset}` : `best_${offset}`
}

/** Matters whose number ends so, the newest first; they go before what merely holds the digits. */
async function numbersEnding(
  sql: Sql,
  { words: _, ...filters }: Filters,
  viewer: Viewer,
): Promise<string[]> {
  if (!filters.tail) return []
  const page = { order: 'received', after: null, limit: numbersMost } as const
  return (await listRows(sql, filters, viewer, page)).map(({ id }) => id)
}

/** Among how many of the newest; `since` is when the oldest of them came in, null when all there are are among them. */
export type Ranked = { readonly among: number; readonly since: Date | null }

/**
 * A page in the order of how well matters fit what was asked for. Ranked are the newest `rankedMost`; when those are
 * read to the end, the next page begins with the best of as many older ones: nothing is left out, and a page costs the
 * same however much is found.
 */
export async function rankedRows(
  sql: Sql,
  filters: Filters,
  viewer: Viewer,
  queries: NonNullable<WordsAsked['queries']>,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<{ rows: MatterRow[]; next: string | null; ranked: Ranked }> {
  const { before, offset } = readPlace(after)
  searchAlone(sql)
  const { tail: _, ...withoutTail } = filters
  const [numbers, block] = await Promise.all([
    before ? Promise.resolve<string[]>([]) : numbersEnding(sql, filters, viewer),
    gather(sql, { ...withoutTail, words: queries.all }, viewer, { before, wanted: rankedMost }),
  ])
  const found = block.found.filter(({ id }) => !numbers.includes(id))
  const order = [...numbers, ...(await inOrder(sql, found, viewer, queries))]
  const ids = order.slice(offset, offset + limit)
  const next = nextPlace({ before, offset: offset + limit }, order.length, block.rest)
  return {
    rows: await rowsInOrder(sql, filters, viewer, ids),
    next: next && sayPlace(next),
    ranked: { among: order.length, since: block.rest?.at ?? null },
  }
}

/** A page of what is found, the newest first, with where the next begins. It reads no more than the ranked one. */
export async function newestFound(
  sql: Sql,
  filters: Filters,
  viewer: Viewer,
  { after, limit }: { after: Cursor | null; limit: number },
): Promise<{ rows: MatterRow[]; rest: Cursor | null }> {
  searchAlone(sql)
  const { found, rest } = await gather(sql, filters, viewer, { before: after, wanted: limit })
  const ids = found.map(({ id }) => id)
  return { rows: await rowsInOrder(sql, filters, viewer, ids), rest }
}

async function rowsInOrder(
  sql: Sql,
  filters: Filters,
  { county }: Viewer,
  ids: readonly string[],
): Promise<MatterRow[]> {
  const found = await rowsByIds(sql, filters, county, ids)
  const rows = new Map(found.map((row) => [row.id, row]))
  return ids.flatMap((id) => rows.get(id) ?? [])
}

async function inOrder(
  sql: Sql,
  found: readonly Found[],
  { county, now }: Viewer,
  queries: NonNullable<WordsAsked['queries']>,
): Promise<string[]> {
  const ids = found.map(({ id }) => id)
  if (ids.length < 2) return ids
  const at = new Map(found.map((one) => [one.id, one.at]))
  const fits = await fitsOf(sql, county, ids, queries)
  const fitting = fits.map((fit) => ({ ...fit, at: at.get(fit.id) ?? now }))
  return bestFirst(fitting, now).map(({ id }) => id)
}

function nextPlace(place: Place, length: number, rest: Cursor | null): Place | null {
  if (place.offset < length) return place
  return rest && { before: rest, offset: 0 }
}
