import type { Sql } from '#foundation/server/database.ts'
import { planned, prepared } from '#foundation/server/statement.ts'
import type { Queue } from '../lists/queues.ts'
import { type MatterRow, rowColumns } from './rows.ts'
import { addStanding, type Filters, seenWhere, type Viewer, type Where } from './store-where.ts'

function whereOf(filters: Filters, viewer: Viewer): Where {
  const where = seenWhere(filters, viewer)
  addStanding(filters, viewer, where)
  return where
}

export type Order = 'received' | 'due'
/** Where a page ended; `at` is null among the rows that are due at no time. */
export type Cursor = { at: Date | null; id: string }
type Page = { order: Order; after: Cursor | null; limit: number }

/** One page, keyset: newest received first, or earliest due first and last what is due at no time. */
export async function listRows(
  sql: Sql,
  filters: Filters,
  viewer: Viewer,
  page: Page,
): Promise<MatterRow[]> {
  const { after, limit } = page
  if (page.order === 'received') {
    // The same moment, kept beside the words: a search that finds much then reads the newest words only.
    const received = filters.words || filters.tail ? 'm.words_at' : 'm.received_at'
    return readRows(sql, filters, viewer, {
      after: after && { condition: `(${received}, m.id) < `, values: [after.at, after.id] },
      order: `${received} desc, m.id desc`,
      limit,
    })
  }
  // Two readings rather than "nulls last": each follows an index from where the page before ended.
  const due = after?.at === null ? [] : await readDue(sql, filters, viewer, page)
  if (due.length === limit || filters.queue?.due) return due
  const rest = await readRows(sql, filters, viewer, {
    where: 'm.due_at is null',
    after: after?.at === null ? { condition: '(m.id) > ', values: [after.id] } : null,
    order: 'm.id',
    limit: limit - due.length,
  })
  return [...due, ...rest]
}

const readDue = (sql: Sql, filters: Filters, viewer: Viewer, { after, limit }: Page) =>
  readRows(sql, filters, viewer, {
    where: 'm.due_at is not null',
    after: after && { condition: '(m.due_at, m.id) > ', values: [after.at, after.id] },
    order: 'm.due_at, m.id',
    limit,
  })

type Reading = {
  where?: string
  after: { condition: string; values: readonly unknown[] } | null
  order: string
  limit: number
}

function readRows(
  sql: Sql,
  filters: Filters,
  viewer: Viewer,
  { where, after, order, limit }: Reading,
): Promise<MatterRow[]> {
  const { parts, values } = whereOf(filters, viewer)
  const place = (value: unknown) => `$${values.push(value)}`
  const conditions = [...parts, ...(where ? [where] : [])]
  if (after) conditions.push(`${after.condition}(${after.values.map(place).join(', ')})`)
  const columns = columnsFor(filters)
  const limited = `order by ${order} limit ${place(limit)}`
  return sql.many<MatterRow>(
    planned(
      `select ${columns} from visible_matters m where ${conditions.join(' and ')} ${limited}`,
    ),
    values,
  )
}

const publicColumns = rowColumns.replace('m.title', 'm.public_title as title')
export const columnsFor = ({ publishedOnly }: Filters): string =>
  publishedOnly ? publicColumns : rowColumns

/** How many rows a queue has, counted up to a cap: no count over a whole county on a screen. */
export async function countQueue(
  sql: Sql,
  queue: Queue,
  viewer: Viewer,
  cap: number,
): Promise<number> {
  const { parts, values } = whereOf({ queue }, viewer)
  const rows = `select 1 from visible_matters m where ${parts.join(' and ')} limit $${values.push(cap)}`
  // A queue's condition is the same for everybody of one reach, and planning it takes longer than counting.
  const statement = prepared(
    `matter.count-${queue.name}-for-${viewer.scope.reach}`,
    `select count(*)::int as count from (${rows}) counted`,
  )
  return (await sql.one<{ count: number }>(statement, values)).count
}

const timeline = prepared(
  'matter.timeline',
  `select e.seq, e.at, e.act, e.branch, e.actor_kind as "actor", e.office, e.person, e.state, e.body, e.shown,
  e.audience
   from events e join matters m on m.county = e.county and m.id = e.matter
   where e.county = $1 and e.matter = $2 order by e.seq`,
)

export type EventRow = {
  seq: number
  at: Date
  act: string
  branch: string | null
  actor: string
  office: string | null
  person: string | null
  state: string
  body: Record<string, unknown>
  shown: Record<string, unknown> | null
  audience: 'inside' | 'resident' | 'public'
}

export const eventsOf = (sql: Sql, county: number, matter: string) =>
  sql.many<EventRow>(timeline, [county, matter])

// A code the tree does not know stands for itself.
const categoriesBelow = prepared(
  'matter.categories-below',
  `with recursive below as (
     select $2::text as code, 0 as depth
     union
     select c.code, b.depth + 1 from below b join categories c on c.county = $1 and c.parent = b.code
     where b.depth < 20
   ) select distinct code from below`,
)

/** A category and all below it, whenever they held: what was filed under an ended one is found too. */
export const readCategoriesBelow = async (sql: Sql, county: number, category: string) =>
  (await sql.many<{ code: string }>(categoriesBelow, [county, category])).map(({ code }) => code)

const numberOf = prepared(
  'matter.number-of',
  'select m.number from matters m where m.county = $1 and m.id = $2',
)

/** The number of a linked matter; null when the guard hides it. */
export const findNumber = async (sql: Sql, county: number, id: string) =>
  (await sql.maybe<{ number: string }>(numberOf, [county, id]))?.number ?? null
