import type { Database } from '#foundation/server/database.ts'
import type { Names } from '#matters/matter/server/list.ts'
import { readOfficeNames } from '#people/server/office-names.ts'
import { codesBelow, namesWithin } from '#places/server/queries.ts'

type OfficeName = { name: string; nameEn: string }

type KnownNames = {
  readonly at: number
  readonly offices: Map<string, OfficeName>
  readonly divisions: Map<string, string>
}

/** Names of offices and places change a few times a year; what was read may be a minute old. */
const freshMilliseconds = 60_000

/** Names of offices and places by county, read ahead so that lists need no join; a name once read stays known. */
export function openNames(
  database: Database,
): Names & { read(county: number, now: Date): Promise<void> } {
  const known = new Map<number, KnownNames>()
  return {
    async read(county, now) {
      const before = known.get(county)
      if (before && Math.abs(now.getTime() - before.at) < freshMilliseconds) return
      const scope = { county, reach: 'system', parties: [] } as const
      const [offices, divisions] = await database.within(scope, (sql) =>
        Promise.all([readOfficeNames(sql, county), namesWithin(sql, county)]),
      )
      known.set(county, { at: now.getTime(), offices, divisions })
    },
    officeName(county, office, language) {
      const found = known.get(county)?.offices.get(office)
      return found ? (language === 'en' ? found.nameEn : found.name) : null
    },
    divisionName: (county, code) => known.get(county)?.divisions.get(code) || null,
    divisionsBelow: ({ sql }, code) => codesBelow(sql, code),
  }
}
