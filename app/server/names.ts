import type { Database } from '#foundation/server/database.ts'
import type { Names } from '#matters/matter/server/list.ts'
import { readOfficeNames } from '#people/server/office-names.ts'
import { codesBelow } from '#places/server/queries.ts'

type OfficeName = { name: string; nameEn: string }

/** Office names change a few times a year; what was read may be a minute old. */
const freshMilliseconds = 60_000

/** Names of offices by county, read ahead so that lists need no join; a name once read stays known. */
export function openNames(
  database: Database,
): Names & { read(county: number, now: Date): Promise<void> } {
  const known = new Map<number, { at: number; offices: Map<string, OfficeName> }>()
  return {
    async read(county, now) {
      const before = known.get(county)
      if (before && Math.abs(now.getTime() - before.at) < freshMilliseconds) return
      const offices = await database.within({ county, reach: 'system', parties: [] }, (sql) =>
        readOfficeNames(sql, county),
      )
      known.set(county, { at: now.getTime(), offices })
    },
    officeName(county, office, language) {
      const found = known.get(county)?.offices.get(office)
      return found ? (language === 'en' ? found.nameEn : found.name) : null
    },
    divisionsBelow: ({ sql }, code) => codesBelow(sql, code),
  }
}
