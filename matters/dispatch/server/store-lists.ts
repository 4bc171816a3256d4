import type { Sql } from '#foundation/server/database.ts'
import { planned, prepared } from '#foundation/server/statement.ts'
import type { DutyItem, TownshipItem } from '../model.ts'

const dutyColumns = `d.id, d.item, d.category, d.division, d.lead_office as lead, d.assisting,
  d.legal_basis as "legalBasis", case when d.limit_unit is null then null
    else json_build_object('unit', d.limit_unit, 'amount', d.limit_amount) end as "limit",
  d.valid_from as "validFrom", d.valid_to as "validTo", d.note`
const townshipColumns = `t.division, t.item, t.category, t.kind, t.department, t.department_duty as "departmentDuty",
  t.township_duty as "townshipDuty", t.legal_basis as "legalBasis", t.valid_from as "validFrom",
  t.valid_to as "validTo"`
const holds = (alias: string, day: string) =>
  `${alias}.valid_from <= ${day}::date and (${alias}.valid_to is null or ${alias}.valid_to > ${day}::date)`

// A code the tree does not know stands for itself.
const readLine = prepared(
  'dispatch.read-category-line',
  `with recursive line as (
     select $2::text as code, 0 as depth,
       (select c.parent from categories c where c.county = $1 and c.code = $2) as parent
     union all
     select c.code, l.depth + 1, c.parent from line l join categories c on c.county = $1 and c.code = l.parent
     where l.depth < 20
   ) select code from line order by depth`,
)
const readDuty = prepared(
  'dispatch.read-duty-items',
  `select ${dutyColumns} from duty_items d where d.county = $1 and d.category = any ($2) and ${holds('d', '$3')}`,
)
const readTownship = prepared(
  'dispatch.read-township-items',
  `select ${townshipColumns} from township_items t
   where t.county = $1 and t.category = any ($2) and ${holds('t', '$3')}`,
)
const pageDuty = planned(
  `with recursive below as (
     select $3::text as code, 0 as depth
     union
     select c.code, b.depth + 1 from below b join categories c on c.county = $1 and c.parent = b.code
     where b.depth < 20
   )
   select ${dutyColumns} from duty_items d
   where d.county = $1 and ${holds('d', '$2')}
     and ($3::text is null or d.category in (select code from below))
     and ($4::uuid is null or d.lead_office = $4 or $4 = any (d.assisting)) and ($5::text is null or d.id > $5)
   order by d.id limit $6`,
)
const pageTownship = planned(
  `select ${townshipColumns} from township_items t
   where t.county = $1 and ${holds('t', '$2')} and ($3::text is null or t.division = $3)
     and ($4::text is null or t.kind = $4) and ($5::text is null or (t.division, t.item) > ($5, $6))
   order by t.division, t.item limit $7`,
)
const lockDuty = prepared(
  'dispatch.lock-duty-items',
  `select ${dutyColumns} from duty_items d
   where d.county = $1 and ($2::text[] is null or d.id = any ($2)) and (d.valid_to is null or d.valid_to > $3::date)
   order by d.id, d.valid_from for update of d`,
)
const insertDuty = prepared(
  'dispatch.insert-duty-item',
  `insert into duty_items (county, id, item, category, division, lead_office, assisting, legal_basis, limit_unit,
     limit_amount, valid_from, valid_to, note, entered_by, entered_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing`,
)
const endDuty = prepared(
  'dispatch.end-duty-item',
  `update duty_items set valid_to = $4, ended_by = $5 where county = $1 and id = $2 and valid_from = $3`,
)
const lockTownship = prepared(
  'dispatch.lock-township-items',
  `select ${townshipColumns} from township_items t
   where t.county = $1 and (t.valid_to is null or t.valid_to > $2::date)
   order by t.division, t.item, t.valid_from for update of t`,
)
const insertTownship = prepared(
  'dispatch.insert-township-item',
  `insert into township_items (county, division, item, category, kind, department, department_duty, township_duty,
     legal_basis, valid_from, valid_to, entered_by, entered_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing`,
)
const endTownship = prepared(
  'dispatch.end-township-item',
  `update township_items set valid_to = $5, ended_by = $6
   where county = $1 and division = $2 and item = $3 and valid_from = $4`,
)
const readCategoryNames = prepared(
  'dispatch.read-category-names',
  'select c.code, c.name, c.name_en as "nameEn" from categories c where c.county = $1',
)

/** A category and those above it, nearest first. */
export const categoryLine = async (sql: Sql, county: number, category: string) =>
  (await sql.many<{ code: string }>(readLine, [county, category])).map(({ code }) => code)

export const dutyItemsFor = (
  sql: Sql,
  county: number,
  categories: readonly string[],
  day: string,
) => sql.many<DutyItem>(readDuty, [county, categories, day])
export const townshipItemsFor = (
  sql: Sql,
  county: number,
  categories: readonly string[],
  day: string,
) => sql.many<TownshipItem>(readTownship, [county, categories, day])

export type DutyPage = {
  on: string
  category: string | null
  office: string | null
  after: string | null
}
export const dutyPage = (sql: Sql, county: number, page: DutyPage, limit: number) =>
  sql.many<DutyItem>(pageDuty, [county, page.on, page.category, page.office, page.after, limit])

export type TownshipPage = {
  on: string
  division: string | null
  kind: string | null
  after: readonly [division: string, item: string] | null
}
export const townshipPage = (sql: Sql, county: number, page: TownshipPage, limit: number) => {
  const [division = null, item = null] = page.after ?? []
  return sql.many<TownshipItem>(pageTownship, [
    county,
    page.on,
    page.division,
    page.kind,
    division,
    item,
    limit,
  ])
}

/** Items that hold on a day or later, held against a second change; all of them when no number is named. */
export const lockDutyItems = (
  sql: Sql,
  county: number,
  ids: readonly string[] | null,
  day: string,
) => sql.many<DutyItem>(lockDuty, [county, ids, day])

type Entered = { by: string | null; at: Date }
/** 1 when added, 0 when that number begins on that day already. */
export const insertDutyItem = (sql: Sql, county: number, item: DutyItem, { by, at }: Entered) =>
  sql.run(insertDuty, [
    ...[
      county,
      item.id,
      item.item,
      item.category,
      item.division,
      item.lead,
      item.assisting,
      item.legalBasis,
    ],
    ...[
      item.limit?.unit ?? null,
      item.limit?.amount ?? null,
      item.validFrom,
      item.validTo,
      item.note,
      by,
      at,
    ],
  ])
export const endDutyItemOn = (
  sql: Sql,
  county: number,
  { id, validFrom }: Pick<DutyItem, 'id' | 'validFrom'>,
  on: string,
  by: string | null,
) => sql.run(endDuty, [county, id, validFrom, on, by])

/** Items that hold on a day or later, held against a second change. */
export const lockTownshipItems = (sql: Sql, county: number, day: string) =>
  sql.many<TownshipItem>(lockTownship, [county, day])
export const insertTownshipItem = (
  sql: Sql,
  county: number,
  item: TownshipItem,
  { by, at }: Entered,
) =>
  sql.run(insertTownship, [
    ...[
      county,
      item.division,
      item.item,
      item.category,
      item.kind,
      item.department,
      item.departmentDuty,
    ],
    ...[item.townshipDuty, item.legalBasis, item.validFrom, item.validTo, by, at],
  ])
export const endTownshipItemOn = (
  sql: Sql,
  county: number,
  { division, item, validFrom }: Pick<TownshipItem, 'division' | 'item' | 'validFrom'>,
  on: string,
  by: string | null,
) => sql.run(endTownship, [county, division, item, validFrom, on, by])

export const categoryNames = (sql: Sql, county: number) =>
  sql.many<{ code: string; name: string; nameEn: string }>(readCategoryNames, [county])
