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
// The register is a reference table: recursion stays on one node also on Citus (decision 0003). How many rows a step
// finds cannot be known beforehand; "offset 0" keeps the planner from scanning the whole register for them. The inner
// select hides how many codes are asked for: whoever sees that plans anew each time, which takes longer than reading.
const readLine = prepared(
  'places.read-line',
  `with recursive line as (
     select ${columns} from divisions d where d.code = any (array(select unnest($1::text[])))
     union
     select above.* from line l, lateral (
       select ${columns} from divisions d where d.code = l.parent offset 0) above
   ) select * from line order by code, "validFrom"`,
)
const readSuccession = prepared(
  'places.read-succession',
  `with recursive line as (
     select ${columns} from divisions d where d.code = $1
     union
     select next.* from line l, lateral (
       select ${columns} from divisions d where d.code = any (l.successors) offset 0) next
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
     select child.* from below b, lateral (
       select ${columns} from divisions d where d.parent = b.code and ${held('d')} offset 0) child
   )
   select * from below where name like $3 order by array_position($4::text[], level), code limit $5`,
)
// Whatever validity: a matter keeps the code of its day, and a list of a township shows it all the same.
const readCodesBelow = prepared(
  'places.read-codes-below',
  `with recursive below as (
     select $1::text as code
     union
     select child.code from below b, lateral (select d.code from divisions d where d.parent = b.code offset 0) child
   ) select code from below`,
)

// The newest name of every code, and where it hangs; names of days gone by are in the matter's own record.
const readNamesBelow = prepared(
  'places.read-names-below',
  `with recursive below as (
     select code, name, parent, valid_from from divisions where parent = $1
     union
     select child.* from below b, lateral (
       select d.code, d.name, d.parent, d.valid_from from divisions d where d.parent = b.code offset 0) child
   ) select distinct on (code) code, name, parent from below order by code, valid_from desc`,
)

export type NameBelow = { code: string; name: string; parent: string }

/** Newest names of all codes below one, not itself. */
export const namesBelowCode = (sql: Sql, code: string) =>
  sql.many<NameBelow>(readNamesBelow, [code])

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

// The bounds let a batch of a sorted list read one range of the key; the planner would else scan the whole register.
const readListed = prepared(
  'places.read-listed',
  `select d.code, d.name, d.valid_from as "validFrom", d.valid_to as "validTo" from divisions d
   where d.code = any ($1) and d.code between $2 and $3 order by d.code, d.valid_from`,
)
const insertListed = prepared(
  'places.insert-listed',
  `insert into divisions (code, name, level, parent, kind, valid_from)
   select l.code, l.name, l.level, l.parent, l.kind, $6::date
   from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as l (code, name, level, parent, kind)
   on conflict (code, valid_from) do nothing`,
)
const renameListed = prepared(
  'places.rename-listed',
  `update divisions d set name = l.name from unnest($1::text[], $2::text[]) as l (code, name)
   where d.code = l.code and d.valid_from = $3::date`,
)

export type RegisteredName = Pick<Division, 'code' | 'name' | 'validFrom' | 'validTo'>

/** What the register holds of the codes of a batch, every version. */
export const readRegistered = (sql: Sql, codes: readonly string[]) => {
  const sorted = [...codes].sort()
  return sql.many<RegisteredName>(readListed, [codes, sorted[0], sorted.at(-1)])
}

/** Adds codes; one that came meanwhile is left as it is. */
export const addListed = (sql: Sql, rows: readonly ListedDivision[], validFrom: string) =>
  sql.run(insertListed, [
    rows.map((row) => row.code),
    rows.map((row) => row.name),
    rows.map((row) => row.level),
    rows.map((row) => row.parent),
    rows.map((row) => row.kind),
    validFrom,
  ])

/** Gives the versions that begin on a day another name. */
export const rename = (sql: Sql, rows: readonly ListedDivision[], validFrom: string) =>
  sql.run(renameListed, [rows.map((row) => row.code), rows.map((row) => row.name), validFrom])

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
