import type { Sql } from '#foundation/server/database.ts'
import { allOffices } from './store.ts'

/** Names of every office the county has or had, in both languages. */
export async function readOfficeNames(
  sql: Sql,
  county: number,
): Promise<Map<string, { name: string; nameEn: string }>> {
  const offices = await allOffices(sql, county)
  return new Map(offices.map(({ id, name, nameEn }) => [id, { name, nameEn }]))
}
