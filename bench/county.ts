import { readHolidays } from '#database/calendar/holidays.ts'
import { demoCategories } from '#database/demo/categories.ts'
import { demoOffice, loadDemoPeople } from '#database/demo/people.ts'
import { loadDemoPlaces } from '#database/demo/places.ts'
import { demoCounty } from '#database/demo/places-names.ts'
import { starterRules } from '#database/rules/starter.ts'
import { openDatabase } from '#foundation/server/database.ts'
import { beginRules, putHolidays } from '#foundation/server/rule-book.ts'
import type { Day } from '#foundation/time.ts'
import { addCategories } from '#matters/analyse/server/import-categories.ts'
import { connected } from '../tests/cluster.ts'

/** The invented county of the demo: its people, places, categories and rules are what the measured matters run on. */
export const county: number = demoCounty.number

/** The office whose handler the demo lets sign in as `handler`; every measured matter is dispatched to it. */
export const handlingOffice: string = demoOffice('urban')

const since = '2019-01-01' as Day

/** Sets the county up in a migrated store without any matter. */
export async function beginCounty(url: string, now: Date): Promise<void> {
  await connected(url, (client) =>
    client.query(
      `insert into counties (county, code, name, name_en, desk_phone, invented)
       values ($1, $2, $3, $4, $5, true)`,
      [county, demoCounty.code, demoCounty.name, "He'an County", '000-660100'],
    ),
  )
  const database = openDatabase(url, { connections: 1 })
  try {
    await database.shared((sql) => putHolidays(sql, readHolidays()))
    await database.within({ county, reach: 'system', parties: [] }, async (sql) => {
      await beginRules(sql, county, starterRules, since)
      await loadDemoPlaces(sql, county, now)
      await loadDemoPeople(sql, now)
      await addCategories(sql, county, demoCategories, since)
    })
  } finally {
    await database.close()
  }
}
