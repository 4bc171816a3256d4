import type { Readable } from 'node:stream'
import type { Database, Sql } from '#foundation/server/database.ts'
import { readTable } from '#foundation/server/read-table.ts'
import type { Day } from '#foundation/time.ts'
import {
  type CategoryPlan,
  planCategories,
  type RowTrouble,
  type TableCells,
} from '../classify/category-table.ts'
import type { Category } from '../model.ts'
import { addCategory, changeCategory, lockCategories } from './store-categories.ts'

export type CategoryImportOptions = {
  readonly county: number
  /** A path, or the stream of an upload: XLSX, CSV, JSON. */
  readonly source: string | Readable
  /** From which day new categories hold: the county's today, or later. */
  readonly from: Day
  /** Says what would change and changes nothing. */
  readonly dryRun: boolean
}

const mostRows = 5000

/**
 * Takes a county's tree of categories from a table with columns level1, level2, level3 (一级分类, 二级分类, 三级分类) and, where
 * there are any, code, nameEn, synonyms, urgency. Rows that are wrong are listed and left out; the others are taken
 * in one transaction. Imported again, nothing changes. Categories the table lacks stay.
 * @throws Refused when the file as a whole cannot be read
 */
export async function importCategories(
  database: Database,
  { county, source, from, dryRun }: CategoryImportOptions,
): Promise<CategoryPlan> {
  const { rows, troubles } = await readRows(source)
  return database.within({ county, reach: 'system', parties: [] }, async (sql) => {
    const plan = planCategories(rows, await lockCategories(sql, county, from))
    if (!dryRun) await writePlan(sql, county, plan, from)
    return { ...plan, troubles: [...troubles, ...plan.troubles].sort((a, b) => a.row - b.row) }
  })
}

async function readRows(
  source: string | Readable,
): Promise<{ rows: TableCells[]; troubles: RowTrouble[] }> {
  const table = await readTable(source, { limits: { rows: mostRows } })
  const rows: TableCells[] = []
  const troubles: RowTrouble[] = []
  for await (const row of table.rows) {
    if ('error' in row) troubles.push({ row: row.row, refusal: row.error })
    else rows.push(row)
  }
  return { rows, troubles }
}

async function writePlan(sql: Sql, county: number, plan: CategoryPlan, from: Day): Promise<void> {
  await addCategories(sql, county, plan.added, from)
  await Promise.all(plan.changed.map((category) => changeCategory(sql, county, category)))
}

/** Gives a county categories it has not, such as those of the invented county. What it has already stays. */
export async function addCategories(
  sql: Sql,
  county: number,
  categories: readonly Category[],
  from: Day,
): Promise<void> {
  await Promise.all(categories.map((category) => addCategory(sql, county, category, from)))
}
