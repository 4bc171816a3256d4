import type { OutputOf } from '#foundation/contract.ts'
import type { showOutline } from '#places/contract.ts'
import { boundsOf } from '#places/geometry.ts'
import type { Bounds, Geometry } from '#places/model.ts'

type Outline = OutputOf<typeof showOutline>

/** A county drawn small: outlines as SVG paths in the units of `width` × `height`. */
export type CountyMap = {
  readonly width: number
  readonly height: number
  readonly county: readonly string[]
  readonly townships: readonly string[]
}

/** Where a point stands on the map, in its units. */
export type MapPoint = { readonly x: number; readonly y: number }

type Project = (lon: number, lat: number) => MapPoint

// Twice the pixels it is shown with, so that whole numbers are fine enough; a margin for lines and the dot.
const side = 640
const margin = 16

const around = (all: readonly Bounds[]): Bounds => ({
  minLon: Math.min(...all.map(({ minLon }) => minLon)),
  minLat: Math.min(...all.map(({ minLat }) => minLat)),
  maxLon: Math.max(...all.map(({ maxLon }) => maxLon)),
  maxLat: Math.max(...all.map(({ maxLat }) => maxLat)),
})

/** Degrees to whole units: equirectangular about the middle latitude, true enough for the size of a county. */
function projectionOf({ minLon, minLat, maxLon, maxLat }: Bounds) {
  const narrow = Math.cos(((minLat + maxLat) / 2) * (Math.PI / 180))
  const span = Math.max((maxLon - minLon) * narrow, maxLat - minLat)
  const scale = (side - 2 * margin) / span
  const project: Project = (lon, lat) => ({
    x: margin + Math.round((lon - minLon) * narrow * scale),
    y: margin + Math.round((maxLat - lat) * scale),
  })
  const { x, y } = project(maxLon, minLat)
  return { project, width: x + margin, height: y + margin }
}

/** Rings as one path of relative steps; points that fall together on the paper are drawn once. */
function pathOf(geometry: Geometry, project: Project): string {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons
    .flat()
    .map((ring) => {
      let last: MapPoint | null = null
      const steps = ring.map(([lon, lat]) => {
        const here = project(lon, lat)
        const step: string = last
          ? here.x === last.x && here.y === last.y
            ? ''
            : `l${here.x - last.x} ${here.y - last.y}`
          : `M${here.x} ${here.y}`
        last = here
        return step
      })
      return `${steps.join('')}z`
    })
    .join('')
}

/**
 * Draws a county. Null when nothing is known of its shape, or when its outlines stand in the shifted datum GCJ-02, in
 * which a point measured by satellite would be drawn hundreds of metres off (domain.md 8.6).
 */
export function drawCounty({ features }: Outline): { map: CountyMap; project: Project } | null {
  if (features.length === 0 || features.some(({ properties }) => properties.datum === 'GCJ02'))
    return null
  const { project, width, height } = projectionOf(
    around(features.map(({ geometry }) => boundsOf(geometry))),
  )
  const pathsOf = (isCounty: boolean) =>
    features
      .filter(({ properties }) => (properties.level === 'county') === isCounty)
      .map(({ geometry }) => pathOf(geometry, project))
  return { map: { width, height, county: pathsOf(true), townships: pathsOf(false) }, project }
}

/** The point on the map; null where it lies beside the paper. */
export function placedOn(
  { map, project }: NonNullable<ReturnType<typeof drawCounty>>,
  point: { readonly lon: number | null; readonly lat: number | null },
): MapPoint | null {
  if (point.lon === null || point.lat === null) return null
  const { x, y } = project(point.lon, point.lat)
  return x >= 0 && y >= 0 && x <= map.width && y <= map.height ? { x, y } : null
}
