import type { Sql } from '#foundation/server/database.ts'
import { planned, prepared } from '#foundation/server/statement.ts'
import type { Division, DivisionKind, Level } from '../model.ts'

const columns = `d.code, d.name, d.level, d.kind, d.parent, d.valid_from as "validFrom", d.valid_to as "validTo",
  d.successors`

const readCounty = prepared(
  'places.read-county',
  'select code, name, time_zone as "timeZone" from counties where county = $1',
)
const readVersions = prepared(
  'places.read-versions',
  `select ${columns} from divisions d where d.code = any ($1) order by d.code, d.valid_from`,
)
// The register is a reference table: recursion stays on one node also on Citus (decision 0003).
const readLine = prepared(
  'places.read-line',
  `with recursive line as (
     select ${columns} from divisions d where d.code = any ($1)
     union
     select ${columns} from divisions d join line l on d.code = l.parent
   ) select * from line order by code, "validFrom"`,
)
const readSuccession = prepared(
  'places.read-succession',
  `with recursive line as (
     select ${columns} from divisions d where d.code = $1
     union
     select ${columns} from divisions d join line l on d.code = any (l.successors)
   ) select * from line order by code, "validFrom"`,
)
const held = (alias: string) =>
  `${alias}.valid_from <= $2::date and (${alias}.valid_to is null or ${alias}.valid_to > $2::date)`
const readChildren = prepared(
  'places.read-children',
  `select ${columns} from divisions d where d.parent = $1 and ${held('d')} order by d.code`,
)
const searchBelow = planned(
  `with recursive below as (
     select ${columns} from divisions d where d.parent = $1 and ${held('d')}
     union
     select ${columns} from divisions d join below b on d.parent = b.code where ${held('d')}
   )
   select * from below where name like $3 order by array_position($4::text[], level), code limit $5`,
)
// Whatever validity: a matter keeps the code of its day, and a list of a township shows it all the same.
const readCodesBelow = prepared(
  'places.read-codes-below',
  `with recursive below as (
     select $1::text as code union select d.code from divisions d join below b on d.parent = b.code
   ) select code from below`,
)

export type CountyRow = { code: string; name: string; timeZone: string }

/** What the installation knows of a county it serves; null for a number it does not. */
export const findCounty = (sql: Sql, county: number) => sql.maybe<CountyRow>(readCounty, [county])

/** Every version of these codes. */
export const versionsOf = (sql: Sql, codes: readonly string[]) =>
  sql.many<Division>(readVersions, [codes])

/** Every version of these codes and of all divisions above them. */
export const lineAbove = (sql: Sql, codes: readonly string[]) =>
  sql.many<Division>(readLine, [codes])

/** Every version of a code and of all codes that came after it. */
export const lineAfter = (sql: Sql, code: string) => sql.many<Division>(readSuccession, [code])

/** Divisions directly below a code on a day. */
export const childrenOn = (sql: Sql, parent: string, day: string) =>
  sql.many<Division>(readChildren, [parent, day])

/** Divisions at any depth below a code whose name contains the words, higher levels first. */
export const searchNames = (
  sql: Sql,
  parent: string,
  day: string,
  words: string,
  levels: readonly Level[],
  most: number,
) => {
  const literal = words.replace(/[\\%_]/g, (sign) => `\\${sign}`)
  return sql.many<Division>(searchBelow, [parent, day, `%${literal}%`, levels, most])
}

export type ListedDivision = {
  code: string
  name: string
  level: Level
  parent: string | null
  kind: DivisionKind | null
}

const asArrays = (rows: readonly ListedDivision[]) => [
  rows.map((row) => row.code),
  rows.map((row) => row.name),
  rows.map((row) => row.level),
  rows.map((row) => row.parent),
  rows.map((row) => row.kind),
]

const insertListed = prepared(
  'places.insert-listed',
  `insert into divisions (code, name, level, parent, kind, valid_from)
   select l.code, l.name, l.level, l.parent, l.kind, $6::date
   from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as l (code, name, level, parent, kind)
   where not exists (select 1 from divisions d where d.code = l.code)
   on conflict (code, valid_from) do nothing`,
)
const renameListed = prepared(
  'places.rename-listed',
  `update divisions d set name = l.name
   from unnest($1::text[], $2::text[]) as l (code, name)
   where d.code = l.code and d.valid_from = $3::date and d.valid_to is null and d.name <> l.name`,
)
const compareListed = prepared(
  'places.compare-listed',
  `select count(*) filter (where d.code is null)::int as added,
     count(*) filter (where d.valid_from = $3::date and d.valid_to is null and d.name <> l.name)::int as renamed
   from unnest($1::text[], $2::text[]) as l (code, name)
   left join lateral (select code, name, valid_from, valid_to from divisions where code = l.code
     order by valid_from desc limit 1) d on true`,
)

/**
 * Adds the codes the register has never had and corrects names. What history wrote since stays: closed codes stay
 * closed, and only the list's own versions, which begin on `validFrom`, get another name.
 */
export async function addListed(
  sql: Sql,
  rows: readonly ListedDivision[],
  validFrom: string,
): Promise<{ added: number; renamed: number }> {
  const values = asArrays(rows)
  const renamed = await sql.run(renameListed, [...values.slice(0, 2), validFrom])
  const added = await sql.run(insertListed, [...values, validFrom])
  return { added, renamed }
}

/** What `addListed` would do. */
export const compareWithRegister = (sql: Sql, rows: readonly ListedDivision[], validFrom: string) =>
  sql.one<{ added: number; renamed: number }>(compareListed, [
    ...asArrays(rows).slice(0, 2),
    validFrom,
  ])

const lockDivision = prepared(
  'places.lock-division',
  `select ${columns} from divisions d where d.code = $1 order by d.valid_from desc limit 1 for update`,
)
const closeDivision = prepared(
  'places.close-division',
  'update divisions set valid_to = $3, successors = $4 where code = $1 and valid_from = $2',
)
const insertDivision = prepared(
  'places.insert-division',
  `insert into divisions (code, valid_from, name, level, parent, kind) values ($1, $2, $3, $4, $5, $6)`,
)

/** The newest version of a code, locked until the transaction ends. */
export const lockNewest = (sql: Sql, code: string) => sql.maybe<Division>(lockDivision, [code])

export const closeVersion = (
  sql: Sql,
  version: Division,
  day: string,
  successors: readonly string[],
) => sql.run(closeDivision, [version.code, version.validFrom, day, successors])

export const openVersion = (sql: Sql, row: ListedDivision, day: string) =>
  sql.run(insertDivision, [row.code, day, row.name, row.level, row.parent, row.kind])

// A subdivision keeps its code and gets a new version under the new parent; the old version leads to the same code.
const closeChildren = prepared(
  'places.close-children',
  `update divisions set valid_to = $3, successors = array[code]
   where parent = $1 and code = any ($2) and valid_to is null`,
)
const reopenChildren = prepared(
  'places.reopen-children',
  `insert into divisions (code, valid_from, name, level, parent, kind)
   select code, $3, name, level, $4, kind from divisions where parent = $1 and code = any ($2) and valid_to = $3`,
)

export async function moveChildren(
  sql: Sql,
  move: { from: string; to: string; taken: readonly string[]; day: string },
): Promise<void> {
  await sql.run(closeChildren, [move.from, move.taken, move.day])
  await sql.run(reopenChildren, [move.from, move.taken, move.day, move.to])
}

/** A code and every code at any depth below it, of whatever day. */
export const codesAtAndBelow = async (sql: Sql, code: string) =>
  (await sql.many<{ code: string }>(readCodesBelow, [code])).map((row) => row.code)
