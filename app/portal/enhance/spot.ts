import type { Located } from '#places/model.ts'
import type { portalWords } from '../words.ts'

export type PointWords = (typeof portalWords)['zh-CN']['report']['point']

/** A point in degrees, in the system of whoever measured it. */
export type Spot = { readonly lon: number; readonly lat: number; readonly datum: string }

const fieldNames = ['lon', 'lat', 'datum'] as const

/** The hidden fields the point travels in. */
export function spotFields(host: HTMLElement) {
  const [lon, lat, datum] = fieldNames.map((name) =>
    host.querySelector<HTMLInputElement>(`input[name="${name}"]`),
  )
  if (!lon || !lat || !datum) throw new Error('the point has no fields')
  return {
    read: (): Spot | null =>
      lon.value === ''
        ? null
        : { lon: Number(lon.value), lat: Number(lat.value), datum: datum.value },
    write(spot: Spot | null) {
      // Six decimals are ten centimetres.
      lon.value = spot ? spot.lon.toFixed(6) : ''
      lat.value = spot ? spot.lat.toFixed(6) : ''
      datum.value = spot?.datum ?? 'WGS84'
    },
  }
}

export async function locate(county: string, { lon, lat, datum }: Spot): Promise<Located> {
  const query = new URLSearchParams({ lon: String(lon), lat: String(lat), datum })
  const answer = await fetch(`/api/v1/counties/${county}/locate?${query}`)
  return answer.ok ? ((await answer.json()) as Located) : {}
}

/** The list follows the point, where it has that village. */
export function chooseInList(host: HTMLElement, code: string | undefined): void {
  const list = host.closest('form')?.elements.namedItem('division')
  if (!(list instanceof HTMLSelectElement) || code === undefined) return
  if (![...list.options].some(({ value }) => value === code)) return
  list.value = code
  list.dispatchEvent(new Event('input', { bubbles: true }))
}

/** The browser's own position. The standard asks for WGS 84; where a vendor shifts it, nothing can tell. */
export function whereIAm(): Promise<Spot & { accuracy: number }> {
  return new Promise((done, fail) =>
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude: lon, latitude: lat, accuracy } }) =>
        done({ lon, lat, datum: 'WGS84', accuracy }),
      fail,
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    ),
  )
}

/** "桥头镇 双桥村第 3 网格" of what was found at a point; a grid that is named after its village needs it once. */
export function nameOf({ township, village, grid }: Located): string {
  const inGrid = village && grid?.name.startsWith(village.name)
  return [township?.name, inGrid ? null : village?.name, grid?.name].filter(Boolean).join(' ')
}
