import type { Matter } from '#matters/matter/model.ts'
import type { County } from '#matters/matter/server/engine.ts'
import type { Moment } from '#people/server/moment.ts'
import { locate } from '#places/server/locate.ts'
import type { Place } from '../model.ts'

/** Where a matter is, as it is kept. */
type KeptPlace = Pick<Matter, 'division' | 'grid' | 'placeText' | 'lon' | 'lat'>

/** What somebody said of the place; a point tells grid and, unless one was chosen, village. */
export async function keptPlace(
  county: County,
  place: Place | undefined,
  { by, now, sql }: Moment,
): Promise<KeptPlace> {
  const { lon, lat, datum = 'WGS84' } = place ?? {}
  const found =
    lon !== undefined && lat !== undefined
      ? await locate(sql, by.county, { lon, lat, datum }, county.dayOf(now))
      : {}
  return {
    division: place?.division ?? found.division?.code ?? null,
    grid: found.grid?.code ?? null,
    placeText: place?.text?.trim() ?? '',
    lon: lon ?? null,
    lat: lat ?? null,
  }
}
