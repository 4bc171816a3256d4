import type { Readable } from 'node:stream'
import { unless } from '#foundation/refusal.ts'
import type { Database, Sql } from '#foundation/server/database.ts'
import { readTable } from '#foundation/server/read-table.ts'
import type { Day } from '#foundation/time.ts'
import { readOfficeNames } from '#people/server/office-names.ts'
import { registerCode } from '#places/rules.ts'
import { answerDivisions, pathsOf } from '#places/server/queries.ts'
import { dutyColumns, dutyKey, readDutyRow } from '../../duty-table.ts'
import type { DutyItem, TownshipItem } from '../../model.ts'
import {
  type Columns,
  type Known,
  type ListPlan,
  planList,
  type RowTrouble,
  type TableCells,
  whyNotHeaders,
} from '../../table-cells.ts'
import { readTownshipRow, townshipColumns, townshipKey } from '../../township-table.ts'
import {
  categoryNames,
  endDutyItemOn,
  endTownshipItemOn,
  insertDutyItem,
  insertTownshipItem,
  lockDutyItems,
  lockTownshipItems,
} from '../store-lists.ts'

export type ListImportOptions = {
  readonly county: number
  /** A path, or the stream of an upload: XLSX, CSV, JSON. */
  readonly source: string | Readable
  /** First day of items whose row names none: the county's today, or later. */
  readonly from: Day
  /** Says what would change and changes nothing. */
  readonly dryRun: boolean
  readonly now: Date
}

const mostRows = 50_000

async function readRows(source: string | Readable, columns: Columns<string>) {
  const table = await readTable(source, { limits: { rows: mostRows } })
  const rows: TableCells[] = []
  const troubles: RowTrouble[] = []
  try {
    unless(whyNotHeaders(table.headers, columns))
    for await (const row of table.rows) {
      if ('error' in row) troubles.push({ row: row.row, refusal: row.error })
      else rows.push(row)
    }
  } finally {
    await table.close()
  }
  return { rows, troubles }
}

/** The one thing of that name; a name that two things share is no name. */
function uniquely(
  pairs: Iterable<readonly [name: string, id: string]>,
): (name: string) => string | null {
  const found = Map.groupBy(pairs, ([name]) => name)
  return (name) => {
    const ids = new Set(found.get(name)?.map(([, id]) => id))
    const [only] = ids
    return ids.size === 1 && only !== undefined ? only : null
  }
}

/** Divisions a table names, by code of any length or by name. */
async function readDivisions(
  sql: Sql,
  { county, from, now }: ListImportOptions,
  called: ReadonlySet<string>,
): Promise<Known['division']> {
  const codes = [...called].filter((one) => /^\d+$/.test(one))
  const names = [...called].filter((one) => one !== '' && !/^\d+$/.test(one))
  const paths = await pathsOf(sql, codes.map(registerCode), from)
  const found = await Promise.all(
    names.map(async (name) => {
      const { divisions } = await answerDivisions({ county, name: name.slice(0, 50) }, { sql, now })
      return divisions.filter((division) => division.name === name)
    }),
  )
  const byName = uniquely(found.flat().map(({ name, code }) => [name, code] as const))
  return (one) => {
    const code = registerCode(one)
    return (paths.get(code)?.length ?? 0) > 0 ? code : byName(one)
  }
}

async function readKnown(
  sql: Sql,
  options: ListImportOptions,
  rows: readonly TableCells[],
  titles: readonly string[],
): Promise<Known> {
  const called = new Set(
    rows.flatMap(({ cells }) => titles.map((title) => cells[title]?.trim() ?? '')),
  )
  const [offices, categories, division] = await Promise.all([
    readOfficeNames(sql, options.county),
    categoryNames(sql, options.county),
    readDivisions(sql, options, called),
  ])
  const officeByName = uniquely([...offices].map(([id, { name }]) => [name, id] as const))
  const categoryByName = uniquely(categories.map(({ name, code }) => [name, code] as const))
  const codes = new Set(categories.map(({ code }) => code))
  return {
    office: (one) => (offices.has(one) ? one : officeByName(one)),
    category: (one) => (codes.has(one) ? one : categoryByName(one)),
    division,
  }
}

/** The old version ends where the new one begins, unless it ended before. */
function endBefore(old: { validTo: string | null }, fresh: { validFrom: string }): string {
  return old.validTo !== null && old.validTo < fresh.validFrom ? old.validTo : fresh.validFrom
}

const inOrder = (troubles: readonly RowTrouble[]) => [...troubles].sort((a, b) => a.row - b.row)

/**
 * Takes the duty list from a table; titles of columns: duty-table.ts. Rows that are wrong are listed and left out, the
 * others are taken in one transaction. Imported again, nothing changes; an item with another content goes on as a new
 * version; items the table lacks stay.
 * @throws Refused when the file as a whole cannot be read
 */
export async function importDutyList(
  database: Database,
  options: ListImportOptions,
): Promise<ListPlan<DutyItem>> {
  const { county, from, dryRun, now } = options
  const { rows, troubles } = await readRows(options.source, dutyColumns)
  return database.within({ county, reach: 'system', parties: [] }, async (sql) => {
    const known = await readKnown(sql, options, rows, dutyColumns.division.titles)
    const standing = await lockDutyItems(sql, county, null, from)
    const plan = planList(rows, (row) => readDutyRow(row, known, from), dutyKey, standing)
    const entered = { by: null, at: now }
    if (!dryRun) {
      for (const { old, fresh } of plan.renewed)
        await endDutyItemOn(sql, county, old, endBefore(old, fresh), null)
      const written = [...plan.added, ...plan.renewed.map(({ fresh }) => fresh)]
      await Promise.all(written.map((item) => insertDutyItem(sql, county, item, entered)))
    }
    return { ...plan, troubles: inOrder([...troubles, ...plan.troubles]) }
  })
}

/** Takes the lists of townships and communities from a table; otherwise as `importDutyList`. */
export async function importTownshipList(
  database: Database,
  options: ListImportOptions,
): Promise<ListPlan<TownshipItem>> {
  const { county, from, dryRun, now } = options
  const { rows, troubles } = await readRows(options.source, townshipColumns)
  return database.within({ county, reach: 'system', parties: [] }, async (sql) => {
    const known = await readKnown(sql, options, rows, townshipColumns.division.titles)
    const standing = await lockTownshipItems(sql, county, from)
    const plan = planList(rows, (row) => readTownshipRow(row, known, from), townshipKey, standing)
    const entered = { by: null, at: now }
    if (!dryRun) {
      for (const { old, fresh } of plan.renewed)
        await endTownshipItemOn(sql, county, old, endBefore(old, fresh), null)
      const written = [...plan.added, ...plan.renewed.map(({ fresh }) => fresh)]
      await Promise.all(written.map((item) => insertTownshipItem(sql, county, item, entered)))
    }
    return { ...plan, troubles: inOrder([...troubles, ...plan.troubles]) }
  })
}
