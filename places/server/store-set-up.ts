import pg from 'pg'
import type { ServedCounty } from '../model.ts'

// The row is new when nobody has changed it yet (xmax), and missing from the answer when nothing differs.
const putText = `insert into counties (county, code, name, name_en, desk_phone, time_zone, invented)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (county) do update set code = excluded.code, name = excluded.name, name_en = excluded.name_en,
    desk_phone = excluded.desk_phone, time_zone = excluded.time_zone, invented = excluded.invented
  where (counties.code, counties.name, counties.name_en, counties.desk_phone, counties.time_zone, counties.invented)
    is distinct from (excluded.code, excluded.name, excluded.name_en, excluded.desk_phone, excluded.time_zone,
      excluded.invented)
  returning xmax = 0 as added`

/** Writes as the owner of the store: the application may only read which counties it serves. */
export async function putCountyRow(
  ownerUrl: string,
  { county, code, name, nameEn, deskPhone, timeZone, invented }: ServedCounty,
): Promise<'added' | 'changed' | 'unchanged'> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const values = [county, code, name, nameEn, deskPhone, timeZone, invented]
    const { rows } = await client.query<{ added: boolean }>(putText, values)
    if (!rows[0]) return 'unchanged'
    return rows[0].added ? 'added' : 'changed'
  } finally {
    await client.end()
  }
}
