import type { Sql } from '#foundation/server/database.ts'
import { planned, prepared } from '#foundation/server/statement.ts'
import type { GuardScope } from '#people/guard.ts'
import type { ListStanding, Queue } from '../lists/queues.ts'
import type { NumberTail } from '../lists/search/read-words.ts'
import { marksOfPlaces } from '../lists/search/windows.ts'
import { type MatterRow, rowColumns } from './rows.ts'

/** A list's filters after reading: days have become moments, words a tsquery. */
export type Filters = {
  queue?: Queue
  words?: string
  number?: string
  /** The end of a number: where words are asked for too, either will do. */
  tail?: NumberTail
  kind?: string
  state?: string
  /** Category codes: the one asked for and all below it. */
  categories?: readonly string[]
  /** Division codes: the one asked for and all below it. */
  divisions?: readonly string[]
  office?: string
  channel?: string
  from?: Date
  to?: Date
  standing?: ListStanding
  publishedOnly?: boolean
}

/** Who asks, for queues that speak of "mine" and "today"; `scope` is what the guard is told. */
export type Viewer = {
  county: number
  scope: GuardScope
  offices: readonly string[]
  person: string | null
  now: Date
  endOfDay: Date
}

/** The conditions of a statement as they are collected, and the values their places stand for. */
export type Where = { readonly parts: string[]; readonly values: unknown[] }

/** Composes fixed fragments; every value travels as a parameter. */
export function addTo({ parts, values }: Where): Add {
  return (text, value) => {
    values.push(value)
    parts.push(text(`$${values.length}`))
  }
}

function whereOf(filters: Filters, viewer: Viewer): Where {
  const where = seenWhere(filters, viewer)
  addStanding(filters, viewer, where)
  return where
}

/** What the asker sees, narrowed by what an index can tell. @param marks of the time words are looked for in */
export function seenWhere(filters: Filters, viewer: Viewer, marks: string | null = null): Where {
  const where: Where = { parts: ['m.county = $1'], values: [viewer.county] }
  const { parts } = where
  const add = addTo(where)
  addReach(viewer.scope, parts, add)
  if (filters.queue) addQueue(filters.queue, viewer, parts, add)
  if (filters.publishedOnly) parts.push('m.published')
  addWords(filters, viewer.county, marks, where)
  if (filters.number) add((at) => `m.number = ${at}`, filters.number)
  if (filters.categories) addCategories(filters.categories, add)
  if (filters.divisions) add((at) => `m.division = any(${at}::text[])`, filters.divisions)
  if (filters.office) add((at) => `m.offices @> array[${at}::uuid]`, filters.office)
  if (filters.standing) parts.push('m.closed_at is null')
  if (filters.from) add((at) => `m.received_at >= ${at}`, filters.from)
  if (filters.to) add((at) => `m.received_at < ${at}`, filters.to)
  return where
}

/** What has to be read from the matter itself. */
export function addStanding(filters: Filters, viewer: Viewer, where: Where): void {
  const add = addTo(where)
  if (filters.kind) add((at) => `m.kind = ${at}`, filters.kind)
  if (filters.state) add((at) => `m.state = ${at}`, filters.state)
  if (filters.channel) add((at) => `m.channel = ${at}`, filters.channel)
  if (filters.standing === 'late') add((at) => `m.due_at < ${at}`, viewer.now)
  addTail(filters, where)
}

const divisionCode = /^\d{1,12}$/

/**
 * What an index of words can tell: where there is both, the end of a number or the words will do; and the marks of
 * places and of times, which narrow it before a row is read.
 */
function addWords(filters: Filters, county: number, marks: string | null, where: Where): void {
  const { words, tail, divisions } = filters
  const asked = [...(words ? [words] : []), ...(tail ? [tail.mark] : [])]
  if (asked.length === 0) return
  const codes = divisions?.every((code) => divisionCode.test(code)) ? divisions : []
  const all = [asked.map((one) => `(${one})`).join(' | '), marksOfPlaces(county, codes), marks]
  const query = all.flatMap((one) => (one === null ? [] : [`(${one})`])).join(' & ')
  addTo(where)((at) => `m.search @@ ${at}::tsquery`, query)
}

/** The mark is of four digits; where more were typed, the number itself tells. */
function addTail({ words, tail }: Filters, { parts, values }: Where): void {
  if (!tail) return
  const place = (value: unknown) => `$${values.push(value)}`
  const ends = `m.number like ${place(tail.like)}`
  parts.push(words ? `(${ends} or m.search @@ ${place(words)}::tsquery)` : ends)
}

type Add = (text: (place: string) => string, value: unknown) => void

/** One code alone follows the order of its index; of several, PostgreSQL before 17 would sort the rows anew. */
function addCategories(codes: readonly string[], add: Add): void {
  if (codes.length === 1) add((at) => `m.category = ${at}`, codes[0])
  else add((at) => `m.category = any(${at}::text[])`, codes)
}

/**
 * Says again what the guard of `visible_matters` says for this reach, since the guard compares with settings that are
 * unknown when an index is chosen. Adds nothing to who sees what.
 */
function addReach({ reach, parties }: GuardScope, parts: string[], add: Add): void {
  if (reach === 'office')
    add(
      (at) => `(m.offices && ${at}::uuid[] or m.consulted <> '{}' and m.consulted && ${at}::uuid[]
        or m.recorded_by = any(${at}::uuid[]))`,
      parties,
    )
  if (reach === 'resident') add((at) => `m.reporter = any(${at}::uuid[])`, parties)
  if (reach === 'receipt') add((at) => `m.id = any(${at}::uuid[])`, parties)
  if (reach === 'public') parts.push('m.published')
}

// Indexes of what is open, and of the little that carries flags, are chosen only where the condition says so.
function addQueue(queue: Queue, viewer: Viewer, parts: string[], add: Add): void {
  if (queue.name !== 'recorded') parts.push('m.closed_at is null')
  if (queue.states) add((at) => `m.state = any(${at}::text[])`, queue.states)
  if (queue.flag) add((at) => `m.flags <> '{}' and m.flags @> array[${at}::text]`, queue.flag)
  if (queue.withoutFlags) add((at) => `not m.flags && ${at}::text[]`, queue.withoutFlags)
  if (queue.mine === 'lead') add((at) => `m.lead_office = any(${at}::uuid[])`, viewer.offices)
  if (queue.mine === 'assisting')
    add(
      (at) => `cardinality(m.offices) > 1 and m.offices && ${at}::uuid[]
        and m.lead_office <> all(${at}::uuid[])`,
      viewer.offices,
    )
  if (queue.mine === 'consulted')
    add((at) => `m.consulted <> '{}' and m.consulted && ${at}::uuid[]`, viewer.offices)
  if (queue.mine === 'recorded') add((at) => `m.recorded_by = ${at}`, viewer.person)
  if (queue.due === 'late') add((at) => `m.due_at < ${at}`, viewer.now)
  if (queue.due === 'today') {
    add((at) => `m.due_at >= ${at}`, viewer.now)
    add((at) => `m.due_at < ${at}`, viewer.endOfDay)
  }
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
