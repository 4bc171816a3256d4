import type { Sql } from '#foundation/server/database.ts'
import { planned, prepared } from '#foundation/server/statement.ts'
import type { WordsAsked } from '../lists/search/read-words.ts'
import { marksOf, type Span } from '../lists/search/windows.ts'
import type { EventAudience } from '../model.ts'
import type { MatterRow } from './rows.ts'
import { type Cursor, columnsFor } from './store-lists.ts'
import { addStanding, addTo, type Filters, seenWhere, type Viewer } from './store-where.ts'

/** A matter found, and when it came in. */
export type Found = { readonly id: string; readonly at: Date }

/** Where a look begins: before this row, or before `to` of its span. */
type Before = Cursor | null

const alone = prepared('matter.search-alone', 'set local max_parallel_workers_per_gather = 0')

/** To the end of the transaction: starting a second process takes longer than a look. */
export const searchAlone = (sql: Sql): void => sql.later(alone)

/**
 * One look at what came in within a span: how many the words and indexes find there, and the newest of those that have
 * the state, kind and channel asked for. The marks keep the index to the span: without them a word of every fourth
 * matter would be fetched from the whole county first.
 */
export async function lookWithin(
  sql: Sql,
  filters: Filters,
  viewer: Viewer,
  { span, before, limit }: { span: Span; before: Before; limit: number },
): Promise<{ looked: number; found: Found[] }> {
  const marks = marksOf(viewer.county, span)
  const where = seenWhere(filters, viewer, marks)
  const add = addTo(where)
  // Where marks have narrowed it already, the index of moments must not be read as well: hence not as a range.
  const notBefore = (at: string) =>
    marks === null ? `m.words_at >= ${at}` : `greatest(m.words_at, ${at}) = m.words_at`
  const notAfter = (at: string) =>
    marks === null ? `m.words_at <= ${at}` : `least(m.words_at, ${at}) = m.words_at`
  if (span.from) add(notBefore, span.from)
  add(notAfter, before?.at ?? span.to)
  const end = `$${where.values.length}`
  if (before) add((at) => `(m.words_at <> ${end} or m.id < ${at})`, before.id)
  else where.parts.push(`m.words_at <> ${end}`)
  const rest = { parts: ['true'], values: where.values }
  addStanding(filters, viewer, rest)
  const rows = await sql.many<{ looked: number; id: string | null; at: Date }>(
    planned(`with looked as materialized (
        select m.id, m.words_at as at, ${rest.parts.join(' and ')} as passes
        from visible_matters m where ${where.parts.join(' and ')})
      select c.looked, f.id, f.at from (select count(*)::int as looked from looked) c
        left join lateral (select l.id, l.at from looked l where l.passes
          order by l.at desc, l.id desc limit $${where.values.push(limit)}) f on true
      order by f.at desc, f.id desc`),
    where.values,
  )
  const found = rows.flatMap(({ id, at }) => (id === null ? [] : [{ id, at }]))
  return { looked: rows[0]?.looked ?? 0, found }
}

/**
 * How well a matter fits: all words stand in the title (3), in title, words and place (2), with the reply (1); and how
 * near to each other they stand, from 0 to 1.
 */
export type Fit = { readonly id: string; readonly part: 1 | 2 | 3; readonly nearness: number }

const fits = prepared(
  'matter.search-fits',
  `select m.id, case when m.search @@ $3::tsquery then 3 when m.search @@ $4::tsquery then 2 else 1 end as part,
     ts_rank_cd('{1, 1, 1, 1}', m.search, $5::tsquery, 32) as nearness
   from visible_matters m where m.county = $1 and m.id = any ($2::uuid[])`,
)

export const fitsOf = (
  sql: Sql,
  county: number,
  ids: readonly string[],
  { title, words, all }: NonNullable<WordsAsked['queries']>,
) => sql.many<Fit>(fits, [county, ids, title, words, all])

const rowsText = (columns: string) =>
  `select ${columns} from visible_matters m where m.county = $1 and m.id = any ($2::uuid[])`
const rows = prepared('matter.search-rows', rowsText(columnsFor({})))
const publicRows = prepared(
  'matter.search-public-rows',
  rowsText(columnsFor({ publishedOnly: true })),
)

/** Rows by their ids, in no order. */
export const rowsByIds = (sql: Sql, filters: Filters, county: number, ids: readonly string[]) =>
  sql.many<MatterRow>(filters.publishedOnly ? publicRows : rows, [county, ids])

const texts = prepared(
  'matter.search-texts',
  `select m.id, m.public_words as words,
     (select e.shown ->> 'reply' from events e where e.county = m.county and e.matter = m.id
        and e.audience = any ($3::text[]) and e.shown ->> 'reply' <> '' order by e.seq desc limit 1) as reply
   from visible_matters m where m.county = $1 and m.id = any ($2::uuid[])`,
)

/** What excerpts are cut from: the masked words, and the last reply the asker may read. */
export type Texts = { readonly id: string; readonly words: string; readonly reply: string | null }

export const textsOf = (
  sql: Sql,
  county: number,
  ids: readonly string[],
  audiences: readonly EventAudience[],
) => sql.many<Texts>(texts, [county, ids, audiences])
