import type { Sql } from '#foundation/server/database.ts'
import type { Day } from '#foundation/time.ts'
import { addCategoryRows, type CategoryName, categoryNames } from './store-import.ts'

/** A category only a file knows, from the day of its first matter on. */
export type ImportedCategory = {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly from: Day
}

/** Every category the county has or had, deepest first. */
export function categoriesPresent(sql: Sql, county: number): Promise<CategoryName[]> {
  return categoryNames(sql, county)
}

/**
 * Adds categories to the top of the tree; a code that is there already stays what it is. @returns how many were added
 */
export function addImportedCategories(
  sql: Sql,
  county: number,
  categories: readonly ImportedCategory[],
): Promise<number> {
  return addCategoryRows(sql, county, categories)
}
