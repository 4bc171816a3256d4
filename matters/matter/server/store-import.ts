import type { Sql } from '#foundation/server/database.ts'
import { planned, prepared } from '#foundation/server/statement.ts'

/** A matter of another system as its row is written; arrays of offices have at most one entry, the lead. */
export type ImportedRow = {
  id: string
  number: string
  kind: string
  procedure: number
  state: string
  version: number
  title: string
  words: string
  publicTitle: string
  publicWords: string
  type: string | null
  category: string | null
  urgency: string
  division: string | null
  grid: string | null
  placeText: string
  lon: number | null
  lat: number | null
  datum: string | null
  happenedAt: Date | null
  receivedAt: Date
  confidential: boolean
  replyWanted: boolean
  published: boolean
  leadOffice: string | null
  closedAt: Date | null
  source: string
  sourceNumber: string
  search: string
}

/** One thing that happened to it, as the record keeps it. */
export type ImportedEventRow = {
  matter: string
  seq: number
  id: string
  actId: string
  at: Date
  act: string
  office: string | null
  state: string
  body: string
  shown: string | null
  audience: string
  answer: string
}

const matterTypes = {
  id: 'uuid',
  number: 'text',
  kind: 'text',
  procedure: 'int',
  state: 'text',
  version: 'int',
  title: 'text',
  words: 'text',
  publicTitle: 'text',
  publicWords: 'text',
  type: 'text',
  category: 'text',
  urgency: 'text',
  division: 'text',
  grid: 'text',
  placeText: 'text',
  lon: 'float8',
  lat: 'float8',
  datum: 'text',
  happenedAt: 'timestamptz',
  receivedAt: 'timestamptz',
  confidential: 'boolean',
  replyWanted: 'boolean',
  published: 'boolean',
  leadOffice: 'uuid',
  closedAt: 'timestamptz',
  source: 'text',
  sourceNumber: 'text',
} as const satisfies Record<Exclude<keyof ImportedRow, 'search'>, string>

const eventTypes = {
  matter: 'uuid',
  seq: 'int',
  id: 'uuid',
  actId: 'uuid',
  at: 'timestamptz',
  act: 'text',
  office: 'uuid',
  state: 'text',
  body: 'jsonb',
  shown: 'jsonb',
  audience: 'text',
  answer: 'jsonb',
} as const satisfies Record<keyof ImportedEventRow, string>

/** `unnest($2::uuid[], $3::text[] …) as k (id, number …)`: one parameter a column, however many rows. */
function rowsOf(types: Readonly<Record<string, string>>): string {
  const names = Object.keys(types)
  const arrays = names.map((name, i) => `$${i + 2}::${types[name]}[]`)
  return `unnest(${arrays.join(', ')}) as k (${names.map((name) => `"${name}"`).join(', ')})`
}

const openMatters = planned(
  `insert into matters (county, id, number, kind, procedure, state, version, title, words, public_title, public_words,
     type, category, urgency, division, grid, place_text, lon, lat, datum, happened_at, received_at, confidential,
     reply_wanted, published, lead_office, offices, closed_at, source, source_number, channel)
   select $1, k.id, k.number, k.kind, k.procedure, k.state, k.version, k.title, k.words, k."publicTitle",
     k."publicWords", k.type, k.category, k.urgency, k.division, k.grid, k."placeText", k.lon, k.lat, k.datum,
     k."happenedAt", k."receivedAt", k.confidential, k."replyWanted", k.published, k."leadOffice",
     case when k."leadOffice" is null then '{}' else array[k."leadOffice"] end, k."closedAt", k.source,
     k."sourceNumber", 'import'
   from ${rowsOf(matterTypes)}`,
)
const wordTypes = { id: 'uuid', receivedAt: 'timestamptz', search: 'tsvector' } as const
const addWords = planned(
  `insert into matter_words (county, matter, received_at, search)
   select $1, k.id, k."receivedAt", k.search from ${rowsOf(wordTypes)}`,
)
const addEvents = planned(
  `insert into events (county, matter, seq, id, act_id, at, act, actor_kind, office, state, body, shown, audience,
     answer)
   select $1, k.matter, k.seq, k.id, k."actId", k.at, k.act, 'system', k.office, k.state, k.body, k.shown, k.audience,
     k.answer
   from ${rowsOf(eventTypes)}`,
)
const readKnown = prepared(
  'matter.read-imported',
  `select m.source_number as "sourceNumber", e.body ->> 'fingerprint' as fingerprint
   from matters m join events e on e.county = m.county and e.matter = m.id and e.seq = 1
   where m.county = $1 and m.source = $2 and m.source_number = any ($3::text[])`,
)
const readCategories = prepared(
  'matter.read-category-names',
  `select c.code, c.name, c.name_en as "nameEn" from categories c where c.county = $1
   order by length(c.code) desc, c.code desc`,
)
const addCategories = planned(
  `insert into categories (county, code, name, name_en, valid_from)
   select $1, k.* from unnest($2::text[], $3::text[], $4::text[], $5::date[]) as k
   on conflict (county, code) do nothing`,
)

const columnsOf = <Name extends string, Row extends Readonly<Record<Name, unknown>>>(
  types: Readonly<Record<Name, string>>,
  rows: readonly Row[],
) => (Object.keys(types) as Name[]).map((name) => rows.map((row) => row[name]))

/** Three statements for any number of matters; they travel with the commit. */
export function writeImported(
  sql: Sql,
  county: number,
  matters: readonly ImportedRow[],
  events: readonly ImportedEventRow[],
): void {
  sql.later(openMatters, [county, ...columnsOf(matterTypes, matters)])
  sql.later(addWords, [county, ...columnsOf(wordTypes, matters)])
  sql.later(addEvents, [county, ...columnsOf(eventTypes, events)])
}

export const knownOf = (sql: Sql, county: number, source: string, numbers: readonly string[]) =>
  sql.many<{ sourceNumber: string; fingerprint: string | null }>(readKnown, [
    county,
    source,
    numbers,
  ])

export type CategoryName = { code: string; name: string; nameEn: string }

/** Deepest codes first, ended ones too: history had them. */
export const categoryNames = (sql: Sql, county: number) =>
  sql.many<CategoryName>(readCategories, [county])

export type NewCategoryRow = { code: string; name: string; nameEn: string; from: string }

export const addCategoryRows = (sql: Sql, county: number, rows: readonly NewCategoryRow[]) =>
  sql.run(addCategories, [
    county,
    rows.map(({ code }) => code),
    rows.map(({ name }) => name),
    rows.map(({ nameEn }) => nameEn),
    rows.map(({ from }) => from),
  ])
