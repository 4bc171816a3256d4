import pointInPolygon from 'point-in-polygon-hao'
import { type Refusal, refuse } from '#foundation/refusal.ts'
import type { Bounds, Datum, Geometry, Point } from './model.ts'

type Ring = [number, number][]

/** More would be a coastline at survey precision: no screen needs it and every look-up would pay for it. */
export const mostPositions = 100_000

/**
 * Reads a GeoJSON geometry (RFC 7946): Polygon or MultiPolygon, rings closed and not flat, degrees in range. A third
 * number of a position (height) is dropped. Crossing edges are not looked for.
 * @returns the geometry, or the first thing wrong with it
 */
export function readGeometry(value: unknown): { geometry: Geometry } | { refusal: Refusal } {
  const raw = (typeof value === 'object' && value !== null ? value : {}) as {
    type?: unknown
    coordinates?: unknown
  }
  if (raw.type !== 'Polygon' && raw.type !== 'MultiPolygon') {
    return { refusal: wrong('geometryType', { type: wordOf(raw.type) }) }
  }
  const listed = raw.type === 'Polygon' ? [raw.coordinates] : raw.coordinates
  if (!Array.isArray(listed) || listed.length === 0) return { refusal: wrong('geometryEmpty') }
  const polygons: Ring[][] = []
  let positions = 0
  for (const rings of listed) {
    if (!Array.isArray(rings) || rings.length === 0) return { refusal: wrong('geometryEmpty') }
    const polygon: Ring[] = []
    for (const ring of rings) {
      positions += Array.isArray(ring) ? ring.length : 0
      if (positions > mostPositions)
        return { refusal: wrong('geometryTooLarge', { most: mostPositions }) }
      const read = readRing(ring)
      if ('refusal' in read) return read
      polygon.push(read.ring)
    }
    polygons.push(polygon)
  }
  const [first = []] = polygons
  return {
    geometry:
      raw.type === 'Polygon'
        ? { type: 'Polygon', coordinates: first }
        : { type: 'MultiPolygon', coordinates: polygons },
  }
}

function readRing(value: unknown): { ring: Ring } | { refusal: Refusal } {
  if (!Array.isArray(value) || value.length < 4) return { refusal: wrong('ringTooShort') }
  const ring: Ring = []
  for (const position of value) {
    const [lon, lat] = Array.isArray(position) ? position : []
    if (typeof lon !== 'number' || typeof lat !== 'number')
      return { refusal: wrong('positionUnreadable') }
    if (!isOnEarth(lon, lat)) return { refusal: wrong('positionOutOfRange', { lon, lat }) }
    ring.push([lon, lat])
  }
  const start = ring[0]
  const end = ring.at(-1)
  if (start?.[0] !== end?.[0] || start?.[1] !== end?.[1]) return { refusal: wrong('ringOpen') }
  if (Math.abs(signedArea(ring)) === 0) return { refusal: wrong('ringFlat') }
  return { ring }
}

const wrong = (name: string, values: Record<string, string | number> = {}) =>
  refuse(`places.${name}`, 'invalid', { field: 'geometry', values })

const wordOf = (value: unknown) => (typeof value === 'string' ? value.slice(0, 40) : '—')

/** True for degrees that exist; NaN and infinity do not. */
export function isOnEarth(lon: number, lat: number): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90
}

/** Area inside a ring in square degrees; positive when it runs anticlockwise (shoelace formula). */
export function signedArea(ring: readonly (readonly [number, number])[]): number {
  let doubled = 0
  for (let i = 1; i < ring.length; i++) {
    const [x1, y1] = ring[i - 1] ?? [0, 0]
    const [x2, y2] = ring[i] ?? [0, 0]
    doubled += x1 * y2 - x2 * y1
  }
  return doubled / 2
}

const polygonsOf = (geometry: Geometry): Ring[][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates

/** The rectangle around a geometry, degrees. */
export function boundsOf(geometry: Geometry): Bounds {
  let [minLon, minLat, maxLon, maxLat] = [180, 90, -180, -90]
  for (const polygon of polygonsOf(geometry)) {
    for (const [lon, lat] of polygon[0] ?? []) {
      minLon = Math.min(minLon, lon)
      minLat = Math.min(minLat, lat)
      maxLon = Math.max(maxLon, lon)
      maxLat = Math.max(maxLat, lat)
    }
  }
  return { minLon, minLat, maxLon, maxLat }
}

/** Edges included. */
export function isWithinBounds(bounds: Bounds, { lon, lat }: Pick<Point, 'lon' | 'lat'>): boolean {
  return (
    lon >= bounds.minLon && lon <= bounds.maxLon && lat >= bounds.minLat && lat <= bounds.maxLat
  )
}

/**
 * Where a point stands to a geometry of the same datum. Exact also on and beside edges: the predicate is Hao et al.
 * 2018 with robust arithmetic, so a point on a shared border is `border` for both neighbours and never between them.
 */
export function positionIn(
  geometry: Geometry,
  point: Pick<Point, 'lon' | 'lat'>,
): 'inside' | 'border' | 'outside' {
  for (const polygon of polygonsOf(geometry)) {
    const found = pointInPolygon([point.lon, point.lat], polygon)
    if (found === 0) return 'border'
    if (found) return 'inside'
  }
  return 'outside'
}

/**
 * Whether coordinates of two datums may be compared without conversion. WGS84 and CGCS2000 differ by less than a metre
 * (plate motion since 2000.0), finer than any outline here; GCJ-02 is shifted by hundreds of metres. [domain.md 8.6]
 */
export function areComparable(a: Datum, b: Datum): boolean {
  return a === b || (a !== 'GCJ02' && b !== 'GCJ02')
}
