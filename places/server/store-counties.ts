import type { Sql } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'
import type { ServedCounty } from '../model.ts'

const all = prepared(
  'places.counties',
  `select c.county, c.code, c.name, c.name_en as "nameEn", c.desk_phone as "deskPhone",
  c.time_zone as "timeZone", c.invented
   from counties c where c.county > 0 order by c.county`,
)

/** Every county of this installation. */
export const readCounties = (sql: Sql) => sql.many<ServedCounty>(all)
