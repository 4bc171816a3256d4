import type { Matter } from '#matters/matter/model.ts'
import type { County } from '#matters/matter/server/engine.ts'
import { checkedDivision } from '#people/server/found.ts'
import type { Moment } from '#people/server/moment.ts'
import type { Located } from '#places/model.ts'
import { locate } from '#places/server/locate.ts'
import type { Place } from '../model.ts'

/** Where a matter is, as it is kept. */
type KeptPlace = Pick<Matter, 'division' | 'grid' | 'placeText' | 'lon' | 'lat'>

/**
 * What somebody said of the place; a point tells grid and, unless one was chosen, village. @throws Refused for a
 * division the county does not have
 */
export async function keptPlace(
  county: County,
  place: Place | undefined,
  moment: Moment,
): Promise<KeptPlace> {
  const { by, now, sql } = moment
  const { lon, lat, datum = 'WGS84' } = place ?? {}
  const day = county.dayOf(now)
  const [division, found] = await Promise.all([
    checkedDivision(moment, place?.division, day, 'place.division'),
    lon !== undefined && lat !== undefined
      ? locate(sql, by.county, { lon, lat, datum }, day)
      : ({} as Located),
  ])
  return {
    division: division ?? found.division?.code ?? null,
    grid: found.grid?.code ?? null,
    placeText: place?.text?.trim() ?? '',
    lon: lon ?? null,
    lat: lat ?? null,
  }
}
