import type { Sql } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'
import type { Day } from '#foundation/time.ts'
import type { Category } from '../model.ts'

const read = prepared(
  'analyse.read-categories',
  `select c.code, c.parent, c.name, c.name_en as "nameEn", c.synonyms, c.urgency from categories c
   where c.county = $1 and c.valid_from <= $2::date and (c.valid_to is null or c.valid_to > $2::date)
   order by length(c.code), c.code`,
)
const lock = prepared(
  'analyse.lock-categories',
  `select c.code, c.parent, c.name, c.name_en as "nameEn", c.synonyms, c.urgency from categories c
   where c.county = $1 and (c.valid_to is null or c.valid_to > $2::date) order by c.code for update`,
)
const add = prepared(
  'analyse.add-category',
  `insert into categories (county, code, parent, name, name_en, synonyms, urgency, valid_from)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (county, code) do nothing`,
)
const change = prepared(
  'analyse.change-category',
  'update categories set name = $3, name_en = $4, synonyms = $5, urgency = $6 where county = $1 and code = $2',
)

/** The county's tree on a day, parents before children where codes grow with depth. */
export const readCategories = (sql: Sql, county: number, day: Day) =>
  sql.many<Category>(read, [county, day])

/** The tree as it stands from that day on, held against a second import until the transaction ends. */
export const lockCategories = (sql: Sql, county: number, day: Day) =>
  sql.many<Category>(lock, [county, day])

/** Number of rows written: 0 when the county has that code already, or had it once. */
export const addCategory = (sql: Sql, county: number, category: Category, from: Day) =>
  sql.run(add, [
    county,
    category.code,
    category.parent,
    category.name,
    category.nameEn,
    category.synonyms,
    category.urgency,
    from,
  ])

export const changeCategory = (sql: Sql, county: number, category: Category) =>
  sql.run(change, [
    county,
    category.code,
    category.name,
    category.nameEn,
    category.synonyms,
    category.urgency,
  ])
