import type { Readable } from 'node:stream'
import { unless } from '#foundation/refusal.ts'
import type { Database, Sql } from '#foundation/server/database.ts'
import { readTable } from '#foundation/server/read-table.ts'
import type { Day } from '#foundation/time.ts'
import { readOfficeNames } from '#people/server/office-names.ts'
import { note } from '#people/server/staff/audit.ts'
import { registerCode } from '#places/rules.ts'
import { answerDivisions, pathsOf } from '#places/server/queries.ts'
import { dutyColumns, dutyKey, readDutyRow } from '../../duty-table.ts'
import type { DutyItem, TownshipItem } from '../../model.ts'
import {
  type Columns,
  type Known,
  type ListPlan,
  plainTitle,
  planList,
  type ReadRow,
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
  /** The table is the whole list: what it lacks ends on `from`, once every row could be read. */
  readonly complete?: boolean
  readonly now: Date
}

const mostRows = 50_000

/** Of two columns of one plain title the first that is filled counts. */
function plainCells(cells: TableCells['cells']): TableCells['cells'] {
  const plain: Record<string, string> = {}
  for (const [title, text] of Object.entries(cells)) {
    const key = plainTitle(title)
    if (!plain[key]?.trim()) plain[key] = text
  }
  return plain
}

async function readRows(source: string | Readable, columns: Columns<string>) {
  const table = await readTable(source, { limits: { rows: mostRows } })
  const rows: TableCells[] = []
  const troubles: RowTrouble[] = []
  try {
    unless(whyNotHeaders(table.headers, columns))
    for await (const row of table.rows) {
      if ('error' in row) troubles.push({ row: row.row, refusal: row.error })
      else rows.push({ row: row.row, cells: plainCells(row.cells) })
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
  const officeByName = uniquely(
    [...offices].flatMap(([id, { name, nameEn }]) => [[name, id] as const, [nameEn, id] as const]),
  )
  const categoryByName = uniquely(
    categories.flatMap(({ name, nameEn, code }) => [
      [name, code] as const,
      [nameEn, code] as const,
    ]),
  )
  const codes = new Set(categories.map(({ code }) => code))
  return {
    office: (one) => (offices.has(one) ? one : officeByName(one)),
    category: (one) => (codes.has(one) ? one : categoryByName(one)),
    division,
  }
}

/** The old version ends where the new one begins, unless it ended before. */
function endBefore(old: Version, from: string): string {
  if (old.validTo !== null && old.validTo < from) return old.validTo
  return old.validFrom > from ? old.validFrom : from
}

const inOrder = (troubles: readonly RowTrouble[]) => [...troubles].sort((a, b) => a.row - b.row)

type Version = { readonly validFrom: string; readonly validTo: string | null }
type Entered = { readonly by: null; readonly at: Date }

/** What the two kinds of lists differ in. */
type ListKind<Item> = {
  readonly name: 'duties' | 'townships'
  readonly columns: Columns<'division'>
  readonly readRow: (row: TableCells, known: Known, from: string) => ReadRow<Item>
  readonly keyOf: (item: Item) => string
  readonly lock: (sql: Sql, county: number, from: string) => Promise<Item[]>
  readonly end: (sql: Sql, county: number, item: Item, on: string, by: null) => Promise<number>
  readonly insert: (sql: Sql, county: number, item: Item, entered: Entered) => Promise<number>
}

/** What was done, or with `dryRun` would be; `ended` are items a complete table no longer names. */
export type ListImport<Item> = ListPlan<Item> & { readonly ended: readonly Item[] }

async function importList<Item extends Version>(
  database: Database,
  kind: ListKind<Item>,
  options: ListImportOptions,
): Promise<ListImport<Item>> {
  const { county, from, dryRun, now, complete = false } = options
  const { rows, troubles } = await readRows(options.source, kind.columns)
  return database.within({ county, reach: 'system', parties: [] }, async (sql) => {
    const known = await readKnown(sql, options, rows, kind.columns.division.titles)
    const standing = await kind.lock(sql, county, from)
    const plan = planList(rows, (row) => kind.readRow(row, known, from), kind.keyOf, standing)
    const told = inOrder([...troubles, ...plan.troubles])
    // A row that could not be read may be the very item that would be missed.
    const ended = complete && told.length === 0 ? plan.lacking : []
    if (!dryRun) {
      for (const { old, fresh } of plan.renewed)
        await kind.end(sql, county, old, endBefore(old, fresh.validFrom), null)
      for (const old of ended) await kind.end(sql, county, old, endBefore(old, from), null)
      const written = [...plan.added, ...plan.renewed.map(({ fresh }) => fresh)]
      await Promise.all(
        written.map((item) => kind.insert(sql, county, item, { by: null, at: now })),
      )
      await noteImport(sql, kind.name, { ...plan, ended }, options)
    }
    return { ...plan, ended, troubles: told }
  })
}

/** Who runs the command line is known to the machine, not to us; that the list changed is kept. */
async function noteImport(
  sql: Sql,
  list: string,
  { added, renewed, ended }: Pick<ListImport<unknown>, 'added' | 'renewed' | 'ended'>,
  { county, now }: ListImportOptions,
): Promise<void> {
  const detail = { list, added: added.length, renewed: renewed.length, ended: ended.length }
  if (detail.added + detail.renewed + detail.ended === 0) return
  await note(sql, { county, at: now, person: null, what: 'importList', detail, address: null })
}

/**
 * Takes the duty list from a table; titles of columns: duty-table.ts. Rows that are wrong are listed and left out, the
 * others are taken in one transaction. Imported again, nothing changes; an item with another content goes on as a new
 * version; items the table lacks stay, unless it is told to be complete and every row could be read.
 * @throws Refused when the file as a whole cannot be read
 */
export const importDutyList = (database: Database, options: ListImportOptions) =>
  importList<DutyItem>(
    database,
    {
      name: 'duties',
      columns: dutyColumns,
      readRow: readDutyRow,
      keyOf: dutyKey,
      lock: (sql, county, from) => lockDutyItems(sql, county, null, from),
      end: endDutyItemOn,
      insert: insertDutyItem,
    },
    options,
  )

/** Takes the lists of townships and communities from a table; otherwise as `importDutyList`. */
export const importTownshipList = (database: Database, options: ListImportOptions) =>
  importList<TownshipItem>(
    database,
    {
      name: 'townships',
      columns: townshipColumns,
      readRow: readTownshipRow,
      keyOf: townshipKey,
      lock: lockTownshipItems,
      end: endTownshipItemOn,
      insert: insertTownshipItem,
    },
    options,
  )
