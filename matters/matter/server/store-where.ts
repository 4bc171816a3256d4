import type { GuardScope } from '#people/guard.ts'
import type { ListStanding, Queue } from '../lists/queues.ts'
import type { NumberTail } from '../lists/search/read-words.ts'
import { marksOfPlaces } from '../lists/search/windows.ts'

/** A list's filters after reading: days have become moments, words a tsquery. */
export type Filters = {
  queue?: Queue
  words?: string
  /** The words are looked for row by row: of what nearly every row holds, the index tells nothing. */
  rowByRow?: boolean
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
  const { words, rowByRow, tail, divisions } = filters
  // Said so, the condition is none for an index.
  if (rowByRow) addTo(where)((at) => `(m.search @@ ${at}::tsquery) is true`, words)
  const asked = [...(words && !rowByRow ? [words] : []), ...(tail ? [tail.mark] : [])]
  if (asked.length === 0 && marks === null) return
  const codes = divisions?.every((code) => divisionCode.test(code)) ? divisions : []
  const either = asked.map((one) => `(${one})`).join(' | ')
  const all = [either, marksOfPlaces(county, codes), marks]
  const query = all.flatMap((one) => (one ? [`(${one})`] : [])).join(' & ')
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
