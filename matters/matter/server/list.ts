import type { Static } from 'typebox'
import type { InputOf, OutputOf } from '#foundation/contract.ts'
import { maskPersonalData } from '#foundation/personal-data.ts'
import { Refused, refuse } from '#foundation/refusal.ts'
import { addDays, type Day } from '#foundation/time.ts'
import { remaining } from '#foundation/time-limits.ts'
import { startOfDay } from '#foundation/time-zone.ts'
import { scopeOf } from '#people/guard.ts'
import { officesOf } from '#people/rules.ts'
import type { Moment } from '#people/server/moment.ts'
import type { listMatters, MatterRow as MatterRowContract } from '../contract.ts'
import { audiencesOf } from '../disclosed.ts'
import { queues, queuesFor } from '../lists/queues.ts'
import { readWords, type WordsAsked } from '../lists/search/read-words.ts'
import type { EventAudience } from '../model.ts'
import { verbsFor, whyNotAct } from '../rules.ts'
import type { County } from './engine.ts'
import { excerptsFor } from './excerpts.ts'
import type { MatterRow } from './rows.ts'
import { newestFound, type Ranked, rankedRows } from './search.ts'
import { type Cursor, countQueue, listRows, readCategoriesBelow } from './store-lists.ts'
import type { Filters, Viewer } from './store-where.ts'

/** What lists need beside the store: names of offices, and the codes at and below a division. */
export type Names = {
  officeName: (county: number, office: string, language: string) => string | null
  /** Township and village, as they are named within the county. */
  divisionName: (county: number, code: string) => string | null
  divisionsBelow: (moment: Moment, code: string) => Promise<readonly string[]>
}

export const badgeCap = 1000

type ListInput = InputOf<typeof listMatters> & {
  publishedOnly?: boolean
  /** No excerpts around what was found: for files. */
  bare?: boolean
}

export function viewerOf({ by, now }: Moment, county: County): Viewer {
  return {
    county: by.county,
    scope: scopeOf(by),
    offices: [...officesOf(by)],
    person: by.person,
    now,
    endOfDay: startOfDay(addDays(county.dayOf(now), 1), county.calendar.timeZone),
  }
}

const noWords: WordsAsked = { queries: null, number: null, tail: null, pieces: [] }

function wordsOf({ words = '', publishedOnly }: ListInput, { by }: Moment): WordsAsked {
  if (words.trim() === '') return noWords
  return readWords(words, by.county, publishedOnly === true || by.kind === 'public')
}

async function filtersOf(
  input: ListInput,
  { number, tail, queries }: WordsAsked,
  moment: Moment,
  county: County,
  names: Names,
): Promise<Filters> {
  const zone = county.calendar.timeZone
  const queue = input.queue ? queues.find(({ name }) => name === input.queue) : undefined
  const [categories, divisions] = await Promise.all([
    input.category ? readCategoriesBelow(moment.sql, moment.by.county, input.category) : undefined,
    input.division ? names.divisionsBelow(moment, input.division) : undefined,
  ])
  return {
    queue,
    words: number === null ? queries?.all : undefined,
    number: number ?? undefined,
    tail: tail ?? undefined,
    kind: input.kind,
    state: input.state,
    categories,
    divisions,
    office: input.office,
    channel: input.channel,
    standing: input.standing,
    from: input.from ? startOfDay(input.from as Day, zone) : undefined,
    to: input.to ? startOfDay(addDays(input.to as Day, 1), zone) : undefined,
    publishedOnly: input.publishedOnly,
  }
}

/** Moment and id of the last row; `none` for the moment of a row that is due at no time. */
function readCursor(text: string | undefined): Cursor | null {
  if (!text) return null
  const [at = '', id = ''] = text.split('_')
  if (!/^(\d{1,15}|none)$/.test(at) || !/^[0-9a-f-]{36}$/.test(id))
    throw new Refused(
      refuse('foundation.fieldWrongType', 'invalid', {
        field: 'after',
        values: { field: 'after' },
      }),
    )
  return { at: at === 'none' ? null : new Date(Number(at)), id }
}

function cursorAfter(row: MatterRow, order: 'received' | 'due'): string {
  const at = order === 'due' ? row.dueAt : row.receivedAt
  return `${at?.getTime() ?? 'none'}_${row.id}`
}

export type MatterPage = OutputOf<typeof listMatters>

type Listed = { rows: MatterRow[]; next: string | null; ranked?: Ranked }

/** Words alone are answered with what fits best; a queue keeps its own order unless another is asked for. */
function orderOf({ queue, order }: ListInput, { queries, number }: WordsAsked) {
  const searches = queries !== null && number === null
  if (order === 'relevance' && !searches) return queue ? 'due' : 'received'
  return order ?? (queue && queue !== 'recorded' ? 'due' : searches ? 'relevance' : 'received')
}

/** Whoever reads published matters reads of them what everybody may. */
const readableBy = ({ publishedOnly }: ListInput, moment: Moment): readonly EventAudience[] =>
  publishedOnly ? ['public'] : audiencesOf(moment.by)

async function rowsOf(
  { after, limit = 50 }: ListInput,
  filters: Filters,
  order: ReturnType<typeof orderOf>,
  { queries }: WordsAsked,
  viewer: Viewer,
  { sql }: Moment,
): Promise<Listed> {
  if (order === 'relevance' && queries)
    return rankedRows(sql, filters, viewer, queries, { after, limit })
  if (order !== 'due' && (filters.words || filters.tail)) {
    const page = { after: readCursor(after), limit }
    const { rows, rest } = await newestFound(sql, filters, viewer, page)
    return { rows, next: rest?.at ? `${rest.at.getTime()}_${rest.id}` : null }
  }
  const keyset = order === 'due' ? 'due' : 'received'
  const page = { order: keyset, after: readCursor(after), limit: limit + 1 } as const
  const found = await listRows(sql, filters, viewer, page)
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  return { rows, next: last ? cursorAfter(last, keyset) : null }
}

/** A page of matters under the guard of who asks. The same filters count, list and export. */
export async function listPage(
  input: ListInput,
  moment: Moment,
  county: County,
  names: Names,
): Promise<MatterPage> {
  const words = wordsOf(input, moment)
  const asked = (input.words ?? '').trim() !== ''
  // Words that hold nothing to look for (only signs) find nothing, rather than everything.
  if (asked && words.queries === null)
    return { rows: [], next: null, search: { readable: false, among: 0, since: null } }
  const filters = await filtersOf(input, words, moment, county, names)
  const viewer = viewerOf(moment, county)
  const order = orderOf(input, words)
  const { rows, next, ranked } = await rowsOf(input, filters, order, words, viewer, moment)
  const excerpts =
    asked && !input.bare ? await excerptsFor(rows, words, moment, readableBy(input, moment)) : null
  const view = input.publishedOnly ? publicRowView : rowView
  const { among = 0, since = null } = ranked ?? {}
  return {
    rows: rows.map((row) => {
      const found = excerpts?.get(row.id)
      return { ...view(row, moment, county, names), ...(found && { found }) }
    }),
    next,
    ...(asked && { search: { readable: true, among, since: since?.toISOString() ?? null } }),
  }
}

type RowView = Static<typeof MatterRowContract>

function rowView(row: MatterRow, { by, now }: Moment, county: County, names: Names): RowView {
  const { offices, consulted, reporter, recordedBy, procedure, dueUnit, ...open } = row
  const may =
    by.kind === 'officer' ? verbsFor(row, by).filter((verb) => !whyNotAct(verb, row, by)) : []
  return {
    ...open,
    divisionName: row.division && names.divisionName(by.county, row.division),
    leadOfficeName: row.leadOffice
      ? names.officeName(by.county, row.leadOffice, by.language)
      : null,
    receivedAt: row.receivedAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    left: row.dueAt && dueUnit && remaining(dueUnit, row.dueAt, now, county.calendar),
    may,
  }
}

/** The row as the public list shows it, whoever asks (disclosed.ts). */
function publicRowView(...told: Parameters<typeof rowView>): RowView {
  const view = rowView(...told)
  return { ...view, placeText: maskPersonalData(view.placeText), may: [] }
}

/** Badges of the queues of one's posts; each counts what its list shows. */
export async function queueCounts(moment: Moment, county: County) {
  const viewer = viewerOf(moment, county)
  return Promise.all(
    queuesFor(moment.by.posts).map(async (queue) => {
      const count = await countQueue(moment.sql, queue, viewer, badgeCap)
      return { queue: queue.name, count: Math.min(count, badgeCap - 1), capped: count >= badgeCap }
    }),
  )
}
