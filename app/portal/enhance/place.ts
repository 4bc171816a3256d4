import { fill } from '#foundation/languages.ts'
import type { Located } from '#places/model.ts'
import type { portalWords } from '../words.ts'
import { buttonOf, spokenLine, wordsOf } from './parts.ts'
import type { PlaceMap } from './place-map.ts'

export type PointWords = (typeof portalWords)['zh-CN']['report']['point']

/** A point in degrees, in the system of whoever measured it. */
export type Spot = { readonly lon: number; readonly lat: number; readonly datum: string }

const fieldNames = ['lon', 'lat', 'datum'] as const

/** The hidden fields the point travels in. */
function spotFields(host: HTMLElement) {
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

async function locate(county: string, { lon, lat, datum }: Spot): Promise<Located> {
  const query = new URLSearchParams({ lon: String(lon), lat: String(lat), datum })
  const answer = await fetch(`/api/v1/counties/${county}/locate?${query}`)
  return answer.ok ? ((await answer.json()) as Located) : {}
}

/** The list follows the point, where it has that village. */
function chooseInList(host: HTMLElement, code: string | undefined): void {
  const list = host.closest('form')?.elements.namedItem('division')
  if (!(list instanceof HTMLSelectElement) || code === undefined) return
  if (![...list.options].some(({ value }) => value === code)) return
  list.value = code
  list.dispatchEvent(new Event('input', { bubbles: true }))
}

/** The browser's own position. The standard asks for WGS 84; where a vendor shifts it, nothing can tell. */
function whereIAm(): Promise<Spot & { accuracy: number }> {
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
function nameOf({ township, village, grid }: Located): string {
  const inGrid = village && grid?.name.startsWith(village.name)
  return [township?.name, inGrid ? null : village?.name, grid?.name].filter(Boolean).join(' ')
}

/**
 * Two more ways to say where it is, beside the list: a map of the county's own outlines, and where one stands, asked
 * only when tapped. Whoever uses neither loses nothing.
 */
export function enhancePlace(host: HTMLElement): void {
  const words = wordsOf<PointWords>(host)
  const county = host.dataset.county ?? ''
  const fields = spotFields(host)
  const line = spokenLine()
  let map: PlaceMap | null = null

  async function choose(spot: Spot | null, accuracy?: number): Promise<void> {
    fields.write(spot)
    map?.show(spot)
    drop.hidden = spot === null
    if (!spot) {
      line.textContent = ''
      return
    }
    const found = await locate(county, spot).catch((): Located => ({}))
    chooseInList(host, found.village?.code ?? found.township?.code)
    const place = fill(words.at, { place: nameOf(found) || words.unknown })
    const within =
      accuracy === undefined || accuracy < 1
        ? []
        : [fill(words.accuracy, { metres: Math.round(accuracy) })]
    line.textContent = [place, ...within].join(' · ')
  }

  const drop = buttonOf(words.drop, () => void choose(null))
  const here = buttonOf(words.here, () => {
    line.textContent = words.finding
    whereIAm().then(
      (spot) => choose(spot, spot.accuracy),
      () => {
        line.textContent = words.refused
      },
    )
  })
  const sheet = document.createElement('div')
  sheet.className = 'point-map'
  sheet.hidden = true

  async function openMap(): Promise<void> {
    line.textContent = words.loading
    try {
      const { openPlaceMap } = await import('./place-map.ts')
      const { tiles = null } = host.dataset
      map = await openPlaceMap(sheet, { county, tiles, words, choose: (spot) => void choose(spot) })
      map.show(fields.read())
      line.textContent = words.hint
    } catch {
      sheet.hidden = true
      toggle.remove()
      line.textContent = words.failed
    }
  }

  const toggle = buttonOf(words.map, () => {
    sheet.hidden = !sheet.hidden
    toggle.setAttribute('aria-expanded', String(!sheet.hidden))
    toggle.textContent = sheet.hidden ? words.map : words.close
    if (!sheet.hidden && !map) void openMap()
  })
  toggle.setAttribute('aria-expanded', 'false')

  const actions = document.createElement('div')
  actions.className = 'actions'
  // Browsers tell positions to secure pages only.
  actions.append(
    toggle,
    ...(window.isSecureContext && 'geolocation' in navigator ? [here] : []),
    drop,
  )
  for (const plain of host.querySelectorAll('[data-without-script]')) plain.remove()
  host.append(actions, line, sheet)
  const kept = fields.read()
  drop.hidden = kept === null
  if (kept) void choose(kept)
}
