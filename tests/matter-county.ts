import { readHolidays } from '#database/calendar/holidays.ts'
import { starterRules } from '#database/rules/starter.ts'
import type { Database } from '#foundation/server/database.ts'
import { beginRules, putHolidays } from '#foundation/server/rule-book.ts'
import { planned } from '#foundation/server/statement.ts'
import type { Day } from '#foundation/time.ts'
import { connected } from './cluster.ts'
import { county, idOf, offices, places } from './matter-people.ts'

const since = '2020-01-01' as Day

const divisions = [
  [places.county, '南溪县', 'county', null],
  [places.greenstone, '青石镇', 'township', places.county],
  [places.willow, '柳河社区', 'village', places.greenstone],
  [places.orchard, '果园村', 'village', places.greenstone],
  [places.tower, '白塔镇', 'township', places.county],
] as const

const categories = [
  ['env', null, '市容环境', 'Streets and tidiness'],
  ['env-rubbish', 'env', '暴露垃圾', 'Rubbish left lying'],
  ['road', null, '道路', 'Roads'],
  ['road-hole', 'road', '道路坑洼', 'Hole in the road'],
] as const

const addDivision = planned(
  'insert into divisions (code, valid_from, name, level, parent) values ($1, $2, $3, $4, $5)',
)
const addOffice = planned(
  `insert into offices (county, id, name, name_en, kind, division, valid_from) values ($1, $2, $3, $4, $5, $6, $7)`,
)
const addCategory = planned(
  `insert into categories (county, code, parent, name, name_en, valid_from) values ($1, $2, $3, $4, $5, $6)`,
)

/** Sets the county up: rules from the starter set, holidays, places, offices and a few categories. */
export async function beginCounty(url: string, database: Database): Promise<void> {
  await connected(url, (client) =>
    client.query(
      `insert into counties (county, code, name, name_en, desk_phone, invented)
       values ($1, $2, '南溪县', 'Nanxi', '000-12345', true)`,
      [county, places.county],
    ),
  )
  await database.shared(async (sql) => {
    await putHolidays(sql, readHolidays())
    for (const [code, name, level, parent] of divisions)
      await sql.run(addDivision, [code, '1900-01-01', name, level, parent])
  })
  await database.within({ county, reach: 'system', parties: [] }, async (sql) => {
    await beginRules(sql, county, starterRules, since)
    for (const [key, { name, nameEn, kind, division }] of Object.entries(offices))
      await sql.run(addOffice, [county, idOf(`office ${key}`), name, nameEn, kind, division, since])
    for (const category of categories) await sql.run(addCategory, [county, ...category, since])
  })
}
